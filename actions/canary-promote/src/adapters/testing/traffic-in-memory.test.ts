import { describe, expect, it } from 'vitest';
import { TrafficError } from '../../steering/traffic.ts';
import { sampleRecord, trafficContract, usualWeights } from './traffic-contract.ts';
import { TrafficInMemory } from './traffic-in-memory.ts';

trafficContract('a router in memory', async () => {
  const traffic = new TrafficInMemory();
  return {
    traffic,
    second: traffic,
    weights: usualWeights,
    foreign: async (weight) => traffic.edit({ weight }),
    state: async () => new Map([[`${traffic.description} /weight`, traffic.current.weight]]),
  };
});

const { signal } = new AbortController();

describe('the hooks of a router in memory', () => {
  it('lags until the weight arrives', async () => {
    const traffic = new TrafficInMemory({ weight: 10 });
    traffic.lag();
    const seen = await traffic.write(await traffic.read(signal), { weight: 25, record: sampleRecord() }, signal);
    expect(seen).toMatchObject({ weight: 25, live: 10 });
    traffic.arrive();
    expect(await traffic.read(signal)).toMatchObject({ weight: 25, live: 25 });
  });

  it('fails so many calls as it was told, with that error', async () => {
    const traffic = new TrafficInMemory();
    traffic.failNext(2, new TrafficError('refused', '403'));
    for (const _ of [1, 2]) await expect(traffic.read(signal)).rejects.toMatchObject({ code: 'refused' });
    expect(await traffic.read(signal)).toMatchObject({ weight: 0 });
    expect(traffic.calls).toBe(3);
  });

  it('can have done what it answers with an unknown effect', async () => {
    const traffic = new TrafficInMemory();
    const seen = await traffic.read(signal);
    traffic.failNext(1, new TrafficError('unknown-effect', 'cut'), true);
    const next = { weight: 10, record: sampleRecord({ weight: 10 }) };
    await expect(traffic.write(seen, next, signal)).rejects.toMatchObject({ code: 'unknown-effect' });
    expect(traffic.current).toMatchObject(next);
    expect(traffic.written).toEqual([10]);
  });

  it('gives copies, which nobody can change it by', async () => {
    const record = sampleRecord();
    const traffic = new TrafficInMemory({ record });
    const { record: read } = await traffic.read(signal);
    expect(read).toEqual(record);
    expect(read).not.toBe(record);
  });
});
