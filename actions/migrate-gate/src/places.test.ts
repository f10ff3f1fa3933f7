import { describe, expect, it } from 'vitest';
import { dbmate } from './layouts/dbmate.ts';
import { goose } from './layouts/goose.ts';
import type { Script } from './layouts/layout.ts';
import { makePlaces } from './places.ts';
import type { RunResult } from './ports.ts';
import { entry, script, step } from './testing/migrations.ts';

function places(text: string) {
  const whole = script(text, 'm/1_a.up.sql');
  const { ofError, ofObjects } = makePlaces(new Map([['m/1_a.up.sql', text]]));
  const owner = { entry: entry('1_a'), up: whole, down: null };
  return {
    atOffset: (offset: number) =>
      ofError({ outcome: 'failed', durationMs: 1, place: { kind: 'offset', offset } }, whole),
    after: (finished: number, more: Partial<RunResult> = {}, chunk = 0) =>
      ofError({ outcome: 'failed', durationMs: 1, place: { kind: 'statement', chunk, finished }, ...more }, whole),
    without: () => ofError({ outcome: 'timed-out', durationMs: 1 }, whole),
    of: (...objects: readonly string[]) => ofObjects(owner, 'up', objects),
  };
}

/** What the columns mark, in the line that is shown. */
function marked({
  excerpt = '',
  column = 0,
  endColumn = 0,
}: {
  excerpt?: string;
  column?: number;
  endColumn?: number;
}): string {
  return excerpt.slice(column - 1, endColumn - 1);
}

describe('the place of an error', () => {
  const text = 'CREATE TABLE a (id int);\n\nINSERT INTO b\n  VALUES (1);\nSELECT 1/0;\n';

  it('is where the server says, marked to the end of the word', () => {
    const place = places(text).atOffset(text.indexOf('b\n'));
    expect(place).toEqual({ file: 'm/1_a.up.sql', line: 3, column: 13, endColumn: 14, excerpt: 'INSERT INTO b' });
    expect(marked(places('SELECT "odd name" FROM x').atOffset(7))).toBe('"odd name"');
  });

  it('is at the end of the file when the server stopped there', () => {
    expect(places('SELECT (').atOffset(8)).toMatchObject({ line: 1, column: 9 });
    expect(places('SELECT (\n').atOffset(9)).toEqual({ file: 'm/1_a.up.sql', line: 2, column: 1, endColumn: 2 });
  });

  it('is the statement after those that finished, its first line marked', () => {
    expect(marked(places(text).after(0))).toBe('CREATE TABLE a (id int)');
    expect(marked(places(text).after(1))).toBe('INSERT INTO b');
    expect(places(text).after(2)).toMatchObject({ line: 5, column: 1 });
    expect(marked(places('SELECT 1;\r\nSELECT\r\n 2').after(1))).toBe('SELECT');
  });

  it('is the first statement where nothing is known', () => {
    expect(places(`-- a comment\n${text}`).without()).toMatchObject({ line: 2, column: 1 });
    expect(places(text).after(99)).toMatchObject({ line: 1 });
  });

  it('is the start of a file without a statement', () => {
    expect(places('-- nothing').without()).toEqual({ file: 'm/1_a.up.sql', line: 1, column: 1, excerpt: '-- nothing' });
  });

  it('is, at COMMIT, the statement that names what the error names', () => {
    const error = {
      message: 'insert or update on table "b" violates foreign key constraint "b_a_fkey"',
      object: 'b_a_fkey',
    };
    expect(places(text).after(0, { error }, 1)).toMatchObject({ line: 3, excerpt: 'INSERT INTO b' });
    expect(places(text).after(0, { error: { message: 'no names' } }, 1)).toMatchObject({ line: 1 });
  });

  it('counts columns behind characters of several bytes', () => {
    const wide = "SELECT '😀é', odd;";
    expect(marked(places(wide).atOffset(wide.indexOf('odd')))).toBe('odd');
  });

  it('is the file alone when its text is not known', () => {
    expect(makePlaces(new Map()).ofError({ outcome: 'failed', durationMs: 1 }, script('SELECT 1'))).toEqual({
      file: 'migrations/script.sql',
    });
  });
});

describe('a file with both ways', () => {
  const cases: readonly (readonly [string, string, (text: string) => Script | null])[] = [
    [
      'goose',
      '-- +goose Up\nCREATE TABLE a ();\nCREATE TABLE b ();\n-- +goose Down\nDROP TABLE b;\nDROP TABLE a;\n',
      (text) => goose.script(entry('1_a', { up: 'f' }), 'down', text, new Map()),
    ],
    [
      'dbmate',
      '-- migrate:up\nCREATE TABLE a ();\nCREATE TABLE b ();\n-- migrate:down\nDROP TABLE b;\nDROP TABLE a;\n',
      (text) => dbmate.script(entry('1_a', { up: 'f' }), 'down', text, new Map()),
    ],
  ];

  it.each(cases)('of %s gives places of its way down', (_, text, read) => {
    const down = read(text);
    if (down === null) throw new Error('no way down');
    const { ofError, ofObjects } = makePlaces(new Map([['f', text]]));
    const chunk = down.chunks.length - 1;
    const finished = chunk === 0 ? 1 : 0;
    expect(
      ofError({ outcome: 'failed', durationMs: 1, place: { kind: 'statement', chunk, finished } }, down),
    ).toMatchObject({ line: 6, excerpt: 'DROP TABLE a;' });
    expect(ofObjects({ entry: entry('1_a'), up: down, down }, 'down', ['b'])).toMatchObject({
      line: 5,
      excerpt: 'DROP TABLE b;',
    });
    expect(ofError({ outcome: 'failed', durationMs: 1 }, down)).toMatchObject({ line: 5 });
  });
});

describe('the place of an object', () => {
  const text =
    'ALTER TABLE app.orders ADD note text;\nCREATE TRIGGER Touch BEFORE UPDATE ON orders EXECUTE FUNCTION f();\nDROP INDEX "Odd. on name";\n';

  it.each([
    ['touch on orders', 2],
    ['app.orders', 1],
    ['orders.note', 1],
    ['f()', 2],
    ['f(integer, text)', 2],
    ['"Odd. on name" on orders', 3],
  ])('is the statement that names %s', (object, line) => {
    expect(places(text).of(object)).toMatchObject({ line });
  });

  it('is the statement that names the table, when none names the object itself', () => {
    expect(places('SELECT 1;\nALTER TABLE orders ADD x int;').of('gone_trigger on orders')).toMatchObject({ line: 2 });
    expect(places('SELECT 1;\nALTER TABLE orders ADD x int;').of('orders.note')).toMatchObject({ line: 2 });
    expect(places('SELECT 1;\nSELECT app;').of('app.f(orders.note)')).toMatchObject({ line: 1 });
  });

  it('is that of the first object that is named at all', () => {
    expect(places(text).of('nothing', 'touch on orders')).toMatchObject({ line: 2 });
  });

  it('is the first statement when none is named', () => {
    expect(places(text).of('ord', 'nothing')).toMatchObject({ line: 1 });
    expect(places(text).of()).toMatchObject({ line: 1 });
  });

  it('is the first statement that is more than a setting', () => {
    expect(places("SET lock_timeout = '5s';\nBEGIN;\nDROP TABLE t;\nCOMMIT;").of('mood')).toMatchObject({ line: 3 });
    expect(places("-- only\nSET lock_timeout = '5s';").of('mood')).toMatchObject({ line: 2 });
  });

  it('is in the way up when there is no way down', () => {
    const { ofObjects } = makePlaces(new Map([['migrations/1_a.up.sql', text]]));
    expect(ofObjects(step('1_a', text, null), 'down', ['touch on orders'])).toMatchObject({
      file: 'migrations/1_a.up.sql',
      line: 2,
    });
  });
});
