/** Whatever became of a rollout: its samples give the same verdict again, byte by byte. */
import { describe, expect, it } from 'vitest';
import { foldJournal } from '../conclude.ts';
import { headOf } from '../journal.fixture.ts';
import type { Entry } from '../journal.ts';
import type { Plan } from '../plan.ts';
import { recordedResult } from '../recorded-run.ts';
import { parseJournal } from '../replay/recorded.ts';
import { same, plan as usual } from '../rollout.fixture.ts';
import { laggingMetricsOf, laggingTrafficOf } from './routers.fixture.ts';
import { type Ran, type RunOptions, runIn } from './run.fixture.ts';
import { TrafficError } from './traffic.ts';
import { metricsOf, timerOf, trafficOf, type World, world } from './world.fixture.ts';

const good = same(100, 0.002);
const bad = { ...good, canary: () => 0.1 };
const plan: Plan = { ...usual, steps: [10, 50].map((weight) => ({ weight, hold: 60, max: 300, manual: false })) };

/** The verdict as the run gave it, and as its samples give it. */
function both(given: Plan, { rollout, entries }: Ran): readonly [string, string] {
  const router = { kind: 'istio', object: 'VirtualService orders/order-service', before: 0, rollout: 'r' } as const;
  const head = { ...headOf(given), router };
  if (rollout === undefined) throw new Error('the run was refused');
  const live = recordedResult(head, rollout, 'samples.jsonl');
  const text = [head, ...entries].map((each) => `${JSON.stringify(each)}\n`).join('');
  const read = parseJournal(text);
  const again = recordedResult(read.head, foldJournal(read.head, read.entries), 'samples.jsonl');
  return [JSON.stringify(live), JSON.stringify(again)];
}

function cancelledIn(w: World, given: Plan, strata: number, more: Partial<RunOptions> = {}): Promise<Ran> {
  const control = new AbortController();
  return runIn(w, {
    plan: given,
    signal: control.signal,
    saw: ({ course }) => {
      if (course.strata.length === strata) control.abort('SIGTERM');
    },
    ...more,
  });
}

const runs: Readonly<Record<string, (w: World, given: Plan) => Promise<Ran>>> = {
  'is promoted or taken back': (w, given) => runIn(w, { plan: given }),
  'is cancelled before the first look': (w, given) => {
    const control = new AbortController();
    return runIn(w, { plan: given, signal: control.signal, timer: timerOf(w, () => control.abort('SIGINT')) });
  },
  'is cancelled': (w, given) => cancelledIn(w, given, 3),
  'is cancelled, and goes on': async (w, given) => {
    await cancelledIn(w, given, 3);
    return await runIn(w, { plan: given });
  },
  'is cancelled twice, and goes on': async (w, given) => {
    await cancelledIn(w, given, 3);
    await cancelledIn(w, given, 6);
    return await runIn(w, { plan: given });
  },
  'goes on with a lost journal': async (w, given) => {
    await cancelledIn(w, given, 3);
    if (w.lease.value !== undefined) w.lease.value = { ...w.lease.value, kept: 'no journal' };
    return await runIn(w, { plan: given });
  },
  'meets a freeze': (w, given) => {
    const freeze = { from: w.now + 45_000, to: w.now + 150_000, reason: 'Line one\n::error::two \u001b[31m' };
    return runIn(w, { plan: given, calendar: { freezes: [freeze], windows: [] } });
  },
  'meets somebody else’s weight': (w, given) =>
    cancelledIn(w, given, 9, {
      saw: ({ course }) => {
        if (course.strata.length !== 2) return;
        w.weight = 33;
        w.version += 1;
      },
    }),
  'meets a router whose errors are hostile text': (w, given) => {
    const traffic = trafficOf(w);
    const began = w.now;
    return runIn(w, {
      plan: given,
      traffic: {
        ...traffic,
        read: async (signal) => {
          if (w.now > began + 40_000 && w.now < began + 100_000)
            throw new TrafficError('unavailable', '\r\n::stop-commands::x\u2028\u0000\ud800 <b>"');
          return await traffic.read(signal);
        },
      },
    });
  },
  'lags, and loses pods of stable': (w, given) => {
    w.stablePods = 4;
    return runIn(w, {
      plan: given,
      traffic: laggingTrafficOf(w, 50_000),
      metrics: laggingMetricsOf(w, 50_000, w.now),
      saw: ({ course }) => {
        if (course.strata.length === 5) w.stablePods = 2;
      },
    });
  },
  'has no samples for a while': (w, given) => {
    const metrics = metricsOf(w);
    const began = w.now;
    return runIn(w, {
      plan: given,
      timer: timerOf(w),
      metrics: {
        ...metrics,
        read: async (window, signal) => {
          const stratum = await metrics.read(window, signal);
          if (window.to < began + 60_000 || window.to > began + 120_000) return stratum;
          const errors = {
            kind: 'trouble',
            code: 'source-unavailable',
            detail: '\n::warning::\u001b]0;x\u0007',
          } as const;
          return { ...stratum, readings: { errors } };
        },
      },
    });
  },
};

describe.each(Object.keys(runs))('a rollout that %s', (name) => {
  it.each([
    ['of a good release', good, 'hold'],
    ['of a bad release', bad, 'hold'],
    ['of a good release with on-cancel rollback', good, 'rollback'],
  ] as const)('%s gives the same verdict from its samples', async (_, load, onCancel) => {
    const w = world(load);
    const given = { ...plan, onCancel };
    const ran = await runs[name]?.(w, given);
    const [live, again] = both(given, ran ?? { entries: [], notes: [] });
    expect(again).toBe(live);
    expect(w.lease.value?.holder).toBe('');
  });

  it('shows nothing of its details as a command of the terminal', async () => {
    const given = { ...plan };
    const ran = await runs[name]?.(world(good), given);
    const head = { ...headOf(given) };
    const result = recordedResult(head, foldJournal(head, ran?.entries ?? ([] as readonly Entry[])), 'samples.jsonl');
    const shown = [result.headline, result.view.lead, ...result.reasons.map(({ seen }) => seen)].join('\n');
    expect(shown).not.toMatch(/^::/mu);
    expect(shown).not.toContain('\u001b');
  });
});
