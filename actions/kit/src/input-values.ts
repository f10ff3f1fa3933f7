/** One value of an input from the text that a user wrote. */
import { suggest } from '@shipgate/schemas';
import type { InputSpec } from './input-spec.ts';

export type InputValue = string | boolean | number | readonly string[];

export type ParsedValue =
  | { readonly value: InputValue }
  | { readonly expected: string; readonly meant?: string | undefined };

/** `text` is trimmed and not empty. */
export function parseValue(spec: InputSpec, text: string): ParsedValue {
  switch (spec.kind) {
    case 'boolean':
      return parseBoolean(text);
    case 'choice':
      return parseChoice(spec.choices ?? [], text);
    case 'integer':
      return parseInteger(text);
    case 'duration':
      return parseDuration(text);
    case 'list':
      return {
        value: text
          .split(/\r?\n/)
          .map((line) => line.trim())
          .filter((line) => line !== ''),
      };
    case 'path':
      return text.includes('\0') ? { expected: 'a path without a NUL character' } : { value: text };
    case 'string':
      return { value: text };
  }
}

// The forms of YAML 1.2's core schema, as core.getBooleanInput takes them.
const booleans = new Map([
  ...['true', 'True', 'TRUE'].map((text) => [text, true] as const),
  ...['false', 'False', 'FALSE'].map((text) => [text, false] as const),
]);

function parseBoolean(text: string): ParsedValue {
  const value = booleans.get(text);
  return value === undefined ? { expected: 'true or false', meant: suggest(text, ['true', 'false']) } : { value };
}

function parseChoice(choices: readonly string[], text: string): ParsedValue {
  return choices.includes(text)
    ? { value: text }
    : { expected: `one of ${choices.join(', ')}`, meant: suggest(text, choices) };
}

function parseInteger(text: string): ParsedValue {
  const value = Number(text);
  return /^-?\d+$/.test(text) && Number.isSafeInteger(value) ? { value } : { expected: 'a whole number' };
}

const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds; above 24 days a timer of Node would fire at once (setTimeout holds 31 bits). */
function parseDuration(text: string): ParsedValue {
  const expected = 'a duration above 0 and up to 24 days, as 500ms, 90s, 2m or 1h30m';
  if (!/^(?:\d+(?:\.\d+)?(?:ms|s|m|h|d))+$/.test(text)) return { expected };
  const parts = Array.from(text.matchAll(/(\d+(?:\.\d+)?)(ms|[smhd])/g));
  const value = parts.reduce((sum, [, number, unit]) => sum + Number(number) * (unitMs[unit ?? ''] ?? 0), 0);
  return value >= 1 && value <= 24 * 86_400_000 ? { value: Math.round(value) } : { expected };
}
