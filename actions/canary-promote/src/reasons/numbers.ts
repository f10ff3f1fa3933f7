/** Numbers as people read them. Rates from 0 to 1 and seconds come in; spaces are plain, so that texts stay ASCII. */
import { grouped } from '@shipgate/kit/verdict';
import type { Portion } from '../findings.ts';

/** "2.99 %". */
export function percent(rate: number): string {
  return `${(100 * rate).toFixed(2)} %`;
}

/** A limit or a weight, which is a number of few digits: "5 %", "0.1 %". */
export function shortPercent(rate: number): string {
  return `${short(100 * rate)} %`;
}

/** Without the zeros at its end, at most four decimals. */
export function short(value: number): string {
  return String(Number(value.toFixed(4)));
}

/** "44 of 1,474". */
export function partOf({ bad, requests }: Portion): string {
  return `${grouped(bad)} of ${grouped(requests)}`;
}

export function rateOf({ bad, requests }: Portion): number {
  return requests === 0 ? 0 : bad / requests;
}

/** "2.99 % (44 of 1,474)". */
export function rated(portion: Portion): string {
  return portion.requests === 0 ? 'no requests' : `${percent(rateOf(portion))} (${partOf(portion)})`;
}

/** "5.9 times", "12 times"; undefined where stable has nothing bad, or the canary is not worse. */
export function timesAsOften(canary: Portion, stable: Portion): string | undefined {
  const base = rateOf(stable);
  const ratio = base === 0 ? 0 : rateOf(canary) / base;
  if (!(ratio >= 1.05)) return undefined;
  return `${ratio < 9.95 ? ratio.toFixed(1) : grouped(Math.round(ratio))} times`;
}

const HUGE = 1_000_000;

/** E: whole from 100, rounded down, so that nothing reads as a limit that it has not reached. */
export function evidence(value: number): string {
  if (!(value < HUGE)) return `over ${grouped(HUGE)}`;
  if (value >= 100) return grouped(Math.floor(value));
  if (value >= 10) return (Math.floor(10 * value) / 10).toFixed(1);
  return value < 0.01 ? 'under 0.01' : (Math.floor(100 * value) / 100).toFixed(2);
}

/** 1/alpha or 1/beta: "100", "14.3". */
export function limit(value: number): string {
  const whole = Math.round(value);
  return Math.abs(value - whole) < 1e-6 ? grouped(whole) : value.toFixed(1);
}

/** "45 s", "5 min", "2 min 30 s", "1 h 5 min", "24 h". */
export function span(seconds: number): string {
  const all = Math.round(seconds);
  if (seconds < 1) return `${short(Math.max(0, seconds))} s`;
  const parts = [
    [Math.floor(all / 3600), 'h'],
    [Math.floor(all / 60) % 60, 'min'],
    [all < 3600 ? all % 60 : 0, 's'],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ');
}

/** "about 2.5", "about 37": what was not counted but reckoned. */
export function about(value: number): string {
  if (value >= 10) return `about ${grouped(Math.round(value))}`;
  return value >= 0.1 ? `about ${value.toFixed(1)}` : 'less than 0.1';
}

/** "5 %", "12.5 %": a step's weight, which is given in percent. */
export function weight(percent: number): string {
  return `${short(percent)} %`;
}
