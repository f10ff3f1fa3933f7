/** Runs of the built gate that are cancelled or killed in the middle of a rollout, on a real HAProxy under load. */
import { setTimeout as wait } from 'node:timers/promises';
import { isCanaryPromoteVerdict } from '@shipgate/schemas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { realTool } from '../../../scripts/real-tools.ts';
import { runs } from '../../../scripts/vitest/thoroughly.ts';
import { type RealServer, startPrometheus } from './adapters/prometheus/real-server.fixture.ts';
import { type GateEnd, type GateProcess, startGate } from './gate-process.fixture.ts';
import { random } from './rollout.fixture.ts';
import { errorsOf, type RolloutStand, startStand, untilWeight, watchProxy } from './rollout-stand.fixture.ts';
import { checkedLease } from './steering/lease.ts';
import { checkedRecord } from './steering/record-text.ts';

const haproxy = realTool('haproxy');
const prometheus = realTool('prometheus');
const next = random(20261127);

/** Of the signals; each lane has a service, an HAProxy and a state folder of its own. */
const lanes = ['one', 'two', 'three', 'four'];
/** A few show that it works at all; .ci/real runs as many as are claimed. */
const cancels = runs(50, 8);
const kills = runs(20, 4);
/** Milliseconds: what a runner gives a step behind its first signal, and less than that. */
const limit = 5_000;

describe.skipIf(haproxy === null || prometheus === null)('a run on a real HAProxy', () => {
  const stands: RolloutStand[] = [];
  let server: RealServer | undefined;
  let runs = 0;

  beforeAll(async () => {
    for (const lane of lanes) stands.push(await startStand(haproxy ?? '', lane, 120));
    server = await startPrometheus(
      prometheus ?? '',
      stands.flatMap(({ pods }) => pods.targets.map(({ url }) => url)),
    );
  });
  afterAll(async () => {
    for (const stand of stands) await stand.close();
    await server?.stop();
  });

  /** Tries are dealt out to the lanes, which work side by side; HAProxy begins each anew. */
  async function inLanes<T>(count: number, attempt: (at: Place, n: number) => Promise<T>): Promise<readonly T[]> {
    let begun = 0;
    const results: T[] = [];
    const work = async (stand: RolloutStand, at: number) => {
      while (begun < count) {
        begun += 1;
        await stand.proxy.reset();
        results.push(await attempt({ ...stand, lane: lanes[at] ?? '' }, begun));
      }
    };
    await Promise.all(stands.map(work));
    return results;
  }

  function runOf(): number {
    runs += 1;
    return runs;
  }

  const cancelled = ({ proxy, lane }: Place) => ({
    ...{ interval: '1s', 'request-timeout': '1s', test: 'R', metrics: [errorsOf(lane)] },
    steps: [{ weight: 10, hold: '60s', max: '120s' }, 50],
    'on-cancel': 'rollback',
    source: { kind: 'prometheus', url: server?.url.href },
    router: proxy.router,
  });

  it(`that is cancelled with SIGINT has taken the traffic back within 5 s, ${cancels} of ${cancels} times`, async () => {
    const times = await inLanes(cancels, async (place) => {
      const { proxy, folder } = place;
      const gate = startGate({ folder, plan: cancelled(place), run: runOf() });
      await untilWeight(proxy, 10);
      await wait(next() * 1500);
      const begun = performance.now();
      gate.child.kill('SIGINT');
      await untilWeight(proxy, 0);
      const back = performance.now() - begun;
      const end = await gate.ended;
      return { back, whole: performance.now() - begun, end, told: toldBy(end), lease: leaseIn(place) };
    });
    for (const { end, told, lease } of times) {
      expect([end.code, told.outcome, told.router?.after, lease.holder], end.text).toEqual([2, 'unknown', 0, '']);
      expect(told.reasons).toContain('taken-back');
    }
    const sorted = times.map(({ back }) => back).toSorted((one, other) => one - other);
    const wholes = times.map(({ whole }) => whole);
    console.info(
      `SIGINT to 0 % in HAProxy: median ${rounded(sorted[cancels / 2])} ms, at most ${rounded(sorted.at(-1))} ms; to the exit at most ${rounded(Math.max(...wholes))} ms`,
    );
    expect(sorted.filter((time) => time < limit)).toHaveLength(cancels);
    // No second signal is needed.
    expect(Math.max(...wholes)).toBeLessThan(7_500);
  }, 300_000);

  /** Quick: three tenths of a second a stratum, and a floor that few requests reach. */
  const quick = ({ proxy, lane, pods }: Place) => ({
    ...{ interval: '300ms', 'request-timeout': '300ms', test: 'R', floor: '20%', metrics: [errorsOf(lane)] },
    steps: [25, 50, 100].map((weight) => ({ weight, hold: '1s', max: '60s' })),
    source: { kind: 'scrape', targets: pods.targets },
    router: proxy.router,
  });
  const whole = { weight: 100, moves: ['0 25 step', '25 50 step', '50 100 step'], state: 'promoted', holder: '' };

  async function outcome(place: Place) {
    const { log, state } = checkedRecord(place.proxy.kept('rollout'));
    const moves = log.map(({ from, weight, cause }) => `${from} ${weight} ${cause}`);
    return { weight: (await place.proxy.seen()).weight, moves, state, holder: leaseIn(place).holder };
  }

  it(`that is killed at a random moment is taken up by the same command, ${kills} times, and ends as if it had lived`, async () => {
    const [undisturbed = 0] = await inLanes(1, async (place) => {
      const begun = performance.now();
      const end = await startGate({ folder: place.folder, plan: quick(place), run: runOf() }).ended;
      expect(end.code, end.text).toBe(0);
      expect(await outcome(place)).toEqual(whole);
      return performance.now() - begun;
    });
    const tries = await inLanes(kills, async (place, n) => {
      // At a terminal the lease of the dead run has to end by itself first: once, for it takes 20 s.
      const command = { folder: place.folder, plan: quick(place), ...(n === 1 ? {} : { run: runOf() }) };
      const gate = startGate(command);
      // One in five may die before it did anything; a run that began needs most of its time for the strata.
      if (n % 5 !== 0) await Promise.race([untilBegun(place), gate.ended]);
      const moment = next() * 0.9 * undisturbed;
      const first = await killedAt(gate, moment);
      const isBegun = place.proxy.kept('rollout') !== undefined;
      const second = await startGate(command).ended;
      return { moment, first, second, isBegun, ended: await outcome(place) };
    });
    for (const { moment, first, second, isBegun, ended } of tries) {
      const about = `killed after ${rounded(moment)} ms\n${first.text}\n---\n${second.text}`;
      expect([second.code, ended], about).toEqual([0, whole]);
      if (isBegun) expect(second.text).toContain('goes on with the rollout');
    }
    const begun = tries.filter(({ isBegun, first }) => isBegun && first.code === 'SIGKILL').length;
    console.info(`kill -9: ${begun} of ${kills} in the middle of a rollout that lasts ${rounded(undisturbed)} ms`);
    expect(begun).toBeGreaterThanOrEqual(kills / 2);
  }, 300_000);

  it('is alone: of two that are started at once, one acts and the other exits 2', async () => {
    await inLanes(1, async (place) => {
      const [plan, other] = [quick(place), quick(place)];
      const watch = watchProxy(place.proxy, 50);
      const both = [
        startGate({ folder: place.folder, plan, run: runOf() }),
        startGate({ folder: place.folder, plan: other }),
      ];
      const ends = await Promise.all(both.map(({ ended }) => ended));
      await watch.stop();
      const codes = ends.map((end) => [end.code, toldBy(end).reasons]).toSorted();
      expect(codes, ends.map(({ text }) => text).join('\n---\n')).toEqual([
        [0, []],
        [2, ['lock-held']],
      ]);
      expect(await outcome(place)).toEqual(whole);
    });
  }, 120_000);
});

interface Place extends RolloutStand {
  readonly lane: string;
}

async function killedAt({ child, ended }: GateProcess, milliseconds: number): Promise<GateEnd> {
  await Promise.race([wait(milliseconds), ended]);
  child.kill('SIGKILL');
  return await ended;
}

async function untilBegun({ proxy }: RolloutStand): Promise<void> {
  while (proxy.kept('rollout') === undefined) await wait(20);
}

function leaseIn({ proxy }: RolloutStand) {
  return checkedLease(proxy.kept('lease'));
}

function toldBy({ verdict, text }: GateEnd) {
  if (verdict === undefined || !isCanaryPromoteVerdict(verdict)) throw new Error(`expected a verdict, got ${text}`);
  const { outcome, reasons, evidence } = verdict;
  return { outcome, reasons: reasons.map(({ code }) => code), router: evidence.router };
}

function rounded(milliseconds = 0): string {
  return milliseconds.toFixed(0);
}
