/** One trace decided: what the rule would have said, and when. */
import { isCounts, RolloutEvidence } from '../evidence/rollout.ts';
import { total } from '../evidence/total.ts';
import type { Plan } from '../plan.ts';
import { codeOf } from '../rules/evidence.ts';
import type { Stratum } from '../strata.ts';
import type { Trace } from './trace.ts';

/** One line of `--replay`. */
export interface Answer {
  readonly id: string;
  readonly decision: 'rollback' | 'promote' | 'hold';
  /** Seconds; null for hold. */
  readonly at: number | null;
  readonly reason: string;
  /** Natural logarithm of E where it was decided, of the last stratum for hold. */
  readonly logE: number;
}

/**
 * Steps of a trace lasted as it says, so a rollback anywhere in it is a rollback; it is promoted when each step had its
 * proof by its end, at the time when the last one had it (and its hold, when the plan gives one, was over).
 */
export function replayTrace(trace: Trace, plan: Plan): Answer {
  const steps = Array.from({ length: trace.starts }, () => ({ weight: 1, hold: 0, max: 0, manual: false }));
  const evidence = new RolloutEvidence({ ...plan, steps }, { method: trace.method, before: trace.before });
  const provenAt: (number | undefined)[] = trace.steps.map(() => undefined);
  let current = -1;
  for (const { stratum, step } of trace.strata) {
    if (step !== current) {
      current = step;
      evidence.begin(step);
    }
    const { weight = 100, from = 0, hold = 0 } = trace.steps[step] ?? {};
    evidence.advance(stratum, weight >= 100);
    const value = evidence.value;
    const at = stratum.to / 1000;
    if (value >= 1 / plan.alpha) return answer(trace, 'rollback', at, rollbackReason(evidence, plan), value);
    if (provenAt[step] === undefined && (weight >= 100 ? hasRequests(stratum) : evidence.promotion >= 1 / plan.beta)) {
      provenAt[step] = Math.max(at, from + hold);
    }
  }
  const last = provenAt.at(-1);
  if (last !== undefined && provenAt.every((at) => at !== undefined)) {
    return answer(trace, 'promote', last, 'promotion-proven', evidence.value);
  }
  return answer(
    trace,
    'hold',
    null,
    trace.strata.length === 0 ? 'metrics-missing' : 'promotion-not-proven',
    evidence.value,
  );
}

function hasRequests({ readings }: Stratum): boolean {
  return Object.values(readings).some((reading) => isCounts(reading) && total(reading.canary.requests) > 0);
}

function answer({ id }: Trace, decision: Answer['decision'], at: number | null, reason: string, value: number): Answer {
  return { id, decision, at, reason, logE: Math.log(value) };
}

/** A metric is named as proven only when it reaches 1/alpha alone. */
export function rollbackReason(evidence: RolloutEvidence, plan: Plan): string {
  const proven = evidence.metrics.find(({ weight, value }) => weight * value >= 1 / plan.alpha);
  const metric = plan.metrics.find(({ name }) => name === proven?.name);
  return proven === undefined || metric === undefined ? 'jointly-worse' : codeOf(proven, metric);
}
