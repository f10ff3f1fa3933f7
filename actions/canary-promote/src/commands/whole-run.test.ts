/** Commands through the gate's own door: what `resume`, a dry run, the soak and the post step may do and may not. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readHost } from '@shipgate/kit/host';
import { outcomeOf } from '@shipgate/kit/verdict';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Configuration } from '../configuration.ts';
import type { Inputs } from '../inputs.ts';
import { finishJob, STATE } from '../post.ts';
import { same } from '../rollout.fixture.ts';
import { runCanaryPromote } from '../run.ts';
import type { OpenRouter } from '../steering/open-router.ts';
import { TrafficError } from '../steering/traffic.ts';
import { metricsOf, timerOf, trafficOf, type World, world } from '../steering/world.fixture.ts';
import type { Reading } from '../strata.ts';
import { at10, configurationOf, contextOf, left, planText, routerOf } from './order.fixture.ts';

const good = same(100, 0.002);
const soak = 'soak: { duration: 24h, error-rate: 1% }\n';
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'canary-whole-'));
  writeFileSync(join(folder, 'plan.yml'), planText + soak);
});
afterAll(() => rmSync(folder, { recursive: true }));

const inputs = (command: Inputs['command'], more: Partial<Inputs> = {}): Inputs => ({
  ...{ plan: 'plan.yml', config: '.github/shipgate.yml', command, version: '2.4.0', 'stable-version': '2.3.2' },
  ...{ 'github-token': undefined, replay: undefined, 'dry-run': false, ...more },
});

interface Given {
  readonly router?: OpenRouter;
  readonly readings?: () => Readonly<Record<string, Reading>>;
  readonly event?: string;
}

async function run(w: World, given: Inputs, { router = routerOf(w, 'run-1'), readings, event }: Given = {}) {
  const whole = metricsOf(w);
  const metrics =
    readings === undefined
      ? whole
      : {
          ...whole,
          read: (window: { from: number; to: number }) => Promise.resolve({ ...window, readings: readings() }),
        };
  const env = { GITHUB_ACTOR: 'ops', ...(event === undefined ? {} : { GITHUB_EVENT_NAME: event }) };
  const context = { ...contextOf(), host: readHost(env, folder), outputDirectory: folder };
  const result = await runCanaryPromote(given, context, {
    version: '1.0.0',
    openSource: () => Promise.resolve({ metrics, timer: timerOf(w), isRecorded: false }),
    openRouter: () => Promise.resolve(router),
    tellers: { openMirror: () => undefined, afterRollback: () => Promise.resolve([]) },
  });
  return { ...result, outcome: outcomeOf(result.reasons, result.proofs) };
}

const configured = (): Promise<Configuration> => configurationOf(soak);

describe('resume', () => {
  it('begins no rollout where there is none, nor where one was taken back', async () => {
    for (const record of [undefined, { ...at10, weight: 0, from: 10, state: 'rolled-back' as const }]) {
      const w = world(good);
      if (record !== undefined) left(w, await configured(), record);
      await run(w, inputs('resume'));
      expect([w.written, w.record?.state]).toEqual([[], record?.state]);
    }
  });

  it('begins none when the router does not answer the first look only', async () => {
    const w = world(good);
    const traffic = trafficOf(w);
    let reads = 0;
    const router = routerOf(w, 'run-1', {
      ...traffic,
      read: async (signal) => {
        reads += 1;
        if (reads === 1) throw new TrafficError('unavailable', '503');
        return await traffic.read(signal);
      },
    });
    await run(w, inputs('resume'), { router });
    expect([w.written, w.record]).toEqual([[], undefined]);
  });

  it('begins none when the open one ends while the lock is waited for', async () => {
    const w = world(good);
    const configuration = await configured();
    left(w, configuration, at10);
    const traffic = trafficOf(w);
    let reads = 0;
    const router = routerOf(w, 'run-2', {
      ...traffic,
      read: async (signal) => {
        const seen = await traffic.read(signal);
        reads += 1;
        if (reads === 1) {
          left(w, configuration, { ...at10, from: 10, weight: 0, state: 'rolled-back' });
          if (w.lease.value !== undefined) w.lease.value = { ...w.lease.value, holder: '' };
        }
        return seen;
      },
    });
    const told = await run(w, inputs('resume'), { router });
    expect([w.written, w.record?.state, w.lease.value?.holder]).toEqual([[], 'rolled-back', '']);
    expect(told.outcome).toBe('fail');
  });
});

describe('a dry run', () => {
  it.each(['abort', 'approve', 'reap', 'resume'] as const)('of %s changes nothing', async (command) => {
    const w = world(good);
    left(w, await configured(), at10);
    const { record, lease } = structuredClone({ record: w.record, lease: w.lease });
    await run(w, inputs(command, { 'dry-run': true }));
    expect([w.record, w.lease, w.written]).toEqual([record, lease, []]);
  });

  it.each(['abort', 'approve', 'reap', 'status'] as const)('of %s is refused for a pull request', async (command) => {
    const w = world(good);
    const asked = run(w, inputs(command, { 'dry-run': true }), { event: 'pull_request' });
    await expect(asked).rejects.toThrow('pull request');
    expect(w.calls).toBe(0);
  });
});

describe('the soak behind a rollout', () => {
  const hours = 3_600_000;
  const promoted = { ...at10, weight: 100, from: 50, step: 2, state: 'promoted' as const };
  const counts = (requests: number, bad: number): Reading => ({
    kind: 'counts',
    canary: { requests: [requests], bad: [[bad]] },
    stable: { requests: [0], bad: [[0]] },
  });
  const noAlerts = { kind: 'gauge', value: 0 } as const;
  const soaked = async (after: number, readings: NonNullable<Given['readings']>, weight = 100) => {
    const w = world(good);
    left(w, await configured(), { ...promoted, soakUntil: w.now + 24 * hours });
    w.weight = weight;
    w.now += after * hours;
    const told = await run(w, inputs('resume'), { readings });
    return { outcome: told.outcome, state: w.record?.state, headline: told.headline ?? '' };
  };
  const fine = () => ({ 'soak-errors': counts(1000, 1), 'critical-alerts': noAlerts });

  it('goes on within its limits, and is over behind its last hour', async () => {
    expect(await soaked(3, fine)).toMatchObject({ state: 'promoted' });
    expect(await soaked(25, fine)).toMatchObject({ outcome: 'pass', state: 'soaked' });
  });

  it('fails as soon as a limit is broken', async () => {
    expect(await soaked(3, () => ({ 'soak-errors': counts(1000, 30) }))).toMatchObject({
      ...{ outcome: 'fail', state: 'soak-breached' },
    });
  });

  it.each([
    ['over a gap', { kind: 'trouble', code: 'source-unavailable', detail: '503' } as const, 100],
    ['without a request', counts(0, 0), 100],
    ['where somebody set the weight back', counts(1000, 1), 0],
  ])('%s is not proven when it is over', async (_, reading, weight) => {
    let pieces = 0;
    const readings = () => {
      pieces += 1;
      const errors = reading.kind === 'trouble' && pieces !== 7 ? counts(1000, 1) : reading;
      return { 'soak-errors': errors, 'critical-alerts': noAlerts };
    };
    const told = await soaked(25, readings, weight);
    expect(told).toMatchObject({ outcome: 'unknown', state: 'promoted' });
    expect(told.headline).toContain('not proven');
  });
});

describe('the post step', () => {
  const post = async (w: World, more: Readonly<Record<string, string>> = {}) => {
    const said: string[] = [];
    const env = {
      ...{ GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: folder, [`STATE_${STATE}`]: 'true', INPUT_PLAN: 'plan.yml' },
      ...{ INPUT_VERSION: '2.4.0', 'INPUT_STABLE-VERSION': '2.3.2', INPUT_COMMAND: 'run', 'INPUT_DRY-RUN': 'false' },
      ...more,
    };
    const openRouter = () => Promise.resolve(routerOf(w, 'run-1'));
    await finishJob({ env, openRouter, timer: timerOf(w), say: (text) => void said.push(text) });
    return said.join('\n');
  };

  it('holds what a killed run left, and gives its lock back', async () => {
    const w = world(good);
    left(w, await configured(), at10);
    expect(await post(w)).toContain('held, the canary has 10 %');
    expect([w.record?.state, w.lease.value?.holder]).toEqual(['held', '']);
  });

  it.each([
    ['a dry run', { 'INPUT_DRY-RUN': 'true' }],
    ['another command', { INPUT_COMMAND: 'approve' }],
  ])('behind %s touches nothing', async (_, more) => {
    const w = world(good);
    left(w, await configured(), at10);
    await post(w, more);
    expect([w.record?.state, w.calls]).toEqual(['running', 0]);
  });

  it('says what it could not look at, and does not fail', async () => {
    const w = Object.assign(world(good), { failing: 'unavailable' as const });
    expect(await post(w)).toContain('could be looked at');
  });
});
