// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logLines } from './log-lines';

const step = (description: string, state = 'in_progress') => ({ at: '2026-11-20T10:12:00.000Z', state, description });

describe('the lines of a log', () => {
  it('are the newest first, six of them open, none lost', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, maxLength: 20 }), { maxLength: 50 }), (texts) => {
        const { open, older } = logLines(texts.map((text) => step(text)));
        expect(open).toHaveLength(Math.min(6, texts.length));
        expect([...open, ...older].map(({ text }) => text)).toEqual([...texts].reverse());
      }),
    );
  });

  it('stay the same ones when a newer one comes', () => {
    const before = logLines([step('a'), step('b')]).open;
    const after = logLines([step('a'), step('b'), step('c')]).open;
    expect(after.slice(1)).toEqual(before);
    expect(after[0]).toMatchObject({ text: 'c', place: 2 });
  });

  it.each([
    ['in_progress', 'moving'],
    ['failure', 'failed'],
    ['error', 'failed'],
    ['success', 'healthy'],
    ['invented-later', 'unknown'],
  ])('have the word of their state: %s is %s', (state, word) => {
    expect(logLines([step('x', state)]).open[0]?.look.word).toBe(word);
  });

  it('are cut at 280 characters, none of them in half', () => {
    const text = (description: string) => logLines([step(description)]).open[0]?.text;
    expect(text('x'.repeat(280))).toBe('x'.repeat(280));
    expect(text('x'.repeat(10_000))).toBe(`${'x'.repeat(279)}…`);
    expect(text('🚀'.repeat(280))).toBe('🚀'.repeat(280));
    expect(text('🚀'.repeat(281))).toBe(`${'🚀'.repeat(279)}…`);
  });
});
