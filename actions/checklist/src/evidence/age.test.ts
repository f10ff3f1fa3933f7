import { describe, expect, it } from 'vitest';
import { freshnessOf, judgeAge } from './age.ts';

const now = new Date('2026-11-20T12:00:00Z');
const day = 86_400_000;
const at = (text: string, limitMs: number | undefined = 7 * day) => judgeAge('it is of', new Date(text), now, limitMs);

describe('the age of a fact', () => {
  it('passes up to its limit and is stale from there on', () => {
    expect(at('2026-11-13T12:00:00Z').outcome).toBe('pass');
    expect(at('2026-11-13T11:59:59Z')).toMatchObject({
      outcome: 'stale',
      seen: 'it is of 2026-11-13, 7\u00a0days ago, wanted <= 7\u00a0days',
    });
  });

  it('is not known of a day to come, so that nobody writes himself a pass for years', () => {
    expect(at('2026-11-21T11:00:00Z').outcome).toBe('pass');
    expect(at('2026-11-22T00:00:00Z')).toMatchObject({
      outcome: 'unknown',
      seen: 'it is of 2026-11-22, which is still to come',
    });
  });

  it('is not known without a date or without a limit that can be read', () => {
    expect(at('nonsense').outcome).toBe('unknown');
    expect(judgeAge('it is of', now, now, undefined).outcome).toBe('unknown');
  });

  it('has the limit of the entry before that of the policy', () => {
    expect([freshnessOf('24h', 5), freshnessOf(undefined, 5), freshnessOf('soon', 5), freshnessOf('0d', 5)]).toEqual([
      day,
      5,
      undefined,
      undefined,
    ]);
  });
});
