import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeOf } from './place.ts';

describe('placeOf', () => {
  it('counts lines and columns from 1', () => {
    expect(placeOf('', 0)).toEqual({ line: 1, column: 1 });
    expect(placeOf('a\nbc', 3)).toEqual({ line: 2, column: 2 });
    expect(placeOf('a\n\nb', 2)).toEqual({ line: 2, column: 1 });
  });

  it('names the line that holds the character', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '\n')), fc.nat(), (units, seed) => {
        const text = `${units.join('')}x`;
        const offset = seed % text.length;
        const { line, column } = placeOf(text, offset);
        expect(`${text.split('\n')[line - 1]}\n`[column - 1]).toBe(text[offset]);
      }),
    );
  });
});
