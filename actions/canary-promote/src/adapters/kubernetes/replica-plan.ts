/** How many pods of a pair make a weight. Pure. */
import { shareTolerance } from '../../evidence/share.ts';
import { unfit } from './routes/unfit.ts';

export interface Replicas {
  readonly stable: number;
  readonly canary: number;
}

/**
 * The split of `total` pods nearest to a weight in percent: at least one canary pod above 0 %, and one of stable below 100 %.
 * Throws TrafficError `unfit` for a weight that so few pods cannot come near: the guard of the share would hold it for ever.
 */
export function replicasFor(total: number, weight: number): Replicas {
  if (weight <= 0) return { stable: total, canary: 0 };
  if (weight >= 100) return { stable: 0, canary: total };
  const canary = Math.min(total - 1, Math.max(1, Math.round((total * weight) / 100)));
  const nearest = (100 * canary) / total;
  if (total >= 2 && Math.abs(nearest - weight) <= 100 * shareTolerance(weight / 100))
    return { stable: total - canary, canary };
  const got = `${total} pods, of which ${canary} are ${Math.round(10 * nearest) / 10} %`;
  throw unfit(`pods enough for ${weight} %`, got, 'give more pods by `total`, or steps that they can make');
}

/** Percent by counts, to a tenth. */
export function percentOf({ stable, canary }: Replicas): number {
  const all = stable + canary;
  return all === 0 ? 0 : Math.round((1000 * canary) / all) / 10;
}

/** Whether two splits are the same. */
export function isSame(one: Replicas, other: Replicas): boolean {
  return one.stable === other.stable && one.canary === other.canary;
}
