/** A small world for rollouts: a router with its object, a lease, a service under load, and a clock that only the run moves. */

import type { Metrics, Timer } from '../ports.ts';
import { counts, type Traffic as Load, random } from '../rollout.fixture.ts';
import type { Counts, Reading, Stratum, Window } from '../strata.ts';
import type { LeaseState } from './lease.ts';
import type { RolloutRecord } from './record.ts';
import { type Cell, type Next, type Seen, type Traffic, TrafficError, type TrafficErrorCode } from './traffic.ts';

export interface World {
  now: number;
  /** The object of the router: what a cluster keeps when every run is dead. */
  weight: number;
  record: RolloutRecord | undefined;
  version: number;
  stablePods: number | undefined;
  managedBy: string | undefined;
  lease: { value: LeaseState | undefined; version: number };
  /** Every weight that was written, in order. */
  readonly written: number[];
  /** Calls that reached the router or the lease. */
  calls: number;
  /** What the router or the lease answers from now on, in the place of doing it. */
  failing: TrafficErrorCode | undefined;
  readonly load: Load;
  readonly next: () => number;
}

export function world(load: Load, seed = 1): World {
  return {
    now: Date.UTC(2026, 10, 20, 14, 0, 0),
    weight: 0,
    record: undefined,
    version: 1,
    stablePods: undefined,
    managedBy: undefined,
    lease: { value: undefined, version: 0 },
    written: [],
    calls: 0,
    failing: undefined,
    load,
    next: random(seed),
  };
}

/** Time passes when it is waited for, and in no other way. */
export function timerOf(world: World, onWait: () => void = () => {}): Timer {
  return {
    now: () => world.now,
    until: async (time, signal) => {
      if (!signal.aborted) world.now = Math.max(world.now, time);
      onWait();
      await Promise.resolve();
    },
  };
}

export function trafficOf(world: World): Traffic {
  return {
    kind: 'istio',
    description: 'VirtualService orders/order-service',
    read: async (signal) => {
      await answer(world, signal);
      return seenIn(world);
    },
    plan: (seen, weight) => [
      { object: 'VirtualService orders/order-service', path: '/weight', from: seen.weight, to: weight },
    ],
    write: async (seen, next, signal) => {
      await answer(world, signal);
      return writeTo(world, seen, next);
    },
  };
}

function writeTo(world: World, seen: Seen, next: Next): Seen {
  if (seen.token !== world.version)
    throw new TrafficError('conflict', `expected version ${seen.token}, got ${world.version}`);
  world.version += 1;
  world.record = structuredClone(next.record);
  if (next.weight !== undefined && next.weight !== world.weight) {
    world.weight = next.weight;
    world.written.push(next.weight);
  }
  return seenIn(world);
}

function seenIn({ weight, record, version, managedBy, stablePods }: World): Seen {
  return { weight, live: weight, record: structuredClone(record), managedBy, stablePods, token: version };
}

export function leaseOf(world: World): Cell<LeaseState> {
  return {
    description: 'Lease orders/shipgate-order-service',
    read: async (signal) => {
      await answer(world, signal);
      const { value, version } = world.lease;
      return { value, version: version === 0 ? undefined : String(version) };
    },
    write: async (value, expected, signal) => {
      await answer(world, signal);
      const { lease } = world;
      if ((lease.version === 0 ? undefined : String(lease.version)) !== expected)
        throw new TrafficError('conflict', 'another writer was faster');
      lease.version += 1;
      lease.value = value;
      return String(lease.version);
    },
  };
}

export async function answer(world: World, signal: AbortSignal): Promise<void> {
  await Promise.resolve();
  if (signal.aborted) throw new TrafficError('unavailable', 'aborted');
  world.calls += 1;
  if (world.failing !== undefined) throw new TrafficError(world.failing, `the API answers ${world.failing}`);
}

/** Requests of the service as the router sends them: counted at the weight that it has. */
export function metricsOf(world: World, began: number = world.now): Metrics {
  return {
    description: 'counts of the world',
    read: async ({ from, to }: Window, _signal: AbortSignal): Promise<Stratum> => {
      await Promise.resolve();
      return { from, to, readings: { errors: readingOf(world, from - began, to - from) } };
    },
    past: () => Promise.resolve([]),
  };
}

function readingOf({ load, weight, next }: World, at: number, length: number): Reading {
  const found: Counts = counts(load, weight, at / 1000, length / 1000, next);
  return weight > 0 ? found : { ...found, canary: { requests: [0], bad: [[0]] } };
}
