/** What a simulated service is: its traffic, its errors, and what disturbs both. Plain data; a share is from 0 to 1, times are seconds. */

export interface SimulatedStep {
  /** Percent; of 20 pods every weight gives a whole number of canary pods. */
  readonly weight: number;
  readonly from: number;
  readonly to: number;
}

export interface Service {
  /** Requests of the whole service in a second. */
  readonly perSecond: number;
  /** Error rate of stable, and of the canary without a fault. */
  readonly base: number;
  /** Error rate of the canary from a time on. */
  readonly fault?: { readonly rate: number; readonly from: number };
  /** Length of a cell. */
  readonly interval: number;
  readonly steps: readonly SimulatedStep[];
  /** Pods of both releases; each gets the same share of the traffic. */
  readonly pods: number;
  /** Both load and errors follow the day: times 1 + swing * sin, from a random hour. */
  readonly day?: { readonly load: number; readonly errors: number };
  /** Factors of mean 1 (gamma) on the error rate, one for each arm or pod and each block of `seconds`. */
  readonly armNoise?: Noise;
  readonly podNoise?: Noise;
  /** A factor of mean 1 (gamma) for each pod, for the whole trace. */
  readonly podEffects?: { readonly cv: number };
  /** At exponential distances, on average `every` seconds, one pod gets a geometric number of further requests that all fail. */
  readonly bursts?: { readonly every: number; readonly requests: number };
  /** Once, at a random moment, both releases fail at this rate. */
  readonly outage?: { readonly seconds: number; readonly rate: number };
  /** The canary is read this much earlier than stable, a multiple of 5; the first cell after a weight change is dropped. */
  readonly misaligned?: number;
  /** Each pod restarts at exponential distances; what it counted since the last read is lost. */
  readonly restarts?: { readonly every: number };
  /** Each cell is lost with this probability. */
  readonly gaps?: number;
  /** Requests queue in each pod, one at a time: exponential service times. */
  readonly queue?: Queue;
}

export interface Noise {
  /** Standard deviation over mean. */
  readonly cv: number;
  readonly seconds: number;
}

export interface Queue {
  /** Mean service time of stable. */
  readonly service: number;
  /** The canary's is this many times as long. */
  readonly canaryTimes: number;
  /** A request that takes longer than an edge is slow; seconds, rising. */
  readonly edges: readonly number[];
}

/** Counts of an arm in one cell, by pod; `slow` by edge, then by pod. */
export interface ArmCounts {
  readonly requests: readonly number[];
  readonly bad: readonly number[];
  readonly slow: readonly (readonly number[])[];
}

export interface SimulatedCell {
  /** End, seconds since the start. */
  readonly t: number;
  readonly step: number;
  readonly canary: ArmCounts;
  readonly stable: ArmCounts;
}

export interface SimulatedTrace {
  readonly interval: number;
  readonly steps: readonly SimulatedStep[];
  readonly cells: readonly SimulatedCell[];
  /** Stable's hour before. */
  readonly before: { readonly requests: number; readonly errors: number };
  /** Errors that the canary served by the end of each interval, also those that nobody counted. */
  readonly served: readonly { readonly t: number; readonly errors: number }[];
}
