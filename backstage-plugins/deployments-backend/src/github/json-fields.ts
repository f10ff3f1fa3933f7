/** Readers of single fields of a foreign JSON object. They give null for whatever does not fit; they never throw. */

export type Fields = Readonly<Record<string, unknown>>;

export function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

/** A text of at most `most` characters, cut there. PostgreSQL cannot hold NUL, nor UTF-8 half a pair: U+FFFD instead. */
export function textOf(value: unknown, most: number): string | null {
  if (typeof value !== 'string' || value === '') return null;
  return Buffer.from(value.slice(0, most)).toString().replaceAll('\0', '\uFFFD');
}

/** One of GitHub's numbers, as text. Numbers that JSON.parse cannot hold exactly are none. */
export function idOf(value: unknown): string | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? String(value) : null;
}

/** Milliseconds. */
export function timeOf(value: unknown): number | null {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? null : time;
}

/** A web address, as it may stand in a link: http and https alone. */
export function urlOf(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > 2000 || !URL.canParse(value)) return null;
  const url = new URL(value);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
}
