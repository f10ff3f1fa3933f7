import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chance } from '../secrets/chance.fixture.ts';
import { made, madeKinds } from '../secrets/kinds.fixture.ts';
import { hasLongWord, LONG_WORD } from './spoken.ts';

describe('a long word', () => {
  it('is in every secret of a known form', () => {
    for (const kind of madeKinds) {
      const c = chance(madeKinds.indexOf(kind) + 3);
      for (let round = 0; round < 20; round++) {
        const one = made(kind, c);
        expect(hasLongWord(typeof one === 'string' ? one : one.line), kind).toBe(true);
      }
    }
  });

  it('is seen wherever it stands, as a pattern sees it', () => {
    const words = fc.array(fc.stringMatching(/^[a-z€]{0,16}$/), { maxLength: 8 });
    const pattern = new RegExp(`\\S{${LONG_WORD}}`);
    fc.assert(
      fc.property(words, fc.constantFrom(' ', '\n', '\t', '  '), (all, between) => {
        const text = all.join(between);
        expect(hasLongWord(text)).toBe(pattern.test(text));
      }),
    );
  });
});
