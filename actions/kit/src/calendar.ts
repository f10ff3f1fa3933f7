/** Freezes and windows: when nothing may begin or go on. Pure. */
import type { CanaryFreeze, CanaryWindow } from '@shipgate/schemas';

export interface Calendar {
  readonly freezes: readonly Freeze[];
  /** Empty: any time. */
  readonly windows: readonly OpenWindow[];
}

/** Half open, milliseconds since the epoch. */
export interface Freeze {
  readonly from: number;
  readonly to: number;
  readonly reason: string;
}

export interface OpenWindow {
  /** 0 is Sunday; empty: every day. */
  readonly days: readonly number[];
  /** Minutes of the day in the time zone; `to` before `from` is the next day's. */
  readonly from: number;
  readonly to: number;
  readonly timeZone: string;
}

/** Why nothing may go on at this moment; null when it may. */
export function closedBecause({ freezes, windows }: Calendar, now: number): string | null {
  const freeze = freezes.find(({ from, to }) => now >= from && now < to);
  if (freeze !== undefined) return `freeze until ${isoMinute(freeze.to)}: ${freeze.reason}`;
  if (windows.length === 0 || windows.some((window) => isOpen(window, now))) return null;
  return `outside of the windows of the plan: ${windows.map(tell).join('; ')}`;
}

function isOpen({ days, from, to, timeZone }: OpenWindow, now: number): boolean {
  const { day, minute } = wallClock(now, timeZone);
  const isDay = (each: number) => days.length === 0 || days.includes(each);
  if (from < to) return isDay(day) && minute >= from && minute < to;
  // Over midnight: the part behind it belongs to the day before.
  return (isDay(day) && minute >= from) || (isDay((day + 6) % 7) && minute < to);
}

const names = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

function wallClock(now: number, timeZone: string): { day: number; minute: number } {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const parts = new Map(format.formatToParts(now).map(({ type, value }) => [type, value]));
  return {
    day: names.indexOf(parts.get('weekday') ?? ''),
    minute: Number(parts.get('hour')) * 60 + Number(parts.get('minute')),
  };
}

function tell({ days, from, to, timeZone }: OpenWindow): string {
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  const when = days.length === 0 ? 'every day' : days.map((day) => names[day]).join(', ');
  return `${when} ${clock(from)} to ${clock(to)} (${timeZone})`;
}

function isoMinute(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

const DAY = 86_400_000;
const dayNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** Of the lists as they are written in `.github/shipgate.yml`, whose days and time zones were judged before. */
export function resolveCalendar({
  freeze = [],
  windows = [],
}: {
  readonly freeze?: readonly CanaryFreeze[];
  readonly windows?: readonly CanaryWindow[];
}): Calendar {
  return {
    freezes: freeze.map(({ from, to, reason }) => ({
      from: Date.parse(from),
      // A day counts whole.
      to: Date.parse(to) + (to.length === 10 ? DAY : 0),
      reason,
    })),
    windows: windows.map(({ days: names = [], from, to, 'time-zone': timeZone = 'UTC' }) => ({
      days: names.map((name) => dayNames.indexOf(name)),
      from: minutes(from),
      to: minutes(to),
      timeZone,
    })),
  };
}

function minutes(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}
