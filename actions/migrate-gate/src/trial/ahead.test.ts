import { describe, expect, it } from 'vitest';
import type { CatalogHandle, Database, Engine, RunResult } from '../ports.ts';
import { EngineError } from '../ports.ts';
import { step } from '../testing/migrations.ts';
import { proveAlone } from './alone.ts';
import { Stage } from './stage.ts';
import type { Step, StepFacts } from './step.ts';

const first = step('1_first', 'CREATE TABLE a (n int)', 'DROP TABLE a');
const second = step('2_second', 'CREATE TABLE b (n int)', 'DROP TABLE b');

/** Answers nothing before it is told to, and notes what it is asked. */
class Slow implements Engine {
  readonly asked: string[] = [];
  readonly #held: (() => void)[] = [];
  /** Texts of scripts that fail. */
  readonly #failing: ReadonlySet<string>;
  opened = 0;
  /** The first database is gone when it is to compare. */
  losesFirst = false;
  #handles = 0;

  constructor(failing: readonly string[] = []) {
    this.#failing = new Set(failing);
  }

  async open(): ReturnType<Engine['open']> {
    const name = `database ${++this.opened}`;
    const later = <Value>(told: string, value: Value) =>
      new Promise<Value>((resolve) => {
        this.asked.push(`${name}: ${told}`);
        this.#held.push(() => resolve(value));
      });
    const dead = this.losesFirst && name === 'database 1';
    // Another id each time: then nothing but a comparison tells that they are the same.
    const handle = (): CatalogHandle => ({ id: ++this.#handles, objects: 1 });
    const database: Database = {
      run: ({ chunks }) => {
        const sql = chunks.map((chunk) => chunk.sql).join();
        const outcome = this.#failing.has(sql) ? 'failed' : 'ok';
        return later(sql, { outcome, durationMs: 1 } satisfies RunResult);
      },
      catalog: () => later('catalog', handle()),
      compare: () => (dead ? Promise.reject(new EngineError('it is gone', 'open another one')) : Promise.resolve([])),
      close: async () => undefined,
    };
    return { database, info: { kind: 'embedded', version: '0.1', startMs: 1 } };
  }

  /** Answers one question after the other until there is no more. */
  async answerAll(): Promise<void> {
    for (let next = this.#held.shift(); next !== undefined; next = this.#held.shift()) {
      next();
      await new Promise(setImmediate);
    }
  }
}

async function walk(engine: Slow, steps: readonly Step[]) {
  const seen: StepFacts[] = [];
  const walking = proveAlone(new Stage(engine, null), [], steps, (facts) => seen.push(facts));
  await new Promise(setImmediate);
  return { seen, walking };
}

const five = (sql: string, down: string) => [sql, down, 'catalog', sql, 'catalog'];

describe('the next migration', () => {
  it('is asked while the database is still busy with the one before', async () => {
    const engine = new Slow();
    const { seen, walking } = await walk(engine, [first, second]);
    const [start] = engine.asked;
    expect(start).toBe('database 1: catalog');
    await engine.answerAll();
    await walking;
    const asked = ['catalog', ...five('CREATE TABLE a (n int)', 'DROP TABLE a')];
    const ahead = five('CREATE TABLE b (n int)', 'DROP TABLE b');
    expect(engine.asked).toEqual([...asked, ...ahead].map((told) => `database 1: ${told}`));
    expect(seen.map(({ up, down, reup }) => [up.outcome, down.outcome, reup.outcome])).toEqual([
      ['ok', 'ok', 'ok'],
      ['ok', 'ok', 'ok'],
    ]);
  });

  it('is asked again, on a new database, after one that does not come back', async () => {
    const engine = new Slow(['DROP TABLE a']);
    const { seen, walking } = await walk(engine, [first, second]);
    await engine.answerAll();
    await walking;
    expect(seen.map(({ down }) => down.outcome)).toEqual(['failed', 'ok']);
    const again = engine.asked.slice(engine.asked.indexOf('database 2: catalog'));
    expect(again).toContain('database 2: CREATE TABLE b (n int)');
    expect(engine.asked).toContain('database 1: CREATE TABLE b (n int)');
  });

  it('may take the database with it: the one before is looked at again, on a new database', async () => {
    const engine = new Slow();
    engine.losesFirst = true;
    const { seen, walking } = await walk(engine, [first, second]);
    await engine.answerAll();
    await walking;
    expect(seen.map(({ up, down, reup }) => [up.outcome, down.outcome, reup.outcome])).toEqual([
      ['ok', 'ok', 'ok'],
      ['ok', 'ok', 'ok'],
    ]);
    expect(engine.opened).toBe(2);
  });

  it('waits when what it does may depend on rows', async () => {
    const engine = new Slow();
    const block = step('2_block', 'DO $$ BEGIN END $$', 'SELECT 1');
    const { walking } = await walk(engine, [first, block]);
    await engine.answerAll();
    await walking;
    const count = engine.asked.filter((told) => told.endsWith('catalog')).length;
    // One at the start, two of the first, and three of the second: top, bottom and end.
    expect(count).toBe(6);
  });
});
