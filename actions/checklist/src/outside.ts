/** What a run knows, and everything outside of it that it turns to. */
import type { GateContext, GateResult } from '@shipgate/kit/gate';
import type { Environment } from '@shipgate/kit/host';
import type { Site } from '@shipgate/kit/site';
import type { Subject } from '@shipgate/schemas';
import type { Look } from './collect.ts';
import type { Configuration } from './configuration.ts';
import type { EvidenceSubject } from './evidence/result.ts';
import type { Inputs } from './inputs.ts';
import type { Policy } from './policy.ts';
import type { RepositoryFiles } from './ports.ts';
import type { Gathered } from './signoffs/gather.ts';

/** What a run knows when it turns outside. */
export interface Occasion {
  readonly inputs: Inputs;
  readonly context: GateContext;
  readonly site: Site;
  readonly files: RepositoryFiles;
  readonly configuration: Configuration;
}

/** Everything outside of the gate; main.ts gives the real one. */
export interface Outside {
  readonly env: Environment;
  openFiles(site: Site): RepositoryFiles;
  openEvidence(occasion: Occasion & { readonly subject: EvidenceSubject }): Look;
  /** Never rejects for what GitHub does not give: that is among the facts. */
  gatherSignoffs(occasion: Occasion & { readonly policy: Policy }): Promise<Gathered>;
  /** Mode manifests. */
  judgeManifests(occasion: Occasion): Promise<GateResult>;
}

export interface ManifestSources {
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly policies: readonly { readonly path: string; readonly text: string }[];
  /** What could not be read, as expected and got. */
  readonly troubles: readonly { readonly file: string; readonly expected: string; readonly got: string }[];
}

/** The commit and what belongs to it, as the verdict names them. */
export function subjectOf({ context: { host }, configuration, site }: Occasion): Subject {
  const { service, environment, base } = configuration;
  const commit = host.commit ?? site.git?.head();
  return {
    ...(commit === null || commit === undefined ? {} : { commit }),
    ...(service === undefined ? {} : { service }),
    ...(environment === undefined ? {} : { environment }),
    ...(base === undefined ? {} : { base: base.sha }),
    ...(configuration.files[0] === undefined ? {} : { path: configuration.files[0] }),
  };
}
