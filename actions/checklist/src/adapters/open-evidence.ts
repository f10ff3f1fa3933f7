/** Edge: a reader for each kind of evidence, over the real world. */

import { resolve } from 'node:path';
import { allowedEnvironment } from '@shipgate/kit/command';
import { gitEnvironmentNames } from '@shipgate/kit/git';
import { GitHubClient } from '@shipgate/kit/github-client';
import type { Environment } from '@shipgate/kit/host';
import type { Site } from '@shipgate/kit/site';
import type { Look } from '../collect.ts';
import { AttestationReader } from '../evidence/attestation.ts';
import { CommandReader } from '../evidence/command.ts';
import type { EvidenceEntry } from '../evidence/entry.ts';
import { FileReader } from '../evidence/file.ts';
import { GateEvidence } from '../evidence/gate.ts';
import { HttpReader } from '../evidence/http.ts';
import { ManifestEvidence } from '../evidence/manifest.ts';
import { MetricReader } from '../evidence/metric.ts';
import { ReportEvidence } from '../evidence/report.ts';
import { CheckoutFiles } from '../evidence/repository-files.ts';
import { UrlDoor } from '../evidence/url-door.ts';
import { judgeManifests } from '../manifests/judgement.ts';
import type { Occasion } from '../outside.ts';
import type { EvidenceReader, RepositoryFiles } from '../ports.ts';
import { readManifests } from './manifest-files.ts';

type Readers = { readonly [Kind in EvidenceEntry['kind']]: EvidenceReader<Extract<EvidenceEntry, { kind: Kind }>> };

export function openFiles(site: Site, env: Environment, workspace: string): RepositoryFiles {
  return new CheckoutFiles(site.top, site.git, { env: allowedEnvironment(gitEnvironmentNames, env), workspace });
}

export function openEvidence(occasion: Occasion, env: Environment): Look {
  const { context, site, files, configuration } = occasion;
  const door = new UrlDoor({ hosts: configuration.section.hosts ?? [] });
  const readers: Readers = {
    gate: openGates(occasion, env),
    report: new ReportEvidence(files),
    metric: new MetricReader(door, env),
    http: new HttpReader(door),
    manifest: new ManifestEvidence(async () => {
      const sources = await readManifests(occasion, env);
      const judged = judgeManifests({ ...sources, now: context.clock.now() });
      return { results: judged.results, troubles: [...sources.troubles, ...judged.troubles] };
    }),
    file: new FileReader(files),
    command: new CommandReader({
      top: site.top,
      git: site.git,
      env,
      eventName: context.host.event?.name,
      log: (lines) => lines.forEach((line) => context.log.debug(line)),
    }),
    attestation: new AttestationReader(files, keyFiles(occasion)),
  };
  return (question) => {
    // Kind and reader go together by the table's type; TypeScript does not follow a union through an index.
    const reader = readers[question.entry.kind] as EvidenceReader<EvidenceEntry>;
    return reader.look(question);
  };
}

function openGates({ inputs, context: { host }, site, configuration }: Occasion, env: Environment): GateEvidence {
  const apiUrl = env['GITHUB_API_URL'];
  const { repository } = host;
  const isKnown = host.kind === 'github' && repository !== undefined && apiUrl !== undefined;
  const token = inputs.token === undefined ? {} : { token: inputs.token };
  const github = isKnown ? { api: new GitHubClient({ apiUrl, repository, ...token }), repository } : undefined;
  return new GateEvidence({
    folders: (inputs.verdicts ?? []).map((folder) => resolve(site.start, folder)),
    github,
    runId: host.run?.id,
    onPullRequest: configuration.mode === 'report' && configuration.base !== undefined,
  });
}

/** Keys of attestations: a change must not bring its own. */
function keyFiles({ configuration: { base }, files }: Occasion): Pick<RepositoryFiles, 'read'> {
  if (base === undefined) return files;
  return {
    read: async (path) => {
      const read = await files.read(path);
      if (!('bytes' in read)) return read;
      try {
        const bytes = (await base.read([path])).get(path);
        return bytes?.equals(read.bytes) === true
          ? read
          : { kind: 'refused', why: 'it differs from the base of this change' };
      } catch {
        return { kind: 'refused', why: 'the base of this change has no such file' };
      }
    },
  };
}
