/** From facts to findings and statuses. No I/O, no clock. */
import type { Difference } from './catalog/compare.ts';
import type { Facts } from './facts.ts';
import type { Direction, Finding, ReasonCode } from './findings.ts';
import type { BatchFacts, Ran, Step, StepFacts } from './trial/step.ts';

/** Of the round trip alone, in rising order: the worst that was seen counts. unknown only where nothing worse is known. */
export const statuses = [
  'clean',
  'noise',
  'allowed',
  'unknown',
  'no-down',
  'up-fails',
  'down-fails',
  're-up-fails',
  'drift',
  'data-loss',
] as const;
export type Status = (typeof statuses)[number];

const statusOfCode: Partial<Record<ReasonCode, Status>> = {
  'up-fails': 'up-fails',
  'down-fails': 'down-fails',
  're-up-fails': 're-up-fails',
  drift: 'drift',
  're-up-differs': 'drift',
  'noop-down': 'drift',
  'empty-down': 'drift',
  'no-down': 'no-down',
  'not-reached': 'unknown',
};

/** All findings, in the order in which they were seen. */
export function decide(facts: Facts): readonly Finding[] {
  const alone = facts.alone.flatMap((step) => findAlone(facts, step));
  if (facts.scope === 'all') return [...facts.found, ...alone, ...notReached(facts), ...findChain(facts)];
  const batchIsClean = facts.together !== null && isCleanBatch(facts.together);
  const steps = batchIsClean ? alone.flatMap((finding) => softened(finding)) : alone;
  return [...facts.found, ...steps, ...findTogether(facts, alone), ...notReached(facts), ...findChain(facts)];
}

/** The status of one migration: the worst that its findings say. */
export function statusOf(findings: readonly Finding[], step: Step, facts: Facts): Status {
  const own = findings.filter((finding) => concerns(finding, step.entry.id));
  const seen = own.map((finding) => statusOfFinding(finding)).filter((status) => status !== undefined);
  const base: Status = hasNoise(facts, step) ? 'noise' : wasProven(facts, step) ? 'clean' : 'unknown';
  return seen.reduce((worst, status) => (rank(status) > rank(worst) ? status : worst), base);
}

export function statusOfFinding(finding: Finding): Status | undefined {
  if (finding.code === 'timed-out' || finding.code === 'connection-lost' || finding.code === 'transaction-left-open') {
    return ({ up: 'up-fails', down: 'down-fails', 'second up': 're-up-fails' } as const)[finding.direction];
  }
  return statusOfCode[finding.code];
}

export function rank(status: Status): number {
  return statuses.indexOf(status);
}

function concerns(finding: Finding, id: string): boolean {
  if ('migrations' in finding && finding.migrations.includes(id)) return true;
  return 'migration' in finding && finding.migration === id;
}

/** In a batch that came back clean, in a clean group, or alone. */
function wasProven(facts: Facts, step: Step): boolean {
  if (facts.together !== null && isCleanBatch(facts.together)) return true;
  if (facts.groups.has(step.entry.id)) return true;
  const alone = facts.alone.find((each) => each.step === step);
  return alone !== undefined && [alone.up, alone.down, alone.reup].every(({ outcome }) => outcome === 'ok');
}

function hasNoise(facts: Facts, step: Step): boolean {
  const alone = facts.alone.find((each) => each.step === step);
  return alone !== undefined && [...alone.afterDown, ...alone.afterReup].some(({ noise }) => noise !== null);
}

function findAlone(facts: Facts, seen: StepFacts): readonly Finding[] {
  const { step } = seen;
  const group = facts.groups.get(step.entry.id);
  const findings = [
    ...findRun(facts, step, 'up', seen.up),
    ...findDown(facts, step, seen.down),
    ...findDifferences(facts, seen),
    ...findRun(facts, step, 'second up', seen.reup),
  ];
  if (group === undefined) return findings;
  const place = facts.places.ofObjects(step, 'down', []);
  return [{ code: 'only-in-group', migration: step.entry.id, place, group }];
}

function findDown(facts: Facts, step: Step, down: Ran): readonly Finding[] {
  if (down.outcome !== 'missing') return findRun(facts, step, 'down', down);
  return [{ code: 'no-down', migration: step.entry.id, place: { file: step.entry.up, line: 1, column: 1 } }];
}

const failureCodes = { up: 'up-fails', down: 'down-fails', 'second up': 're-up-fails' } as const;

function findRun(facts: Facts, step: Step, direction: Direction, ran: Ran): readonly Finding[] {
  if (ran.outcome === 'ok' || ran.outcome === 'missing' || ran.outcome === 'not-run') return [];
  const migration = step.entry.id;
  const place = facts.places.ofError(ran, direction === 'down' ? (step.down ?? step.up) : step.up);
  const error = ran.error ?? { message: 'no message' };
  if (ran.outcome === 'timed-out') return [{ code: 'timed-out', migration, place, direction, limitMs: facts.stepTimeoutMs }];
  if (ran.outcome === 'broken') return [{ code: 'connection-lost', migration, place, direction, error }];
  if (ran.outcome === 'open') return [{ code: 'transaction-left-open', migration, place, direction }];
  return [{ code: failureCodes[direction], migration, place, error }];
}

function findDifferences(facts: Facts, seen: StepFacts): readonly Finding[] {
  const { step } = seen;
  const migration = step.entry.id;
  const down = real(seen.afterDown);
  // What down did not restore is still so after the second up; that is told once.
  const reup = real(seen.afterReup).filter((d) => !down.some((known) => known.class === d.class && known.object === d.object));
  const findings: Finding[] = [];
  if (facts.emptyDowns.has(migration)) {
    findings.push({ code: 'empty-down', migration, place: facts.places.ofObjects(step, 'down', []) });
  } else if (seen.downDidNothing && down.length > 0) {
    findings.push({ code: 'noop-down', migration, place: facts.places.ofObjects(step, 'down', []), differences: down });
  } else if (down.length > 0) {
    const place = facts.places.ofObjects(step, 'down', down.map(({ object }) => object));
    findings.push({ code: 'drift', migration, migrations: [migration], place, differences: down });
  }
  if (reup.length > 0) {
    const place = facts.places.ofObjects(step, 'up', reup.map(({ object }) => object));
    findings.push({ code: 're-up-differs', migration, migrations: [migration], place, differences: reup });
  }
  return findings;
}

/** What the batch shows and no migration alone does. */
function findTogether(facts: Facts, alone: readonly Finding[]): readonly Finding[] {
  const { together } = facts;
  if (together === null || isCleanBatch(together)) return [];
  if (alone.some((finding) => statusOfFinding(finding) !== undefined)) return [];
  return findBatch(facts, together);
}

const NOT_SEEN: Ran = { outcome: 'not-run' };

function findBatch(facts: Facts, batch: BatchFacts): readonly Finding[] {
  const ids = batch.steps.map(({ entry }) => entry.id);
  const runs = batch.steps.flatMap((step, index) => [
    ...findRun(facts, step, 'up', batch.up[index] ?? NOT_SEEN),
    ...findDown(facts, step, batch.down[index] ?? NOT_SEEN),
    ...findRun(facts, step, 'second up', batch.reup[index] ?? NOT_SEEN),
  ]);
  return [
    ...runs,
    ...findBatchDrift(facts, batch, 'drift', real(batch.afterDown), ids),
    ...findBatchDrift(facts, batch, 're-up-differs', real(batch.afterReup), ids),
  ];
}

function findBatchDrift(
  facts: Facts,
  batch: BatchFacts,
  code: 'drift' | 're-up-differs',
  differences: readonly Difference[],
  migrations: readonly string[],
): readonly Finding[] {
  const step = batch.steps.at(-1);
  if (differences.length === 0 || step === undefined) return [];
  const place = facts.places.ofObjects(step, code === 'drift' ? 'down' : 'up', differences.map(({ object }) => object));
  return [{ code, migration: step.entry.id, migrations, place, differences }];
}

function findChain(facts: Facts): readonly Finding[] {
  if (facts.chain === null || isCleanBatch(facts.chain)) return [];
  const known = facts.alone.flatMap((step) => findAlone(facts, step));
  // What a migration alone shows already is not told twice.
  return findBatch(facts, facts.chain).filter((finding) => !known.some((each) => sameFault(each, finding)));
}

function sameFault(a: Finding, b: Finding): boolean {
  return 'migration' in a && 'migration' in b && a.migration === b.migration && a.code === b.code;
}

/** A fault of one migration alone is a warning when all of the change together comes back clean: that is what is deployed. */
function softened(finding: Finding): readonly Finding[] {
  if (statusOfFinding(finding) === undefined || !('migration' in finding)) return [finding];
  return [{ code: 'not-reversible-alone', migration: finding.migration, place: finding.place, why: finding.code }];
}

function notReached(facts: Facts): readonly Finding[] {
  const stopped = facts.alone.find(({ up }) => up.outcome !== 'ok' && up.outcome !== 'not-run');
  const rest = facts.alone.filter(({ up }) => up.outcome === 'not-run').map(({ step }) => step.entry);
  const [first] = rest;
  if (stopped === undefined || first === undefined) return [];
  const place = { file: first.up, line: 1, column: 1 };
  return [{ code: 'not-reached', migrations: rest.map(({ id }) => id), after: stopped.step.entry.id, place }];
}

function real(differences: readonly Difference[]): readonly Difference[] {
  return differences.filter(({ noise }) => noise === null);
}

export function isCleanBatch(batch: BatchFacts): boolean {
  const ran = [...batch.up, ...batch.down, ...batch.reup].every((result) => result.outcome === 'ok');
  return ran && real([...batch.afterDown, ...batch.afterReup]).length === 0;
}
