import { describe, expect, it } from 'vitest';
import { sampleRecord, trafficContract, usualWeights } from '../adapters/testing/traffic-contract.ts';
import type { RolloutRecord } from './record.ts';
import { RecordedMover } from './recorded-mover.ts';
import { type Cell, type Mover, TrafficError, type TrafficErrorCode, type Version } from './traffic.ts';

const { signal } = new AbortController();

function alive(each: AbortSignal): void {
  if (each.aborted) throw new TrafficError('unavailable', 'aborted');
}

/** A router of one number. */
class OneWeight implements Mover {
  readonly kind = 'haproxy';
  readonly description = 'one weight';
  weight = 0;
  /** What the next set, or the next read behind a set, answers in the place of doing it. */
  failsSet: TrafficErrorCode | undefined;
  failsReadBehind: TrafficErrorCode | undefined;
  private isSet = false;

  async read(each: AbortSignal) {
    alive(each);
    if (this.isSet && this.failsReadBehind !== undefined) throw new TrafficError(this.failsReadBehind, 'no answer');
    const { weight } = this;
    return { weight, live: weight, managedBy: undefined, stablePods: 2, token: weight };
  }

  plan({ weight: from }: { readonly weight: number }, to: number) {
    if (to > 100) throw new TrafficError('unfit', 'more than all');
    return from === to ? [] : [{ object: this.description, path: '/weight', from, to }];
  }

  async set({ token }: { readonly token: unknown }, weight: number, each: AbortSignal) {
    alive(each);
    if (this.failsSet !== undefined) throw new TrafficError(this.failsSet, 'no');
    if (token !== this.weight) throw new TrafficError('conflict', 'another weight');
    this.weight = weight;
    this.isSet = true;
  }
}

class OneRecord implements Cell<RolloutRecord> {
  readonly description = 'one record';
  readonly written: RolloutRecord[] = [];

  private get version(): Version {
    return this.written.length === 0 ? undefined : String(this.written.length);
  }

  async read(each: AbortSignal) {
    alive(each);
    return { value: structuredClone(this.written.at(-1)), version: this.version };
  }

  async write(value: RolloutRecord, expected: Version, each: AbortSignal) {
    alive(each);
    if (expected !== this.version) throw new TrafficError('conflict', 'another version');
    this.written.push(structuredClone(value));
    return this.version;
  }
}

function made() {
  const mover = new OneWeight();
  const cell = new OneRecord();
  return { mover, cell, traffic: new RecordedMover(mover, cell) };
}

trafficContract('a mover with its record in a cell', async () => {
  const { mover, cell, traffic } = made();
  return {
    traffic,
    second: new RecordedMover(mover, cell),
    weights: usualWeights,
    foreign: async (weight) => {
      mover.weight = weight;
    },
    state: async () => new Map([['one weight /weight', mover.weight]]),
  };
});

describe('a run that died between the record and the weight', () => {
  it('is seen by its successor, and the same write completes it', async () => {
    const { mover, cell, traffic } = made();
    const next = { weight: 25, record: sampleRecord({ from: 0, weight: 25 }) };
    mover.failsSet = 'unknown-effect';
    await expect(traffic.write(await traffic.read(signal), next, signal)).rejects.toMatchObject({
      code: 'unknown-effect',
    });
    mover.failsSet = undefined;
    const half = await traffic.read(signal);
    expect(half).toMatchObject({ weight: 0, record: { from: 0, weight: 25 } });
    await traffic.write(half, next, signal);
    expect(await traffic.read(signal)).toMatchObject({ weight: 25, live: 25, record: next.record, stablePods: 2 });
    expect(cell.written).toHaveLength(2);
  });
});

describe('a write that cannot be', () => {
  it('leaves the weight when the record is no longer the one seen', async () => {
    const { mover, cell, traffic } = made();
    const seen = await traffic.read(signal);
    await cell.write(sampleRecord({ id: 'other' }), undefined, signal);
    const next = { weight: 10, record: sampleRecord({ weight: 10 }) };
    await expect(traffic.write(seen, next, signal)).rejects.toMatchObject({ code: 'conflict' });
    expect(mover.weight).toBe(0);
  });

  it('leaves the record when the weight is none that the router can have', async () => {
    const { cell, traffic } = made();
    const next = { weight: 101, record: sampleRecord({ weight: 101 }) };
    await expect(traffic.write(await traffic.read(signal), next, signal)).rejects.toMatchObject({ code: 'unfit' });
    expect(cell.written).toEqual([]);
  });

  it('is of an unknown effect when the weight was set and cannot be read back', async () => {
    const { mover, traffic } = made();
    mover.failsReadBehind = 'unavailable';
    const next = { weight: 10, record: sampleRecord({ weight: 10 }) };
    await expect(traffic.write(await traffic.read(signal), next, signal)).rejects.toMatchObject({
      code: 'unknown-effect',
    });
    expect(mover.weight).toBe(10);
  });

  it('does not take the view of another router', async () => {
    const { traffic } = made();
    const seen = { ...(await traffic.read(signal)), token: 1 };
    await expect(traffic.write(seen, { record: sampleRecord() }, signal)).rejects.toMatchObject({ code: 'unfit' });
  });
});
