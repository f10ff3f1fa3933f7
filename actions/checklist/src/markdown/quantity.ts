/** A number with its unit, as it stands at a place of a text. */
import { type Unit, unitOf } from './units.ts';

/** An amount that was read. */
export interface Quantity {
  /** In the base unit. */
  readonly value: number;
  readonly unit: Unit['unit'];
  /** Behind it. */
  readonly end: number;
  /** The unit as written, '' without one. */
  readonly word: string;
  /** The word behind a number without a unit; '' when the clause ends there. */
  readonly noun: string;
}

/** `none`: a version, a date, a port, something else that is no amount. `unreadable`: meant as an amount, but no number. */
export type QuantityReading = Quantity | { readonly none: true } | { readonly unreadable: string };

const NONE = { none: true } as const;

/** `1 000`, `1,000`, `99,9`, `0.1`; what has two dots is a version. */
const NUMBER = /\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+(?:[.,]\d+)*/y;
const WORD = /%|[a-zа-яёµμ]+(?:\/[a-zа-яё]+)?/iy;
/** Units of several words. */
const PER_SECOND = /(?:requests?|reqs?|запрос(?:ов|а)?)\s+(?:per\s+second|в\s+секунду)/iy;
/** "5 business days", "3 times per day": amounts of something else than their first word says. */
const OTHER = /[ \u00a0]+([a-zа-яё]+)/iy;

/** `at` is where the digits begin. */
export function quantityAt(text: string, at: number): QuantityReading {
  NUMBER.lastIndex = at;
  const digits = NUMBER.exec(text)?.[0];
  if (digits === undefined) return NONE;
  const end = at + digits.length;
  if (/[.,].*[.,]/.test(digits) && !isGrouped(digits)) return NONE;
  const count = numberOf(digits, text);
  const next = text.charAt(end);
  if (count === undefined || (/[-/:–.]/.test(next) && /[\wа-яё(*]/i.test(text.charAt(end + 1)))) return NONE;
  const attached = /[\wа-яё%µμ]/i.test(next);
  const from = attached ? end : end + (/^[ \u00a0\u202f]*/.exec(text.slice(end, end + 4))?.[0].length ?? 0);
  return withUnit(text, { at, end, from, attached, count });
}

/** Whether what stands behind a number begins as a duration or a rate does. Cheap: most numbers of a text are followed by other words. */
export function mayHaveUnit(text: string, end: number): boolean {
  const isBlank = text.charCodeAt(end) === 32 || text.charCodeAt(end) === 160;
  WORD.lastIndex = isBlank ? end + 1 : end;
  const word = WORD.exec(text)?.[0];
  // `1 000 RPS`.
  if (word === undefined) return isBlank;
  return unitOf(word) !== undefined || /^(?:req|запрос)/i.test(word);
}

interface Place {
  readonly at: number;
  readonly end: number;
  readonly from: number;
  readonly attached: boolean;
  readonly count: number;
}

function withUnit(text: string, { at, end, from, attached, count }: Place): QuantityReading {
  PER_SECOND.lastIndex = from;
  const rate = PER_SECOND.exec(text)?.[0];
  if (rate !== undefined) return { value: count, unit: 'per-second', end: from + rate.length, word: rate, noun: '' };
  WORD.lastIndex = from;
  const word = WORD.exec(text)?.[0] ?? '';
  const unit = unitOf(word);
  const behind = from + word.length;
  const goesOn = word !== '' && /[\wа-яё/]/i.test(text.charAt(behind));
  if (unit !== undefined && !goesOn)
    return { value: exactly(count, unit.factor), unit: unit.unit, end: behind, word, noun: '' };
  if (attached) return { unreadable: /^[^\s,;)]{1,40}/.exec(text.slice(at, at + 60))?.[0] ?? '' };
  if (goesOn || word.includes('/') || isOfOther(text, behind)) return NONE;
  return { value: count, unit: 'count', end, word: '', noun: word };
}

function isOfOther(text: string, behind: number): boolean {
  OTHER.lastIndex = behind;
  const word = OTHER.exec(text)?.[1];
  if (word === undefined) return false;
  return /^(?:per|a|an|each|every|в|за|на)$/i.test(word) || unitOf(word) !== undefined;
}

function isGrouped(digits: string): boolean {
  return /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits);
}

/** A comma is a decimal one, but for `1,000`: thousands in an English text, and nobody knows what in a Russian one. */
function numberOf(digits: string, text: string): number | undefined {
  const bare = digits.replace(/[ \u00a0\u202f]/g, '');
  if (isGrouped(bare) && !bare.startsWith('0')) return isRussian(text) ? undefined : Number(bare.replaceAll(',', ''));
  const value = Number(bare.replace(',', '.'));
  return Number.isFinite(value) ? value : undefined;
}

function isRussian(text: string): boolean {
  return /[а-яё]/i.test(text.slice(0, 2000));
}

/** 0.1 % is 0.001 and not 0.0010000000000000002: as many digits as a double holds for sure. */
function exactly(count: number, factor: number): number {
  return Number((count * factor).toPrecision(15));
}
