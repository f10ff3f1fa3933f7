import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { realTool } from '../../../../../scripts/real-tools.ts';
import type { HaproxyOptions } from '../../plan/router.ts';
import { checkedRecord } from '../../steering/record-text.ts';
import { RecordedMover } from '../../steering/recorded-mover.ts';
import { TrafficError } from '../../steering/traffic.ts';
import { Calls, usualLimits } from '../calls.ts';
import { FileCell } from '../file-cell.ts';
import { sampleRecord, trafficContract, usualWeights } from '../testing/traffic-contract.ts';
import { HaproxyMover } from './haproxy-mover.ts';
import { type RealProxy, type RealProxyOptions, startProxy } from './real-proxy.fixture.ts';
import { RuntimeApi } from './runtime-api.ts';

const haproxy = realTool('haproxy');
const three = { stable: ['s1', 's2', 's3'], canary: ['c1'] };
const { signal } = new AbortController();

const proxies: RealProxy[] = [];
afterEach(async () => {
  for (const proxy of proxies.splice(0)) await proxy.stop();
});

async function started(options: RealProxyOptions = three): Promise<RealProxy> {
  const proxy = await startProxy(haproxy ?? '', options);
  proxies.push(proxy);
  return proxy;
}

function moverOf(socket: string, over: Partial<HaproxyOptions> = {}): HaproxyMover {
  const options: HaproxyOptions = { kind: 'haproxy', socket, backend: 'web', ...three, state: '', ...over };
  return new HaproxyMover(
    options,
    new RuntimeApi(socket, new Calls({ ...usualLimits, firstWait: 10, longestWait: 20 })),
  );
}

function trafficOf({ socket, folder }: RealProxy, over: Partial<HaproxyOptions> = {}): RecordedMover {
  const parse = checkedRecord;
  return new RecordedMover(moverOf(socket, over), new FileCell({ folder: join(folder, 'state'), name: 'web', parse }));
}

/** Until it is so; the test's own time limit ends it. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await wait(20);
}

describe.skipIf(haproxy === null)('a real HAProxy', () => {
  const pair = { stable: ['s1', 's2'], canary: ['c1', 'c2'] };
  trafficContract('HAProxy with its record in a folder', async () => {
    const proxy = await started(pair);
    return {
      traffic: trafficOf(proxy, pair),
      second: trafficOf(proxy, { ...pair, socket: proxy.address }),
      weights: usualWeights,
      foreign: async (weight) => {
        const line = (name: string, value: number) => `set server web/${name} weight ${value}`;
        const lines = [line('s1', 100 - weight), line('s2', 100 - weight), line('c1', weight), line('c2', weight)];
        await proxy.ask(lines.join(';'));
      },
      state: proxy.weights,
    };
  });

  it.each([1, 10, 12.5, 25, 50, 97])('sends %d percent of real requests to the canary', async (weight) => {
    const proxy = await started();
    const mover = moverOf(proxy.socket);
    await mover.set(await mover.read(signal), weight, signal);
    const found = await proxy.requests(2000);
    expect(Object.keys(found).sort()).toEqual(['c1', 's1', 's2', 's3']);
    // Round robin gives whole turns their exact shares; the last turn may be cut off.
    expect(Math.abs((found['c1'] ?? 0) - 20 * weight)).toBeLessThanOrEqual(2);
  });

  it('leaves no request without a server on the way through every weight', async () => {
    const proxy = await started();
    const mover = moverOf(proxy.socket);
    const load = proxy.requests(4000);
    for (const weight of [50, 100, 0, 100, 1, 0]) await mover.set(await mover.read(signal), weight, signal);
    const found = await load;
    expect(Object.keys(found).filter((key) => /^\d+$/.test(key))).toEqual([]);
    expect(await proxy.weights()).toEqual(await (await started()).weights());
  });

  it('speaks to a port as to a socket', async () => {
    const proxy = await started();
    const mover = moverOf(proxy.address);
    await mover.set(await mover.read(signal), 25, signal);
    expect(await moverOf(proxy.socket).read(signal)).toMatchObject({ weight: 25, live: 25, stablePods: 3 });
  });

  it('sees a server that is down: less capacity, and another share than was set', async () => {
    const proxy = await started();
    const mover = moverOf(proxy.socket);
    await mover.set(await mover.read(signal), 25, signal);
    await proxy.stopServer('s2');
    await until(async () => (await mover.read(signal)).stablePods === 2);
    expect(await mover.read(signal)).toMatchObject({ weight: 25, live: 33.3, stablePods: 2 });
    await proxy.stopServer('c1');
    await until(async () => (await mover.read(signal)).live === 0);
    await proxy.startServer('s2');
    await proxy.startServer('c1');
    await until(async () => (await mover.read(signal)).live === 25);
  });

  it('counts stable without weight as ready, and stable that is forced to drain as not', async () => {
    const proxy = await started();
    const mover = moverOf(proxy.socket);
    await mover.set(await mover.read(signal), 100, signal);
    expect(await mover.read(signal)).toMatchObject({ weight: 100, live: 100, stablePods: 3 });
    await proxy.ask('set server web/s1 state drain;set server web/s2 state maint');
    expect(await mover.read(signal)).toMatchObject({ weight: 100, stablePods: 1 });
  });

  it('does not overwrite a weight that only shifts the load within stable', async () => {
    const proxy = await started();
    const mover = moverOf(proxy.socket);
    const seen = await mover.read(signal);
    await proxy.ask('set server web/s1 weight 90;set server web/s2 weight 110');
    await expect(mover.set(seen, 10, signal)).rejects.toMatchObject({ code: 'conflict' });
    expect((await proxy.weights()).get('HAProxy backend web set server web/s2 weight')).toBe(110);
  });

  it('shows a reload as a weight that the record does not know', async () => {
    const proxy = await started();
    const traffic = trafficOf(proxy);
    const record = sampleRecord({ from: 10, weight: 25 });
    await traffic.write(await traffic.read(signal), { weight: 25, record }, signal);
    const seen = await traffic.read(signal);
    await proxy.reload();
    expect(await traffic.read(signal)).toMatchObject({ weight: 0, record: { from: 10, weight: 25 } });
    const next = { weight: 50, record: sampleRecord({ from: 25, weight: 50 }) };
    await expect(traffic.write(seen, next, signal)).rejects.toMatchObject({ code: 'conflict' });
    expect(await traffic.read(signal)).toMatchObject({ weight: 0, record });
  });
});

describe.skipIf(haproxy === null)('a real HAProxy that cannot be used', () => {
  const backup = 'server late 127.0.0.1:9 weight 50 backup';
  const idle = 'server idle 127.0.0.1:9 weight 0';
  const other = 'server other 127.0.0.1:9 weight 7';

  it('may have other servers that are backups or without weight, and no others', async () => {
    const fine = await started({ ...three, more: [backup, idle] });
    expect(await moverOf(fine.socket).read(signal)).toMatchObject({ weight: 0 });
    const odd = await started({ ...three, more: [other] });
    await expect(moverOf(odd.socket).read(signal)).rejects.toMatchObject({
      code: 'unfit',
      message: expect.stringContaining('server other with weight 7'),
    });
    const late = moverOf(fine.socket, { canary: ['late'] });
    await expect(late.read(signal)).rejects.toMatchObject({ code: 'unfit' });
  });

  it('names what is missing', async () => {
    const { socket } = await started();
    await expect(moverOf(socket, { backend: 'nope' }).read(signal)).rejects.toMatchObject({ code: 'missing' });
    await expect(moverOf(socket, { canary: ['c9'] }).read(signal)).rejects.toMatchObject({
      code: 'missing',
      message: expect.stringContaining('s1, s2, s3, c1'),
    });
  });

  it('refuses to be moved through a socket of an operator', async () => {
    const proxy = await started();
    const mover = moverOf(proxy.operator);
    await expect(mover.set(await mover.read(signal), 10, signal)).rejects.toMatchObject({ code: 'refused' });
    expect((await mover.read(signal)).weight).toBe(0);
  });

  it('is unfit when its balancing is a static one', async () => {
    const { socket } = await started({ ...three, balance: 'static-rr' });
    const mover = moverOf(socket);
    await expect(mover.set(await mover.read(signal), 10, signal)).rejects.toMatchObject({
      code: 'unfit',
      message: expect.stringContaining('balance'),
    });
  });

  it('is unavailable when it has ended, for reads and for writes', async () => {
    const proxy = await started();
    const mover = moverOf(proxy.socket);
    const seen = await mover.read(signal);
    await proxy.stop();
    await expect(mover.read(signal)).rejects.toMatchObject({ code: 'unavailable' });
    await expect(mover.set(seen, 10, signal)).rejects.toMatchObject({ code: 'unavailable' });
    proxies.splice(0);
  });

  it('is never sent a name that could be a command', async () => {
    const { socket, weights } = await started();
    const before = await weights();
    for (const name of ['s1 weight 9', 's1;set server web/c1', 's1\nset server', '#1', 's1\\', '']) {
      expect(() => moverOf(socket, { canary: [name] })).toThrow(TrafficError);
      expect(() => moverOf(socket, { backend: name })).toThrow(TrafficError);
    }
    expect(await weights()).toEqual(before);
  });
});
