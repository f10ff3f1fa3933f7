/**
 * Evidence against a fixed rate: the fast part B and the absolute limits. Both start with half their weight at once and give
 * the other half out geometrically, so that a fault that comes late is not diluted by what was good before.
 * canary-statistics.md, "B" and "Absolute limit".
 */
import { canaryShare, logRatioOfShares } from './independent.ts';
import type { Pair } from './rates.ts';

/** Seconds in which a share 1/e of the late weight is given out. */
const LATE = 900;
/** Beyond any 1/alpha, and far from infinity. */
const HUGE = 1e300;
const LARGEST_LOG = 690;
/** A window as long as all of that would leave nothing for later. */
const MOST = 0.5;

/** sum over q of A_q and what is left: a mixture over start times. Linear, since it is final when it passes 1/alpha. */
export class LateStarts {
  private readonly started: Float64Array;
  private left = 0.5;
  readonly size: number;

  constructor(size: number) {
    this.size = size;
    this.started = new Float64Array(size).fill(0.5 / size);
  }

  /** ln E_i(q) by alternative, and the stratum's length in seconds. */
  advance(logFactors: Float64Array, seconds: number): void {
    const share = Math.min(MOST, seconds / LATE);
    const fresh = (share * this.left) / this.size;
    for (let q = 0; q < this.size; q += 1) {
      const factor = Math.exp(Math.min(LARGEST_LOG, logFactors[q] ?? 0));
      this.started[q] = Math.min(HUGE, ((this.started[q] ?? 0) + fresh) * factor);
    }
    this.left *= 1 - share;
  }

  /** The e-value. */
  get value(): number {
    return Math.min(
      HUGE,
      this.started.reduce((sum, each) => sum + each, this.left),
    );
  }
}

/** ln of the likelihood ratio of rate q against rate p for `bad` of `requests`. */
export function logRatioOfRates(requests: number, bad: number, q: number, p: number): number {
  return bad * Math.log(q / p) + (requests - bad) * Math.log((1 - q) / (1 - p));
}

const HIGHEST_RATE = 0.9;
const LEAST_FAST_RATE = 0.02;
const FAST_TIMES: readonly number[] = [2.5, 5, 15];
/** No single scrape decides. */
const LOG_CAP = Math.log(40);

/** B: null "p_c <= f or p_c <= 3 p_b in every stratum", so it is the smaller of two e-values. */
export class FastEvidence {
  private readonly starts: LateStarts;
  private readonly factors: Float64Array;
  private rates: readonly number[] = [];
  private stable = { requests: 0, bad: 0 };
  private isKnown: boolean;
  /** f: what the canary may fail at any rate. */
  allowed = 0;

  /** `before`: stable's rate in the hour before the first step, frozen; undefined when nobody knows it. */
  constructor(before: number | undefined) {
    this.isKnown = before !== undefined;
    this.starts = new LateStarts(FAST_TIMES.length);
    this.factors = new Float64Array(this.starts.size);
    this.allow(before ?? 0);
  }

  private allow(before: number): void {
    this.allowed = Math.max(LEAST_FAST_RATE, 3 * before);
    this.rates = FAST_TIMES.map((times) => Math.min(HIGHEST_RATE, times * this.allowed));
  }

  /** At 100 % nothing is compared any more, so what stable had until then is what the canary may fail: of the past alone. */
  private learn(): void {
    if (this.isKnown || this.stable.requests === 0) return;
    this.isKnown = true;
    this.allow(this.stable.bad / this.stable.requests);
  }

  /** `alone`: at 100 % there is no stable arm, and its half of the null is empty. */
  advance(pair: Pair, seconds: number, alone: boolean): void {
    if (alone) this.learn();
    const nobody = pair.canaryRequests + pair.stableRequests === 0;
    const comparison = nobody ? 0 : logRatioOfShares(pair, canaryShare(pair, 3), 3);
    for (const [g, q] of this.rates.entries()) {
      const isOff = this.allowed >= HIGHEST_RATE;
      const limit = isOff ? 0 : logRatioOfRates(pair.canaryRequests, pair.canaryBad, q, this.allowed);
      this.factors[g] = isOff ? 0 : Math.min(limit, alone ? LOG_CAP : comparison, LOG_CAP);
    }
    this.starts.advance(this.factors, seconds);
    if (alone) return;
    this.stable.requests += pair.stableRequests;
    this.stable.bad += pair.stableBad;
  }

  get value(): number {
    return this.starts.value;
  }
}

/** Null: p_c <= limit in every stratum. */
export class AbsoluteEvidence {
  private readonly starts: LateStarts;
  private readonly factors: Float64Array;
  private readonly rates: readonly number[];
  readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
    const rates = [1.2, 1.5, 2, 3, 5, 10].map((times) => Math.min(HIGHEST_RATE, times * limit));
    this.rates = limit < HIGHEST_RATE ? rates : [];
    this.starts = new LateStarts(Math.max(1, this.rates.length));
    this.factors = new Float64Array(this.starts.size);
  }

  advance(requests: number, bad: number, seconds: number): void {
    for (const [g, q] of this.rates.entries()) this.factors[g] = logRatioOfRates(requests, bad, q, this.limit);
    this.starts.advance(this.factors, seconds);
  }

  get value(): number {
    return this.starts.value;
  }
}

const floorShares = [0.05, 0.2, 0.5];
export const promotionFloorSize = floorShares.length;

/** ln E' against p_c >= floor, for requests that are independent, into `out`. */
export function floorPromotion(requests: number, bad: number, floor: number, out: Float64Array): void {
  for (const [g, share] of floorShares.entries()) out[g] = logRatioOfRates(requests, bad, share * floor, floor);
}
