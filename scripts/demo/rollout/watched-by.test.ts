import { describe, expect, it } from 'vitest';
import { watchedBy } from './watched-by.ts';

const job = { release: 'v1.4.2', commit: 'a'.repeat(40), before: 'b'.repeat(40), runId: '7' } as const;
const lines = [
  { plan: { hold: 60 }, startedAt: '2026-01-01T00:00:00.000Z', subject: {} },
  { event: 'step', step: 0, at: 1000 },
  { event: 'stratum', stratum: { from: 1000, to: 6000, readings: { errors: { to: 3 } } } },
  { event: 'end', at: 6000 },
];
const recording = lines.map((line) => `${JSON.stringify(line)}\n`).join('');

describe('a recording as a job of the demo would have made it', () => {
  const moved = watchedBy(job, recording, 'https://pages/REASON.md', 106_000).trimEnd().split('\n');
  const [head, ...entries] = moved.map((line) => JSON.parse(line));

  it('ends now, and lasts as long', () => {
    expect(entries.map(({ at, stratum }) => at ?? [stratum.from, stratum.to])).toEqual([
      101_000,
      [101_000, 106_000],
      106_000,
    ]);
    expect(head.startedAt).toBe('2026-01-01T00:01:40.000Z');
  });

  it('is about the commit and the run of the job, in production', () => {
    expect(head.subject).toMatchObject({ commit: job.commit, environment: 'production', run: { id: '7', attempt: 1 } });
    expect(head.docs).toBe('https://pages/REASON.md');
  });

  it('keeps what was counted, and the plan', () => {
    expect(entries[1].stratum.readings).toEqual({ errors: { to: 3 } });
    expect(head.plan).toEqual({ hold: 60 });
  });
});
