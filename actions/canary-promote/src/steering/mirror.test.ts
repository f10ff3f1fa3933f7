import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestDescription, mirrorLine } from './mirror.ts';

describe('a line about a rollout', () => {
  it('tells weight, errors and evidence of a step', () => {
    const errors = { canary: 0.0299, stable: 0.005 };
    expect(mirrorLine({ kind: 'step', weight: 10, errors, evidence: { value: 12.34, limit: 100 } })).toBe(
      '10 %: canary 2.99 % errors, stable 0.50 %, evidence 12.3 of 100',
    );
    expect(mirrorLine({ kind: 'step', weight: 12.5, decision: 'waits for its pods' })).toBe(
      '12.5 %: waits for its pods',
    );
    expect(mirrorLine({ kind: 'step', weight: 5 })).toBe('5 %');
  });

  it('leaves stable out where there is none', () => {
    const errors = { canary: 0.01, stable: undefined };
    expect(mirrorLine({ kind: 'step', weight: 100, errors })).toBe('100 %: canary 1.00 % errors');
  });

  it('tells the way back, and the end', () => {
    expect(mirrorLine({ kind: 'back', weight: 10, why: 'error-rate-higher' })).toBe(
      'back to 0 %: error-rate-higher at 10 %',
    );
    const soakUntil = Date.parse('2026-11-28T14:00:30Z');
    expect(mirrorLine({ kind: 'promoted', soakUntil })).toBe('100 %: promoted; soak until 2026-11-28 14:00 UTC');
    expect(mirrorLine({ kind: 'promoted', soakUntil: undefined })).toBe('100 %: promoted');
  });

  it('shows controls instead of obeying them', () => {
    expect(mirrorLine({ kind: 'back', weight: 5, why: 'a\n::error::\u202eb' })).toBe(
      'back to 0 %: a\\n::error::\\u{202e}b at 5 %',
    );
  });

  it('is never longer than GitHub takes, and never ends within a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (why) => {
        const line = mirrorLine({ kind: 'back', weight: 10, why });
        expect(line.length).toBeLessThanOrEqual(longestDescription);
        expect(line).not.toMatch(/\p{Cs}/u);
        expect(line.endsWith(' at 10 %') || line.endsWith('…')).toBe(true);
      }),
    );
  });
});
