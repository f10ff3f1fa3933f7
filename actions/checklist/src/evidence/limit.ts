/** Thresholds as entries write them, and numbers held against them. Pure. */
import type { Threshold } from '../markdown/model.ts';

type Unit = Threshold['unit'];
type Operator = Threshold['operator'];

/** A number with its unit; `plain` has none, and the one who reads it says what it may stand for. */
export interface Quantity {
  /** In the base unit: seconds, bytes, a share from 0 to 1, per second, or a plain number. */
  readonly value: number;
  readonly unit: Unit | 'plain';
}

const factors: ReadonlyMap<string, readonly [Unit, number]> = new Map<string, readonly [Unit, number]>([
  ...pairs('seconds', {
    ms: 0.001,
    s: 1,
    sec: 1,
    m: 60,
    min: 60,
    h: 3600,
    d: 86_400,
    day: 86_400,
    days: 86_400,
    w: 604_800,
  }),
  ...pairs('bytes', {
    B: 1,
    kB: 1e3,
    MB: 1e6,
    GB: 1e9,
    TB: 1e12,
    KiB: 2 ** 10,
    MiB: 2 ** 20,
    GiB: 2 ** 30,
    TiB: 2 ** 40,
  }),
  ...pairs('share', { '%': 0.01 }),
  ...pairs('per-second', { rps: 1, '/s': 1, 'req/s': 1 }),
]);

function pairs(unit: Unit, of: Readonly<Record<string, number>>): [string, readonly [Unit, number]][] {
  return Object.entries(of).map(([name, factor]) => [name, [unit, factor] as const]);
}

/** `84.5 %`, `200ms`, `30d`, `1,000 rps`, `12`; undefined for anything else. Numbers are decimal, with `.` as the point. */
export function quantityOf(text: string): Quantity | undefined {
  if (text.length > 60) return undefined;
  const found = /^([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:e[+-]?\d{1,3})?)[ \u00a0\u202f]*([A-Za-z%/]*)$/.exec(
    text.trim(),
  );
  const count = Number((found?.[1] ?? 'none').replaceAll(',', ''));
  const unit = found?.[2] ?? '';
  if (!Number.isFinite(count)) return undefined;
  if (unit === '') return { value: count, unit: 'plain' };
  const known = factors.get(unit);
  return known === undefined ? undefined : { value: exactly(count, known[1]), unit: known[0] };
}

const operators: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ...([
    ['<', '<'],
    ['<=', '<='],
    ['≤', '<='],
    ['>', '>'],
    ['>=', '>='],
    ['≥', '>='],
    ['==', '=='],
    ['=', '=='],
  ] as const),
]);

/** `> 80%`, `<= 200ms`, `>= 30d`, `== 0`, `1%-10%`; undefined when it cannot be read. It stands on no line: `line` is 0. */
export function thresholdOf(text: string): Threshold | undefined {
  const trimmed = text.trim();
  const found = /^(<=|>=|==|[<>=≤≥])\s*(.+)$/u.exec(trimmed);
  const operator = operators.get(found?.[1] ?? '');
  if (operator === undefined) return rangeOf(trimmed);
  const quantity = quantityOf(found?.[2] ?? '');
  if (quantity === undefined) return undefined;
  return { operator, value: quantity.value, unit: unitOf(quantity), text: trimmed, of: '', line: 0 };
}

function rangeOf(text: string): Threshold | undefined {
  const [, from = '', to = '', unit = ''] =
    /^([\d.,]+)\s*[-–]\s*([\d.,]+)\s*([A-Za-z%/]*)$/u.exec(text.replace(/^([\d.,]+)%/, '$1')) ?? [];
  const lower = quantityOf(`${from}${unit}`);
  const upper = quantityOf(`${to}${unit}`);
  if (lower === undefined || upper === undefined || lower.value > upper.value) return undefined;
  return { operator: 'in', value: lower.value, upTo: upper.value, unit: unitOf(lower), text, of: '', line: 0 };
}

function unitOf(quantity: Quantity): Unit {
  return quantity.unit === 'plain' ? 'count' : quantity.unit;
}

/** Whether the number, in the unit of the threshold, is as wanted. NaN never is. */
export function isWithin(value: number, limit: Threshold): boolean {
  switch (limit.operator) {
    case '<':
      return value < limit.value;
    case '<=':
      return value <= limit.value;
    case '>':
      return value > limit.value;
    case '>=':
      return value >= limit.value;
    case '==':
      return value === limit.value;
    case 'in':
      return value >= limit.value && value <= (limit.upTo ?? limit.value);
  }
}

/** How far a number is on the wrong side, or (negative) on the right one: of several, the greatest is the worst. */
export function excess(value: number, limit: Threshold): number {
  if (limit.operator === '<' || limit.operator === '<=') return value - limit.value;
  if (limit.operator === '>' || limit.operator === '>=') return limit.value - value;
  if (limit.operator === '==') return Math.abs(value - limit.value);
  return Math.max(limit.value - value, value - (limit.upTo ?? limit.value));
}

export type Choice = { readonly threshold: Threshold } | { readonly trouble: string; readonly mend: string };

/** The entry's own threshold, else the only one of the item that can mean such a quantity. */
export function chosenThreshold(
  own: string | undefined,
  ofItem: readonly Threshold[],
  unit?: Quantity['unit'],
): Choice {
  if (own !== undefined) {
    const threshold = thresholdOf(own);
    if (threshold !== undefined) return { threshold };
    return {
      trouble: 'the threshold of the evidence cannot be read',
      mend: 'Write it as `> 80%`, `< 200ms`, `>= 30d` or `== 0`',
    };
  }
  const fitting = ofItem.filter((each) => unit === undefined || unit === 'plain' || each.unit === unit);
  const [only, ...others] = distinct(fitting);
  if (only === undefined) {
    const trouble =
      ofItem.length === 0 ? 'nobody says which number is wanted' : 'the item wants numbers of another unit';
    return { trouble, mend: 'Add `threshold:` to the evidence, or write the limit into the item' };
  }
  if (others.length === 0) return { threshold: only };
  return {
    trouble: `the item has ${others.length + 1} limits that this number could be meant by`,
    mend: 'Add `threshold:` to the evidence',
  };
}

function distinct(all: readonly Threshold[]): Threshold[] {
  const same = (one: Threshold, two: Threshold) =>
    one.operator === two.operator && one.value === two.value && one.upTo === two.upTo && one.unit === two.unit;
  return all.filter((each, index) => all.findIndex((other) => same(each, other)) === index);
}

/** 0.1 % is 0.001 and not 0.0010000000000000002: as many digits as a double holds for sure. */
function exactly(count: number, factor: number): number {
  return Number((count * factor).toPrecision(15));
}
