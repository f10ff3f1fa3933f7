import { describe, expect, it } from 'vitest';
import { same } from '../rollout.fixture.ts';
import { RecordedMover } from '../steering/recorded-mover.ts';
import { moverOf, recordCellOf } from '../steering/routers.fixture.ts';
import { runIn } from '../steering/run.fixture.ts';
import type { Traffic } from '../steering/traffic.ts';
import { timerOf, trafficOf, type World, world } from '../steering/world.fixture.ts';
import { carryOut } from './carry-out.ts';
import { at10, configurationOf, contextOf, left, ordered, routerOf } from './order.fixture.ts';

const good = same(100, 0.002);
const _bad = { ...good, canary: () => 0.1 };
const moves = ({ record }: World) => record?.log.map(({ from, weight, cause }) => `${from} ${weight} ${cause}`);

describe('status', () => {
  it('tells an open rollout, and proves nothing by it', async () => {
    const w = world(good);
    const configuration = await configurationOf();
    left(w, configuration, at10);
    const told = await ordered(w, 'status', configuration);
    expect(told.headline).toBe(
      'the rollout goes on, 2.4.0 has 10 %'.replace('2.4.0', told.headline?.split(' ')[4] ?? ''),
    );
    expect([told.outcome, w.written, w.lease.value?.holder]).toEqual(['unknown', [], 'run-1']);
  });

  it.each([
    ['unavailable', 'router-unavailable'],
    ['odd-record', 'route-changed'],
    ['refused', 'router-refused'],
  ] as const)('of a router that answers %s is not known', async (failing, code) => {
    const w = Object.assign(world(good), { failing });
    const told = await ordered(w, 'status', await configurationOf());
    expect([told.outcome, told.codes.includes(code)]).toEqual(['unknown', true]);
  });

  it('shows hostile text of the record as text', async () => {
    const w = world(good);
    const configuration = await configurationOf();
    const hostile = '\n::add-mask::x\u001b[31m<img src=x onerror=alert(1)>|`';
    left(w, configuration, {
      ...{ ...at10, canary: hostile, run: hostile },
      approvals: [{ step: 0, by: hostile, at: 1 }],
    });
    const { view, headline } = await ordered(w, 'status', configuration);
    const shown = [view.lead, ...(view.tables ?? [])].map(String).join('\n');
    expect(shown).not.toMatch(/^::/mu);
    expect(shown).not.toContain('<img');
    expect(shown).not.toContain('\u001b');
    expect(headline).toContain('rollout goes on');
  });
});

describe('approve', () => {
  it('is found by the run at its next look', async () => {
    const w = world(good);
    const configuration = await configurationOf();
    const { plan } = configuration;
    const manual = { ...plan, steps: plan.steps.map((step) => ({ ...step, manual: step.weight === 50 })) };
    let given: Promise<unknown> | undefined;
    const { rollout } = await runIn(w, {
      plan: manual,
      saw: ({ decision }) => {
        if (decision.action !== 'wait' || given !== undefined) return;
        given = ordered(w, 'approve', { ...configuration, planHash: w.record?.planHash ?? '' });
      },
    });
    expect(await given).toMatchObject({ outcome: 'pass' });
    expect(rollout?.decision.action).toBe('finish');
    expect(w.record?.approvals).toMatchObject([{ step: 1, by: 'ops' }]);
  });

  it('twice is one consent', async () => {
    const w = world(good);
    const configuration = await configurationOf();
    left(w, configuration, at10);
    expect((await ordered(w, 'approve', configuration)).outcome).toBe('pass');
    expect((await ordered(w, 'approve', configuration)).outcome).toBe('pass');
    expect(w.record?.approvals).toHaveLength(1);
  });

  it.each([
    ['no rollout', undefined],
    ['one that is over', { ...at10, state: 'promoted' }],
    ['one of another plan', { ...at10, planHash: 'b'.repeat(64) }],
  ] as const)('of %s lets nothing go on', async (_, record) => {
    const w = world(good);
    const configuration = await configurationOf();
    if (record !== undefined) left(w, configuration, record);
    const told = await ordered(w, 'approve', configuration);
    expect(told.outcome).not.toBe('pass');
    expect(w.record?.approvals ?? []).toEqual([]);
  });

  it('goes on over a holder that writes at the same moment, and gives up when it never ends', async () => {
    for (const [conflicts, outcome] of [
      [3, 'pass'],
      [99, 'unknown'],
    ] as const) {
      const w = world(good);
      const configuration = await configurationOf();
      left(w, configuration, at10);
      const traffic = trafficOf(w);
      let tries = 0;
      const busy: Traffic = {
        ...traffic,
        write: async (seen, next, signal) => {
          tries += 1;
          if (tries <= conflicts) w.version += 1;
          return await traffic.write(seen, next, signal);
        },
      };
      expect((await ordered(w, 'approve', configuration, { traffic: busy })).outcome).toBe(outcome);
    }
  });
});

describe('abort', () => {
  it('takes the traffic from a run that lives, which then writes nothing more', async () => {
    const w = world(good);
    const configuration = await configurationOf();
    let aborted: ReturnType<typeof ordered> | undefined;
    const { rollout } = await runIn(w, {
      plan: configuration.plan,
      saw: ({ course }) => {
        if (course.strata.length === 3) aborted ??= ordered(w, 'abort', configuration);
      },
    });
    expect((await aborted)?.codes).toContain('taken-back');
    expect(rollout?.decision.findings.map(({ code }) => code)).toContain('taken-over');
    expect(moves(w)).toEqual(['0 10 step', '10 0 abort']);
    expect([w.weight, w.record?.state, w.lease.value?.holder]).toEqual([0, 'rolled-back', '']);
  });

  it('between the decision and the write of the holder wins', async () => {
    const w = world(good);
    const configuration = await configurationOf();
    const traffic = trafficOf(w);
    let isAborted = false;
    await runIn(w, {
      plan: configuration.plan,
      traffic: {
        ...traffic,
        write: async (seen, next, signal) => {
          if (next.weight === 50 && !isAborted) {
            isAborted = true;
            await ordered(w, 'abort', configuration);
          }
          return await traffic.write(seen, next, signal);
        },
      },
    });
    expect(moves(w)).toEqual(['0 10 step', '10 0 abort']);
    expect(w.written).toEqual([10, 0]);
  });

  it('does not write over a weight of somebody else', async () => {
    const w = world(good);
    const configuration = await configurationOf();
    left(w, configuration, at10);
    w.weight = 40;
    const told = await ordered(w, 'abort', configuration);
    expect(told.codes).toContain('rollback-incomplete');
    expect([w.weight, w.written, w.lease.value?.holder]).toEqual([40, [], '']);
  });

  it('says that there is no rollout', async () => {
    const w = world(good);
    const told = await ordered(w, 'abort', await configurationOf());
    expect(told.codes).toEqual(['no-rollout']);
    expect([w.record, w.lease.value?.holder]).toEqual([undefined, '']);
  });

  it('completes a way back of which only the record was written', async () => {
    const w = world(good);
    const configuration = await configurationOf();
    left(w, configuration, {
      ...{ from: 10, weight: 0, state: 'rolled-back' },
      log: [{ step: 0, from: 10, weight: 0, cause: 'abort', asked: 1 }],
    });
    w.weight = 10;
    const traffic = new RecordedMover(moverOf(w), recordCellOf(w));
    const told = await ordered(w, 'abort', configuration, { traffic });
    expect([w.weight, told.codes.includes('taken-back')]).toEqual([0, true]);
  });

  it('in stages that dies on its way is not undone by the same command', async () => {
    const w = world(good);
    const configuration = await configurationOf();
    left(w, configuration, {
      ...{ from: 90, weight: 75, step: 1, stablePods: 4 },
      log: [{ step: 1, from: 90, weight: 75, cause: 'stage', asked: 1 }],
    });
    const { refusal } = await runIn(w, { plan: configuration.plan });
    expect(refusal?.code).toBe('rollout-open');
    expect(w.weight).toBe(75);
    const told = await ordered(w, 'abort', configuration, { identity: 'run-1' });
    expect([w.weight, told.codes.includes('taken-back')]).toEqual([0, true]);
  });

  it('keeps its lock while stable has too few pods', async () => {
    const w = world(good);
    const configuration = await configurationOf();
    left(w, configuration, { ...at10, weight: 90, stablePods: 4 });
    w.stablePods = 2;
    const began = w.now;
    const timer = timerOf(w, () => {
      if (w.now > began + 120_000) w.stablePods = 4;
    });
    const router = routerOf(w, 'person');
    const result = await carryOut('abort', configuration, router, contextOf(), timer);
    expect(result.reasons.map(({ code }) => code)).toEqual(['taken-back']);
    expect(w.written).toEqual([50, 0]);
    expect(w.lease.version).toBeGreaterThan(15);
  });

  it('that is cancelled before it has the lock does not fail with a bare signal', async () => {
    const w = world(good);
    const told = await ordered(w, 'abort', await configurationOf(), { signal: AbortSignal.abort('SIGINT') });
    expect(told.outcome).toBe('unknown');
  });
});
