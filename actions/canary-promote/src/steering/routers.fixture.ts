/** Other routers of the small world: one that writes record and weight one behind the other, and one whose traffic lags. */
import type { Metrics } from '../ports.ts';
import type { RolloutRecord } from './record.ts';
import { RecordedMover } from './recorded-mover.ts';
import { type Cell, type Mover, type Traffic, TrafficError } from './traffic.ts';
import { answer, metricsOf, trafficOf, type World } from './world.fixture.ts';

/** A weight without a record, as HAProxy has it. */
export function moverOf(world: World): Mover {
  const seen = () => {
    const { weight, managedBy, stablePods } = world;
    return { weight, live: weight, managedBy, stablePods, token: weight };
  };
  return {
    kind: 'haproxy',
    description: 'backend orders',
    read: async (signal) => {
      await answer(world, signal);
      return seen();
    },
    plan: ({ weight }, next) => [{ object: 'backend orders', path: 'set weight', from: weight, to: next }],
    set: async ({ token }, weight, signal) => {
      await answer(world, signal);
      if (token !== world.weight) throw new TrafficError('conflict', `expected ${token} %, got ${world.weight} %`);
      if (weight === world.weight) return;
      world.weight = weight;
      world.written.push(weight);
    },
  };
}

/** The record in a cell of its own; its version rises with every write of the world. */
export function recordCellOf(world: World): Cell<RolloutRecord> {
  const version = () => (world.record === undefined ? undefined : String(world.version));
  return {
    description: 'record of backend orders',
    read: async (signal) => {
      await answer(world, signal);
      return { value: structuredClone(world.record), version: version() };
    },
    write: async (value, expected, signal) => {
      await answer(world, signal);
      if (version() !== expected) throw new TrafficError('conflict', 'another writer was faster');
      world.version += 1;
      world.record = structuredClone(value);
      return String(world.version);
    },
  };
}

export function recordedTrafficOf(world: World): Traffic {
  return new RecordedMover(moverOf(world), recordCellOf(world));
}

/** Percent that really goes: the weight before the last move, until it is so old. */
function liveIn({ now, weight, record }: World, lag: number): number {
  const last = record?.log.at(-1);
  return last !== undefined && now - last.asked < lag ? last.from : weight;
}

/** Takes a weight at once and gives it `lag` milliseconds later, as pods or a GitOps controller do. */
export function laggingTrafficOf(world: World, lag: number): Traffic {
  const traffic = trafficOf(world);
  return {
    ...traffic,
    read: async (signal) => ({ ...(await traffic.read(signal)), live: liveIn(world, lag) }),
    write: async (seen, next, signal) => ({ ...(await traffic.write(seen, next, signal)), live: liveIn(world, lag) }),
  };
}

export function laggingMetricsOf(world: World, lag: number, began: number): Metrics {
  const view: World = Object.create(world, { weight: { get: () => liveIn(world, lag) } });
  return metricsOf(view, began);
}
