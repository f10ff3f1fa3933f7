import { afterEach, describe, expect, it } from 'vitest';
import type { Engine } from '../ports.ts';
import { EngineError } from '../ports.ts';
import { embeddedEngine } from '../testing/embedded.ts';
import { script, step } from '../testing/migrations.ts';
import { ToyEngine } from '../testing/toy-engine.ts';
import { proveAlone } from './alone.ts';
import { findGroup } from './group.ts';
import { SetupFailed, Stage } from './stage.ts';
import type { BatchFacts, Step, StepFacts } from './step.ts';
import { cameBack, isClean, NotRepeatable } from './step.ts';
import { proveTogether } from './together.ts';

const users = step('1_users', 'CREATE TABLE users (id int)', 'DROP TABLE users');
const orders = step('2_orders', 'CREATE TABLE orders (id int)', 'DROP TABLE orders');
const late = step('3_late', 'CREATE TABLE late (id int)', 'DROP TABLE late');

const engines: readonly (readonly [string, (stepTimeoutMs?: number) => Engine])[] = [
  ['the toy engine', () => new ToyEngine()],
  ['the embedded engine', (stepTimeoutMs = 60_000) => embeddedEngine({ stepTimeoutMs })],
];

const stages: Stage[] = [];

function stageOn(engine: Engine, setup: string | null = null): Stage {
  const stage = new Stage(engine, setup === null ? null : script(setup, 'setup.sql'));
  stages.push(stage);
  return stage;
}

afterEach(async () => {
  for (const stage of stages.splice(0)) await stage.end();
});

async function alone(stage: Stage, steps: readonly Step[], base: readonly Step[] = []): Promise<readonly StepFacts[]> {
  const seen: StepFacts[] = [];
  await proveAlone(stage, base, steps, (facts) => seen.push(facts));
  return seen;
}

/** "up down reup", and what differs of the tables, types and indexes that the test names. */
function told({ up, down, reup, afterDown, afterReup }: StepFacts | BatchFacts): string {
  const run = (ran: StepFacts['up'] | BatchFacts['up']) =>
    'outcome' in ran ? ran.outcome : ran.map(({ outcome }) => outcome).join(',');
  const shown = (differences: StepFacts['afterDown']) =>
    differences
      .filter(({ class: kind }) => ['table', 'type', 'index'].includes(kind))
      .map(({ object, change }) => `${object.split(' ')[0]} ${change}`);
  return [
    run(up),
    run(down),
    run(reup),
    ...shown(afterDown).map((text) => `down: ${text}`),
    ...shown(afterReup).map((text) => `reup: ${text}`),
  ].join(' ');
}

describe.each(engines)('a migration alone, on %s', (_, newEngine) => {
  it('goes up, comes down and goes up again, and the next one follows on the same database', async () => {
    const engine = new Counting(newEngine());
    const seen = await alone(stageOn(engine), [users, orders]);
    expect(seen.map(told)).toEqual(['ok ok ok', 'ok ok ok']);
    expect(seen.every(cameBack)).toBe(true);
    expect(engine.opened).toBe(1);
  });

  it('has no way down, and the next one is tried all the same', async () => {
    const seen = await alone(stageOn(newEngine()), [
      step('1_a', 'CREATE TABLE a (n int)', null),
      step('2_b', 'CREATE INDEX b ON a (n)', 'DROP INDEX b'),
    ]);
    expect(seen.map(told)).toEqual(['ok missing not-run', 'ok ok ok']);
  });

  it('does not go up, so that what follows cannot be reached', async () => {
    const seen = await alone(stageOn(newEngine()), [users, step('2_odd', 'DROP TABLE nothing', 'SELECT 1'), late]);
    expect(seen.map(told)).toEqual(['ok ok ok', 'failed not-run not-run', 'not-run not-run not-run']);
    expect(seen[1]?.up).toMatchObject({ error: { message: 'table "nothing" does not exist' } });
  });

  it('does not come down, and the walk goes on from the top', async () => {
    const engine = new Counting(newEngine());
    const seen = await alone(stageOn(engine), [
      step('1_a', 'CREATE TABLE a (n int)', 'DROP TABLE a; DROP TABLE b'),
      late,
    ]);
    expect(seen.map(told)).toEqual(['ok failed not-run', 'ok ok ok']);
  });

  it('comes down half-way, without a transaction, and the next one starts on a new database', async () => {
    const odd = step('1_odd', 'CREATE TABLE a (n int); CREATE TABLE b (n int)', '');
    const chunks = [
      { sql: 'DROP TABLE a;', offset: 0 },
      { sql: 'DROP TABLE nothing;', offset: 13 },
    ];
    const halfWay = { ...odd, down: { ...script('', 'down.sql'), chunks } };
    const engine = new Counting(newEngine());
    const seen = await alone(stageOn(engine), [halfWay, step('2_index', 'CREATE INDEX i ON a (n)', 'DROP INDEX i')]);
    expect(seen.map(told)).toEqual(['ok failed not-run', 'ok ok ok']);
    expect(engine.opened).toBeGreaterThan(1);
  });

  it('leaves something behind', async () => {
    const seen = await alone(stageOn(newEngine()), [
      step('1_a', 'CREATE TYPE mood AS ENUM (); CREATE TABLE IF NOT EXISTS a (n int)', 'DROP TYPE mood'),
    ]);
    expect(seen.map(told)).toEqual(['ok ok ok down: a new']);
    expect(seen[0]?.downDidNothing).toBe(false);
  });

  it('takes along what it did not make', async () => {
    const seen = await alone(
      stageOn(newEngine()),
      [step('2_b', 'CREATE TABLE b (n int)', 'DROP TABLE b; DROP TABLE users'), late],
      [users],
    );
    expect(seen.map(told)).toEqual(['ok ok ok down: users gone reup: users gone', 'ok ok ok']);
  });

  it('comes down in words only', async () => {
    const seen = await alone(stageOn(newEngine()), [step('1_a', 'CREATE TABLE a (n int)', 'SELECT 1')]);
    expect(seen.map(told)).toEqual(['ok ok failed down: a new']);
    expect(seen[0]).toMatchObject({
      downDidNothing: true,
      reup: { error: { message: 'relation "a" already exists' } },
    });
  });

  it('changes nothing on either way, which is no fault', async () => {
    const seen = await alone(stageOn(newEngine()), [step('1_rows', 'SELECT 1', 'SELECT 2')]);
    expect(seen.map(told)).toEqual(['ok ok ok']);
    expect(seen[0]?.downDidNothing).toBe(false);
  });

  it('leaves its transaction open', async () => {
    const seen = await alone(stageOn(newEngine()), [step('1_a', 'CREATE TABLE a (n int)', 'BEGIN; DROP TABLE a')]);
    expect(seen.map(told)).toEqual(['ok open not-run']);
  });

  it('does not end, and the later ones are still judged, on a new database', async () => {
    const engine = new Counting(newEngine(1500));
    const endless = step('2_endless', 'CREATE TABLE e (n int)', 'DO $$ BEGIN LOOP END LOOP; END $$');
    const seen = await alone(stageOn(engine), [users, endless, late]);
    expect(seen.map(told)).toEqual(['ok ok ok', 'ok timed-out not-run', 'ok ok ok']);
    expect(engine.opened).toBeGreaterThan(1);
  });

  it('stands on the setup', async () => {
    const seen = await alone(stageOn(newEngine(), 'CREATE TABLE brought (n int)'), [
      step('1_i', 'CREATE INDEX i ON brought (n)', 'DROP INDEX i'),
    ]);
    expect(seen.map(told)).toEqual(['ok ok ok']);
  });
});

describe('a database at a point of the history', () => {
  const newEngine = () => new ToyEngine();

  it('cannot be had without its setup', async () => {
    await expect(stageOn(newEngine(), 'DROP TABLE nothing').at([])).rejects.toThrow(SetupFailed);
  });

  it('cannot be had when a migration of the base fails', async () => {
    await expect(stageOn(newEngine()).at([users, step('2_odd', 'DROP TABLE nothing', null)])).rejects.toThrow(
      NotRepeatable,
    );
  });

  it('goes on from where it stands', async () => {
    const engine = new Counting(newEngine());
    const stage = stageOn(engine);
    await stage.at([users]);
    await stage.at([users, orders]);
    expect(engine.opened).toBe(1);
    await stage.at([orders]);
    expect(engine.opened).toBe(2);
  });

  it('is not had after the end', async () => {
    const stage = stageOn(newEngine());
    await stage.end();
    await expect(stage.at([])).rejects.toThrow(EngineError);
  });
});

describe('migrations together', () => {
  const newEngine = () => new ToyEngine();

  it('come back clean', async () => {
    const facts = await proveTogether(stageOn(newEngine()), [users], [orders, late]);
    expect(told(facts)).toBe('ok,ok ok,ok ok,ok');
    expect(isClean(facts)).toBe(true);
  });

  it('run down from the last to the first, and stop at the first fault', async () => {
    const odd = step('3_odd', 'CREATE INDEX odd ON orders (id)', 'DROP INDEX even');
    expect(told(await proveTogether(stageOn(newEngine()), [users], [orders, odd, late]))).toBe(
      'ok,ok,ok not-run,failed,ok not-run,not-run,not-run',
    );
  });

  it('stop at a missing way down', async () => {
    const oneWay = step('2_one', 'CREATE TABLE one (n int)', null);
    expect(told(await proveTogether(stageOn(newEngine()), [], [users, oneWay]))).toBe(
      'ok,ok not-run,missing not-run,not-run',
    );
  });

  it('show what no migration shows alone', async () => {
    const guarded = step('2_a', 'CREATE TABLE IF NOT EXISTS a (n int)', 'DROP TABLE IF EXISTS a');
    const heir = step('3_b', 'DROP TABLE a; CREATE TABLE b (n int)', 'DROP TABLE b');
    const facts = await proveTogether(
      stageOn(newEngine()),
      [step('1_a', 'CREATE TABLE a (n int)', 'DROP TABLE a')],
      [guarded, heir],
    );
    expect(told(facts)).toBe('ok,ok ok,ok ok,ok down: a gone');
    expect(isClean(facts)).toBe(false);
  });
});

describe('a group', () => {
  const newEngine = () => new ToyEngine();

  const first = step('2_first', 'CREATE TABLE first (n int)', 'SELECT 1');
  const second = step('3_second', 'CREATE TABLE second (n int)', 'DROP TABLE second; DROP TABLE first');

  it('is the two that come back only together', async () => {
    const bad = [first, second];
    for (const index of [1, 2]) {
      const group = await findGroup(
        stageOn(newEngine()),
        [users, first, second, late],
        index,
        (each) => !bad.includes(each),
      );
      expect(group?.map(({ entry }) => entry.id)).toEqual(['2_first', '3_second']);
    }
  });

  it('is not one that an older migration makes clean by dropping the table', async () => {
    const forgetful = step('2_index', 'CREATE INDEX users_id ON users (id)', 'SELECT 1');
    const group = await findGroup(stageOn(newEngine()), [users, forgetful, late], 1, (each) => each !== forgetful);
    expect(group).toBeUndefined();
  });

  it('holds no migration without a way down', async () => {
    const oneWay = step('2_first', 'CREATE TABLE first (n int)', null);
    expect(await findGroup(stageOn(newEngine()), [oneWay, second], 1, () => false)).toBeUndefined();
  });
});

describe('what only PostgreSQL shows', () => {
  it('is a group whose members it pairs, as the toy does', async () => {
    const first = step('1_first', "CREATE TYPE mood AS ENUM ('a')", 'SELECT 1');
    const second = step('2_second', 'CREATE TABLE t (m mood)', 'DROP TABLE t; DROP TYPE mood');
    expect(await findGroup(stageOn(embeddedEngine()), [first, second], 1, () => false)).toEqual([first, second]);
  });

  it('is a second up that goes another way because of rows', async () => {
    const base = step('1_marks', 'CREATE TABLE marks (n int)', 'DROP TABLE marks');
    const up = `DO $$ BEGIN
      IF EXISTS (SELECT FROM marks) THEN CREATE TABLE second (n int); ELSE CREATE TABLE first (n int); END IF;
      INSERT INTO marks VALUES (1);
    END $$`;
    const seen = await alone(
      stageOn(embeddedEngine()),
      [step('2_odd', up, 'DROP TABLE IF EXISTS first, second')],
      [base],
    );
    expect(seen.map(told)).toEqual(['ok ok ok reup: first gone reup: second new']);
  });

  it('is a second up that fails because of rows', async () => {
    const base = step('1_marks', 'CREATE TABLE marks (n int PRIMARY KEY)', 'DROP TABLE marks');
    const seen = await alone(
      stageOn(embeddedEngine()),
      [step('2_row', 'INSERT INTO marks VALUES (1)', '-- keeps the row')],
      [base],
    );
    expect(seen.map(told)).toEqual(['ok ok failed']);
    expect(seen[0]?.reup).toMatchObject({ error: { sqlState: '23505' } });
  });
});

it('a migration that ends the connection is told, and the later ones are still judged', async () => {
  const end = step('1_end', 'CREATE TABLE a (n int)', 'SELECT pg_terminate_backend(pg_backend_pid())');
  expect((await alone(stageOn(new ToyEngine()), [end, late])).map(told)).toEqual(['ok broken not-run', 'ok ok ok']);
});

it('an engine that gives no further database stops the trials', async () => {
  const stage = stageOn(new ToyEngine({ mostDatabases: 1 }));
  const seen: StepFacts[] = [];
  const odd = step('1_odd', 'CREATE TABLE a (n int)', 'SELECT 1');
  await expect(proveAlone(stage, [], [odd, late], (facts) => seen.push(facts))).rejects.toThrow(EngineError);
  expect(seen.length).toBeLessThan(2);
});

class Counting implements Engine {
  opened = 0;
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  open(): ReturnType<Engine['open']> {
    this.opened += 1;
    return this.#engine.open();
  }
}
