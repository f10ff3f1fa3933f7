/** One metric, or one edge of a latency metric: everything that is kept of it from stratum to stratum. */
import { Bursts, isLarger } from './bursts.ts';
import { independentEvidence, independentPromotion, promotionIndependentSize } from './independent.ts';
import { AbsoluteEvidence, FastEvidence, floorPromotion, promotionFloorSize } from './limits.ts';
import type { Method } from './method.ts';
import { LEAST_PODS } from './method.ts';
import { GridProduct, StepMixture } from './mixture.ts';
import { podEvidence } from './pods.ts';
import { type Pair, promotionRatesSize, rateEvidence, ratePromotion, rollbackGrid } from './rates.ts';

export interface EdgeSettings {
  readonly method: Method;
  /** Steps below 100 %. */
  readonly steps: number;
  readonly margin: number;
  readonly floor: number | 'off';
  /** Stable's rate in the hour before, or that nobody knows it; undefined leaves out the fast part, as for latency. */
  readonly fastOver: number | 'unknown' | undefined;
  /** Absolute limit, a rate. */
  readonly limit: number | undefined;
}

/** Counts of one stratum; pods where they are told apart. */
export interface EdgeCounts extends Pair {
  readonly canaryPods?: readonly number[];
  readonly stablePods?: readonly number[];
  /** What promotion counts as bad, where the edge lies between two buckets. */
  readonly possibly?: { readonly canaryBad: number; readonly stableBad: number };
}

/** Part of a metric's evidence that an absolute limit has, and the rest's parts. */
export const shares = { main: 0.7, fast: 0.3, absolute: 0.1 } as const;

export class EdgeEvidence {
  private readonly main: StepMixture;
  private readonly fast: FastEvidence | undefined;
  private readonly absolute: AbsoluteEvidence | undefined;
  private readonly factors = new Float64Array(rollbackGrid.length);
  private relative: GridProduct;
  private below: GridProduct;
  private waiting: EdgeCounts[] = [];
  private readonly bursts = new Bursts();
  private readonly settings: EdgeSettings;
  /** Requests of the canary's pods in this step, and what pods of one load would have had. */
  private load = { canary: 0, expected: 0 };

  constructor(settings: EdgeSettings) {
    this.settings = settings;
    this.main = new StepMixture(Math.max(1, settings.steps), rollbackGrid.length);
    const { fastOver } = settings;
    this.fast = fastOver === undefined ? undefined : new FastEvidence(fastOver === 'unknown' ? undefined : fastOver);
    this.absolute = settings.limit === undefined ? undefined : new AbsoluteEvidence(settings.limit);
    [this.relative, this.below] = this.promotionStart();
  }

  /** A step begins, counted from 0: the promotion evidence starts again, and what waits to be merged is left out. */
  begin(step: number): void {
    this.main.reach(step);
    [this.relative, this.below] = this.promotionStart();
    this.waiting = [];
    this.load = { canary: 0, expected: 0 };
  }

  /** `alone`: at 100 % nothing is compared. */
  advance(counts: EdgeCounts, seconds: number, alone: boolean): void {
    this.fast?.advance(counts, seconds, alone);
    this.absolute?.advance(counts.canaryRequests, counts.canaryBad, seconds);
    if (alone) return;
    const { merge } = this.settings.method;
    if (merge === 1) {
      this.compare(counts);
      return;
    }
    this.waiting.push(counts);
    if (this.waiting.length < merge) return;
    this.compare(mergedCounts(this.waiting));
    this.waiting = [];
  }

  /** E for rollback. */
  get value(): number {
    const main = this.main.value;
    const relative = this.fast === undefined ? main : shares.main * main + shares.fast * this.fast.value;
    return this.absolute === undefined
      ? relative
      : (1 - shares.absolute) * relative + shares.absolute * this.absolute.value;
  }

  /** E of each part by itself, for the report: which of them proved it. */
  get parts(): { readonly main: number; readonly fast: number; readonly absolute: number } {
    return { main: this.main.value, fast: this.fast?.value ?? 0, absolute: this.absolute?.value ?? 0 };
  }

  /** E' for promotion of the step that began last. */
  get promotion(): number {
    return this.settings.floor === 'off' ? this.relative.value : (this.relative.value + this.below.value) / 2;
  }

  private promotionStart(): [GridProduct, GridProduct] {
    const size = this.settings.method.test === 'S' ? promotionIndependentSize : promotionRatesSize;
    return [new GridProduct(size), new GridProduct(promotionFloorSize)];
  }

  private compare(counts: EdgeCounts): void {
    this.weigh(counts);
    this.main.advance(this.factors);
    const possible = counts.possibly === undefined ? counts : { ...counts, ...counts.possibly };
    if (this.settings.method.test === 'S') independentPromotion(possible, this.relative.factors);
    else ratePromotion(possible, this.relative.factors);
    this.relative.take();
    if (this.settings.floor === 'off') return;
    floorPromotion(possible.canaryRequests, possible.canaryBad, this.settings.floor, this.below.factors);
    this.below.take();
  }

  private weigh(counts: EdgeCounts): void {
    const { method, margin } = this.settings;
    const { canaryPods = [], stablePods = [] } = counts;
    if (method.test === 'S') independentEvidence(counts, margin, this.factors);
    else if (method.test === 'P' && this.isEvenlyLoaded(counts, canaryPods.length, stablePods.length))
      podEvidence(canaryPods, stablePods, this.factors);
    else if (isLarger(counts) && !this.bursts.areRuledOut) this.factors.fill(0);
    else rateEvidence(counts, margin, this.factors);
    this.bursts.add(counts);
  }

  /**
   * P compares pods of one load. Where the canary's have another, the stratum is weighed by rates; that is chosen by sizes
   * alone, so both nulls keep their expectation.
   */
  private isEvenlyLoaded(counts: EdgeCounts, canaryPods: number, stablePods: number): boolean {
    const pods = canaryPods + stablePods;
    if (canaryPods === 0 || pods < LEAST_PODS) return false;
    const all = counts.canaryRequests + counts.stableRequests;
    this.load.canary += counts.canaryRequests;
    this.load.expected += (all * canaryPods) / pods;
    const { canary, expected } = this.load;
    return Math.abs(canary - expected) <= Math.max(UNEVEN * expected, 4 * Math.sqrt(expected));
  }
}

/** Part by which the load of pods may differ, beyond what chance makes of few requests. */
const UNEVEN = 0.2;

/** Several strata as one. Only test R merges, and it asks for no pods. */
function mergedCounts(all: readonly EdgeCounts[]): EdgeCounts {
  const sum = (of: (counts: EdgeCounts) => number) => all.reduce((total, counts) => total + of(counts), 0);
  return {
    canaryRequests: sum((counts) => counts.canaryRequests),
    canaryBad: sum((counts) => counts.canaryBad),
    stableRequests: sum((counts) => counts.stableRequests),
    stableBad: sum((counts) => counts.stableBad),
    ...(all.every(({ possibly }) => possibly === undefined)
      ? {}
      : {
          possibly: {
            canaryBad: sum((counts) => counts.possibly?.canaryBad ?? counts.canaryBad),
            stableBad: sum((counts) => counts.possibly?.stableBad ?? counts.stableBad),
          },
        }),
  };
}
