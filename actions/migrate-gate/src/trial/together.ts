/** The batch grain: several migrations all up, all down, all up again. With the whole history this is the chain. */
import type { Database } from '../ports.ts';
import type { Stage } from './stage.ts';
import type { BatchFacts, Ran, Step } from './step.ts';
import { allOk, MISSING, NOT_RUN, sameSchema } from './step.ts';

export async function proveTogether(stage: Stage, base: readonly Step[], steps: readonly Step[]): Promise<BatchFacts> {
  const database = await stage.at(base);
  const start = await database.catalog();
  stage.standsAt(undefined);
  const up = await runUps(database, steps);
  const nothing = steps.map(() => NOT_RUN);
  const facts = { steps, up, down: nothing, reup: nothing, afterDown: [], afterReup: [], objects: start.objects };
  if (!allOk(up)) return facts;
  const top = await database.catalog();
  const down = await runDowns(database, steps);
  if (!allOk(down)) return { ...facts, down, objects: top.objects };
  const afterDown = await database.compare(start, await database.catalog());
  const reup = await runUps(database, steps);
  if (!allOk(reup)) return { ...facts, down, reup, afterDown };
  const afterReup = await database.compare(top, await database.catalog());
  if (sameSchema(afterDown) && sameSchema(afterReup)) stage.standsAt([...base, ...steps]);
  return { ...facts, down, reup, afterDown, afterReup };
}

async function runUps(database: Database, steps: readonly Step[]): Promise<readonly Ran[]> {
  return await runUntilFault(steps, (step) => database.run(step.up));
}

async function runDowns(database: Database, steps: readonly Step[]): Promise<readonly Ran[]> {
  const results = await runUntilFault(steps.toReversed(), (step) =>
    step.down === null ? MISSING : database.run(step.down),
  );
  return results.toReversed();
}

async function runUntilFault(steps: readonly Step[], run: (step: Step) => Ran | Promise<Ran>): Promise<readonly Ran[]> {
  const results: Ran[] = [];
  for (const step of steps) {
    const stopped = results.length > 0 && results.at(-1)?.outcome !== 'ok';
    results.push(stopped ? NOT_RUN : await run(step));
  }
  return results;
}
