/** Guards: they only hold. */
import type { Course, MetricSums } from '../course.ts';
import { PLACEBO_LIMIT } from '../evidence/placebo.ts';
import { SHARE_LIMIT } from '../evidence/share.ts';
import type { Ruled } from './rule.ts';

export function shareRule(course: Course): readonly Ruled[] {
  const { share, step, after } = course;
  if (share === undefined || step === undefined || share.value < SHARE_LIMIT) return [];
  const measured = shareOf([...step.sums.values()][0]);
  return [{ finding: { code: 'share-off', measured, value: share.value, weight: step.weight, after }, asks: 'hold' }];
}

/** The canary's part of the requests. */
export function shareOf(sums: MetricSums | undefined): number {
  const all = (sums?.canary.requests ?? 0) + (sums?.stable.requests ?? 0);
  return all === 0 ? 0 : (sums?.canary.requests ?? 0) / all;
}

/** In the mode `evidence` only: thresholds as written assume nothing about noise. */
export function placeboRule(course: Course): readonly Ruled[] {
  const { placeboMean: mean, step, after, plan } = course;
  if (plan.mode !== 'evidence' || step === undefined || mean < PLACEBO_LIMIT) return [];
  return [
    { finding: { code: 'noisy-baseline', groups: 0, reached: null, mean, weight: step.weight, after }, asks: 'hold' },
  ];
}
