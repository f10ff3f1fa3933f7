import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSearchable, Keywords } from './keywords.ts';

/** Each word at each place, one after the other. */
function naive(words: readonly string[], text: string): string[] {
  const lower = text.replace(/[A-Z]/g, (sign) => sign.toLowerCase());
  const found: string[] = [];
  for (const word of new Set(words.map((each) => each.toLowerCase()))) {
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1))
      found.push(`${word}@${at + word.length}`);
  }
  return found.sort();
}

const pairs = (hits: readonly number[], words: readonly string[]) =>
  [
    ...new Set(
      Array.from({ length: hits.length / 2 }, (_, index) => `${words[hits[index * 2] ?? 0]}@${hits[index * 2 + 1]}`),
    ),
  ].sort();

const word = fc.string({ unit: fc.constantFrom(...'abAB-_:'), minLength: 1, maxLength: 5 });

describe('the search of all words at once', () => {
  it('finds what a search of each word finds', () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 8 }),
        fc.string({ unit: fc.constantFrom(...'abAB-_:xé\n\u{1f511}'), maxLength: 60 }),
        (words, text) => {
          const keywords = new Keywords(words);
          expect(pairs(keywords.inText(text), keywords.words)).toEqual(naive(words, text));
        },
      ),
    );
  });

  it('finds the same in bytes as in text', () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 8 }),
        fc.string({ unit: 'binary-ascii' }),
        (words, text) => {
          const keywords = new Keywords(words);
          expect(keywords.inBytes(Buffer.from(text))).toEqual(keywords.inText(text));
        },
      ),
    );
  });

  it('takes ASCII words alone', () => {
    expect(['a', 'Ä', '', 'a\0'].map(isSearchable)).toEqual([true, false, false, false]);
    expect(new Keywords([]).inText('anything')).toEqual([]);
  });
});
