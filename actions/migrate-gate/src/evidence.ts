/** The evidence of a verdict as schemas/verdict.schema.json has it. Pure. */
import type { DatabaseError, MigrateGateEvidence, MigrationEvidence, MigrationRun, RoundTrip, SchemaDifference } from '@shipgate/schemas';
import type { Difference } from './catalog/compare.ts';
import { isCleanBatch, rank, statusOf } from './decide.ts';
import type { Status } from './decide.ts';
import type { Facts } from './facts.ts';
import type { Judged } from './judge.ts';
import type { BatchFacts, Ran, Step, StepFacts } from './trial/step.ts';

/** Longest text of an attribute in the verdict; the reason's sentence shows the place where two differ. */
const LONGEST = 2000;

export function buildEvidence(facts: Facts, judged: readonly Judged[]): MigrateGateEvidence {
  return {
    scope: facts.scope,
    ...(facts.tool === null ? {} : { layout: facts.tool }),
    total: facts.all.length,
    migrations: facts.batch.map((step, index) => migrationEvidence(facts, judged, step, index)),
    ...(facts.together === null ? {} : { batch: roundTrip(facts.together) }),
    ...(facts.chain === null ? {} : { chain: roundTrip(facts.chain) }),
    ...(facts.engine === null ? {} : { engine: { ...facts.engine, startMs: rounded(facts.engine.startMs) } }),
    plan: rollbackPlan(facts),
    timings: Object.fromEntries(Object.entries(facts.timings).map(([name, ms]) => [name, rounded(ms)])),
  };
}

/** The status of a migration with what the policy allows taken into account. */
export function judgedStatus(facts: Facts, judged: readonly Judged[], step: Step): Status {
  const open = judged.filter(({ allowance }) => allowance === undefined).map(({ finding }) => finding);
  const all = judged.map(({ finding }) => finding);
  const status = statusOf(open, step, facts);
  const isAllowed = rank(statusOf(all, step, facts)) > rank(status);
  return isAllowed && rank(status) < rank('allowed') ? 'allowed' : status;
}

function migrationEvidence(facts: Facts, judged: readonly Judged[], step: Step, index: number): MigrationEvidence {
  const { entry } = step;
  const alone = facts.alone.find((each) => each.step === step);
  const inBatch = facts.together;
  const ran = (name: 'up' | 'down' | 'reup') => runEvidence(alone?.[name] ?? inBatch?.[name][index] ?? { outcome: 'not-run' });
  const group = facts.groups.get(entry.id);
  return {
    version: entry.version,
    name: entry.name,
    file: entry.up,
    ...(entry.down === null ? {} : { downFile: entry.down }),
    status: judgedStatus(facts, judged, step),
    batch: facts.scope === 'new',
    alone: aloneEvidence(alone, group),
    ...(group === undefined ? {} : { group: [...group] }),
    up: ran('up'),
    down: ran('down'),
    reup: ran('reup'),
    schema: [...differences(alone?.afterDown ?? [], 'down'), ...differences(alone?.afterReup ?? [], 're-up')],
  };
}

function aloneEvidence(alone: StepFacts | undefined, group: readonly string[] | undefined): NonNullable<MigrationEvidence['alone']> {
  if (alone === undefined || alone.up.outcome === 'not-run') return 'unknown';
  if (group !== undefined) return 'only-in-group';
  const ran = [alone.up, alone.down, alone.reup].every(({ outcome }) => outcome === 'ok');
  const same = [...alone.afterDown, ...alone.afterReup].every(({ noise }) => noise !== null);
  return ran && same ? 'reversible' : 'not-reversible';
}

function runEvidence(ran: Ran): MigrationRun {
  if (ran.outcome === 'missing' || ran.outcome === 'not-run') return { outcome: ran.outcome };
  const outcome = ran.outcome === 'ok' || ran.outcome === 'timed-out' ? ran.outcome : 'failed';
  const error: DatabaseError | undefined = ran.outcome === 'open' ? { message: 'the transaction was left open' } : ran.error;
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
      ? { attributes: difference.attributes.map(({ name, expected, got }) => ({ name, expected: cut(expected), got: cut(got) })) }
      : {}),
  }));
}

function roundTrip(batch: BatchFacts): RoundTrip {
  const count = (list: readonly Ran[]) => ({ ok: list.filter(({ outcome }) => outcome === 'ok').length, of: list.length });
  const all = [...batch.afterDown, ...batch.afterReup];
  const outcome = !isCleanBatch(batch) ? 'fault' : all.length > 0 ? 'noise' : 'clean';
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

/** The way back as rehearsed: the last migration first. Of a whole history it is the chain's, when that was run. */
export function rollbackPlan(facts: Facts): NonNullable<MigrateGateEvidence['plan']> {
  const source = facts.chain ?? facts.together;
  const steps = source?.steps ?? facts.batch;
  return steps
    .map((step, index) => {
      const ran = source?.down[index] ?? facts.alone.find((each) => each.step === step)?.down ?? { outcome: 'not-run' as const };
      const { outcome, durationMs } = runEvidence(ran);
      const time = durationMs === undefined ? {} : { durationMs };
      return { version: step.entry.version, file: step.down?.file ?? step.up.file, outcome, ...time };
    })
    .toReversed();
}

function cut(text: string | null): string | null {
  return text === null || text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}
