/** Freezes and windows of the plan, as they are written. No part of the plan's hash: a freeze may come in mid-rollout. Pure. */
import type { Canary } from '@shipgate/schemas';
import type { Calendar } from '../steering/calendar.ts';

const DAY = 86_400_000;
const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

export function resolveCalendar({ freeze = [], windows = [] }: Pick<Canary, 'freeze' | 'windows'>): Calendar {
  return {
    freezes: freeze.map(({ from, to, reason }) => ({
      from: Date.parse(from),
      // A day counts whole.
      to: Date.parse(to) + (to.length === 10 ? DAY : 0),
      reason,
    })),
    windows: windows.map(({ days: names = [], from, to, 'time-zone': timeZone = 'UTC' }) => ({
      days: names.map((name) => days.indexOf(name)),
      from: minutes(from),
      to: minutes(to),
      timeZone,
    })),
  };
}

function minutes(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}
