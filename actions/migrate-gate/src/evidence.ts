/** The evidence of a verdict as schemas/verdict.schema.json has it. Pure. */
import type {
  DatabaseError,
  MigrateGateEvidence,
  MigrationEvidence,
  MigrationRun,
  RoundTrip,
  SchemaDifference,
} from '@shipgate/schemas';
import type { Difference } from './catalog/compare.ts';
import type { Facts } from './facts.ts';
import { stepsOf } from './facts.ts';
import type { Judged } from './judge.ts';
import { isProvenTogether, statusOf } from './status.ts';
import type { BatchFacts, Ran, Step, StepFacts } from './trial/step.ts';
import { cameBack, isClean, NOT_RUN } from './trial/step.ts';

/** Longest text of an attribute in the verdict; the reason's sentence shows the place where two differ. */
const LONGEST = 2000;

export function buildEvidence(facts: Facts, judged: readonly Judged[]): MigrateGateEvidence {
  return {
    scope: facts.scope,
    ...(facts.tool === null ? {} : { layout: facts.tool }),
    total: facts.all.length,
    migrations: stepsOf(facts).map((step) => migrationEvidence(facts, judged, step)),
    ...(facts.together === null ? {} : { batch: roundTrip(facts.together) }),
    ...(facts.chain === null ? {} : { chain: roundTrip(facts.chain) }),
    ...(facts.engine === null ? {} : { engine: { ...facts.engine, startMs: rounded(facts.engine.startMs) } }),
    plan: rollbackPlan(facts),
    timings: Object.fromEntries(Object.entries(facts.timings).map(([name, ms]) => [name, rounded(ms)])),
  };
}

function migrationEvidence(facts: Facts, judged: readonly Judged[], step: Step): MigrationEvidence {
  const { entry } = step;
  const alone = facts.alone.find((each) => each.step === step);
  const group = facts.groups.get(entry.id);
  const findings = (allowed: boolean) =>
    judged.filter(({ allowance }) => (allowance !== undefined) === allowed).map(({ finding }) => finding);
  return {
    version: entry.version,
    name: entry.name,
    file: entry.up,
    ...(entry.down === null || entry.down === entry.up ? {} : { downFile: entry.down }),
    status: statusOf(step, facts, findings(false), findings(true)),
    batch: facts.scope === 'new' && facts.batch.includes(step),
    alone: aloneEvidence(alone, group),
    ...(group === undefined ? {} : { group: [...group] }),
    ...runsOf(facts, step, alone),
    schema: [...differences(alone?.afterDown ?? [], 'down'), ...differences(alone?.afterReup ?? [], 're-up')],
  };
}

/** Of the trial that decides: the batch when it came back clean, else each alone, which shows more. */
function runsOf(
  facts: Facts,
  step: Step,
  alone: StepFacts | undefined,
): Pick<MigrationEvidence, 'up' | 'down' | 'reup'> {
  const index = facts.together?.steps.indexOf(step) ?? -1;
  const ran = (name: 'up' | 'down' | 'reup') => {
    const inBatch = facts.together?.[name][index] ?? NOT_RUN;
    return runEvidence(isProvenTogether(facts, step) ? inBatch : (alone?.[name] ?? inBatch));
  };
  return { up: ran('up'), down: ran('down'), reup: ran('reup') };
}

function aloneEvidence(
  alone: StepFacts | undefined,
  group: readonly string[] | undefined,
): NonNullable<MigrationEvidence['alone']> {
  if (alone === undefined || alone.up.outcome === 'not-run') return 'unknown';
  if (group !== undefined) return 'only-in-group';
  return cameBack(alone) ? 'reversible' : 'not-reversible';
}

function runEvidence(ran: Ran): MigrationRun {
  if (ran.outcome === 'missing' || ran.outcome === 'not-run') return { outcome: ran.outcome };
  const outcome = ran.outcome === 'ok' || ran.outcome === 'timed-out' ? ran.outcome : 'failed';
  const error: DatabaseError | undefined =
    ran.outcome === 'open' ? { message: 'the transaction was left open' } : ran.error;
  return { outcome, durationMs: rounded(ran.durationMs), ...(error === undefined ? {} : { error }) };
}

function differences(list: readonly Difference[], after: 'down' | 're-up'): SchemaDifference[] {
  return list.map((difference) => ({
    class: difference.class,
    object: difference.object,
    change: difference.change,
    noise: difference.noise,
    after,
    ...(difference.change === 'changed'
      ? {
          attributes: difference.attributes.map(({ name, expected, got }) => ({
            name,
            expected: cut(expected),
            got: cut(got),
          })),
        }
      : {}),
  }));
}

function roundTrip(batch: BatchFacts): RoundTrip {
  const count = (list: readonly Ran[]) => ({
    ok: list.filter(({ outcome }) => outcome === 'ok').length,
    of: list.length,
  });
  const all = [...batch.afterDown, ...batch.afterReup];
  const outcome = !isClean(batch) ? 'fault' : all.length > 0 ? 'noise' : 'clean';
  return {
    migrations: batch.steps.length,
    outcome,
    up: count(batch.up),
    down: count(batch.down),
    reup: count(batch.reup),
    objects: batch.objects,
    schema: [...differences(batch.afterDown, 'down'), ...differences(batch.afterReup, 're-up')],
  };
}

/** The way back as rehearsed, the last migration first: of this change, or of the whole history when that was run as a chain. */
function rollbackPlan(facts: Facts): NonNullable<MigrateGateEvidence['plan']> {
  const source = facts.scope === 'all' ? facts.chain : facts.together;
  const plan = facts.batch.map((step, index) => {
    const ran = source?.down[index] ?? facts.alone.find((each) => each.step === step)?.down ?? NOT_RUN;
    const { outcome, durationMs } = runEvidence(ran);
    const time = durationMs === undefined ? {} : { durationMs };
    return { version: step.entry.version, file: step.down?.file ?? step.up.file, outcome, ...time };
  });
  return plan.toReversed();
}

function cut(text: string | null): string | null {
  return text === null || text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}
