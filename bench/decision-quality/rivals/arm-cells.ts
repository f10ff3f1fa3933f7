/** What the rivals look at: counts of both arms over time. */
import type { SimulatedTrace } from '../service.ts';

export interface ArmCell {
  /** End, seconds since the start. */
  readonly t: number;
  readonly step: number;
  readonly canaryRequests: number;
  readonly canaryBad: number;
  readonly stableRequests: number;
  readonly stableBad: number;
}

/** When a rival takes the release back, seconds since the start; infinity when it never does. */
export type Rival = (cells: readonly ArmCell[]) => number;

export function armCells({ cells }: SimulatedTrace): readonly ArmCell[] {
  return cells.map(({ t, step, canary, stable }) => ({
    t,
    step,
    canaryRequests: total(canary.requests),
    canaryBad: total(canary.bad),
    stableRequests: total(stable.requests),
    stableBad: total(stable.bad),
  }));
}

/** The canary's sums over the cells that end after `from` and not after `to`. */
export function canaryBetween(cells: readonly ArmCell[], from: number, to: number): { requests: number; bad: number } {
  let requests = 0;
  let bad = 0;
  for (const cell of cells) {
    if (cell.t <= from || cell.t > to) continue;
    requests += cell.canaryRequests;
    bad += cell.canaryBad;
  }
  return { requests, bad };
}

function total(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
