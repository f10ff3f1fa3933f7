/** The step grain: each migration alone, up, down and up again, along the history. */
import type { Script } from '../layouts/layout.ts';
import type { CatalogHandle, Database, RunResult } from '../ports.ts';
import { statements } from '../sql/statements.ts';
import type { Stage } from './stage.ts';
import type { Ran, Step, StepFacts } from './step.ts';
import { MISSING, NOT_RUN, sameSchema } from './step.ts';

/** Told after each migration. */
export type OnStep = (facts: StepFacts, done: number, of: number) => void;

/** Tries each of `steps` alone, after `base` and its predecessors. What comes after a migration whose up fails cannot be reached. */
export async function proveAlone(
  stage: Stage,
  base: readonly Step[],
  steps: readonly Step[],
  onStep: OnStep,
): Promise<void> {
  let reached = true;
  let asked: Asked | undefined;
  for (const [index, step] of steps.entries()) {
    const before = [...base, ...steps.slice(0, index)];
    const proven: Proven = reached
      ? await proveStep(stage, { before, step, asked, next: steps[index + 1] })
      : notReached(step);
    const { facts } = proven;
    asked = proven.asked;
    reached &&= facts.up.outcome === 'ok';
    onStep(facts, index + 1, steps.length);
  }
}

/** What a database was asked of a migration, all at once: it does that in order, without waiting for us in between. Never rejects. */
interface Asked {
  readonly database: Database;
  readonly answers: Promise<
    readonly [RunResult, RunResult, CatalogHandle | undefined, RunResult, CatalogHandle | undefined]
  >;
}

interface Turn {
  readonly before: readonly Step[];
  readonly step: Step;
  /** When this step was asked ahead, on a database that stands after `before`. */
  readonly asked: Asked | undefined;
  readonly next: Step | undefined;
}

interface Proven {
  readonly facts: StepFacts;
  /** Of the next step. */
  readonly asked?: Asked;
}

function notReached(step: Step): Proven {
  return { facts: factsOf(step, 0, { up: NOT_RUN, down: NOT_RUN, reup: NOT_RUN }) };
}

async function proveStep(stage: Stage, turn: Turn): Promise<Proven> {
  return (await lookQuickly(stage, turn)) ?? { facts: await lookClosely(stage, turn.before, turn.step) };
}

/** Undefined: this migration has to be looked at closely. */
function ask(database: Database, { up, down }: Step): Asked | undefined {
  if (down === null || mayDependOnRows(up)) return undefined;
  const answers = Promise.all([
    database.run(up),
    database.run(down),
    orNothing(database.catalog()),
    database.run(up),
    orNothing(database.catalog()),
  ]);
  return { database, answers };
}

/**
 * Most migrations come back clean, and that needs two fingerprints only: when the schema after down is the one before up, the same
 * statements lead to the same schema again. Anything else is looked at closely, on a database that stands where this one began.
 * While the database is busy with this one, the next one is asked too: after a clean one it begins where it should, and after any
 * other this database is not used again.
 */
async function lookQuickly(stage: Stage, { before, step, asked, next }: Turn): Promise<Proven | undefined> {
  const database = asked?.database ?? (await stage.at(before));
  const start = await stage.catalog(database);
  const own = asked ?? ask(database, step);
  if (own === undefined) return undefined;
  stage.standsAt(undefined);
  // In a message of its own: nobody should have to wait for the next one to hear of this one.
  await Promise.resolve();
  const ahead = next === undefined ? undefined : ask(database, next);
  const [up, down, bottom, reup, end] = await own.answers;
  // Of a database that died, or took too long, under several questions nobody knows which one it was.
  if (isDead(up)) return undefined;
  if (up.outcome !== 'ok') return { facts: factsOf(step, start.objects, { up, down: NOT_RUN, reup: NOT_RUN }) };
  if (down.outcome !== 'ok' || reup.outcome !== 'ok' || bottom === undefined || end === undefined) return undefined;
  // The next one may have taken the database with it, before it could compare.
  const left = bottom.id === start.id ? [] : await orNothing(database.compare(start, bottom));
  if (left === undefined || left.length > 0) return undefined;
  stage.standsAt([...before, step], end);
  return { facts: factsOf(step, start.objects, { up, down, reup }), ...(ahead === undefined ? {} : { asked: ahead }) };
}

/** What could not be read or compared is looked into closely. */
function orNothing<Value>(asked: Promise<Value>): Promise<Value | undefined> {
  return asked.catch(() => undefined);
}

async function lookClosely(stage: Stage, before: readonly Step[], step: Step): Promise<StepFacts> {
  const database = await stage.at(before);
  const start = await stage.catalog(database);
  stage.standsAt(undefined);
  const up = await database.run(step.up);
  if (up.outcome !== 'ok') return factsOf(step, start.objects, { up, down: NOT_RUN, reup: NOT_RUN });
  if (step.down === null) {
    stage.standsAt([...before, step]);
    return factsOf(step, start.objects, { up, down: MISSING, reup: NOT_RUN });
  }
  return await proveWayBack(stage, database, { before, step, down: step.down, up, start });
}

/** A migration that went up, with its way down. */
interface Gone {
  readonly before: readonly Step[];
  readonly step: Step;
  readonly down: Script;
  readonly up: Ran;
  readonly start: CatalogHandle;
}

async function proveWayBack(stage: Stage, database: Database, gone: Gone): Promise<StepFacts> {
  const { before, step, up, start } = gone;
  const top = await database.catalog();
  const down = await database.run(gone.down);
  if (down.outcome !== 'ok') {
    // A transaction that was rolled back leaves the migration applied, and the walk can go on from here.
    if (!isDead(down) && sameSchema(await database.compare(top, await database.catalog())))
      stage.standsAt([...before, step]);
    return factsOf(step, start.objects, { up, down, reup: NOT_RUN });
  }
  const bottom = await database.catalog();
  const afterDown = await database.compare(start, bottom);
  const changed = (await database.compare(start, top)).length > 0;
  const downDidNothing = changed && (await database.compare(top, bottom)).length === 0;
  const reup = await database.run(step.up);
  if (reup.outcome !== 'ok') return { ...factsOf(step, start.objects, { up, down, reup }), afterDown, downDidNothing };
  const end = await database.catalog();
  const afterReup = await database.compare(top, end);
  if (sameSchema(afterReup) && sameSchema(afterDown)) stage.standsAt([...before, step], end);
  return { ...factsOf(step, start.objects, { up, down, reup }), afterDown, afterReup, downDidNothing };
}

/** Statements that can define one thing or another, depending on rows: blocks of code, and calls of functions by themselves. */
const PROCEDURAL = /^(?:DO|CALL|EXECUTE|SELECT|WITH|VALUES)\b/i;

function mayDependOnRows(script: Script): boolean {
  return script.chunks.some(({ sql }) =>
    statements(sql).some(({ start }) => PROCEDURAL.test(sql.slice(start, start + 10))),
  );
}

/** The database is gone with it. */
function isDead(ran: Ran): boolean {
  return ran.outcome === 'timed-out' || ran.outcome === 'broken';
}

function factsOf(step: Step, objects: number, ran: { up: Ran; down: Ran; reup: Ran }): StepFacts {
  return { step, ...ran, afterDown: [], afterReup: [], downDidNothing: false, objects };
}
