import { describe, expect, it } from 'vitest';
import { RecordedMetrics, recordedTimer } from './adapters/recorded.ts';
import { decide, type Rollout } from './decide.ts';
import { journal } from './journal.fixture.ts';
import type { Entry } from './journal.ts';
import type { Plan } from './plan.ts';
import { preflight } from './preflight.ts';
import { journalOf, plan, same, start } from './rollout.fixture.ts';
import { askedSteering } from './steering/asked.ts';
import { watch } from './watch.ts';

const good = same(100, 0.002);

interface Watched {
  readonly rollout: Rollout;
  readonly entries: readonly Entry[];
  readonly asked: readonly number[];
}

/** Watches what was recorded, at the recording's own time. */
async function watched(
  recorded: readonly Entry[],
  given: Plan = plan,
  abortAt = Number.POSITIVE_INFINITY,
): Promise<Watched> {
  const source = journal(recorded, given);
  const entries: Entry[] = [];
  const asked: number[] = [];
  const abort = new AbortController();
  const timer = recordedTimer(source);
  const ports = {
    metrics: new RecordedMetrics(source),
    timer,
    recorder: { append: (entry: Entry) => entries.push(entry) },
    steering: askedSteering(given, timer, { asks: (weight) => asked.push(weight) }, abort.signal),
  };
  const saw = ({ course }: Rollout) => {
    if (course.now >= abortAt) abort.abort();
  };
  const rollout = await watch(given, preflight(given, []), ports, saw, abort.signal);
  return { rollout, entries, asked };
}

describe('a watched rollout', () => {
  it('asks for each weight when the step before is proven, and begins a step when its share is measured', async () => {
    const brief = { ...plan, steps: plan.steps.map((step) => ({ ...step, hold: 240 })) };
    const { rollout, entries, asked } = await watched(journalOf(good), brief);
    expect(asked).toEqual([10, 25, 50]);
    const steps = entries.filter((entry) => entry.event === 'step');
    expect(steps.map(({ step }) => step)).toEqual([0, 1, 2]);
    expect(steps[0]).toMatchObject({ at: start + 15_000 });
    // Asked at 255 s; the recording moves on at 300 s, and the first window of the new share ends here.
    expect(steps[1]).toMatchObject({ at: start + 315_000 });
    expect(rollout.decision.action).toBe('finish');
  });

  it('ends with the first crossing, and asks for no further weight', async () => {
    const { rollout, asked, entries } = await watched(journalOf({ ...good, canary: () => 0.1 }));
    expect(rollout.decision).toMatchObject({ action: 'rollback' });
    expect(asked).toEqual([10]);
    expect(entries.at(-1)?.event).toBe('end');
  });

  it('stops when the weight that it asked for never arrives', async () => {
    const short = { ...plan, steps: plan.steps.map((step) => ({ ...step, max: 120, hold: 60 })) };
    const none = { ...good, share: () => 0 };
    const { rollout } = await watched(journalOf(none, { plan: short }), short);
    expect(rollout.decision.action).toBe('stop');
    expect(rollout.decision.findings).toMatchObject([{ code: 'weight-not-reached', weight: 10 }]);
  });

  it('takes no weight for arrived that the router never set, not even at 100 %', async () => {
    const steep = (weights: readonly number[]) => ({
      ...plan,
      steps: weights.map((weight) => ({ weight, hold: 60, max: 300, manual: false })),
    });
    for (const weights of [
      [50, 90, 100],
      [50, 80, 90, 100],
      [1, 2, 3, 100],
    ]) {
      const given = steep(weights);
      const frozen = {
        ...good,
        share: (weight: number) => Math.min(weight, weights.at(-2) ?? 0, weights[0] === 1 ? 1 : 90),
      };
      const { rollout, entries } = await watched(journalOf(frozen, { plan: given, seconds: 900 }), given);
      expect(rollout.decision.action, weights.join()).toBe('stop');
      expect(entries.some((entry) => entry.event === 'step' && given.steps[entry.step]?.weight === 100)).toBe(false);
    }
  });

  it('still sees a fault while it waits for the next weight', async () => {
    // The first step is proven at 315 s; from 300 s on nobody moves the traffic, and from 330 s on every tenth request fails.
    const stuck = { ...good, share: () => 10, canary: (seconds: number) => (seconds >= 330 ? 0.1 : 0.002) };
    const { rollout, asked } = await watched(journalOf(stuck));
    expect(asked).toEqual([10, 25]);
    expect(rollout.decision).toMatchObject({ action: 'rollback' });
    expect(rollout.decision.at).toBeLessThan(start + 420_000);
  });

  it('ends undecided when it is cancelled', async () => {
    const { rollout, entries } = await watched(journalOf(good), plan, start + 100_000);
    expect(rollout.decision.action).toBe('stop');
    expect(entries.at(-1)?.event).toBe('end');
  });

  it('decides what its own journal decides', async () => {
    for (const rate of [0.002, 0.01, 0.1]) {
      const { rollout, entries } = await watched(journalOf({ ...good, canary: () => rate }));
      const again = decide(plan, preflight(plan, []).ground, JSON.parse(JSON.stringify(entries)));
      expect(JSON.stringify(again)).toBe(JSON.stringify(rollout.decision));
    }
  });
});
