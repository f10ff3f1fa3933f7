/** A rollout that is carried out: lock, preflight, watch, report; or the one of a run that died, taken up where it stands. */
import { join } from 'node:path';
import type { GateContext, GateResult } from '@shipgate/kit/gate';
import type { Host } from '@shipgate/kit/host';
import { openJournalFile, samplesFile } from './adapters/journal-file.ts';
import { foldJournal } from './conclude.ts';
import type { Configuration } from './configuration.ts';
import type { Rollout } from './decide.ts';
import { headOf } from './head.ts';
import type { Entry, Journal, JournalHead } from './journal.ts';
import { lookBack } from './look-back.ts';
import type { Recorder } from './ports.ts';
import { recordedResult } from './recorded-run.ts';
import type { Source } from './source.ts';
import { ActingSteering } from './steering/acting.ts';
import { type Claim, claim, isRefusal, type Refusal } from './steering/claim.ts';
import { troubleOf } from './steering/helm.ts';
import type { OpenRouter } from './steering/open-router.ts';
import type { Router } from './steering/router.ts';
import { TrafficError } from './steering/traffic.ts';
import { sawFor, shownFor, tellPreflight } from './tell.ts';
import { openTelling, type Tellers } from './telling.ts';
import { watch } from './watch.ts';

export interface ActingRun {
  readonly configuration: Configuration;
  readonly source: Source;
  readonly router: OpenRouter;
  readonly context: GateContext;
  readonly version: string;
  readonly tellers: Tellers;
}

/** Undefined: there is no rollout to go on with, and none may begin. */
export async function actingRun(run: ActingRun, mayBegin: boolean = true): Promise<GateResult | undefined> {
  try {
    const claimed = await claimOrWhyNot(run);
    if (!mayBegin && !isRefusal(claimed) && claimed.past === 'none') return undefined;
    return await claimedRun(run, claimed);
  } finally {
    // Given back long ago, but for a run that failed before it came so far.
    await run.router.lock.release(AbortSignal.timeout(1_000)).catch(() => undefined);
  }
}

async function claimedRun(run: ActingRun, claimed: Claim | Refusal): Promise<GateResult> {
  const { configuration, source, router, context, version } = run;
  const journal = isRefusal(claimed) ? undefined : claimed.journal;
  const ready = journal?.head.preflight ?? (await lookBack(configuration, source, context));
  tellPreflight(context.progress, configuration, ready);
  const about = isRefusal(claimed) ? routerBefore(router, claimed) : claimed.router;
  const fresh = headOf(configuration, ready, source, context, version, about);
  const head = journal === undefined ? fresh : { ...fresh, startedAt: journal.head.startedAt };
  const recorder = openJournalFile(join(context.outputDirectory, samplesFile), head);
  try {
    const rollout = isRefusal(claimed)
      ? await refused(claimed, head, recorder, run)
      : await carriedOut(claimed, head, recorder, run);
    return recordedResult(head, rollout, samplesFile);
  } finally {
    recorder.close();
  }
}

async function claimOrWhyNot({ configuration, source, router, context }: ActingRun): Promise<Claim | Refusal> {
  const { plan, planHash, names } = configuration;
  const { traffic, lock, managed } = router;
  const parts = { plan, planHash, names, run: runUrl(context.host), traffic, lock, timer: source.timer, managed };
  try {
    return await claim(parts, context.signal);
  } catch (error) {
    if (!(error instanceof TrafficError) && !context.signal.aborted) throw error;
    return { ...troubleOf(error), weight: null };
  }
}

async function refused(
  refusal: Refusal,
  head: JournalHead,
  recorder: Recorder,
  { source, router, context }: ActingRun,
): Promise<Rollout> {
  const at = source.timer.now();
  const { weight, ...trouble } = refusal;
  const { aborted, reason } = context.signal;
  const entries: readonly Entry[] = [
    // What a cancelled run could not read is no trouble of the router.
    { event: 'traffic', at, weight, live: weight, ...(aborted ? {} : { trouble }), calls: router.count() },
    { event: 'end', at, ...(aborted ? { cancelled: typeof reason === 'string' ? reason : 'a signal' } : {}) },
  ];
  for (const entry of entries) recorder.append(entry);
  return foldJournal(head, entries);
}

async function carriedOut(
  claimed: Claim,
  head: JournalHead,
  recorder: Recorder,
  { configuration, source, router, context, tellers }: ActingRun,
): Promise<Rollout> {
  const { progress, signal, host } = context;
  const { plan, calendar } = configuration;
  const { timer, metrics } = source;
  if (claimed.past !== 'none') progress.note(takenUp(claimed, head));
  const shown = shownFor(progress);
  const telling = openTelling(tellers, { configuration, head, host, progress, signal });
  const steering = new ActingSteering({
    ...{ plan, head, helm: claimed.helm, lock: router.lock, timer, calendar, shown, signal },
    past: claimed.past,
    count: router.count,
  });
  try {
    const ports = { metrics, timer, recorder, steering };
    const past = pastOf(claimed.journal);
    if (head.preflight.method === null) return nothingTried(head, recorder, timer.now());
    const saw = telling.saw(sawFor(progress, plan, true));
    const rollout = await watch(plan, head.preflight, ports, saw, signal, past);
    await steering.release();
    await telling.end(rollout, claimed.helm.record.soakUntil);
    return rollout;
  } finally {
    await steering.release();
  }
}

/** Nothing is watched on a baseline that every test takes for a fault. */
function nothingTried(head: JournalHead, recorder: Recorder, at: number): Rollout {
  const end: Entry = { event: 'end', at };
  recorder.append(end);
  return foldJournal(head, [end]);
}

function pastOf(journal: Journal | undefined): readonly Entry[] {
  return journal?.entries ?? [];
}

function takenUp({ helm, past }: Claim, { router }: JournalHead): string {
  const counts = past === 'lost' ? 'its counts are lost, the step begins anew' : 'with what it had counted';
  return `goes on with the rollout ${router?.rollout ?? ''} at ${helm.record.weight} %, ${counts}`;
}

function routerBefore({ traffic }: OpenRouter, { weight }: Refusal): Router {
  return { kind: traffic.kind, object: traffic.description, before: weight ?? 0, rollout: '' };
}

/** Address of the run, where it has one. */
export function runUrl({ serverUrl, repository, run }: Host): string | undefined {
  if (repository === undefined || run === undefined) return undefined;
  return `${serverUrl}/${repository}/actions/runs/${run.id}`;
}
