/** From facts to findings and statuses. No I/O, no clock. */
import type { Difference } from './catalog/compare.ts';
import type { Facts } from './facts.ts';
import { stepsOf } from './facts.ts';
import type { Direction, Finding, WayBackFinding } from './findings.ts';
import { isProvenTogether } from './status.ts';
import type { BatchFacts, Ran, Step, StepFacts } from './trial/step.ts';
import { NOT_RUN } from './trial/step.ts';

/** All findings, in the order in which they were seen. */
export function decide(facts: Facts): readonly Finding[] {
  const steps = stepsOf(facts).flatMap((step) => findStep(facts, step));
  const together =
    facts.together === null ? [] : notKnown(findBatch(facts, facts.together), [...facts.found, ...steps]);
  const chain =
    facts.chain === null ? [] : notKnown(findBatch(facts, facts.chain), [...facts.found, ...steps, ...together]);
  return [...facts.found, ...steps, ...together, ...notReached(facts), ...chain];
}

/** What one migration shows alone: softened where a batch or a group that comes back clean decides. */
function findStep(facts: Facts, step: Step): readonly Finding[] {
  const seen = facts.alone.find((each) => each.step === step);
  const findings = seen === undefined ? findWayBack(facts, step, []) : findAlone(facts, seen);
  const migration = step.entry.id;
  const group = facts.groups.get(migration);
  if (group !== undefined)
    return [{ code: 'only-in-group', migration, place: facts.places.ofObjects(step, 'down', []), group }];
  if (!isProvenTogether(facts, step)) return findings;
  return findings.map((why) => ({ code: 'not-reversible-alone', migration, place: why.place, why }));
}

function findAlone(facts: Facts, seen: StepFacts): readonly WayBackFinding[] {
  const { step } = seen;
  return [
    ...findRun(facts, step, 'up', seen.up),
    ...findRun(facts, step, 'down', seen.down),
    ...findDifferences(facts, seen),
    ...findRun(facts, step, 'second up', seen.reup),
  ];
}

/** What reading alone tells about the way down. `left`: what it did not undo, where it was tried. */
function findWayBack(facts: Facts, step: Step, left: readonly Difference[]): readonly WayBackFinding[] {
  const { id: migration, up: file } = step.entry;
  if (step.down === null) return [{ code: 'no-down', migration, place: { file, line: 1, column: 1 } }];
  if (!facts.emptyDowns.has(migration)) return [];
  return [{ code: 'empty-down', migration, place: facts.places.ofObjects(step, 'down', []), differences: left }];
}

const failureCodes = { up: 'up-fails', down: 'down-fails', 'second up': 're-up-fails' } as const;

function findRun(facts: Facts, step: Step, direction: Direction, ran: Ran): readonly WayBackFinding[] {
  if (ran.outcome === 'ok' || ran.outcome === 'missing' || ran.outcome === 'not-run') return [];
  const migration = step.entry.id;
  const place = facts.places.ofError(ran, direction === 'down' ? (step.down ?? step.up) : step.up);
  const error = ran.error ?? { message: 'no message' };
  if (ran.outcome === 'timed-out')
    return [{ code: 'timed-out', migration, place, direction, limitMs: facts.stepTimeoutMs }];
  if (ran.outcome === 'broken') return [{ code: 'connection-lost', migration, place, direction, error }];
  if (ran.outcome === 'open') return [{ code: 'transaction-left-open', migration, place, direction }];
  return [{ code: failureCodes[direction], migration, place, error }];
}

function findDifferences(facts: Facts, seen: StepFacts): readonly WayBackFinding[] {
  const { step } = seen;
  const down = real(seen.afterDown);
  // What down did not restore is still so after the second up; that is told once.
  const reup = stillUnknown(real(seen.afterReup), down);
  const unwritten = findWayBack(facts, step, down);
  return [
    ...(unwritten.length > 0 ? unwritten : findDownDrift(facts, seen, down)),
    ...findReupDrift(facts, step, reup),
  ];
}

function findDownDrift(
  facts: Facts,
  { step, downDidNothing }: StepFacts,
  differences: readonly Difference[],
): readonly WayBackFinding[] {
  if (differences.length === 0) return [];
  const migration = step.entry.id;
  if (downDidNothing)
    return [{ code: 'noop-down', migration, place: facts.places.ofObjects(step, 'down', []), differences }];
  const place = facts.places.ofObjects(
    step,
    'down',
    differences.map(({ object }) => object),
  );
  return [{ code: 'drift', migration, migrations: [migration], place, differences }];
}

function findReupDrift(facts: Facts, step: Step, differences: readonly Difference[]): readonly WayBackFinding[] {
  if (differences.length === 0) return [];
  const migration = step.entry.id;
  const place = facts.places.ofObjects(
    step,
    'up',
    differences.map(({ object }) => object),
  );
  return [{ code: 're-up-differs', migration, migrations: [migration], place, differences }];
}

function findBatch(facts: Facts, batch: BatchFacts): readonly WayBackFinding[] {
  const runs = batch.steps.flatMap((step, index) => [
    ...findRun(facts, step, 'up', batch.up[index] ?? NOT_RUN),
    ...findWayBack(facts, step, []),
    ...findRun(facts, step, 'down', batch.down[index] ?? NOT_RUN),
    ...findRun(facts, step, 'second up', batch.reup[index] ?? NOT_RUN),
  ]);
  const down = real(batch.afterDown);
  const reup = stillUnknown(real(batch.afterReup), down);
  return [
    ...runs,
    ...findBatchDrift(facts, batch, 'drift', down),
    ...findBatchDrift(facts, batch, 're-up-differs', reup),
  ];
}

function findBatchDrift(
  facts: Facts,
  { steps }: BatchFacts,
  code: 'drift' | 're-up-differs',
  differences: readonly Difference[],
): readonly WayBackFinding[] {
  const step = steps.at(-1);
  if (differences.length === 0 || step === undefined) return [];
  const place = facts.places.ofObjects(
    step,
    code === 'drift' ? 'down' : 'up',
    differences.map(({ object }) => object),
  );
  return [{ code, migration: step.entry.id, migrations: steps.map(({ entry }) => entry.id), place, differences }];
}

/** What a migration shows alone is not told again of the batch, nor of the chain. */
function notKnown(findings: readonly WayBackFinding[], known: readonly Finding[]): readonly WayBackFinding[] {
  const differences = known.flatMap((finding) => ('differences' in finding ? finding.differences : []));
  return findings.flatMap((finding): readonly WayBackFinding[] => {
    if (finding.code !== 'drift' && finding.code !== 're-up-differs') {
      const told = known.some(
        (each) => each.code === finding.code && 'migration' in each && each.migration === finding.migration,
      );
      return told ? [] : [finding];
    }
    const rest = stillUnknown(finding.differences, differences);
    return rest.length === 0 ? [] : [{ ...finding, differences: rest }];
  });
}

function stillUnknown(differences: readonly Difference[], known: readonly Difference[]): readonly Difference[] {
  return differences.filter(
    (difference) => !known.some((each) => each.class === difference.class && each.object === difference.object),
  );
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
