/** Durations, shares and sizes as people write them, read in one place. */

/** Seconds of one unit. */
const SECONDS: ReadonlyMap<string, number> = new Map(Object.entries({ ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400 }));

/** Bytes of one unit: of ten as in SI, of two as in IEC 80000-13. */
const BYTES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ...{ B: 1, kB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12 },
    ...{ KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30, TiB: 2 ** 40 },
  }),
);

/** Seconds of `15s`, `5m`, `1.5h`, `24h`, `7d`, `500ms`; undefined for anything else. */
export function secondsOf(value: unknown): number | undefined {
  const { count, unit } = split(value);
  const seconds = SECONDS.get(unit);
  return seconds === undefined || count < 0 ? undefined : exactly(count, seconds);
}

/** From 0 to 1, of `5%`, `0.1%` or the number itself; undefined for anything else. */
export function shareOf(value: unknown): number | undefined {
  const share = percentOf(value);
  return share !== undefined && share >= 0 && share <= 1 ? share : undefined;
}

/** A limit of a gauge: a number, a share (`85%` is 0.85), seconds of a duration, bytes of a size; else undefined. */
export function limitOf(value: unknown): number | undefined {
  const { count, unit } = split(value);
  const factor = SECONDS.get(unit) ?? BYTES.get(unit);
  return factor === undefined ? percentOf(value) : exactly(count, factor);
}

/** The shortest way to write seconds: `30m`, `90s`, `500ms`. */
export function durationText(seconds: number): string {
  if (seconds === 0) return '0s';
  const units = [...SECONDS].toReversed();
  const [unit, size] = units.find(([, each]) => Number.isInteger(exactly(seconds, 1 / each))) ?? ['ms', 0.001];
  return `${exactly(seconds, 1 / size)}${unit}`;
}

function percentOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  const { count, unit } = split(value);
  return unit === '%' ? exactly(count, 0.01) : undefined;
}

function split(value: unknown): { count: number; unit: string } {
  if (typeof value !== 'string') return { count: 0, unit: '' };
  const [, count = '', unit = ''] = /^(-?[0-9]+(?:\.[0-9]+)?)([A-Za-z%]+)$/.exec(value) ?? [];
  return { count: Number(count), unit };
}

/** 0.1 % is 0.001 and not 0.0010000000000000002: as many digits as a double holds for sure. */
function exactly(count: number, factor: number): number {
  return Number((count * factor).toPrecision(15));
}
