// What a run of the demo must come to, and where it did not. Pure.
import type { MigrateGateEvidence, MigrationStatus, Outcome, Reason, Verdict } from '@shipgate/schemas';
import { isMigrateGateVerdict, validateVerdict } from '@shipgate/schemas';

export interface Expected {
  readonly outcome: Outcome;
  /** Round trip of one migration, by its version. */
  readonly status?: { readonly version: string; readonly is: MigrationStatus };
  /** A reason that must be among them, and a name that its words must hold. */
  readonly reason?: { readonly code: string; readonly object: string };
  /** How many migrations must have been proven, each of them clean but for noise. */
  readonly proven?: number;
}

/** One line of examples/order-service/bad/expected.json. */
export interface BadCase {
  readonly name: string;
  readonly expected: Expected & Required<Pick<Expected, 'status' | 'reason'>>;
}

/** What a process of the gate left. */
export interface Ended {
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
  readonly timedOut: boolean;
  /** The parsed verdict.json; undefined when there is none. */
  readonly verdict: unknown;
}

const exitCodes: Readonly<Record<Outcome, number>> = { pass: 0, fail: 1, unknown: 2 };
const keys = ['case', 'exit', 'migration', 'status', 'object', 'code'] as const;

/** The bad cases, in the order of the file. Throws when an entry is not of its form. */
export function parseBadCases(text: string): readonly BadCase[] {
  const entries: unknown = JSON.parse(text);
  if (!Array.isArray(entries) || entries.length === 0) throw new Error('expected a list of cases');
  return entries.map((entry: Readonly<Record<(typeof keys)[number], unknown>>, index) => {
    const missing = keys.find((key) => entry[key] === undefined);
    if (missing !== undefined) throw new Error(`case ${index + 1} has no "${missing}"`);
    const outcome = (Object.keys(exitCodes) as Outcome[]).find((one) => exitCodes[one] === entry.exit);
    if (outcome === undefined) throw new Error(`case ${index + 1}: no outcome has the exit code ${entry.exit}`);
    const status = { version: String(entry.migration), is: entry.status as MigrationStatus };
    const reason = { code: String(entry.code), object: String(entry.object) };
    return { name: String(entry.case), expected: { outcome, status, reason } };
  });
}

/** Every way in which the run is not what was expected; none when it is. */
export function disagreements(expected: Expected, ended: Ended): readonly string[] {
  const exitCode = exitCodes[expected.outcome];
  const wrong: string[] = [];
  if (ended.timedOut) wrong.push('it did not end in time');
  if (ended.exitCode !== exitCode) wrong.push(`expected exit code ${exitCode}, got ${ended.exitCode ?? 'a signal'}`);
  if (ended.verdict === undefined) return [...wrong, 'expected a verdict.json, got none'];
  const judged = validateVerdict(ended.verdict);
  if (!judged.ok) {
    return [
      ...wrong,
      ...judged.errors.map(({ path, message }) => `verdict.json does not fit its schema: ${path} ${message}`),
    ];
  }
  return [...wrong, ...wrongVerdict(expected, judged.verdict)];
}

function wrongVerdict({ outcome, status, reason, proven }: Expected, verdict: Verdict): readonly string[] {
  const { migrations } = evidenceOf(verdict);
  const wrong: string[] = [];
  if (verdict.outcome !== outcome) wrong.push(`expected outcome ${outcome}, got ${verdict.outcome}`);
  if (status !== undefined) {
    const got = migrations.find(({ version }) => version === status.version)?.status;
    if (got !== status.is)
      wrong.push(`expected ${status.version} to be ${status.is}, got ${got ?? 'no such migration'}`);
  }
  if (reason !== undefined) wrong.push(...wrongReason(reason, verdict.reasons));
  if (proven !== undefined) {
    const clean = migrations.filter((one) => one.status === 'clean' || one.status === 'noise').length;
    if (clean !== proven) wrong.push(`expected ${proven} migrations to be clean, got ${clean}`);
  }
  return wrong;
}

function wrongReason({ code, object }: NonNullable<Expected['reason']>, reasons: readonly Reason[]): readonly string[] {
  const found = reasons.filter((one) => one.code === code);
  if (found.length === 0) {
    return [`expected the reason ${code}, got ${reasons.map((one) => one.code).join(', ') || 'none'}`];
  }
  const isNamed = found.some(({ title, seen }) => `${title}\n${seen}`.includes(object));
  return isNamed ? [] : [`expected ${code} to name ${object}, got: ${found.map(({ title }) => title).join('; ')}`];
}

/** The gate's evidence; an empty one when the verdict is another gate's. */
export function evidenceOf(verdict: Verdict): MigrateGateEvidence {
  return isMigrateGateVerdict(verdict) ? verdict.evidence : { scope: 'all', migrations: [], timings: {} };
}

/** Whether every command of a run that fails ended well: whoever asks exit codes alone would have passed it. */
export function failsWithoutAnError(verdict: Verdict): boolean {
  const runs = evidenceOf(verdict).migrations.flatMap(({ up, down, reup }) => [up, down, reup]);
  return verdict.outcome === 'fail' && runs.length > 0 && runs.every(({ outcome }) => outcome === 'ok');
}
