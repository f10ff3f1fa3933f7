/** The weight that really goes to the canary, as the route in the cluster says it. */
import { TrafficError } from '../../steering/traffic.ts';

/** Percent. Throws TrafficError. */
export type ReadLive = (signal: AbortSignal) => Promise<number>;

/**
 * A cluster that cannot be read must not keep a rollback from being committed: while it does not answer, what was seen last counts.
 * But it never says by that that a weight arrived that was set since: then it throws what the cluster said.
 */
export class LiveWeight {
  private readonly ask: ReadLive | undefined;
  private last: { readonly live: number; readonly weight: number } | undefined;
  /** Another weight was set since the last answer. */
  private hasMoved = false;

  /** Undefined: a weight is live as soon as it is merged. */
  constructor(ask: ReadLive | undefined) {
    this.ask = ask;
  }

  /** `weight`: the one asked for; `merged`: the one of the branch. Percent. Throws TrafficError. */
  async read(weight: number, merged: number, signal: AbortSignal): Promise<number> {
    if (this.ask === undefined) return merged;
    try {
      const live = await this.ask(signal);
      this.last = { live, weight };
      this.hasMoved = false;
      return live;
    } catch (error) {
      const isBlind = error instanceof TrafficError && (error.code === 'unavailable' || error.code === 'refused');
      if (!isBlind || this.last === undefined || signal.aborted) throw error;
      this.hasMoved ||= this.last.weight !== weight;
      if (this.hasMoved && this.last.live === weight) throw error;
      return this.last.live;
    }
  }
}
