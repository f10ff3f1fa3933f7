/** Numbers that a text wants of something: `>80%`, `p95 <200 ms`, «не менее 80 %», «(30 дней)», "0 errors". Rather none than a wrong one. */

import { clauseBefore, isConditional, isNegated } from './clause.ts';
import type { Threshold } from './model.ts';
import { hasVersions, operatorBefore } from './operators.ts';
import { mayHaveUnit, type Quantity, quantityAt } from './quantity.ts';
import { subjectOf } from './subject.ts';
import { unitOf } from './units.ts';

/** Both in the order of the text. */
export interface ThresholdReading {
  readonly thresholds: readonly Threshold[];
  /** As written: `>8O%`, a comparison with something behind it that begins as a number and is none. */
  readonly unreadable: readonly string[];
}

const NOTHING_READ: ThresholdReading = { thresholds: [], unreadable: [] };

/** A threshold and where it stands. */
type Found = Omit<Threshold, 'of' | 'line'> & { readonly start: number; readonly of?: string };
type Reading = Found | { readonly unreadable: string } | undefined;

const NUMBER = /\d+(?:[.,]\d+)*/g;

/** A longer line names nothing. UTF-16. */
const MOST_SIGNS = 2000;

/** `whole` is one line, of which the first 2,000 signs are read; `line` is its number. */
export function readThresholds(whole: string, line: number): ThresholdReading {
  if (!/\d/.test(whole)) return NOTHING_READ;
  const text = whole.slice(0, MOST_SIGNS);
  const thresholds: Threshold[] = [];
  const unreadable: string[] = [];
  let last = 0;
  NUMBER.lastIndex = 0;
  for (let number = NUMBER.exec(text); number !== null; number = NUMBER.exec(text)) {
    const { index, 0: digits } = number;
    // Of a number that was read already: the second one of `5-10%`.
    if (index < last) continue;
    const reading = readingAt(text, index, digits);
    if (reading === undefined) continue;
    if ('unreadable' in reading) {
      unreadable.push(reading.unreadable);
      continue;
    }
    const { start, operator, value, upTo, unit } = reading;
    const of = reading.of ?? subjectOf(text.slice(Math.max(last, start - 200), start));
    if (unit === 'count' && operator !== '==' && hasVersions(of)) continue;
    thresholds.push({ operator, value, ...(upTo === undefined ? {} : { upTo }), unit, text: reading.text, of, line });
    last = start + reading.text.length;
  }
  return { thresholds, unreadable };
}

/** `--fail-under=8.0` of pylint, `--cov-fail-under 80` of pytest: a limit that a tool holds by itself, said of the tool. */
export function readOption(text: string, line: number): Threshold[] {
  const option = /(?:^|\s)(--(?:[a-z]+-){0,3}fail-under[= ](\d{1,9}(?:\.\d{1,9})?))(?=\s|$)/.exec(text.slice(0, 2000));
  if (option?.[1] === undefined) return [];
  const of = /^[\s$]*([\w.-]+)/.exec(text)?.[1]?.toLowerCase() ?? '';
  return [{ operator: '>=', value: Number(option[2]), unit: 'count', text: option[1], of, line }];
}

function readingAt(text: string, at: number, digits: string): Reading {
  const before = text.slice(Math.max(0, at - 40), at);
  const said = operatorBefore(before);
  if (said !== undefined) {
    if (said === 'none') return undefined;
    const clause = clauseBefore(text.slice(0, at - said.text.length));
    const quantity = quantityAt(text, at);
    if ('unreadable' in quantity) {
      return said.isSymbol && !said.blank ? { unreadable: said.text + quantity.unreadable } : undefined;
    }
    // "Settings > 2 factor" is a path through menus.
    if (isConditional(clause)) return undefined;
    if (isNegated(clause, said.text)) return { unreadable: `${clause.trimStart()}${said.text}${digits}`.slice(-80) };
    if ('none' in quantity || (said.blank && said.isSymbol && said.operator.length === 1 && quantity.noun !== ''))
      return undefined;
    return found(text, at - said.text.length, said.operator, quantity);
  }
  // A letter, a digit or a sign belongs to the number from the left: a version, a date, a name.
  if (BELONGS.test(text.charAt(at - 1))) return undefined;
  return digits === '0' ? nothingAt(text, at) : (rangeAt(text, at, digits) ?? bareAt(text, at, digits, before));
}

const BELONGS = /[\wа-яё.,:/–-]/i;

/** «0 ошибок», "0 critical vulnerabilities". */
const NOTHING =
  /0[ \u00a0]((?:[a-zа-яё]{1,20}[ \u00a0])?(?:ошибок|errors|предупреждений|warnings|уязвимостей|vulnerabilities|failures|алертов|alerts))(?![a-zа-яё])/iy;

function nothingAt(text: string, at: number): Found | undefined {
  NOTHING.lastIndex = at;
  const nothing = NOTHING.exec(text);
  if (nothing === null) return undefined;
  return { start: at, operator: '==', value: 0, unit: 'count', text: nothing[0], of: (nothing[1] ?? '').toLowerCase() };
}

/** `1-10%`; with other units in brackets only. Both ends are of one unit. */
function rangeAt(text: string, at: number, digits: string): Found | undefined {
  const dash = /^[ \u00a0]?[-–—][ \u00a0]?(?=\d)/.exec(text.slice(at + digits.length, at + digits.length + 4))?.[0];
  if (dash === undefined) return undefined;
  const upper = quantityAt(text, at + digits.length + dash.length);
  if (!('value' in upper) || upper.unit === 'count') return undefined;
  const isBracketed = text.charAt(at - 1) === '(' && text.charAt(upper.end) === ')';
  const factor = unitOf(upper.word)?.factor;
  const lower = Number(digits.replace(',', '.'));
  if (factor === undefined || !Number.isFinite(lower) || (upper.unit !== 'share' && !isBracketed)) return undefined;
  const value = Number((lower * factor).toPrecision(15));
  return value < upper.value ? { ...found(text, at, 'in', upper), value, upTo: upper.value } : undefined;
}

/** "1000 RPS" is a load to be borne; «(30 дней)» how long something is kept. */
function bareAt(text: string, at: number, digits: string, before: string): Found | undefined {
  if (!mayHaveUnit(text, at + digits.length)) return undefined;
  const quantity = quantityAt(text, at);
  if (!('value' in quantity)) return undefined;
  const behind = operatorBehind(text.slice(quantity.end, quantity.end + 24));
  if (behind !== undefined) return found(text, at, behind, quantity);
  if (quantity.unit === 'per-second') return found(text, at, '>=', quantity);
  const operator = quantity.unit === 'seconds' ? operatorOfDuration(text, before, quantity) : undefined;
  return operator === undefined ? undefined : found(text, at, operator, quantity);
}

/** "85% or more", «200 мс и менее». */
function operatorBehind(text: string): '>=' | '<=' | undefined {
  const [, more, less] =
    /^[ \u00a0]?(?:(\+(?![\w+])|or (?:more|higher|above|better)|и (?:более|больше|выше))|(or (?:less|lower|below|fewer)|и (?:менее|меньше|ниже)))(?![a-zа-яё])/i.exec(
      text,
    ) ?? [];
  if (more !== undefined) return '>=';
  return less === undefined ? undefined : '<=';
}

const DAY_SECONDS = 86_400;
/** More is no time that anything is kept, but a name such as `444908d`. */
const MOST_SECONDS = 100 * 365 * DAY_SECONDS;
/** Recovery objectives are the most that may pass. */
const OBJECTIVE = /(?:^|[^a-zа-яё])(?:rto|rpo|mttr)(?:\s*\([^()]{0,40}\))?[\s:—–(-]*$/i;
const KEPT = /(?:retention|retained|retain|kept|keep|хранени[ея]|хранить|хранятся)[^,;.()]{0,40}$/i;

function operatorOfDuration(text: string, before: string, quantity: Quantity): Threshold['operator'] | undefined {
  if (quantity.value > MOST_SECONDS) return undefined;
  if (OBJECTIVE.test(before)) return '<=';
  const isAlone = before.endsWith('(') && text.charAt(quantity.end) === ')';
  const isKept = KEPT.test(isAlone ? before.slice(0, -1) : before);
  return isKept || (isAlone && quantity.value >= DAY_SECONDS) ? '>=' : undefined;
}

function found(text: string, start: number, operator: Threshold['operator'], { value, unit, end }: Quantity): Found {
  return { start, operator, value, unit, text: text.slice(start, end) };
}
