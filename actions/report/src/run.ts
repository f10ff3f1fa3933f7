/** The flow of one run: options, origin, verdicts, plan, then the ways. Importing this runs nothing. */
import { resolve } from 'node:path';
import type { Host } from '@shipgate/kit/host';
import type { Progress } from '@shipgate/kit/progress';
import { counted } from '@shipgate/kit/verdict';
import type { Fault } from '@shipgate/schemas';
import type { FoundArtifacts } from './artifacts.ts';
import { findArtifacts, openFolder } from './artifacts.ts';
import { dryRun } from './dry-run.ts';
import type { Inputs, Options } from './inputs.ts';
import { impossibleWishes, resolveOptions } from './inputs.ts';
import type { Origin } from './origin.ts';
import { readOrigin } from './origin.ts';
import type { Delivered } from './outcome.ts';
import { joined } from './outcome.ts';
import { planReport } from './plan.ts';
import type { ReportResult } from './result.ts';
import { notStarted, reportedVerdict, resultOf } from './result.ts';
import type { VerdictsRead } from './verdicts.ts';
import { readVerdicts } from './verdicts.ts';
import type { ReportPorts } from './ways.ts';
import { tryAllWays } from './ways.ts';

export interface ReportContext {
  readonly host: Host;
  readonly progress: Progress;
  readonly ports: ReportPorts;
}

export async function runReport(inputs: Inputs, context: ReportContext): Promise<ReportResult> {
  const { host, progress, ports } = context;
  const ground = findGround(inputs, host, ports.hasIdentity);
  if (!('origin' in ground)) return notStarted(ground);
  const { options, origin, artifacts } = ground;
  tellOrigin(progress, origin);
  const read = readVerdicts(artifacts.files, origin?.subject ?? null);
  tellRead(progress, artifacts, read);
  const plan = planReport(read.verdicts, options, origin, host);
  const before: Delivered = {
    deliveries: [],
    troubles: [...artifacts.troubles, ...read.troubles, ...plan.troubles],
    notices: [...read.notices, ...plan.notices],
  };
  if (options.dryRun || origin === null) {
    const { plan: data, troubles } = dryRun(plan, options, origin);
    const verdicts = read.verdicts.map(reportedVerdict);
    return { outcome: 'planned', verdicts, ...before, troubles: [...before.troubles, ...troubles], plan: data };
  }
  return resultOf(read.verdicts, joined([before, await tryAllWays(plan, options, origin, context)]));
}

interface Ground {
  readonly options: Options;
  /** Null: a dry run outside of GitHub. */
  readonly origin: Origin | null;
  readonly artifacts: FoundArtifacts;
}

/** What a run stands on, or all that keeps it from beginning. */
function findGround(inputs: Inputs, host: Host, hasIdentity: boolean): Ground | readonly Fault[] {
  const options = resolveOptions(inputs);
  if (!('verdicts' in options)) return options;
  const origin = readOrigin(host);
  const isKnown = !('title' in origin);
  // Outside of GitHub a dry run shows what would be sent; an event that is refused stays refused.
  if (!isKnown && !(host.kind === 'terminal' && options.dryRun)) return [origin];
  const impossible = isKnown ? impossibleWishes(options, origin, hasIdentity) : [];
  const artifacts = lookInto(options.verdicts, host);
  const isEmpty = artifacts.files.length === 0;
  if (impossible.length > 0 || isEmpty) return [...impossible, ...(isEmpty ? artifacts.troubles : [])];
  return { options, origin: isKnown ? origin : null, artifacts };
}

function lookInto(given: string, host: Host): FoundArtifacts {
  const roots = host.kind === 'github' ? [host.workspace, host.temporary] : null;
  const folder = openFolder(resolve(host.workspace, given), given, roots);
  return typeof folder === 'string' ? findArtifacts(folder, given) : { files: [], troubles: [folder] };
}

function tellOrigin(progress: Progress, origin: Origin | null): void {
  const { repository = 'dry run', commit = '', run } = origin?.subject ?? {};
  if (run === undefined) progress.heading(repository);
  else progress.heading(repository, `commit ${commit.slice(0, 7)}`, `run ${run.id}`);
}

function tellRead(progress: Progress, artifacts: FoundArtifacts, read: VerdictsRead): void {
  const unread = artifacts.troubles.length + read.troubles.length;
  const text = counted(read.verdicts.length, 'verdict');
  if (unread === 0) progress.stage('read', text, 'ok');
  else progress.stage('read', `${text}, ${counted(unread, 'trouble')}`, 'FAIL');
}
