/** Facts for tests: what was seen of a change, each part as a test wants it, the rest as of a change that is in order. */
import type { Difference } from '../catalog/compare.ts';
import type { Facts, PlacedAllowance, Policy } from '../facts.ts';
import { makePlaces } from '../places.ts';
import type { DatabaseError, RunResult } from '../ports.ts';
import type { BatchFacts, Step, StepFacts } from '../trial/step.ts';
import { NOT_RUN } from '../trial/step.ts';
import { step, textsOf } from './migrations.ts';

export const OK: RunResult = { outcome: 'ok', durationMs: 2 };

export function failed(
  error: DatabaseError = { message: 'relation "orders" does not exist', sqlState: '42P01' },
): RunResult {
  return { outcome: 'failed', durationMs: 1, error, place: { kind: 'offset', offset: 0 } };
}

/** "trigger touch on orders" and what became of it. */
export function difference(
  kind: string,
  object: string,
  change: Difference['change'] = 'gone',
  more: Partial<Difference> = {},
): Difference {
  return { class: kind, object, change, attributes: [], noise: null, ...more };
}

export function changed(
  kind: string,
  object: string,
  name: string,
  expected: string | null,
  got: string | null,
): Difference {
  return difference(kind, object, 'changed', { attributes: [{ name, expected, got }] });
}

export const touchIsGone = difference('trigger', 'touch on orders');
export const moodIsLeft = difference('type', 'mood', 'new');
export const otherOrder = changed('column', 'orders.id', 'position', '1', '2');

export const noise: Difference = { ...otherOrder, noise: 'column-order' };

export function numbered(n: number): Step {
  return step(`${n}_step`, `CREATE TABLE t${n} (id int);\n`, `DROP TABLE t${n};\n`);
}

export function alone(of: Step, seen: Partial<StepFacts> = {}): StepFacts {
  return {
    step: of,
    up: OK,
    down: OK,
    reup: OK,
    afterDown: [],
    afterReup: [],
    downDidNothing: false,
    objects: 214,
    ...seen,
  };
}

export function together(steps: readonly Step[], seen: Partial<BatchFacts> = {}): BatchFacts {
  const ok = steps.map(() => OK);
  return { steps, up: ok, down: ok, reup: ok, afterDown: [], afterReup: [], objects: 214, ...seen };
}

/** Seen of one migration alone, when it is the whole change. */
export function factsOfOne(seen: Partial<StepFacts> = {}, more: Partial<Facts> = {}): Facts {
  const of = seen.step ?? numbered(1);
  return facts([of], { alone: [alone(of, seen)], ...more });
}

/** A change of these migrations, all of them in order, alone and together. */
export function facts(batch: readonly Step[], more: Partial<Facts> = {}): Facts {
  const steps = [...batch, ...(more.alone ?? []).map((each) => each.step)];
  return {
    scope: 'new',
    folder: 'migrations',
    tool: 'golang-migrate',
    all: batch.map(({ entry }) => entry),
    batch,
    found: [],
    alone: batch.map((each) => alone(each)),
    groups: new Map(),
    together: batch.length > 1 ? together(batch) : null,
    chain: null,
    emptyDowns: new Set(),
    allowances: new Map(),
    places: makePlaces(textsOf(steps)),
    engine: { kind: 'embedded', version: '18.6', startMs: 300 },
    stepTimeoutMs: 120_000,
    timings: { findMs: 12.34, proveMs: 800 },
    ...more,
  };
}

/** A migration whose up failed, and what came after it. */
export function stoppedAt(first: Step, rest: readonly Step[]): readonly StepFacts[] {
  const never = { up: NOT_RUN, down: NOT_RUN, reup: NOT_RUN };
  return [alone(first, { ...never, up: failed() }), ...rest.map((each) => alone(each, never))];
}

export const policy: Policy = {
  required: ['round-trip', 'schema', 'hygiene'],
  failOn: 'error',
  inlineAllowances: true,
  baseline: [],
  today: '2026-11-20',
};

export function allowance(code: string, more: Partial<PlacedAllowance> = {}): PlacedAllowance {
  return {
    code,
    reason: 'agreed',
    expires: '2026-11-20',
    file: 'migrations/1_step.up.sql',
    line: 3,
    column: 4,
    ...more,
  };
}
