/** Sums over pods. */
import type { Arm, Counts } from '../strata.ts';
import type { EdgeCounts } from './edge.ts';

export function total(counts: readonly number[]): number {
  let sum = 0;
  for (const each of counts) sum += each;
  return sum;
}

/** One edge of a reading as the tests take it. */
export function edgeCounts({ canary, stable }: Counts, edge: number): EdgeCounts {
  const canaryPods = canary.bad[edge] ?? [];
  const stablePods = stable.bad[edge] ?? [];
  const counts = {
    canaryRequests: total(canary.requests),
    canaryBad: total(canaryPods),
    stableRequests: total(stable.requests),
    stableBad: total(stablePods),
    canaryPods,
    stablePods,
  };
  const possibly = possiblyBad(canary, stable, edge);
  return possibly === undefined ? counts : { ...counts, possibly };
}

function possiblyBad(canary: Arm, stable: Arm, edge: number): { canaryBad: number; stableBad: number } | undefined {
  if (canary.possiblyBad === undefined && stable.possiblyBad === undefined) return undefined;
  // A canary that may be slower, against a stable arm that is surely so: the harder comparison to pass.
  return {
    canaryBad: total((canary.possiblyBad ?? canary.bad)[edge] ?? []),
    stableBad: total(stable.bad[edge] ?? []),
  };
}
