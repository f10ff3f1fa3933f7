import { describe, expect, it } from 'vitest';
import { Keywords } from './keywords.ts';
import type { SecretKind } from './kinds/kind.ts';
import { KindSearch } from './search.ts';

describe('a text that repeats a word', () => {
  /** Signs that are matched in a text of so many words, when nothing in it is a secret. */
  function matched(words: number): number {
    let signs = 0;
    const kind: SecretKind = {
      ...{ id: 'a', title: 'a', severity: 'high', page: 'https://example.org', revoke: 'no', literals: ['key'] },
      pattern: '(?:key )+',
      check: (secret) => {
        signs += secret.length;
        return 'placeholder';
      },
    };
    const search = new KindSearch([kind]);
    const keywords = new Keywords(search.literals);
    const text = 'key '.repeat(words);
    expect(search.in(text, keywords.inText(text), keywords.words).found).toEqual([]);
    return signs;
  }

  it('costs what its length is, and not the square of it', () => {
    const [few, many] = [matched(5_000), matched(40_000)];
    expect(few).toBeGreaterThan(5_000);
    expect(many / few).toBeLessThan(12);
  });
});
