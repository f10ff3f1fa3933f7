import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, suggest } from './suggest.ts';

const keys = ['path', 'tool', 'scope', 'step-timeout', 'required', 'fail-on', 'at-max', 'up', 'no'];

describe('a guess', () => {
  it.each([
    ['pth', 'path'],
    ['scoep', 'scope'],
    ['stepTimeout', 'step-timeout'],
    ['step_timeout', 'step-timeout'],
    ['at-maximum', 'at-max'],
    ['require', 'required'],
    ['FAIL-ON', 'fail-on'],
  ])('for %s is %s', (word, key) => {
    expect(suggest(word, keys)).toBe(key);
  });

  it.each(['colour', 'x', '', 'ci', 'steps-and-more', 'a'.repeat(1_000_000)])(
    'is not made when nothing is near',
    (word) => {
      expect(suggest(word, keys)).toBeUndefined();
    },
  );

  it('prefers the nearer one', () => {
    expect(suggest('tols', ['tools', 'tool'])).toBe('tools');
  });
});

describe('edit distance', () => {
  it.each([
    ['', '', 0],
    ['abc', '', 3],
    ['ab', 'ba', 1],
    ['kitten', 'sitting', 3],
    ['ca', 'abc', 3],
  ])('of %s and %s is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  it('is symmetric, zero for the same word only, and at most the longer length', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const distance = editDistance(a, b);
        expect(distance).toBe(editDistance(b, a));
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});
