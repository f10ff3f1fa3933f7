/**
 * One pod as a queue with one server, Poisson arrivals and exponential service times, first come, first served (M/M/1),
 * followed request by request (Lindley's recursion), so that slow requests come in runs as they do behind a busy server.
 */
import type { Random } from './random.ts';

export class PodQueue {
  private readonly arrivalRate: number;
  private readonly service: number;
  private readonly edges: readonly number[];
  private nextArrival: number;
  private freeAt: number;

  /** Starts empty at `from`; requests a second, mean seconds of service. */
  constructor(
    random: Random,
    options: { from: number; arrivalRate: number; service: number; edges: readonly number[] },
  ) {
    this.arrivalRate = options.arrivalRate;
    this.service = options.service;
    this.edges = options.edges;
    this.freeAt = options.from;
    this.nextArrival = options.from + random.exponential() / options.arrivalRate;
  }

  /** Requests that were answered before `until`, and how many of them took longer than each edge. */
  answered(random: Random, until: number): { readonly requests: number; readonly slow: readonly number[] } {
    const slow = this.edges.map(() => 0);
    let requests = 0;
    for (;;) {
      const begins = Math.max(this.nextArrival, this.freeAt);
      if (begins >= until) return { requests, slow };
      const ends = begins + random.exponential() * this.service;
      const took = ends - this.nextArrival;
      requests += 1;
      for (let e = 0; e < slow.length; e += 1) if (took > (this.edges[e] ?? 0)) slow[e] = (slow[e] ?? 0) + 1;
      this.freeAt = ends;
      this.nextArrival += random.exponential() / this.arrivalRate;
    }
  }
}
