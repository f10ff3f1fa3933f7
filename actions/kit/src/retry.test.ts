import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RetryClock, type RetryPolicy, retry, waitBefore } from './retry.ts';

const policy: RetryPolicy = { attempts: 4, firstWaitMs: 100, longestWaitMs: 300, patienceMs: 1_000 };

function recordingClock(random: number): RetryClock & { waits: number[] } {
  const waits: number[] = [];
  return {
    waits,
    random: () => random,
    sleep: async (ms) => {
      waits.push(ms);
    },
  };
}

function failing(times: number): { attempt: () => Promise<string>; calls: () => number } {
  let calls = 0;
  return {
    calls: () => calls,
    attempt: async () => {
      calls += 1;
      if (calls <= times) throw new Error(`failure ${calls}`);
      return 'done';
    },
  };
}

describe('retry', () => {
  it('waits longer after every failure, up to the longest wait', async () => {
    const clock = recordingClock(1);
    const work = failing(3);
    await expect(retry(work.attempt, () => ({ kind: 'again' }), policy, clock)).resolves.toBe('done');
    expect(clock.waits).toEqual([100, 200, 300]);
  });

  it('throws the last failure when the tries are used up', async () => {
    const work = failing(9);
    await expect(retry(work.attempt, () => ({ kind: 'again' }), policy, recordingClock(0))).rejects.toThrow(
      'failure 4',
    );
    expect(work.calls()).toBe(4);
  });

  it('does not repeat a final failure', async () => {
    const clock = recordingClock(1);
    const work = failing(9);
    await expect(retry(work.attempt, () => ({ kind: 'final' }), policy, clock)).rejects.toThrow('failure 1');
    expect(clock.waits).toEqual([]);
  });

  it('waits as long as the server asks for', async () => {
    const clock = recordingClock(0.5);
    await retry(failing(1).attempt, () => ({ kind: 'again', waitMs: 777 }), policy, clock);
    expect(clock.waits).toEqual([777]);
  });

  it('gives up at once when the server asks for more time than there is patience', async () => {
    const clock = recordingClock(0.5);
    const work = failing(1);
    const judged = retry(work.attempt, () => ({ kind: 'again', waitMs: 1_001 }), policy, clock);
    await expect(judged).rejects.toThrow('failure 1');
    expect(clock.waits).toEqual([]);
  });

  it('never chooses a wait outside zero and the longest wait', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (attempt, random) => {
          const wait = waitBefore(attempt, { kind: 'again' }, policy, random);
          return wait >= 0 && wait <= policy.longestWaitMs;
        },
      ),
    );
  });
});
