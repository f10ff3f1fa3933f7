import { describe, expect, it } from 'vitest';
import { dbmate } from './layouts/dbmate.ts';
import { golangMigrate } from './layouts/golang-migrate.ts';
import { goose } from './layouts/goose.ts';
import type { Layout } from './layouts/layout.ts';
import { excerptOf, prepareSteps } from './prepare.ts';

function prepare(layout: Layout, texts: Readonly<Record<string, string>>) {
  const files = Object.keys(texts);
  return prepareSteps(layout, layout.list('m', files).migrations, files, new Map(Object.entries(texts)));
}

describe('prepareSteps', () => {
  it('makes a step of two files', () => {
    const { steps, findings } = prepare(golangMigrate, {
      'm/1_a.up.sql': 'CREATE TABLE a ();',
      'm/1_a.down.sql': 'DROP TABLE a;',
    });
    expect(findings).toEqual([]);
    expect(steps).toMatchObject([
      {
        entry: { id: '1_a' },
        up: { file: 'm/1_a.up.sql' },
        down: { file: 'm/1_a.down.sql', chunks: [{ sql: 'DROP TABLE a;', offset: 0 }] },
      },
    ]);
  });

  it('makes a step of one file with both ways', () => {
    const { steps } = prepare(goose, {
      'm/1_a.sql': '-- +goose Up\nCREATE TABLE a ();\n-- +goose Down\nDROP TABLE a;\n',
    });
    expect(steps).toMatchObject([{ up: { file: 'm/1_a.sql', transaction: 'wrapped' }, down: { file: 'm/1_a.sql' } }]);
  });

  it('knows a missing way down', () => {
    expect(prepare(golangMigrate, { 'm/1_a.up.sql': 'SELECT 1' }).steps).toMatchObject([{ down: null }]);
    expect(prepare(goose, { 'm/1_a.sql': '-- +goose Up\nSELECT 1;\n' }).steps).toMatchObject([{ down: null }]);
  });

  it('leaves out a migration with a file that could not be read', () => {
    const entries = golangMigrate.list('m', ['m/1_a.up.sql', 'm/1_a.down.sql', 'm/2_b.up.sql']).migrations;
    expect(prepareSteps(golangMigrate, entries, [], new Map([['m/1_a.up.sql', 'SELECT 1']])).steps).toEqual([]);
  });

  it('leaves out one that the tool refuses, and says where', () => {
    const { steps, findings } = prepare(dbmate, {
      'm/1_a.sql': 'SELECT 1;\n-- migrate:up\nSELECT 2;\n-- migrate:down\n',
      'm/2_b.sql': '-- migrate:up\n-- migrate:down\n',
    });
    expect(steps.map(({ entry }) => entry.id)).toEqual(['2_b']);
    expect(findings[0]).toMatchObject({
      code: 'script-refused',
      tool: 'dbmate',
      got: 'SELECT 1;',
      place: { file: 'm/1_a.sql', line: 1, column: 1, excerpt: 'SELECT 1;' },
    });
  });

  it('knows a way down that holds comments only, where up holds statements', () => {
    const empty = (up: string, down: string) => [
      ...prepare(golangMigrate, { 'm/1_a.up.sql': up, 'm/1_a.down.sql': down }).emptyDowns,
    ];
    expect(empty('SELECT 1;', '-- nothing\n/* at all */;')).toEqual(['1_a']);
    expect(empty('SELECT 1;', '')).toEqual(['1_a']);
    expect(empty('SELECT 1;', 'SELECT 2;')).toEqual([]);
    expect(empty('-- nothing', '-- nothing')).toEqual([]);
  });

  it('reads allowances from both files, each with its place', () => {
    const comment = '-- shipgate: allow drift reason="agreed" expires=2027-01-31\n';
    const { allowances } = prepare(golangMigrate, {
      'm/1_a.up.sql': `${comment}SELECT 1;`,
      'm/1_a.down.sql': `\n${comment}`,
    });
    expect(allowances.get('1_a')).toMatchObject([
      { code: 'drift', reason: 'agreed', expires: '2027-01-31', file: 'm/1_a.up.sql', line: 1 },
      { file: 'm/1_a.down.sql', line: 2 },
    ]);
  });

  it('reads allowances of one file with both ways once', () => {
    const text =
      '-- +goose Up\n-- shipgate: allow drift reason="agreed" expires=2027-01-31\nSELECT 1;\n-- +goose Down\nSELECT 2;\n';
    expect(prepare(goose, { 'm/1_a.sql': text }).allowances.get('1_a')).toHaveLength(1);
  });

  it('tells an allowance that cannot be read', () => {
    const { findings } = prepare(golangMigrate, {
      'm/1_a.up.sql': 'SELECT 1;\n-- shipgate: allow drift',
      'm/1_a.down.sql': 'SELECT 1;',
    });
    expect(findings[0]).toMatchObject({
      code: 'allowance-malformed',
      place: { file: 'm/1_a.up.sql', line: 2, excerpt: '-- shipgate: allow drift' },
    });
  });
});

describe('excerptOf', () => {
  it('gives the line, whatever ends it', () => {
    expect(excerptOf('a\r\nb\nc', 2)).toEqual({ excerpt: 'b' });
  });

  it('gives nothing for an empty line, one that is not there, or no text', () => {
    expect([excerptOf('a\n \n', 2), excerptOf('a', 9), excerptOf(undefined, 1)]).toEqual([{}, {}, {}]);
  });
});
