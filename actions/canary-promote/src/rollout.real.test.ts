/** Whole rollouts: the built gate, a real HAProxy under load, and a real Prometheus that scrapes the pods. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isCanaryPromoteVerdict, type Verdict } from '@shipgate/schemas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { realTool } from '../../../scripts/real-tools.ts';
import { type RealServer, startPrometheus } from './adapters/prometheus/real-server.fixture.ts';
import { type GateEnd, startGate } from './gate-process.fixture.ts';
import { metCanary } from './met-canary.fixture.ts';
import {
  errorsOf,
  type ProxyWatch,
  type RolloutStand,
  startStand,
  untilWeight,
  watchProxy,
} from './rollout-stand.fixture.ts';

const haproxy = realTool('haproxy');
const prometheus = realTool('prometheus');

/** Requests a second. */
const load = 200;
const lanes = ['good', 'bad', 'killed'] as const;
type Lane = (typeof lanes)[number];

describe.skipIf(haproxy === null || prometheus === null)(
  'a rollout on a real HAProxy under load',
  () => {
    const stands = new Map<Lane, RolloutStand>();
    let server: RealServer | undefined;

    beforeAll(async () => {
      for (const lane of lanes) stands.set(lane, await startStand(haproxy ?? '', lane, load));
      const targets = [...stands.values()].flatMap(({ pods }) => pods.targets.map(({ url }) => url));
      server = await startPrometheus(prometheus ?? '', targets);
    });
    afterAll(async () => {
      for (const stand of stands.values()) await stand.close();
      await server?.stop();
    });

    function standOf(lane: Lane): RolloutStand {
      const stand = stands.get(lane);
      if (stand === undefined) throw new Error(`expected a stand ${lane}, got none`);
      return stand;
    }

    /** Runs until `end`; HAProxy is watched all the while. */
    async function rollOut(lane: Lane, steps: unknown, during: () => Promise<void>): Promise<Ran> {
      const { proxy, folder } = standOf(lane);
      const plan = {
        ...{ steps, interval: '1s', 'request-timeout': '1s', test: 'R', metrics: [errorsOf(lane)] },
        source: { kind: 'prometheus', url: server?.url.href },
        router: proxy.router,
      };
      const watch = watchProxy(proxy, 100);
      const gate = startGate({ folder, plan });
      await Promise.all([during(), gate.ended]);
      const end = await gate.ended;
      await watch.stop();
      return { ...end, watch, ...toldBy(end) };
    }

    it.concurrent('takes a release that is as good to all of the traffic, as HAProxy counts it', async () => {
      const { pods, proxy } = standOf('good');
      pods.failEvery('stable', 500);
      pods.failEvery('canary', 500);
      const steps = [10, 50, 100].map((weight) => ({ weight, hold: '10s', max: '120s' }));
      const { code, text, verdict, evidence, watch } = await rollOut('good', steps, () => Promise.resolve());
      expect([code, verdict.outcome], text).toEqual([0, 'pass']);
      expect(verdict.headline).toContain('v2 is proven through 50 %');
      expect(evidence.router).toEqual({ kind: 'haproxy', object: 'HAProxy backend web', before: 0, after: 100 });
      expect((await proxy.seen()).weight).toBe(100);
      expect(weightsIn(watch)).toEqual([0, 10, 50, 100]);
      for (const weight of [10, 50, 100]) expect(shareAt(watch, weight), `at ${weight} %`).toBeCloseTo(weight, 0);
      expect(evidence.steps.map(({ weight, decision }) => [weight, decision])).toEqual([
        [10, 'promote'],
        [50, 'promote'],
        [100, 'finish'],
      ]);
      for (const { share } of evidence.steps) expect(share.measured).toBeCloseTo(share.set, 1);
    });

    it.concurrent('takes back a release with five times the errors, before many requests met it', async () => {
      const { pods, proxy } = standOf('bad');
      pods.failEvery('stable', 100);
      const steps = [10, 50, 100].map((weight) => ({ weight, hold: '10s', max: '120s' }));
      const { code, text, verdict, evidence, watch, output } = await rollOut('bad', steps, async () => {
        await untilWeight(proxy, 10);
        pods.failEvery('canary', 20);
      });
      expect([code, verdict.outcome], text).toEqual([1, 'fail']);
      expect(weightsIn(watch)).toEqual([0, 10, 0]);
      expect((await proxy.seen()).weight).toBe(0);
      expect(evidence.router).toMatchObject({ before: 0, after: 0 });
      const [step] = evidence.steps;
      const requests = step?.requests.canary ?? 0;
      // bench/README.md, "5x errors, 100/s": in the median so many errors, in strata of 15 s.
      expect(step?.errors.canary).toBeLessThanOrEqual(37);
      const simulated = metCanary(join(output, 'samples.jsonl'), { perSecond: load, stable: 0.01, canary: 0.05 });
      expect(requests).toBeLessThanOrEqual(simulated.most);
      // What was too near to a change of weight to be used met it too.
      const sent = watch.seen.at(-1)?.sent.canary ?? 0;
      console.info(
        `five times the errors: ${requests} canary requests counted, ${sent} sent; simulated median ${simulated.median}, at most ${simulated.most}`,
      );
      expect(pods.served('canary').requests).toBe(sent);
      // Also those that no test used, as long as somebody counted; a busy machine decides late, and more meet it then.
      const met = evidence.exposure?.requests ?? 0;
      expect(met).toBeGreaterThanOrEqual(requests);
      expect(met).toBeLessThanOrEqual(sent);
      expect(readFileSync(join(output, 'summary.md'), 'utf8')).toMatch(
        new RegExp(`\\b${requests.toLocaleString('en')}\\b`),
      );
    });

    it.concurrent('holds when HAProxy comes back with the weights of its configuration, and writes nothing over them', async () => {
      const { pods, proxy } = standOf('killed');
      pods.failEvery('stable', 500);
      pods.failEvery('canary', 500);
      let back = 0;
      const steps = [
        { weight: 10, hold: '40s', max: '45s' },
        { weight: 50, hold: '10s', max: '120s' },
      ];
      const { code, text, verdict, evidence, watch } = await rollOut('killed', steps, async () => {
        await untilWeight(proxy, 10);
        await wait(5000);
        await proxy.kill();
        await wait(3000);
        back = performance.now();
        await proxy.start();
      });
      expect([code, verdict.outcome], text).toEqual([2, 'unknown']);
      expect(
        verdict.reasons.map((reason) => reason.code),
        text,
      ).toContain('weight-changed');
      expect(new Set(watch.seen.filter(({ at }) => at > back).map(({ weight }) => weight))).toEqual(new Set([0]));
      expect(evidence.router).toMatchObject({ before: 0, after: 0 });
      expect(evidence.steps.map(({ weight }) => weight)).toEqual([10]);
    });
  },
  240_000,
);

type Ran = GateEnd & { readonly watch: ProxyWatch } & ReturnType<typeof toldBy>;

function toldBy({ verdict, text }: GateEnd) {
  if (verdict === undefined || !isCanaryPromoteVerdict(verdict)) throw new Error(`expected a verdict, got ${text}`);
  const whole: Verdict = verdict;
  const { steps = [], router, exposure } = verdict.evidence;
  return { verdict: whole, evidence: { steps, router, exposure } };
}

/** One behind the other, as they changed. */
function weightsIn({ seen }: ProxyWatch): readonly number[] {
  return seen.map(({ weight }) => weight).filter((weight, at, all) => weight !== all[at - 1]);
}

/** Percent of the requests that HAProxy sent to the canary while it had this weight. */
function shareAt({ seen }: ProxyWatch, weight: number): number {
  const there = seen.filter((each) => each.weight === weight);
  const [first, last] = [there[0]?.sent, there.at(-1)?.sent];
  if (first === undefined || last === undefined) return Number.NaN;
  const canary = last.canary - first.canary;
  return (100 * canary) / (canary + last.stable - first.stable);
}
