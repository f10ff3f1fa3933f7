/** Random texts for tests: of one seed always the same. */

export interface Chance {
  of(alphabet: string, length: number): string;
  hex(length: number): string;
  base62(length: number): string;
  base64(length: number): string;
  base64url(length: number): string;
  upper(length: number): string;
  lower(length: number): string;
  digits(length: number): string;
  uuid(): string;
  between(least: number, most: number): number;
  pick<T>(items: readonly T[]): T;
}

const DIGITS = '0123456789';
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();

export function chance(seed: number): Chance {
  let state = seed >>> 0;
  // Mulberry32, which is in the public domain.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const of = (alphabet: string, length: number) =>
    Array.from({ length }, () => alphabet[Math.floor(next() * alphabet.length)]).join('');
  const hex = (length: number) => of(`${DIGITS}abcdef`, length);
  return {
    of,
    hex,
    base62: (length) => of(DIGITS + UPPER + LOWER, length),
    base64: (length) => of(`${DIGITS + UPPER + LOWER}+/`, length),
    base64url: (length) => of(`${DIGITS + UPPER + LOWER}_-`, length),
    upper: (length) => of(DIGITS + UPPER, length),
    lower: (length) => of(DIGITS + LOWER, length),
    digits: (length) => of('123456789', 1) + of(DIGITS, length - 1),
    uuid: () => [8, 4, 4, 4, 12].map(hex).join('-'),
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick: (items) => items[Math.floor(next() * items.length)] as (typeof items)[number],
  };
}

/** Bit by bit, so that it shares nothing with what it tests. */
export function crcOf(text: string): number {
  let crc = 0xffffffff;
  for (const byte of Buffer.from(text)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

export function base62Of(value: number): string {
  const signs = DIGITS + UPPER + LOWER;
  return Array.from({ length: 6 }, (_, place) => signs[Math.floor(value / 62 ** (5 - place)) % 62]).join('');
}
