import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitGoose } from './goose-statements.ts';
import { type Direction, ScriptError } from './layout.ts';

const statements = (text: string, direction: Direction = 'up'): string[] =>
  splitGoose('m/1_a.sql', text, direction).statements.map(({ sql }) => sql);

function errorOf(text: string, direction: Direction = 'up'): ScriptError {
  try {
    splitGoose('m/1_a.sql', text, direction);
  } catch (error) {
    if (error instanceof ScriptError) return error;
    throw error;
  }
  throw new Error('goose takes this file');
}

describe('splitGoose', () => {
  it('splits at lines that end with a semicolon, not at semicolons', () => {
    const text =
      '-- +goose Up\nSELECT 1; SELECT 2;\nCREATE TABLE a (\n  b int -- ;\n); -- done\n-- +goose Down\nDROP TABLE a;\n';
    expect(statements(text)).toEqual(['SELECT 1; SELECT 2;', 'CREATE TABLE a (\n  b int -- ;\n);'.concat(' -- done')]);
    expect(statements(text, 'down')).toEqual(['DROP TABLE a;']);
  });

  it('keeps a block whole and leaves out comments before a statement', () => {
    const text =
      '-- +goose Up\n-- why\n\n-- +goose StatementBegin\n-- c\nDO $$\nBEGIN;\nEND $$\n-- +goose StatementEnd\nSELECT 1;\n';
    expect(statements(text)).toEqual(['DO $$\nBEGIN;\nEND $$', 'SELECT 1;']);
  });

  it('gives each statement its place in the file', () => {
    const text = '-- +goose Up\r\n  SELECT 1;\r\n-- x\r\nSELECT\r\n2;\r\n';
    for (const { sql, offset } of splitGoose('f', text, 'up').statements) {
      expect(text.slice(offset, offset + sql.length)).toBe(sql);
    }
    expect(statements(text)).toEqual(['SELECT 1;', 'SELECT\r\n2;']);
  });

  it('runs without a transaction wherever NO TRANSACTION stands, in both directions', () => {
    const text = '-- +goose Up\nSELECT 1;\n-- +goose Down\n-- +goose no transaction\nSELECT 2;\n';
    expect(splitGoose('f', text, 'up').transaction).toBe('none');
    expect(splitGoose('f', text, 'down').transaction).toBe('none');
    expect(splitGoose('f', '-- +goose Up\n', 'up').transaction).toBe('wrapped');
  });

  it('tells a missing Down from an empty one', () => {
    expect(splitGoose('f', '-- +goose Up\nSELECT 1;\n', 'down').hasSection).toBe(false);
    expect(splitGoose('f', '-- +goose Up\nSELECT 1;\n-- +goose Down\n', 'down')).toMatchObject({
      hasSection: true,
      statements: [],
    });
  });

  it.each([
    ['', 1, '+goose Up'],
    ['-- c\nSELECT 1;\n', 2, 'nothing but comments'],
    ['-- +goose Down\nSELECT 1;\n', 1, 'after'],
    ['-- +goose Up\n-- +goose Up\n', 2, 'one'],
    ['-- +goose Up\nSELECT 1\n', 2, "';'"],
    ['-- +goose Up\n\nSELECT 1\n-- +goose Down\n', 3, "';'"],
    ['-- +goose Up\n-- +goose StatementBegin\nSELECT 1;\n', 2, 'StatementEnd'],
    ['-- +goose Up\n-- +goose StatementBegin\n-- +goose Down\n', 2, 'StatementEnd'],
    ['-- +goose Up\n-- +goose StatementEnd\n', 2, 'StatementBegin'],
    ['-- +goose StatementBegin\n', 1, 'Up'],
    ['-- +goose Up\n-- +goose StatementBegin\n-- +goose StatementBegin\n', 3, 'StatementEnd'],
    ['-- +goose Up\n-- +goose Dwon\n', 2, 'NO TRANSACTION'],
    ['-- +goose Up\n -- +goose Down\n', 2, 'start of the line'],
    ['-- +goose +goose Up\n', 1, 'one +goose'],
    ['-- +goose Up\n-- +goose StatementBegin\n-- +goose StatementEnd\nSELECT 1;\n', 2, 'swallows'],
    ['-- +goose Up\n-- +goose ENVSUB ON\nSELECT ${X};\n', 3, 'no variable'],
    ['\ufeff-- +goose Up\n', 1, 'nothing but comments'],
  ])('refuses %j at line %i', (text, line, expected) => {
    const error = errorOf(text);
    expect(error.line).toBe(line);
    expect(error.expected).toContain(expected);
  });

  it('finds an unfinished Down when it reads that way', () => {
    expect(errorOf('-- +goose Up\nSELECT 1;\n-- +goose Down\nSELECT 2\n', 'down').line).toBe(4);
  });

  it('splits a printed file back into its statements', () => {
    const word = fc
      .stringMatching(/^[a-z$'"(){};+*/-]{1,6}$/)
      .filter((text) => !text.includes('--') && !text.endsWith(';'));
    const line = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
    const body = fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n'));
    const plain = body.map((text) => ({ printed: `${text};`, sql: `${text};` }));
    const block = body.map((text) => ({
      printed: `-- +goose StatementBegin\n${text};\n${text}\n-- +goose StatementEnd`,
      sql: `${text};\n${text}`,
    }));
    const section = fc.array(fc.oneof(plain, block), { maxLength: 5 });
    const between = fc.constantFrom('\n', '\n\n', '\n-- a comment;\n', '\n\n--\n');
    fc.assert(
      fc.property(section, section, between, (ups, downs, gap) => {
        const print = (parts: typeof ups): string => parts.map(({ printed }) => printed + gap).join('');
        const text = `-- head\n-- +goose Up${gap}${print(ups)}\n-- +goose Down${gap}${print(downs)}`;
        expect(statements(text)).toEqual(ups.map(({ sql }) => sql));
        expect(statements(text, 'down')).toEqual(downs.map(({ sql }) => sql));
      }),
    );
  });
});
