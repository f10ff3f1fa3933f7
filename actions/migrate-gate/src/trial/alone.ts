/** The step grain: each migration alone, up, down and up again, along the history. */
import type { Script } from '../layouts/layout.ts';
import type { CatalogHandle, Database } from '../ports.ts';
import type { Stage } from './stage.ts';
import { sameSchema } from './stage.ts';
import type { Ran, Step, StepFacts } from './step.ts';
import { MISSING, NOT_RUN } from './step.ts';

/** Told after each migration. */
export type OnStep = (facts: StepFacts, done: number, of: number) => void;

/** Tries each of `steps` alone, after `base` and its predecessors. What comes after a migration whose up fails cannot be reached. */
export async function proveAlone(stage: Stage, base: readonly Step[], steps: readonly Step[], onStep: OnStep): Promise<void> {
  let reached = true;
  for (const [index, step] of steps.entries()) {
    const before = [...base, ...steps.slice(0, index)];
    const facts: StepFacts = reached ? await proveStep(stage, before, step) : notReached(step);
    reached &&= facts.up.outcome === 'ok';
    onStep(facts, index + 1, steps.length);
  }
}

function notReached(step: Step): StepFacts {
  return factsOf(step, 0, { up: NOT_RUN, down: NOT_RUN, reup: NOT_RUN });
}

async function proveStep(stage: Stage, before: readonly Step[], step: Step): Promise<StepFacts> {
  const database = await stage.at(before);
  const start = await database.catalog();
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
  const alive = down.outcome !== 'timed-out' && down.outcome !== 'broken';
  if (down.outcome !== 'ok') {
    // A transaction that was rolled back leaves the migration applied, and the walk can go on from here.
    if (alive && sameSchema(await database.compare(top, await database.catalog()))) stage.standsAt([...before, step]);
    return factsOf(step, start.objects, { up, down, reup: NOT_RUN });
  }
  const bottom = await database.catalog();
  const afterDown = await database.compare(start, bottom);
  const changed = (await database.compare(start, top)).length > 0;
  const downDidNothing = changed && (await database.compare(top, bottom)).length === 0;
  const reup = await database.run(step.up);
  if (reup.outcome !== 'ok') return { ...factsOf(step, start.objects, { up, down, reup }), afterDown, downDidNothing };
  const afterReup = await database.compare(top, await database.catalog());
  if (sameSchema(afterReup) && sameSchema(afterDown)) stage.standsAt([...before, step]);
  return { ...factsOf(step, start.objects, { up, down, reup }), afterDown, afterReup, downDidNothing };
}

function factsOf(step: Step, objects: number, ran: { up: Ran; down: Ran; reup: Ran }): StepFacts {
  return { step, ...ran, afterDown: [], afterReup: [], downDidNothing: false, objects };
}
