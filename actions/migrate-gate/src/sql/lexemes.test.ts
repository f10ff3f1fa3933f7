import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lexemes } from './lexemes.ts';

const kinds = (sql: string): string[] =>
  [...lexemes(sql)]
    .filter(({ kind }) => kind !== 'space')
    .map(({ kind, start, end }) => `${kind} ${sql.slice(start, end)}`);

describe('lexemes', () => {
  it('loses no character and ends for any text', () => {
    const pieces = fc.constantFrom(
      "'",
      '"',
      '$',
      '$a$',
      '--',
      '/*',
      '*/',
      '\n',
      '\\',
      'E',
      'a',
      '1',
      ';',
      ' ',
      'é',
      '(',
    );
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(anyText, (sql) => {
        const parts = [...lexemes(sql)];
        expect(parts.map(({ start, end }) => sql.slice(start, end)).join('')).toBe(sql);
        expect(parts.every(({ start, end }) => end > start)).toBe(true);
      }),
    );
  });

  it.each([
    ["'it''s; --'", ["string 'it''s; --'"]],
    ["E'a\\'b' 'c'", ["string E'a\\'b'", "string 'c'"]],
    ["E'a'\n'\\'b'", ["string E'a'\n'\\'b'"]],
    ["name'x'", ['word name', "string 'x'"]],
    ['"a""b;"', ['quoted-identifier "a""b;"']],
    ['$f$ $$;$$ $f$', ['dollar-string $f$ $$;$$ $f$']],
    ['foo$$bar', ['word foo$$bar']],
    ['$1', ['symbol $', 'number 1']],
    ['/* a /* b */ c */x', ['block-comment /* a /* b */ c */', 'word x']],
    ['a--b\r\nc', ['word a', 'line-comment --b', 'word c']],
    ['5*/*x*/2', ['number 5', 'symbol *', 'block-comment /*x*/', 'number 2']],
  ])('cuts %j as PostgreSQL does', (sql, expected) => {
    expect(kinds(sql)).toEqual(expected);
  });

  it.each(["'a", "'a''", "E'a\\", '"a', '$$a', '/* a /* b */'])('says that %j is not closed', (sql) => {
    expect([...lexemes(sql)].at(-1)?.closed).toBe(false);
  });

  it('reads a string of 4 million characters', () => {
    const sql = `'${"''x".repeat(1_300_000)}'`;
    expect([...lexemes(sql)]).toHaveLength(1);
  });
});
