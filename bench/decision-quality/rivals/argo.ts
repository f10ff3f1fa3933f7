/**
 * Argo Rollouts' background analysis of one metric, by its documented rules: a measurement each interval; the metric fails when
 * failures pass `failureLimit`, is inconclusive past `inconclusiveLimit`, is in error when errors in a row pass
 * `consecutiveErrorLimit` (4 unless set). Source: argo-rollouts, docs/features/analysis.md and analysis/analysis_test.go.
 */
import { canaryBetween, type Rival } from './arm-cells.ts';

export interface ArgoLimits {
  readonly failureLimit?: number;
  readonly inconclusiveLimit?: number;
  readonly consecutiveErrorLimit?: number;
  /** Measurements after which the metric is done; without it it runs as long as the rollout. */
  readonly count?: number;
}

export interface ArgoResult {
  readonly count: number;
  readonly failed?: number;
  readonly inconclusive?: number;
  readonly consecutiveError?: number;
}

export type ArgoPhase = 'Running' | 'Successful' | 'Failed' | 'Inconclusive' | 'Error';

/** `ending`: the rollout is over, and the analysis is told to stop. A later limit outdoes an earlier one. */
export function assessMetric(limits: ArgoLimits, result: ArgoResult, ending: boolean): ArgoPhase {
  const { failureLimit = 0, inconclusiveLimit = 0, consecutiveErrorLimit = 4, count } = limits;
  if ((result.consecutiveError ?? 0) > consecutiveErrorLimit) return 'Error';
  if ((result.inconclusive ?? 0) > inconclusiveLimit) return 'Inconclusive';
  if ((result.failed ?? 0) > failureLimit) return 'Failed';
  if (count !== undefined && result.count >= count) return 'Successful';
  return ending ? 'Successful' : 'Running';
}

/** Success rate of the canary at least 99 % over each minute, `failureLimit: 3`; a minute without requests is an error. */
export const argoSetting = { interval: 60, atLeast: 0.99, limits: { failureLimit: 3 } } as const;

export const argo: Rival = (cells) => {
  const { interval, atLeast, limits } = argoSetting;
  const end = cells.at(-1)?.t ?? 0;
  const result = { count: 0, failed: 0, consecutiveError: 0 };
  for (let t = interval; t <= end; t += interval) {
    const { requests, bad } = canaryBetween(cells, t - interval, t);
    result.count += 1;
    result.consecutiveError = requests === 0 ? result.consecutiveError + 1 : 0;
    if (requests > 0 && 1 - bad / requests < atLeast) result.failed += 1;
    if (assessMetric(limits, result, false) !== 'Running') return t;
  }
  return Number.POSITIVE_INFINITY;
};
