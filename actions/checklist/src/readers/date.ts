/** Times that reports say they were made. */
import type { Report } from './measure.ts';

type Made = Pick<Report, 'generatedAt' | 'zone'>;

/** ISO 8601 with a date and a time; a zone is optional. */
const ISO = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})(\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?$/;

/** Of several times the oldest counts: a report is as old as its oldest part. Nothing for what is no time. */
export function madeAt(texts: readonly (string | undefined)[]): Made {
  const times = texts.flatMap((text) => timeOf(text) ?? []);
  const oldest = times.toSorted((one, two) => one.at.getTime() - two.at.getTime())[0];
  if (oldest === undefined) return {};
  return oldest.zoned ? { generatedAt: oldest.at } : { generatedAt: oldest.at, zone: 'unsaid' };
}

/** Seconds since 1970, or milliseconds when they are that many: Cobertura's own and coverage.py's differ. */
export function madeAtEpoch(value: number | undefined): Made {
  if (value === undefined || value < 1e9) return {};
  const at = new Date(value < 1e11 ? value * 1000 : value);
  return Number.isNaN(at.getTime()) ? {} : { generatedAt: at };
}

function timeOf(text: string | undefined): { at: Date; zoned: boolean } | undefined {
  const [, day, time, fraction = '', zone] = ISO.exec(text?.trim() ?? '') ?? [];
  if (day === undefined || time === undefined) return undefined;
  const at = new Date(`${day}T${time}${fraction.slice(0, 4)}${zone ?? 'Z'}`);
  return Number.isNaN(at.getTime()) ? undefined : { at, zoned: zone !== undefined };
}
