/** What the outcomes of one rule in one scenario come to. */
import { logBeta, logIncompleteBeta } from '../../actions/canary-promote/src/evidence/beta.ts';
import type { Outcome } from './outcomes.ts';

export interface Tally {
  readonly traces: number;
  readonly rolledBack: number;
  /** Clopper-Pearson, 95 %, of the share rolled back. */
  readonly interval: readonly [number, number];
  /** Over all traces: null when fewer are rolled back. Seconds since the start. */
  readonly median: number | null;
  readonly p90: number | null;
  /** Errors that the canary served. */
  readonly meanErrors: number;
  readonly medianErrors: number;
  readonly undecided: number;
  readonly promoted: number;
  /** By step: how many were proven, and when half of them were (null when fewer). */
  readonly steps: readonly { readonly proven: number; readonly median: number | null }[];
}

export function tallyOf(outcomes: readonly Outcome[]): Tally {
  const traces = outcomes.length;
  const times = outcomes.map(({ at }) => at[0] ?? Number.POSITIVE_INFINITY);
  const errors = outcomes.map((outcome) => outcome.errors);
  const count = (decision: Outcome['decision']) => outcomes.filter((each) => each.decision === decision).length;
  const rolledBack = count('rollback');
  const steps = Math.max(0, ...outcomes.map(({ at }) => at.length));
  return {
    traces,
    rolledBack,
    interval: clopperPearson(rolledBack, traces),
    median: quantile(times, 0.5),
    p90: quantile(times, 0.9),
    meanErrors: errors.reduce((sum, each) => sum + each, 0) / traces,
    medianErrors: quantile(errors, 0.5) ?? 0,
    undecided: count('hold'),
    promoted: count('promote'),
    steps: Array.from({ length: steps }, (_, s) => {
      const each = outcomes.map(({ at }) => at[s] ?? Number.POSITIVE_INFINITY);
      return { proven: each.filter(Number.isFinite).length, median: quantile(each, 0.5) };
    }),
  };
}

/** The smallest value that at least this share does not pass; null when it is infinite. */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = Float64Array.from(values).sort();
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.POSITIVE_INFINITY;
  return Number.isFinite(value) ? value : null;
}

/** The exact interval of a share (Clopper & Pearson 1934), by default of 95 %. */
export function clopperPearson(hits: number, of: number, miss = 0.05): readonly [number, number] {
  const lower = hits === 0 ? 0 : betaQuantile(hits, of - hits + 1, miss / 2);
  const upper = hits === of ? 1 : betaQuantile(hits + 1, of - hits, 1 - miss / 2);
  return [lower, upper];
}

function betaQuantile(a: number, b: number, share: number): number {
  const whole = logBeta(a, b);
  let [low, high] = [0, 1];
  for (let i = 0; i < 60; i += 1) {
    const middle = (low + high) / 2;
    if (Math.exp(logIncompleteBeta(a, b, middle) - whole) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
