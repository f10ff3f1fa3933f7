/**
 * Guard: does the router send the share that was set? Two one-sided binomial tests at the ends of the tolerated interval,
 * averaged. It only holds. canary-statistics.md, "Share".
 */
import { logIncompleteBeta } from './beta.ts';

/** E from which the rollout is held: level 0.001. */
export const SHARE_LIMIT = 1000;

export class ShareEvidence {
  private readonly low: OneSidedBinomial | undefined;
  private readonly high: OneSidedBinomial | undefined;
  private canary = 0;
  private all = 0;

  /** `weight` as a share from 0 to 1. */
  constructor(weight: number) {
    const tolerance = shareTolerance(weight);
    // At 100 % the others may have no more than what the tolerance has at least.
    if (weight >= 1) this.low = new OneSidedBinomial(LEAST_TOLERANCE);
    if (weight >= 1) return;
    this.high = weight + tolerance < 1 ? new OneSidedBinomial(weight + tolerance) : undefined;
    // "Below w - tol" is "the others are above 1 - w + tol".
    this.low = weight - tolerance > 0 ? new OneSidedBinomial(1 - weight + tolerance) : undefined;
  }

  advance(canaryRequests: number, stableRequests: number): void {
    this.canary += canaryRequests;
    this.all += canaryRequests + stableRequests;
  }

  get value(): number {
    const high = this.high?.logValue(this.canary, this.all) ?? 0;
    const low = this.low?.logValue(this.all - this.canary, this.all) ?? 0;
    return (Math.exp(Math.min(690, high)) + Math.exp(Math.min(690, low))) / 2;
  }
}

const LEAST_TOLERANCE = 0.02;

/** 2 points, or a fifth of the weight when that is more. */
export function shareTolerance(weight: number): number {
  return Math.max(LEAST_TOLERANCE, 0.2 * weight);
}

/**
 * Whether one window's requests are split as a weight asks: within the tolerance, or what chance makes of few requests, and
 * with at least one to the canary.
 */
export function isSplitAs(weight: number, canaryRequests: number, stableRequests: number): boolean {
  const all = canaryRequests + stableRequests;
  if (canaryRequests === 0) return false;
  const chance = 2 * Math.sqrt((weight * (1 - weight)) / all);
  return Math.abs(canaryRequests / all - weight) <= Math.max(shareTolerance(weight), chance);
}

/**
 * Whether a weight that was asked for has arrived: the split is its own, and nearer to it than to the weight before. At 100 %
 * the others have next to nothing.
 */
export function hasArrived(weight: number, before: number, canaryRequests: number, stableRequests: number): boolean {
  const share = canaryRequests / (canaryRequests + stableRequests);
  if (weight >= 1) return share >= 1 - LEAST_TOLERANCE;
  return isSplitAs(weight, canaryRequests, stableRequests) && Math.abs(share - weight) < Math.abs(share - before);
}

/** Requests and level at which the mixture is sharpest. */
const SHARPEST = { requests: 2000, level: 0.001 } as const;

/**
 * E against "each of n requests goes there with a probability of at most p": the likelihood ratio averaged over a beta
 * distribution cut to q > p. Source: Howard, Ramdas, McAuliffe & Sekhon 2021, the one-sided beta-binomial mixture.
 */
export class OneSidedBinomial {
  private readonly p: number;
  private readonly a: number;
  private readonly b: number;
  private readonly norm: number;

  /** `variance`: n p (1 - p) at which the mixture is sharpest, for crossings at `level`. */
  constructor(p: number, variance = SHARPEST.requests * p * (1 - p), level: number = SHARPEST.level) {
    this.p = p;
    const log = 2 * Math.log(1 / (2 * level));
    const spread = p * (1 - p);
    const r = Math.max(variance / (log + Math.log1p(log)) - spread, 1e-3 * spread);
    this.a = r / p;
    this.b = r / (1 - p);
    this.norm = logIncompleteBeta(this.a, this.b, 1 - p);
  }

  /** ln E when `k` of `n` went there. */
  logValue(k: number, n: number): number {
    const posterior = logIncompleteBeta(this.a + n - k, this.b + k, 1 - this.p);
    return posterior - this.norm - k * Math.log(this.p) - (n - k) * Math.log1p(-this.p);
  }
}
