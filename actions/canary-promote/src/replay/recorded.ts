/** A journal that was written by a run, read again. */
import { isRecord } from '@shipgate/kit/host';
import type { Entry, Journal, JournalHead } from '../journal.ts';
import { trafficTroubles } from '../steering/router.ts';
import { troubleCodes } from '../strata.ts';
import { describe, isList, ShapeError } from './shape.ts';

/** Whether the first line of a file is a journal's, rather than a trace. */
export function isJournal(firstLine: string): boolean {
  try {
    const value: unknown = JSON.parse(firstLine);
    return isRecord(value) && value['shipgate'] === 'canary-samples';
  } catch {
    return false;
  }
}

/** Reads a journal; a last line that was cut off by a kill is left out. Throws ShapeError with "line N". */
export function parseJournal(text: string): Journal {
  const lines = text.split('\n');
  const complete = lines.slice(0, -1);
  const values = complete.map((line, index) => parseLine(line, index + 1));
  const [head, ...entries] = values;
  if (!isHead(head)) throw new ShapeError('line 1', 'the head of a journal of version 1', describe(head));
  if (entries.length === 0) throw new ShapeError('line 2', 'an entry of a journal', 'the end of the file');
  return { head, entries: entries.map((entry, index) => checkedEntry(entry, index + 2)) };
}

function parseLine(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new ShapeError(`line ${number}`, 'JSON', describe(line));
  }
}

/** The parts that a replay reads by name; they were written by this program, and the plan's hash is checked by the caller. */
function isHead(value: unknown): value is JournalHead {
  if (!isRecord(value) || value['shipgate'] !== 'canary-samples' || value['version'] !== 1) return false;
  const { router } = value;
  if (router !== undefined && !isRouter(router)) return false;
  const texts = ['planHash', 'source', 'startedAt', 'docs'].every((key) => typeof value[key] === 'string');
  const records = ['plan', 'preflight', 'names', 'subject', 'tool'].every((key) => isRecord(value[key]));
  return texts && records && isTime(value['startedAt']) && isPreflight(value['preflight']);
}

function isTime(value: unknown): boolean {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}

function isRouter(value: unknown): boolean {
  if (!isRecord(value) || typeof value['before'] !== 'number') return false;
  return ['kind', 'object', 'rollout'].every((key) => typeof value[key] === 'string');
}

function isOneOf(words: readonly unknown[], value: unknown): boolean {
  return words.includes(value);
}

function isPreflight(value: unknown): boolean {
  if (!isRecord(value) || !isRecord(value['ground'])) return false;
  const { method, before } = value['ground'];
  const known = isRecord(method) && isOneOf(['P', 'R', 'S'], method['test']) && Number.isSafeInteger(method['merge']);
  const rates =
    isRecord(before) && Object.values(before).every((rate) => typeof rate === 'number' && rate >= 0 && rate <= 1);
  return known && rates && ['placebo', 'before', 'visible', 'unreachable'].every((key) => isRecords(value[key]));
}

function checkedEntry(value: unknown, line: number): Entry {
  if (isEntry(value)) return value;
  throw new ShapeError(`line ${line}`, 'an entry of a journal', describe(value));
}

function isEntry(value: unknown): value is Entry {
  if (!isRecord(value)) return false;
  const { event } = value;
  if (event === 'stratum') return isStratum(value['stratum']);
  if (typeof value['at'] !== 'number') return false;
  if (event === 'traffic') return isTraffic(value);
  if (event === 'closed') return value['why'] === null || typeof value['why'] === 'string';
  if (event === 'resumed') return typeof value['lost'] === 'boolean' && typeof value['anew'] === 'boolean';
  return (
    (event === 'end' && ['undefined', 'string'].includes(typeof value['cancelled'])) ||
    (isOneOf(['moving', 'step', 'approved'], event) && typeof value['step'] === 'number')
  );
}

function isTraffic({ weight, live, trouble, stablePods, cause }: Readonly<Record<string, unknown>>): boolean {
  const isPercent = (each: unknown) => each === null || (typeof each === 'number' && Number.isFinite(each));
  const codes: readonly unknown[] = trafficTroubles;
  const isTrouble = isRecord(trouble) && codes.includes(trouble['code']) && typeof trouble['detail'] === 'string';
  const arePods = isRecord(stablePods) && [stablePods['ready'], stablePods['before']].every(Number.isSafeInteger);
  return (
    [weight, live].every(isPercent) &&
    (trouble === undefined || isTrouble) &&
    (stablePods === undefined || arePods) &&
    ['undefined', 'string'].includes(typeof cause)
  );
}

function isRecords(value: unknown): boolean {
  return isList(value) && value.every(isRecord);
}

function isStratum(value: unknown): boolean {
  if (!isRecord(value) || typeof value['from'] !== 'number' || typeof value['to'] !== 'number') return false;
  const { readings } = value;
  return isRecord(readings) && Object.values(readings).every(isReading);
}

function isReading(value: unknown): boolean {
  if (!isRecord(value)) return false;
  if (value['kind'] === 'counts') return [value['canary'], value['stable']].every(isArm);
  if (value['kind'] === 'gauge') return typeof value['value'] === 'number';
  if (value['kind'] === 'health') return typeof value['probes'] === 'number' && typeof value['failures'] === 'number';
  const known: readonly unknown[] = troubleCodes;
  return value['kind'] === 'trouble' && known.includes(value['code']) && typeof value['detail'] === 'string';
}

function isArm(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { requests, bad } = value;
  if (!isCounts(requests) || !isList(bad)) return false;
  const possibly = value['possiblyBad'] ?? bad;
  return [...bad, ...(isList(possibly) ? possibly : [undefined])].every((edge) => isPartOf(edge, requests));
}

/** As many pods, and no more bad events than requests in any. */
function isPartOf(bad: unknown, requests: readonly number[]): boolean {
  return isCounts(bad) && bad.length === requests.length && bad.every((each, pod) => each <= (requests[pod] ?? 0));
}

function isCounts(value: unknown): value is readonly number[] {
  return isList(value) && value.every((each) => Number.isSafeInteger(each) && Number(each) >= 0);
}
