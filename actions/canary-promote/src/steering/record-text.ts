/** The record as text of an annotation, a file or a commit. Pure. */
import { isRecord } from '@shipgate/kit/host';
import type { Approval, Move, RolloutRecord } from './record.ts';
import { TrafficError } from './traffic.ts';

export function writeRecord(record: RolloutRecord): string {
  return JSON.stringify(record);
}

/** Undefined for no text. Throws TrafficError `odd-record`. */
export function readRecord(text: string | undefined): RolloutRecord | undefined {
  if (text === undefined) return undefined;
  try {
    return checkedRecord(JSON.parse(text));
  } catch (error) {
    throw error instanceof TrafficError ? error : odd('JSON', 'something else');
  }
}

/** Throws TrafficError `odd-record` with the first field that is wrong. */
export function checkedRecord(value: unknown): RolloutRecord {
  if (!isRecord(value)) throw odd('an object', typeof value);
  const field = Object.keys(fields).find((name) => fields[name]?.(value[name]) !== true);
  if (field !== undefined) throw odd(`a record of version 1`, `another ${field}`);
  // Every field was checked above.
  return value as unknown as RolloutRecord;
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isWhole = (value: unknown): boolean => Number.isSafeInteger(value);
/** Milliseconds that a Date can have (ECMA-262, "Time Values and Time Range"). */
const isTime = (value: unknown): value is number => isNumber(value) && Math.abs(value) <= 8.64e15;
const isPercent = (value: unknown): boolean => isNumber(value) && value >= 0 && value <= 100;
const isText = (value: unknown): boolean => typeof value === 'string';
const orAbsent = (check: (value: unknown) => boolean) => (value: unknown) => value === undefined || check(value);
const isListOf = (check: (value: unknown) => boolean) => (value: unknown) => Array.isArray(value) && value.every(check);

const isOneOf = (known: readonly unknown[]) => (value: unknown) => known.includes(value);

const states = ['running', 'held', 'promoted', 'rolled-back', 'soaked', 'soak-breached'];
const causes = ['step', 'rollback', 'stage', 'abort', 'cancel', 'reap', 'soak'];

const fields: Readonly<Record<string, (value: unknown) => boolean>> = {
  version: (value) => value === 1,
  id: isText,
  planHash: isText,
  canary: orAbsent(isText),
  stable: orAbsent(isText),
  run: orAbsent(isText),
  epoch: isWhole,
  state: isOneOf(states),
  safeWeight: isPercent,
  from: isPercent,
  weight: isPercent,
  step: isWhole,
  log: isListOf(isMove),
  approvals: isListOf(isApproval),
  stablePods: orAbsent(isWhole),
  soakUntil: orAbsent(isTime),
};

function isMove(value: unknown): value is Move {
  if (!isRecord(value)) return false;
  const { step, from, weight, cause, asked, arrived } = value;
  const known = isWhole(step) && isOneOf(causes)(cause) && isTime(asked);
  return known && isPercent(from) && isPercent(weight) && orAbsent(isTime)(arrived);
}

function isApproval(value: unknown): value is Approval {
  return isRecord(value) && isWhole(value['step']) && isText(value['by']) && isTime(value['at']);
}

function odd(expected: string, got: string): TrafficError {
  return new TrafficError(
    'odd-record',
    `expected ${expected} as the record of a rollout, got ${got}; remove the annotation or file when no rollout is under way`,
  );
}
