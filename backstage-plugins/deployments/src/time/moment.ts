/** Words for a length of time, by unit. Keys of the words below `length`. */
export interface Length {
  readonly unit: 'minutes' | 'hours' | 'days' | 'months' | 'years';
  /** Rounded down. */
  readonly number: number;
}

/** A moment as people read it, in UTC. */
export interface MomentText {
  /** Only what the distance needs: "09:52", "Thu 16:40", "14 Nov", "14 Nov 2025". */
  readonly at: string;
  /** How long ago, in one unit. Null within the last minute, and when it is not past yet. */
  readonly ago: Length | null;
  /** To the second: "20 Nov 2026, 09:52:11 UTC". */
  readonly exact: string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONTH = 30.44 * DAY;
const YEAR = 365.25 * DAY;
/* Days serve up to two months, months up to two years: "1 month" may be 31 days or 60. */
const units = [
  { unit: 'years', length: YEAR, from: 2 * YEAR },
  { unit: 'months', length: MONTH, from: 2 * MONTH },
  { unit: 'days', length: DAY, from: DAY },
  { unit: 'hours', length: HOUR, from: HOUR },
  { unit: 'minutes', length: MINUTE, from: MINUTE },
] as const;

/** `iso` beside `now` (milliseconds since 1970). Null when `iso` is no time. */
export function describeMoment(iso: string, now: number, locale: string): MomentText | null {
  const time = Date.parse(iso);
  return Number.isNaN(time)
    ? null
    : { at: at(time, now, locale), ago: lengthOf(now - time), exact: exactText(time, locale) };
}

/** Milliseconds in one unit; null below a minute. */
export function lengthOf(milliseconds: number): Length | null {
  const found = units.find(({ from }) => milliseconds >= from);
  return found === undefined ? null : { unit: found.unit, number: Math.floor(milliseconds / found.length) };
}

/** Hours, minutes and seconds in UTC: "10:20:04 UTC". */
export function clockText(time: number, locale: string): string {
  return `${inUtc(time, locale, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })} UTC`;
}

/** Is it the same day in UTC? */
export function isSameDay(one: number, other: number): boolean {
  return Math.floor(one / DAY) === Math.floor(other / DAY);
}

function at(time: number, now: number, locale: string): string {
  const clock = inUtc(time, locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  if (isSameDay(time, now)) return clock;
  // Up to six days: a week ago has the same name of the day as today.
  if (time < now && now - time < 6 * DAY) return `${inUtc(time, locale, { weekday: 'short' })} ${clock}`;
  const isThisYear = new Date(time).getUTCFullYear() === new Date(now).getUTCFullYear();
  return inUtc(time, locale, { day: 'numeric', month: 'short', ...(isThisYear ? {} : { year: 'numeric' }) });
}

function exactText(time: number, locale: string): string {
  return `${inUtc(time, locale, { day: 'numeric', month: 'short', year: 'numeric' })}, ${clockText(time, locale)}`;
}

function inUtc(time: number, locale: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }).format(time);
}
