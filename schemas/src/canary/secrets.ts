import type { Places } from '../places.ts';
import { segmentsOf, valueAt } from '../places.ts';
import { isPlain, isSentence } from '../plain-text.ts';
import { bareOf, type Range, type SourceText } from '../source-text.ts';
import { CANARY_POINTER } from './plan-path.ts';

const SECRETS: ReadonlySet<string> = new Set([
  ...['token', 'bearer', 'bearer-token', 'basic', 'basic-auth', 'authorization', 'user', 'username', 'password'],
  ...['secret', 'api-key', 'apikey', 'headers', 'header', 'key', 'cert'],
]);

/** Whether a key asks for a secret itself, where the file may only name the variable that holds it. */
export function isSecretName(key: string): boolean {
  return SECRETS.has(key.toLowerCase().replaceAll('_', '-'));
}

/** The key that names a variable, in place of the one that holds a secret. */
export function nameOfVariable(key: string): string {
  const lower = key.toLowerCase();
  if (/^(key|cert)$/.test(lower)) return `${lower}-file`;
  if (lower.startsWith('header')) return 'headers-env';
  return /^(basic|user|password)/.test(lower) ? 'basic-env' : 'token-env';
}

/** Capital letters only: a token that was pasted in its place has small ones nearly always. */
export function isVariableName(value: unknown): boolean {
  return typeof value === 'string' && /^[A-Z_][A-Z0-9_]*$/.test(value);
}

/**
 * The text with asterisks in place of keys and values that are not plain, and where a plan, in its section or
 * alone, holds what may be a secret, so that no excerpt shows it; columns stay.
 */
export function withoutSecrets(source: SourceText, places: Places, value: unknown): SourceText {
  const isOdd = (range: Range) => {
    const text = bareOf(source.text.slice(...range));
    return !isPlain(text) && !isSentence(text);
  };
  const ranges = [...places].flatMap(([pointer, place]) => {
    const isHidden = maySpill(pointer, value) || (typeof valueAt(value, pointer) === 'string' && isOdd(place.value));
    return [...(isHidden ? [place.value] : []), ...(place.key !== undefined && isOdd(place.key) ? [place.key] : [])];
  });
  return ranges.length === 0 ? source : masked(source, ranges);
}

function maySpill(pointer: string, value: unknown): boolean {
  const isBelow = pointer.startsWith(`${CANARY_POINTER}/`);
  const [part = '', ...below] = segmentsOf(isBelow ? pointer.slice(CANARY_POINTER.length) : pointer);
  if (!['source', 'router'].includes(part)) return false;
  if (below.some(isSecretName)) return true;
  const held = valueAt(value, pointer);
  if (below[0] === 'headers-env' || below.at(-1)?.endsWith('-env'))
    return typeof held !== 'object' && !isVariableName(held);
  return typeof held === 'string' && /:\/\/[^\s/]*@/.test(held);
}

function masked(source: SourceText, ranges: readonly Range[]): SourceText {
  const lines = source.lines.map((line, index) => {
    const start = source.lineStarts[index] ?? 0;
    return ranges.reduce((text, [from, to]) => {
      const [first, last] = [Math.max(from - start, 0), Math.min(to - start, text.length)];
      if (last <= first) return text;
      return text.slice(0, first) + text.slice(first, last).replace(/[^\s]/g, '*') + text.slice(last);
    }, line);
  });
  return { ...source, lines };
}
