import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Script } from './layouts/layout.ts';
import type { Database, Engine } from './ports.ts';
import { EngineError } from './ports.ts';
import { embeddedEngine } from './testing/embedded.ts';
import { script } from './testing/migrations.ts';
import { ToyEngine } from './testing/toy-engine.ts';

const engines: readonly (readonly [string, Engine])[] = [
  ['the toy engine', new ToyEngine()],
  ['the embedded engine', embeddedEngine({ stepTimeoutMs: 3000 })],
];

describe.each(engines)('a database of %s', (_, engine) => {
  let database: Database;
  let alive = false;

  beforeEach(async () => {
    if (!alive) ({ database } = await engine.open());
    alive = true;
    await database.run(script('DROP TABLE IF EXISTS a; DROP TABLE IF EXISTS b; DROP TYPE IF EXISTS mood'));
  });

  afterAll(async () => {
    await database.close();
  });

  async function changes(scripts: readonly Script[]): Promise<readonly string[]> {
    const before = await database.catalog();
    for (const each of scripts) await database.run(each);
    const differences = await database.compare(before, await database.catalog());
    const shown = differences.filter(({ class: kind }) => kind === 'table' || kind === 'type');
    return shown.map(({ class: kind, object, change }) => `${kind} ${object} ${change}`);
  }

  it('runs a script and tells what it changed', async () => {
    expect(await changes([script('CREATE TABLE a (n int); CREATE TYPE mood AS ENUM ()')])).toEqual([
      'table a new',
      'type mood new',
    ]);
    expect(await changes([script('DROP TABLE a')])).toEqual(['table a gone']);
  });

  it('finds no difference where nothing changed', async () => {
    expect(await changes([script('SELECT 1')])).toEqual([]);
  });

  it('counts the objects that it compares', async () => {
    const before = await database.catalog();
    await database.run(script('CREATE TABLE a (n int)'));
    expect((await database.catalog()).objects).toBeGreaterThan(before.objects);
  });

  it('rolls back the whole message when one of its statements fails, and says which', async () => {
    const before = await database.catalog();
    const result = await database.run(script('CREATE TABLE a (n int); SELECT 1; SELECT 1/0; SELECT 2'));
    expect(result).toMatchObject({ outcome: 'failed', error: { message: 'division by zero', sqlState: '22012' } });
    expect(result.place).toEqual({ kind: 'statement', chunk: 0, finished: 2 });
    expect(await database.compare(before, await database.catalog())).toEqual([]);
  });

  it('keeps what earlier messages did without a transaction around them', async () => {
    const halfWay: Script = {
      ...script(''),
      chunks: [
        { sql: 'CREATE TABLE a (n int);', offset: 0 },
        { sql: 'SELECT 1/0', offset: 24 },
      ],
    };
    expect(await changes([halfWay])).toEqual(['table a new']);
    expect((await database.run({ ...halfWay, chunks: halfWay.chunks.slice(1) })).place).toEqual({
      kind: 'statement',
      chunk: 0,
      finished: 0,
    });
  });

  it('rolls back all messages of a wrapped script', async () => {
    const chunks = [
      { sql: 'CREATE TABLE a (n int);', offset: 0 },
      { sql: 'SELECT 1/0', offset: 24 },
    ];
    expect(await changes([{ ...script(''), chunks, transaction: 'wrapped' }])).toEqual([]);
  });

  it('says where in the file a statement is wrong', async () => {
    const result = await database.run({ ...script(''), chunks: [{ sql: 'SELECT 1;\nDROPP TABLE a', offset: 100 }] });
    expect(result).toMatchObject({
      outcome: 'failed',
      error: { sqlState: '42601' },
      place: { kind: 'offset', offset: 110 },
    });
  });

  it('rolls back a transaction that the script leaves open', async () => {
    const before = await database.catalog();
    expect(await database.run(script('BEGIN; CREATE TABLE a (n int)'))).toMatchObject({ outcome: 'open' });
    expect(await database.compare(before, await database.catalog())).toEqual([]);
    expect(await changes([script('BEGIN; CREATE TABLE b (n int); COMMIT')])).toEqual(['table b new']);
  });

  it('stops a script that does not end, and is dead then', async () => {
    alive = false;
    expect(await database.run(script('DO $$ BEGIN LOOP END LOOP; END $$'))).toMatchObject({ outcome: 'timed-out' });
    expect(await database.run(script('SELECT 1'))).toMatchObject({ outcome: 'broken' });
  });

  it('is dead when it was closed', async () => {
    alive = false;
    await database.close();
    expect(await database.run(script('SELECT 1'))).toMatchObject({ outcome: 'broken' });
    await expect(database.catalog()).rejects.toThrow(EngineError);
  });
});
