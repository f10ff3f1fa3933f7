/** What every Traffic must do, as vitest tests: call `trafficContract` in a test file of the adapter. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RolloutRecord } from '../../steering/record.ts';
import { type Traffic, TrafficError, type TrafficErrorCode } from '../../steering/traffic.ts';

export interface TrafficUnderTest {
  readonly traffic: Traffic;
  /** Another client of the same object, as a second runner has it. */
  readonly second: Traffic;
  /** Percent to move to, one behind the other: all that the router can do. The usual ones are `usualWeights`. */
  readonly weights: readonly number[];
  /** Somebody else gives the router this weight, past the adapter. */
  foreign(weight: number): Promise<void>;
  /** Everything that a move could touch, by `${effect.object} ${effect.path}`; without versions, clocks and our record. */
  state(): Promise<ReadonlyMap<string, unknown>>;
  /** Where `live` lags: makes it follow what was written last. */
  arrive?(): Promise<void>;
  /** Ends it; called once. */
  close?(): Promise<void>;
}

/** Percent, as most routers can be moved. The object under test begins at 0. */
export const usualWeights = [10, 25, 50, 100, 0] as const;

/** A record with every field, and with text that is no friend of parsers. */
export function sampleRecord(over: Partial<RolloutRecord> = {}): RolloutRecord {
  return {
    version: 1,
    id: 'rollout-1',
    planHash: 'c0ffee'.repeat(10),
    canary: 'v2 "quoted" \\ $HOME ; \n <b>',
    stable: 'v1 – grün 🚦',
    run: 'https://github.com/acme/orders/actions/runs/1?a=b&c=%20',
    epoch: 3,
    state: 'running',
    safeWeight: 0,
    from: 0,
    weight: 0,
    step: 0,
    log: [{ step: 0, from: 0, weight: 10, cause: 'step', asked: 1_764_000_000_000, arrived: 1_764_000_001_000 }],
    approvals: [{ step: 1, by: 'octocat', at: 1_764_000_002_000 }],
    stablePods: 3,
    soakUntil: 1_764_086_400_000,
    ...over,
  };
}

/** Registers the tests; each one gets an object of its own from `make`. */
export function trafficContract(name: string, make: () => Promise<TrafficUnderTest>): void {
  describe(`${name}, as any traffic`, () => {
    const current: { test?: TrafficUnderTest } = {};
    const made = () => current.test ?? expect.fail('nothing was made');
    beforeEach(async () => {
      current.test = await make();
    });
    afterEach(async () => {
      await current.test?.close?.();
      delete current.test;
    });
    moves(made);
    conflicts(made);
    signals(made);
  });
}

const never = new AbortController().signal;

function moves(made: () => TrafficUnderTest): void {
  it('begins without a record and without traffic on the canary', async () => {
    const { traffic } = made();
    expect(await traffic.read(never)).toMatchObject({ weight: 0, live: 0, record: undefined });
  });

  it('moves to every weight, and reads what it wrote', async () => {
    const { traffic, second, weights, arrive } = made();
    for (const weight of weights) {
      const seen = await traffic.read(never);
      const record = sampleRecord({ from: seen.weight, weight });
      expect(await traffic.write(seen, { weight, record }, never)).toMatchObject({ weight, record });
      await arrive?.();
      expect(await second.read(never)).toMatchObject({ weight, live: weight, record });
    }
  });

  it('goes on from what a write gave, without another read', async () => {
    const { traffic, weights } = made();
    let seen = await traffic.read(never);
    for (const weight of weights) {
      seen = await traffic.write(seen, { weight, record: sampleRecord({ from: seen.weight, weight }) }, never);
    }
    expect((await traffic.read(never)).weight).toBe(weights.at(-1));
  });

  it('keeps a record alone, and leaves the weights as they are', async () => {
    const { traffic, state } = made();
    const before = await state();
    const record = sampleRecord();
    await traffic.write(await traffic.read(never), { record }, never);
    expect((await traffic.read(never)).record).toEqual(record);
    expect(await state()).toEqual(before);
  });

  it('plans exactly what a write changes', async () => {
    const { traffic, weights, state } = made();
    for (const weight of weights) {
      const seen = await traffic.read(never);
      const before = await state();
      const effects = traffic.plan(seen, weight);
      expect(await state()).toEqual(before);
      await traffic.write(seen, { weight, record: sampleRecord({ from: seen.weight, weight }) }, never);
      const changed = changes(before, await state());
      const planned = effects.map(({ object, path, from, to }) => ({ key: `${object} ${path}`, from, to }));
      expect(planned.toSorted(byKey)).toEqual(changed.toSorted(byKey));
      expect(planned).not.toEqual([]);
    }
  });

  it('plans nothing for the weight that is there', async () => {
    const { traffic } = made();
    const seen = await traffic.read(never);
    expect(traffic.plan(seen, seen.weight)).toEqual([]);
  });
}

function conflicts(made: () => TrafficUnderTest): void {
  it('gives a second writer with an old view a conflict, and changes nothing for it', async () => {
    const { traffic, second, weights, state } = made();
    const [first = 0, other = 0] = weights;
    const old = await second.read(never);
    const record = sampleRecord({ weight: first });
    await traffic.write(await traffic.read(never), { weight: first, record }, never);
    const after = await state();
    const late = sampleRecord({ id: 'rollout-2', weight: other });
    expect(await codeOf(second.write(old, { weight: other, record: late }, never))).toBe('conflict');
    expect(await codeOf(second.write(old, { record: late }, never))).toBe('conflict');
    expect(await state()).toEqual(after);
    expect(await traffic.read(never)).toMatchObject({ weight: first, record });
  });

  it('lets one of two writers with the same view win', async () => {
    const { traffic, second, weights } = made();
    const [first = 0, other = 0] = weights;
    const [one, two] = [await traffic.read(never), await second.read(never)];
    const ours = sampleRecord({ id: 'one', weight: first });
    const theirs = sampleRecord({ id: 'two', weight: other });
    const ends = await Promise.all([
      codeOf(traffic.write(one, { weight: first, record: ours }, never)),
      codeOf(second.write(two, { weight: other, record: theirs }, never)),
    ]);
    expect(ends.toSorted()).toEqual(['conflict', 'done']);
    const won = ends[0] === 'done' ? ours : theirs;
    expect(await traffic.read(never)).toMatchObject({ weight: won.weight, record: won });
  });

  it('never writes over a weight that somebody else set between the read and the write', async () => {
    const { traffic, weights, foreign, state } = made();
    const [first = 0, other = 0] = weights;
    const seen = await traffic.read(never);
    await foreign(other);
    const theirs = await state();
    const ends = await codeOf(traffic.write(seen, { weight: first, record: sampleRecord({ weight: first }) }, never));
    expect(ends).toBe('conflict');
    expect(await state()).toEqual(theirs);
    expect(await traffic.read(never)).toMatchObject({ weight: other, record: undefined });
  });
}

function signals(made: () => TrafficUnderTest): void {
  it('rejects under a signal that is aborted, and changes nothing', async () => {
    const { traffic, weights, state } = made();
    const [weight = 0] = weights;
    const seen = await traffic.read(never);
    const before = await state();
    const aborted = AbortSignal.abort();
    expect(['unavailable', 'unknown-effect']).toContain(await codeOf(traffic.read(aborted)));
    const written = await codeOf(traffic.write(seen, { weight, record: sampleRecord({ weight }) }, aborted));
    expect(['unavailable', 'unknown-effect']).toContain(written);
    expect(await state()).toEqual(before);
    expect((await traffic.read(never)).record).toBeUndefined();
  });
}

/** The code of the TrafficError that it rejects with; any other error is one of the adapter. */
async function codeOf(promise: Promise<unknown>): Promise<TrafficErrorCode | 'done'> {
  try {
    await promise;
    return 'done';
  } catch (error) {
    if (error instanceof TrafficError) return error.code;
    throw error;
  }
}

interface Change {
  readonly key: string;
  readonly from: unknown;
  readonly to: unknown;
}

function changes(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): readonly Change[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  return keys
    .map((key) => ({ key, from: before.get(key), to: after.get(key) }))
    .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to));
}

function byKey(one: Change, other: Change): number {
  return one.key < other.key ? -1 : Number(one.key > other.key);
}
