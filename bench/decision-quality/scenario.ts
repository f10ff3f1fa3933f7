/** What a scenario is, and the services that most of them are made of. */
import type { Queue, Service } from './service.ts';

/** What is asked of R (counts by arm) and of P (counts by pod) on the same traces. */
export interface Target {
  /** False rollbacks: the upper end of the 95 % interval is at most this. */
  readonly falseAtMost?: number;
  /** Seconds since the start by which half of the traces are rolled back. */
  readonly median?: number;
  readonly p90?: number;
  /** Errors that the canary served until then, the mean over traces. */
  readonly errors?: number;
  /** Seconds by which half of the traces are promoted. */
  readonly promotedBy?: number;
  /** Share of steps that are promoted. */
  readonly promotedAtMost?: number;
}

export interface Scenario {
  readonly name: string;
  readonly title: string;
  /** `same`: the canary is as good as stable. `worse`: it is not. `good`: one step, how soon it is promoted. `bad`: how often each step is. */
  readonly kind: 'same' | 'worse' | 'good' | 'bad';
  readonly service: Service;
  readonly target: { readonly R?: Target; readonly P?: Target };
  /** Of `worse`: the scenario of the same service with the same release. */
  readonly twin?: string;
  /** `table`: a row of the spec. `also`: more of what is claimed. `beyond`: the method's assumptions do not hold. */
  readonly place: 'table' | 'also' | 'beyond';
  /** The method is chosen by the placebo on an hour of stable. */
  readonly placebo?: boolean;
  /** Promotion by the comparison alone. */
  readonly floorOff?: boolean;
}

export const steps = [
  { weight: 10, from: 0, to: 300 },
  { weight: 25, from: 300, to: 600 },
  { weight: 50, from: 600, to: 900 },
];
export const single = [{ weight: 10, from: 0, to: 1800 }];
export const long = [
  { weight: 10, from: 0, to: 1800 },
  { weight: 25, from: 1800, to: 3600 },
  { weight: 50, from: 3600, to: 5400 },
];

export const plain: Service = { perSecond: 100, base: 0.005, interval: 15, steps, pods: 20 };
export const slow: Service = { ...plain, perSecond: 10 };
export const outage = { seconds: 60, rate: 0.3 };
export const bursts = { every: 60, requests: 20 };
export const queue: Queue = { service: 0.1, canaryTimes: 1, edges: [0.25, 0.5, 1] };
export const both = (target: Target) => ({ R: target, P: target });
export const times = (factor: number, service: Service): Service => ({
  ...service,
  fault: { rate: factor * service.base, from: 0 },
});
export const rate = (share: number, service: Service, from = 0): Service => ({
  ...service,
  fault: { rate: share, from },
});
export const ALPHA = 0.01;

export function same(
  name: string,
  title: string,
  service: Service,
  target: Scenario['target'],
  place: Scenario['place'] = 'table',
): Scenario {
  return { name, title, kind: 'same', service, target, place };
}

export function worse(
  name: string,
  title: string,
  service: Service,
  twin: string,
  target: Scenario['target'],
  place: Scenario['place'] = 'table',
): Scenario {
  return { name, title, kind: 'worse', service, twin, target, place };
}

export function promotion(
  name: string,
  kind: 'good' | 'bad',
  title: string,
  service: Service,
  target: Scenario['target'],
): Scenario {
  return { name, title, kind, service, target, place: 'table' };
}
