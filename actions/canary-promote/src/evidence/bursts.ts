/**
 * Errors that come in bursts. Test R cuts the larger arm to the size of the smaller, and a burst with it: where the canary is
 * the larger arm, only stable's bursts stay whole, and R would take their absence for a fault. So above half of the traffic
 * R bets only once the past of both arms shows no bursts; `baseline: fresh` of equal size keeps it sharp. Looking at
 * the past alone leaves the expectation as it is. canary-statistics.md, "R".
 */
import type { Pair } from './rates.ts';

/** Variance over mean from which counts are not those of independent requests any more. */
const BURSTY = 2;
/** Fewer strata tell nothing. */
const LEAST_STRATA = 8;

export class Bursts {
  private readonly canary = new Dispersion();
  private readonly stable = new Dispersion();

  /** Of the past: asked before `add` of the stratum that it is asked for. */
  get areRuledOut(): boolean {
    return this.canary.isEven && this.stable.isEven;
  }

  add({ canaryRequests, canaryBad, stableRequests, stableBad }: Pair): void {
    this.canary.add(canaryRequests, canaryBad);
    this.stable.add(stableRequests, stableBad);
  }
}

/** Pearson's statistic of one arm's counts against one rate for all of its strata. */
class Dispersion {
  private strata = 0;
  private requests = 0;
  private bad = 0;
  /** Sum of k^2 / n, from which the statistic follows. */
  private squares = 0;

  get isEven(): boolean {
    if (this.strata < LEAST_STRATA) return false;
    if (this.bad === 0) return true;
    const rate = this.bad / this.requests;
    return (this.squares - this.bad * rate) / rate / (this.strata - 1) <= BURSTY;
  }

  add(requests: number, bad: number): void {
    if (requests === 0) return;
    this.strata += 1;
    this.requests += requests;
    this.bad += bad;
    this.squares += (bad * bad) / requests;
  }
}

/** The canary is the larger arm, beyond what chance makes of equal halves. */
export function isLarger({ canaryRequests, stableRequests }: Pair): boolean {
  return canaryRequests > 1.2 * stableRequests;
}
