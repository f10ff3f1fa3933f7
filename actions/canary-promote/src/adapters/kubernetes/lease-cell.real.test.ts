import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LeaseState } from '../../steering/lease.ts';
import { Lock } from '../../steering/lock.ts';
import { TrafficError } from '../../steering/traffic.ts';
import { type ControlPlane, hasControlPlane, startControlPlane } from '../testing/control-plane.fixture.ts';
import { machineTimer } from '../timer.ts';
import { LeaseCell } from './lease-cell.ts';

const signal = AbortSignal.timeout(120_000);
const state = (holder: string, transitions = 1): LeaseState => ({
  holder,
  duration: 20,
  renewedAt: Date.now(),
  transitions,
});

describe.skipIf(!hasControlPlane())('a Lease on a real API server', () => {
  let plane: ControlPlane;
  beforeAll(async () => {
    plane = await startControlPlane();
  }, 120_000);
  afterAll(() => plane?.stop());

  it('keeps what was written, and what others wrote beside it', async () => {
    const cluster = await plane.cluster('kept');
    const cell = new LeaseCell(cluster, 'shipgate-order-service');
    expect(await cell.read(signal)).toEqual({ value: undefined, version: undefined });
    const written = { ...state('run-1'), kept: 'a'.repeat(120_000) };
    await cell.write(written, undefined, signal);
    const path = '/apis/coordination.k8s.io/v1/namespaces/kept/leases/shipgate-order-service';
    const add = { op: 'add', path: '/metadata/labels', value: { team: 'orders' } } as const;
    await cluster.patch(path, [add], signal);
    const { value, version } = await cell.read(signal);
    expect(value).toEqual(written);
    await cell.write({ ...written, holder: '' }, version, signal);
    const { metadata, spec } = await cluster.get(path, signal);
    expect(metadata?.labels).toEqual({ team: 'orders' });
    expect(spec).toMatchObject({ leaseDurationSeconds: 20, leaseTransitions: 1 });
  });

  it.each([
    [10, 20],
    [100, 5],
  ])('has one winner of every version, among %i writers in %i rounds', async (writers, rounds) => {
    const cluster = await plane.cluster(`race-${writers}`);
    const cells = Array.from({ length: writers }, () => new LeaseCell(cluster, 'shipgate-order-service'));
    for (let round = 0; round < rounds; round += 1) {
      const versions = await Promise.all(cells.map((cell) => cell.read(signal)));
      const results = await Promise.allSettled(
        cells.map((cell, n) => cell.write(state(`run-${n}`, round), versions[n]?.version, signal)),
      );
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const result of results) {
        if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(TrafficError);
        if (result.status === 'rejected') expect(result.reason.code).toBe('conflict');
      }
    }
  });

  it('says since when its holder has it, and keeps nothing that the last writer did not want kept', async () => {
    const cluster = await plane.cluster('since');
    const cell = new LeaseCell(cluster, 'one');
    const path = '/apis/coordination.k8s.io/v1/namespaces/since/leases/one';
    const acquired = async () => Object((await cluster.get(path, signal))['spec']).acquireTime;
    const at = (second: number) => Date.UTC(2026, 10, 20, 14, 0, second);
    const write = async (value: LeaseState) => cell.write(value, (await cell.read(signal)).version, signal);
    await write({ ...state('run-1'), renewedAt: at(1), kept: 'journal' });
    await write({ ...state('run-1'), renewedAt: at(2) });
    expect(await acquired()).toBe('2026-11-20T14:00:01.000000Z');
    expect((await cell.read(signal)).value?.kept).toBeUndefined();
    await write({ ...state(''), renewedAt: at(3) });
    expect(await acquired()).toBe('2026-11-20T14:00:01.000000Z');
    await write({ ...state('run-2'), renewedAt: at(4) });
    expect(await acquired()).toBe('2026-11-20T14:00:04.000000Z');
  });

  it('lets one of two runs have the lock, and gives it back', async () => {
    const cluster = await plane.cluster('lock');
    const times = { duration: 2, renewEvery: 200, lookEvery: 100 };
    const lock = (name: string) => new Lock(new LeaseCell(cluster, 'shipgate-orders'), machineTimer, name, times);
    const [one, two] = [lock('run-1'), lock('run-2')];
    expect(await one.acquire(signal)).toMatchObject({ kind: 'held', epoch: 1 });
    const renewing = setInterval(() => void one.renew(signal), 200);
    expect(await two.acquire(signal)).toMatchObject({ kind: 'refused', holder: 'run-1' });
    clearInterval(renewing);
    await one.release(signal);
    expect(await two.acquire(signal)).toMatchObject({ kind: 'held', epoch: 2, wasReleased: true });
    // run-2 is dead now: whoever looks for its whole duration takes it.
    expect(await lock('run-3').acquire(signal)).toMatchObject({ kind: 'held', epoch: 3, wasReleased: false });
    expect(await two.renew(signal)).toBe(false);
  });
});
