/** What each tool sends for a file: messages, their places and the transaction around them. */
import { describe, expect, it } from 'vitest';
import type { Direction, MigrationEntry, Script, Tool } from './layout.ts';
import { layouts } from './tools.ts';

const entry: MigrationEntry = { version: '1', name: 'a', id: '1_a', up: 'm/1_a/up.sql', down: 'm/1_a/down.sql' };

function script(
  tool: Tool,
  text: string,
  direction: Direction = 'up',
  extras: Record<string, string> = {},
): Script | null {
  return layouts[tool].script(entry, direction, text, new Map(Object.entries(extras)));
}

const sent = (found: Script | null): string[] => found?.chunks.map(({ sql }) => sql) ?? [];

describe('files that are sent whole', () => {
  it.each(['golang-migrate', 'sqlx', 'diesel'] as const)('%s sends one message', (tool) => {
    expect(sent(script(tool, 'SELECT 1;\nSELECT 2;'))).toEqual(['SELECT 1;\nSELECT 2;']);
    expect(script(tool, 'SELECT 1;', 'down')?.file).toBe('m/1_a/down.sql');
    expect(layouts[tool].script({ ...entry, down: null }, 'down', '', new Map())).toBeNull();
  });

  it('golang-migrate opens no transaction and sends no blank file', () => {
    expect(script('golang-migrate', 'SELECT 1;')?.transaction).toBe('none');
    expect(sent(script('golang-migrate', ' \n'))).toEqual([]);
  });

  it('sqlx opens one unless the file starts with its mark', () => {
    expect(script('sqlx', 'SELECT 1;')?.transaction).toBe('wrapped');
    expect(script('sqlx', '-- no-transaction\nVACUUM;')?.transaction).toBe('none');
    expect(script('sqlx', '\n-- no-transaction\nVACUUM;')?.transaction).toBe('wrapped');
  });

  it.each([
    [undefined, 'wrapped'],
    ['run_in_transaction = false', 'none'],
    ['run_in_transaction = true', 'wrapped'],
    ['', 'none'],
    ['run_in_transaction = "no"', 'wrapped'],
    ['= broken', 'wrapped'],
  ])('diesel with metadata.toml %j is %s', (metadata, transaction) => {
    const extras: Record<string, string> = metadata === undefined ? {} : { 'm/1_a/metadata.toml': metadata };
    expect(script('diesel', 'SELECT 1;', 'up', extras)?.transaction).toBe(transaction);
    expect(script('diesel', 'SELECT 1;', 'down', extras)?.transaction).toBe(transaction);
  });

  it('diesel asks for metadata.toml beside the file and refuses an empty file', () => {
    expect(layouts.diesel.extras(entry, ['m/1_a/metadata.toml', 'm/2_b/metadata.toml'])).toEqual([
      'm/1_a/metadata.toml',
    ]);
    expect(() => script('diesel', '')).toThrow('an empty file');
  });
});

describe('goose', () => {
  it('gives null for a way that the file does not have', () => {
    expect(script('goose', '-- +goose Up\nSELECT 1;\n', 'down')).toBeNull();
    expect(script('goose', '-- +goose Up\nSELECT 1;\n')).toMatchObject({
      file: 'm/1_a/up.sql',
      transaction: 'wrapped',
    });
  });
});

describe('dbmate', () => {
  it('sends each section with its marker line', () => {
    const text = '-- why\n\n-- migrate:up\nSELECT 1;\n\n-- migrate:down transaction:false\nSELECT 2;\n';
    expect(script('dbmate', text)).toEqual({
      file: 'm/1_a/up.sql',
      chunks: [{ sql: '-- migrate:up\nSELECT 1;\n\n', offset: 8 }],
      transaction: 'wrapped',
    });
    expect(script('dbmate', text, 'down')).toMatchObject({ chunks: [{ offset: 33 }], transaction: 'none' });
  });

  it('gives each of several sections a transaction of its own', () => {
    const text = '-- migrate:up\nA\n-- migrate:down\nB\n--migrate:up transaction:false\nC\n-- migrate:down\nD\n';
    expect(sent(script('dbmate', text))).toEqual([
      'BEGIN',
      '-- migrate:up\nA\n',
      'COMMIT',
      '--migrate:up transaction:false\nC\n',
    ]);
    expect(script('dbmate', text)?.transaction).toBe('none');
  });

  it.each([
    ['SELECT 1;', 1, "a line '-- migrate:up'"],
    ['\nSELECT 1;\n-- migrate:up\n-- migrate:down\n', 2, 'nothing but comments'],
    ['-- migrate:up\nSELECT 1;\n', 1, 'migrate:down'],
    ['-- migrate:up\n-- migrate:down\n-- migrate:down\n', 3, 'migrate:down'],
    ['-- migrate:down\n-- migrate:up\n', 2, 'migrate:down'],
    ['-- migrate:upp\n-- migrate:down\n', 1, "a line '-- migrate:up'"],
  ])('refuses %j at line %i', (text, line, expected) => {
    expect(() => script('dbmate', text)).toThrow(
      expect.objectContaining({ line, expected: expect.stringContaining(expected) }),
    );
  });

  it.each([
    ['transaction:false', 'none'],
    ['transaction:true', 'wrapped'],
    ['transaction:false transaction:true', 'wrapped'],
    ['transaction: false', 'wrapped'],
    ['x:y  transaction:false', 'none'],
    ['transaction:false:x', 'wrapped'],
  ])('reads the options %j', (options, transaction) => {
    expect(script('dbmate', `-- migrate:up ${options}\r\nSELECT 1;\n-- migrate:down\n`)?.transaction).toBe(transaction);
  });
});
