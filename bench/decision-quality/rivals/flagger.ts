/**
 * Flagger's analysis: a check each interval; a failed check, or one without values, adds to a number that is never taken back
 * within a rollout; at the start of a later round that number at or above `threshold` rolls back. Source: flagger,
 * docs/gitbook/usage/how-it-works.md, pkg/controller/scheduler.go and its tests. What is left out: a failed check also halts
 * the weight, here steps last as long as the trace says.
 */
import { canaryBetween, type Rival } from './arm-cells.ts';

export interface FlaggerMetric {
  /** Percent. */
  readonly min?: number;
  readonly max?: number;
}

/** A bound itself passes; no value (undefined) fails. */
export function checkPasses({ min, max }: FlaggerMetric, value: number | undefined): boolean {
  if (value === undefined) return false;
  return !(min !== undefined && value < min) && !(max !== undefined && value > max);
}

export class FlaggerAnalysis {
  failedChecks: number;
  phase: 'Progressing' | 'Failed' = 'Progressing';
  private readonly threshold: number;

  constructor(threshold: number, failedChecks = 0) {
    this.threshold = threshold;
    this.failedChecks = failedChecks;
  }

  /** One round: roll back if there were enough failed checks before, otherwise check. */
  advance(passes: boolean): void {
    if (this.phase === 'Failed') return;
    if (this.failedChecks >= this.threshold) this.phase = 'Failed';
    else if (!passes) this.failedChecks += 1;
  }
}

/** As in Flagger's examples: request-success-rate at least 99 % over a minute, each minute, threshold 5. */
export const flaggerSetting = { interval: 60, threshold: 5, metric: { min: 99 } } as const;

export const flagger: Rival = (cells) => {
  const { interval, threshold, metric } = flaggerSetting;
  const end = cells.at(-1)?.t ?? 0;
  const analysis = new FlaggerAnalysis(threshold);
  for (let t = interval; t <= end; t += interval) {
    const { requests, bad } = canaryBetween(cells, t - interval, t);
    analysis.advance(checkPasses(metric, requests === 0 ? undefined : 100 * (1 - bad / requests)));
    if (analysis.phase === 'Failed') return t;
  }
  return Number.POSITIVE_INFINITY;
};
