/**
 * Kayenta's judge for one metric (NetflixACAJudge, MannWhitneyClassifier): the metric is High when the interval of the shift lies
 * above `fraction` of the absolute Hodges-Lehmann estimate; 98 % and 0.25 are its settings. Judged at the end of each step, on
 * the error rates of that step's cells, in percent. Source: kayenta-judge and its ClassifierSuite.
 */
import type { ArmCell, Rival } from './arm-cells.ts';
import { shiftInterval } from './mann-whitney.ts';

export type Classification = 'Pass' | 'High' | 'Low' | 'Nodata';

export interface JudgeSetting {
  readonly fraction: number;
  /** Normal quantile of the two-sided confidence: 1.96 for 95 %. */
  readonly quantile: number;
  readonly direction: 'increase' | 'decrease' | 'either';
}

export function classify(
  experiment: readonly number[],
  control: readonly number[],
  { fraction, quantile, direction }: JudgeSetting,
): Classification {
  if (experiment.length === 0 || control.length === 0) return 'Nodata';
  if (experiment.length === control.length && experiment.every((value, i) => value === control[i])) return 'Pass';
  const interval = shiftInterval(experiment, control, quantile);
  if (interval === undefined) return 'Pass';
  const bound = fraction * Math.abs(interval.estimate);
  if (direction !== 'decrease' && interval.lower > bound) return 'High';
  if (direction !== 'increase' && interval.upper < -bound) return 'Low';
  return 'Pass';
}

export const kayentaSetting: JudgeSetting = { fraction: 0.25, quantile: 2.3263478740408408, direction: 'increase' };

export const kayenta: Rival = (cells) => {
  const last = cells.at(-1)?.step ?? -1;
  for (let step = 0; step <= last; step += 1) {
    const seen = cells.filter((cell) => cell.step === step);
    const rates = (of: (cell: ArmCell) => readonly [number, number]) =>
      seen.map(of).flatMap(([bad, requests]) => (requests === 0 ? [] : [(100 * bad) / requests]));
    const experiment = rates((cell) => [cell.canaryBad, cell.canaryRequests]);
    const control = rates((cell) => [cell.stableBad, cell.stableRequests]);
    if (classify(experiment, control, kayentaSetting) === 'High') return seen.at(-1)?.t ?? 0;
  }
  return Number.POSITIVE_INFINITY;
};
