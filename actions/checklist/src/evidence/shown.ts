/** Numbers for people: a no-break space before the unit, at most two decimals, never rounded over the limit. Pure. */
import type { Threshold } from '../markdown/model.ts';
import { isWithin } from './limit.ts';

interface Scale {
  /** Base units in one of these. */
  readonly size: number;
  readonly sign: string;
}

const times: readonly Scale[] = [
  { size: 86_400, sign: 'days' },
  { size: 3600, sign: 'h' },
  { size: 60, sign: 'min' },
  { size: 1, sign: 's' },
  { size: 0.001, sign: 'ms' },
];
const sizes: readonly Scale[] = [
  { size: 2 ** 30, sign: 'GiB' },
  { size: 2 ** 20, sign: 'MiB' },
  { size: 2 ** 10, sign: 'KiB' },
  { size: 1, sign: 'B' },
];

/** In the scale of its limit, so that both can be compared by eye. Its side of the limit is the one that decided. */
export function shownValue(value: number, limit: Threshold): string {
  const scale = scaleOf(limit);
  const exact = value / scale.size;
  const tries = [Math.round(exact * 100), Math.floor(exact * 100), Math.ceil(exact * 100)].map((each) => each / 100);
  const honest = tries.find((each) => isSameSide(base(each, scale), value, limit));
  return withSign(honest ?? Number(exact.toPrecision(15)), scale.sign);
}

/** Rounded to 0 or onto the limit, a number says more than it is. */
function isSameSide(rounded: number, value: number, limit: Threshold): boolean {
  const edges = [0, limit.value, limit.upTo];
  return (rounded === value || !edges.includes(rounded)) && isWithin(rounded, limit) === isWithin(value, limit);
}

/** `> 80 %`, `1 to 10 %`. */
export function shownLimit(limit: Threshold): string {
  const scale = scaleOf(limit);
  const text = (value: number) => withSign(Number((value / scale.size).toPrecision(12)), scale.sign);
  if (limit.operator === 'in')
    return `${number(Number((limit.value / scale.size).toPrecision(12)))} to ${text(limit.upTo ?? limit.value)}`;
  return `${limit.operator} ${text(limit.value)}`;
}

/** A whole count and its noun: `1 day`, `61 days`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${number(count)}\u00a0${count === 1 ? one : many}`;
}

/** Milliseconds as the greatest whole unit: `90 days`, `24 h`. */
export function shownAge(ms: number): string {
  const seconds = ms / 1000;
  const scale = times.find(({ size }) => seconds >= 2 * size) ?? times[3];
  if (scale === undefined) return `${seconds}\u00a0s`;
  return withSign(Math.floor(seconds / scale.size), scale.sign);
}

function scaleOf(limit: Threshold): Scale {
  if (limit.unit === 'share') return { size: 0.01, sign: '%' };
  if (limit.unit === 'per-second') return { size: 1, sign: 'per s' };
  if (limit.unit === 'count') return { size: 1, sign: '' };
  const scales = limit.unit === 'seconds' ? times : sizes;
  return (
    scales.find(({ size }) => Math.abs(limit.value) >= size) ?? { size: 1, sign: limit.unit === 'seconds' ? 's' : 'B' }
  );
}

function base(value: number, scale: Scale): number {
  return Number((value * scale.size).toPrecision(15));
}

function withSign(value: number, sign: string): string {
  const unit = sign === 'days' && value === 1 ? 'day' : sign;
  return unit === '' ? number(value) : `${number(value)}\u00a0${unit}`;
}

/** A comma for thousands. */
function number(value: number): string {
  const [whole = '', rest] = String(value).split('.');
  if (whole.includes('e') || rest?.includes('e') === true) return String(value);
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return rest === undefined ? grouped : `${grouped}.${rest}`;
}
