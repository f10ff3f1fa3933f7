/** Products of strata, averaged over the grid and over the steps at which a fault may have begun. canary-statistics.md, "Accumulate". */
import { logMeanExp } from './counting.ts';

/**
 * Weight of the first start. Most faults are there from the first request on; what begins with a later step finds the rest.
 * Why not half: docs/decisions/0007, "Starts".
 */
const FIRST = 0.85;

/**
 * E = sum over step starts s of w_s * mean over g of prod over strata since s of E_i(r_g); the first start has most of
 * the weight, the others share the rest, and a start not yet reached counts w_s.
 */
export class StepMixture {
  private readonly sums: Float64Array[] = [];
  private readonly weights: readonly number[];
  private readonly size: number;

  /** `steps` below 100 %, at least one; `size` of the grid. */
  constructor(steps: number, size: number) {
    this.size = size;
    this.weights = Array.from({ length: steps }, (_, s) =>
      steps === 1 ? 1 : s === 0 ? FIRST : (1 - FIRST) / (steps - 1),
    );
  }

  /** Opens the starts up to this step, counted from 0. */
  reach(step: number): void {
    while (this.sums.length <= Math.min(step, this.weights.length - 1)) this.sums.push(new Float64Array(this.size));
  }

  advance(logFactors: Float64Array): void {
    for (const sums of this.sums) {
      for (let g = 0; g < this.size; g += 1) sums[g] = (sums[g] ?? 0) + (logFactors[g] ?? 0);
    }
  }

  /** The e-value. */
  get value(): number {
    let value = 0;
    for (const [s, weight] of this.weights.entries()) {
      const sums = this.sums[s];
      value += weight * (sums === undefined ? 1 : Math.exp(Math.min(690, logMeanExp(sums))));
    }
    return value;
  }
}

/** prod over strata, averaged over a grid: one step's promotion evidence. */
export class GridProduct {
  private readonly sums: Float64Array;
  readonly factors: Float64Array;

  constructor(size: number) {
    this.sums = new Float64Array(size);
    this.factors = new Float64Array(size);
  }

  /** Takes what was put into `factors`. */
  take(): void {
    for (let g = 0; g < this.sums.length; g += 1) this.sums[g] = (this.sums[g] ?? 0) + (this.factors[g] ?? 0);
  }

  get value(): number {
    return Math.exp(Math.min(690, logMeanExp(this.sums)));
  }
}
