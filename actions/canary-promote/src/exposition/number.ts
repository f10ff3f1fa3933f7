/** Numbers as both formats write them. Pure. */

const REAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const INFINITE = /^([+-]?)inf(?:inity)?$/i;

/** undefined for what is none. */
export function readValue(text: string): number | undefined {
  if (REAL.test(text)) return Number(text);
  if (/^nan$/i.test(text)) return Number.NaN;
  const sign = INFINITE.exec(text)?.[1];
  if (sign === undefined) return undefined;
  return sign === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

/** Seconds, as OpenMetrics writes a time; undefined for what is none. */
export function readSeconds(text: string): number | undefined {
  return REAL.test(text) ? Number(text) : undefined;
}

/** Milliseconds, as Prometheus' text writes a time; undefined for what is none. */
export function readMilliseconds(text: string): number | undefined {
  return /^[+-]?\d+$/.test(text) ? Number(text) : undefined;
}
