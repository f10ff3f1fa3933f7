/** The way back: all traffic on stable again, in stages where stable could not bear it at once, and for as long as it takes. */
import type { Entry } from '../journal.ts';
import type { Timer } from '../ports.ts';
import type { Helm } from './helm.ts';
import type { MoveCause } from './record.ts';
import type { Shown } from './steering.ts';

export interface WayBack {
  readonly helm: Helm;
  readonly timer: Timer;
  readonly shown: Pick<Shown, 'asks' | 'notes'>;
  readonly cause: MoveCause;
  /** Counted from 0, of the step that is left. */
  readonly step: number;
  /** Ends the trying early: the time of a cancelled run. */
  readonly budget: AbortSignal | undefined;
  /** Of the run: a rollback goes on when it is aborted, for a few seconds. */
  readonly signal: AbortSignal;
}

/** Milliseconds between two tries, and in all: then a person has to look. */
const AGAIN_AFTER = 2_000;
const PATIENCE = 600_000;
/** Of one try, as far as it counts. */
const LONGEST_TRY = 60_000;
const AFTER_CANCEL = 3_500;

/** Never rejects. Entries of stages; what the router has in the end is told by the caller. */
export async function takeBack(way: WayBack): Promise<readonly Entry[]> {
  const { helm, timer, shown } = way;
  let waited = 0;
  const abort = budgetOf(way);
  const stages: Entry[] = [];
  let said = '';
  await helm.settle(abort, true);
  while (!abort.aborted && waited < PATIENCE && !helm.isForeign) {
    const { safeWeight } = helm.record;
    if (helm.weight === safeWeight && helm.record.weight === safeWeight && helm.hasArrived) break;
    const weight = bearable(helm, safeWeight);
    if (!helm.isBlind && weight < helm.record.weight) {
      shown.asks(weight, 'run');
      const at = timer.now();
      const cause = weight === safeWeight ? way.cause : 'stage';
      const isDone = await helm.move({ step: way.step, weight, cause, at }, abort);
      if (isDone && cause === 'stage') stages.push({ event: 'traffic', at, ...helm.entry('stage') });
      if (isDone && helm.hasArrived && cause !== 'stage') break;
    }
    const text = helm.isBlind ? `the router cannot be reached: ${helm.detail}` : waiting(helm, safeWeight);
    if (text !== said) shown.notes(text);
    said = text;
    const from = timer.now();
    await timer.until(from + AGAIN_AFTER, abort);
    await helm.settle(abort, true);
    // A clock that is set, or a machine that slept, is no time in which it was tried.
    waited += Math.max(AGAIN_AFTER, Math.min(timer.now() - from, LONGEST_TRY));
  }
  if (helm.hasArrived && helm.weight === helm.record.safeWeight) await helm.close('rolled-back', undefined, abort);
  return stages;
}

/** One signal for all: the budget of a cancelled run; for any other a few seconds from the moment when it is aborted. */
export function budgetOf({ budget, signal }: Pick<WayBack, 'budget' | 'signal'>): AbortSignal {
  if (budget !== undefined) return budget;
  const control = new AbortController();
  const stop = () => setTimeout(() => control.abort(), AFTER_CANCEL).unref();
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop, { once: true });
  return control.signal;
}

/**
 * The least weight that leaves stable no more than it can bear: with r of b pods it gets r/b of what it had. Pods that are not
 * known are taken for enough.
 */
export function bearable(
  { record, stablePods, weight }: Pick<Helm, 'record' | 'stablePods' | 'weight'>,
  safe: number,
): number {
  const { stablePods: before } = record;
  if (before === undefined || before === 0 || stablePods === undefined || stablePods >= before) return safe;
  const least = Math.ceil(100 - ((100 - safe) * stablePods) / before);
  return Math.max(safe, Math.min(least, weight ?? least));
}

function waiting({ record, stablePods }: Helm, safe: number): string {
  const pods =
    record.stablePods === undefined ? '' : ` (${stablePods ?? '?'} of ${record.stablePods} pods of stable are ready)`;
  return `on the way back to ${safe} %${pods}`;
}
