/** The flow of one run: configuration, change, scripts, trials, report. Importing this runs nothing. */

import type { BaseFiles, BaseFound } from '@shipgate/kit/base-files';
import { BaseUnreadable, findBaseFiles, policyComesFromBase } from '@shipgate/kit/base-files';
import type { GateContext, GateResult } from '@shipgate/kit/gate';
import type { Progress } from '@shipgate/kit/progress';
import { headAndBase } from '@shipgate/kit/report/summary';
import type { Site } from '@shipgate/kit/site';
import { openSite } from '@shipgate/kit/site';
import type { ShipgateFile, Subject } from '@shipgate/schemas';
import { placeOf } from '@shipgate/schemas';
import type { Configuration, Ground } from './configuration.ts';
import { readConfiguration, readGround } from './configuration.ts';
import type { Finding } from './findings.ts';
import type { Inputs } from './inputs.ts';
import type { Looked } from './look.ts';
import { lookAt, tellFound } from './look.ts';
import type { GatePorts } from './ports.ts';
import { report } from './report.ts';
import { tryOut } from './try-out.ts';

export async function runMigrateGate(inputs: Inputs, context: GateContext, ports: GatePorts): Promise<GateResult> {
  const { host, clock, progress } = context;
  const site = await openSite(host, ports.env, inputs.path);
  const configuration = readConfiguration(site, inputs);
  const { options, head } = configuration;
  const found = await findBaseOf(site, configuration, context, ports);
  const identity = { site, context, file: head };
  tellBeginning(progress, identity, found, configuration);
  const started = clock.elapsed();
  const expectTrials = () => (options.dryRun ? undefined : ports.expectEngine());
  const seen = await look(site, configuration, found, { context, expectTrials });
  for (const note of seen.ground.notes) progress.note(`warning: ${note}`);
  tellFound(progress, seen.looked, options.scope);
  const findMs = clock.elapsed() - started;
  const facts = await tryOut(seen.looked, options, { top: site.top, ports, context, findMs });
  const subject = { ...subjectOf(identity, seen.base), path: seen.ground.folder };
  return report({ facts, policy: seen.ground.policy, subject, dryRun: options.dryRun, docs: context.docs });
}

/** null: nothing depends on it. Even a run over the whole history takes the policy of a change from its base. */
async function findBaseOf(
  { git }: Site,
  { options }: Configuration,
  { host }: GateContext,
  { env }: GatePorts,
): Promise<BaseFound | null> {
  if (options.scope === 'all' && !policyComesFromBase(host)) return null;
  const api = { url: env['GITHUB_API_URL'], token: options.token };
  return await findBaseFiles(git, host, options.baseRef, api);
}

interface Seen {
  readonly base: BaseFiles | null;
  readonly ground: Ground;
  readonly looked: Looked;
}

async function look(
  site: Site,
  configuration: Configuration,
  found: BaseFound | null,
  { context: { host, clock }, expectTrials }: { readonly context: GateContext; readonly expectTrials: () => void },
): Promise<Seen> {
  const at = { host, today: clock.now().toISOString().slice(0, 10) };
  const read = async (base: BaseFiles | null, unknown: readonly Finding[]): Promise<Seen> => {
    const ground = await readGround(site, configuration, base, at);
    const { options } = configuration;
    const { folder, findings } = ground;
    const looked = await lookAt({
      top: site.top,
      folder,
      options,
      base,
      found: [...findings, ...unknown],
      expectTrials,
    });
    return { base, ground, looked };
  };
  if (found?.kind === 'unknown') return await read(null, [{ code: 'base-unreachable', ...found.unknown }]);
  try {
    return await read(found?.base ?? null, []);
  } catch (error) {
    // A base of which only the id can be had is as good as none.
    if (error instanceof BaseUnreadable) return await read(null, [{ code: 'base-unreachable', ...error.unknown }]);
    throw error;
  }
}

interface Identity {
  readonly site: Site;
  readonly context: GateContext;
  readonly file: ShipgateFile | undefined;
}

function subjectOf({ site, context, file }: Identity, base: BaseFiles | null): Subject {
  const commit = context.host.commit ?? site.git?.head() ?? undefined;
  return {
    ...(file?.service === undefined ? {} : { service: file.service.name }),
    ...(commit === undefined ? {} : { commit }),
    ...(base === null ? {} : { base: base.sha }),
  };
}

function tellBeginning(
  progress: Progress,
  identity: Identity,
  found: BaseFound | null,
  { warnings }: Configuration,
): void {
  const base = found?.kind === 'found' ? found.base : null;
  const subject = subjectOf(identity, base);
  const text = headAndBase(subject);
  progress.heading(subject.service ?? '', typeof text === 'string' ? text : text.markdown);
  if (base !== null) progress.note(`base: ${base.how}`);
  for (const warning of warnings) {
    progress.note(
      `warning: ${[placeOf(warning), warning.title].filter((part) => part !== '').join('  ')}: ${warning.do}`,
    );
  }
}
