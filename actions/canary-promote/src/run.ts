/** The flow of one run: plan, preflight, watch, report; or a recorded run decided again. Importing this runs nothing. */
import { join } from 'node:path';
import type { GateContext, GateResult } from '@shipgate/kit/gate';
import type { Host } from '@shipgate/kit/host';
import type { Progress } from '@shipgate/kit/progress';
import type { Proof } from '@shipgate/schemas';
import { ConfigurationError } from '@shipgate/schemas';
import { type ActingRun, actingRun } from './acting-run.ts';
import { openJournalFile, samplesFile } from './adapters/journal-file.ts';
import { carryOut } from './commands/carry-out.ts';
import { foldJournal, tellRun } from './conclude.ts';
import { type Configuration, readConfiguration } from './configuration.ts';
import type { Rollout } from './decide.ts';
import { dryRun } from './dry-run.ts';
import { headOf } from './head.ts';
import type { Inputs } from './inputs.ts';
import type { Entry, JournalHead } from './journal.ts';
import { lookBack } from './look-back.ts';
import type { Recorder } from './ports.ts';
import { recordedResult } from './recorded-run.ts';
import { replayRecorded } from './replay/run.ts';
import { report } from './report.ts';
import { soakRun } from './soak-run.ts';
import type { Source } from './source.ts';
import { askedSteering } from './steering/asked.ts';
import type { OpenRouter } from './steering/open-router.ts';
import { isOpen } from './steering/record.ts';
import { sawFor, shownFor, tellBeginning, tellPreflight } from './tell.ts';
import type { Tellers } from './telling.ts';
import { watch } from './watch.ts';

export interface GatePorts {
  readonly tellers: Tellers;
  /** The source that the plan names, and the clock that it goes by. Throws ConfigurationError. */
  openSource(configuration: Configuration): Promise<Source>;
  /** The router that the plan names, with its lock; undefined for `none`. Throws ConfigurationError. */
  openRouter(configuration: Configuration, host: Host): Promise<OpenRouter | undefined>;
}

export async function runCanaryPromote(
  inputs: Inputs,
  context: GateContext,
  ports: GatePorts & { readonly version: string },
): Promise<GateResult> {
  const isChange = isProposal(context.host);
  if (inputs.replay !== undefined) return replayRecorded(inputs, context, isChange);
  const isRun = inputs.command === 'run' || inputs.command === 'resume';
  refuseChange(context.host, inputs['dry-run'] && isRun);
  const configuration = await readConfiguration(context.host, inputs);
  tellBeginning(context.progress, configuration);
  if (inputs.command !== 'run' && inputs.command !== 'resume') {
    const command = inputs['dry-run'] ? 'status' : inputs.command;
    return await carryOut(command, configuration, await ports.openRouter(configuration, context.host), context);
  }
  const source = isChange ? notAsked : await ports.openSource(configuration);
  const router = isChange || source.isRecorded ? undefined : await ports.openRouter(configuration, context.host);
  const goesOn = inputs.command === 'resume' && !inputs['dry-run'];
  const behind = goesOn ? await behindRollout(configuration, router, context, ports) : undefined;
  if (behind !== undefined) return behind;
  if (router !== undefined && !inputs['dry-run'])
    return await acted(
      { configuration, source, router, context, version: ports.version, tellers: ports.tellers },
      inputs,
    );
  const ready = await lookBack(configuration, source, context);
  tellPreflight(context.progress, configuration, ready);
  const head = headOf(configuration, ready, source, context, ports.version);
  if (inputs['dry-run']) return await dryRun(head, router, context, source.timer.now());
  return source.isRecorded ? await overRecording(head, source, context) : await watched(head, source, context);
}

/** `resume` only goes on: a rollout that ended while the lock was waited for is told, and none begins. */
async function acted(run: ActingRun, { command }: Inputs): Promise<GateResult> {
  const result = await actingRun(run, command !== 'resume');
  return result ?? (await carryOut('status', run.configuration, run.router, run.context));
}

/** What `resume` does where no rollout is open: it watches the soak, or says how things stand. */
async function behindRollout(
  configuration: Configuration,
  router: OpenRouter | undefined,
  context: GateContext,
  { openSource }: GatePorts,
): Promise<GateResult | undefined> {
  if (router === undefined) return await carryOut('status', configuration, router, context);
  const seen = await router.traffic.read(context.signal).catch(() => undefined);
  if (seen?.record !== undefined && isOpen(seen.record)) return undefined;
  // What cannot be read is told too.
  if (seen === undefined) return await carryOut('status', configuration, router, context);
  const { record } = seen;
  const { soak } = configuration.plan;
  if (record?.state !== 'promoted' || record.soakUntil === undefined || soak === undefined)
    return await carryOut('status', configuration, router, context);
  return await soakRun({
    configuration,
    soak,
    router,
    seen,
    record: { ...record, soakUntil: record.soakUntil },
    openSource,
    context,
  });
}

async function watched(
  head: JournalHead,
  source: Source,
  { progress, signal, outputDirectory }: GateContext,
): Promise<GateResult> {
  const recorder = openJournalFile(join(outputDirectory, samplesFile), head);
  try {
    const rollout = await rolledOut(head, source, recorder, progress, signal);
    return recordedResult(head, rollout, samplesFile);
  } finally {
    recorder.close();
  }
}

/** Nothing is watched on a baseline that every test takes for a fault. */
async function rolledOut(
  head: JournalHead,
  source: Source,
  recorder: Recorder,
  progress: Progress,
  signal: AbortSignal,
): Promise<Rollout> {
  const { plan, preflight: ready } = head;
  if (ready.method !== null) {
    const steering = askedSteering(plan, source.timer, shownFor(progress), signal);
    return await watch(plan, ready, { ...source, recorder, steering }, sawFor(progress, plan, false), signal);
  }
  const end: Entry = { event: 'end', at: source.timer.now() };
  recorder.append(end);
  return foldJournal(head, [end]);
}

async function overRecording(
  head: JournalHead,
  source: Source,
  { progress, signal, docs }: GateContext,
): Promise<GateResult> {
  const rollout = await rolledOut(head, source, { append: () => {} }, progress, signal);
  const told = report(tellRun(head, rollout, null), docs);
  return { ...told, subject: head.subject, proofs: [...told.proofs, whatIf] };
}

/** What another plan would have decided on recorded counts proves nothing about what runs now. */
const whatIf: Proof = {
  name: 'live counts',
  required: true,
  outcome: 'not-proven',
  seen: 'the counts are a recording: this is what the plan would have decided, and lets nothing through',
};

/** Whether the checkout is somebody's proposal: events of pull requests and merge queues, and whatever runs on a ref of one. */
function isProposal({ event, ref }: Host): boolean {
  const name = event?.name ?? '';
  return name.startsWith('pull_request') || name === 'merge_group' || /^refs\/pull\//.test(ref ?? '');
}

/** The plan of a change says where the source is and which secret it gets: nothing is asked by it. */
const notAsked: Source = {
  metrics: {
    description: 'no source: the plan is a proposal',
    read: (window) => Promise.resolve({ ...window, readings: {} }),
    past: () =>
      Promise.resolve({ kind: 'trouble', code: 'source-refused', detail: 'the plan of a change asks no source' }),
  },
  timer: { now: () => Date.now(), until: () => Promise.resolve() },
  isRecorded: true,
};

/** A plan of a pull request would be its own judge, and a rollout is none of its events. */
function refuseChange(host: Host, isDryRun: boolean): void {
  if (isDryRun || !isProposal(host)) return;
  throw new ConfigurationError([
    {
      title: 'a rollout does not run for a pull request',
      expected: 'a job of a deployment: push to a branch, workflow_dispatch, release, schedule',
      got: `the event ${host.event?.name}`,
      do: 'run it where the release is deployed; on a pull request, dry-run: true checks the plan',
    },
  ]);
}
