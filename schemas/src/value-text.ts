import { isPlain, sized } from './plain-text.ts';

/** How a value is shown behind `got`: as it is when it is short and plain, else by its kind and length. */
export function shownValue(value: unknown): string {
  if (value === '') return '"" (no text)';
  if (typeof value === 'string') return isPlain(value) ? value : sized(value);
  if (typeof value === 'number') return numberText(value);
  if (value === undefined) return 'nothing';
  return typeof value === 'object' ? kindText(value) : String(value);
}

/** The value with its type, where the type is what matters: `12 (a number)`. */
export function kindText(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  if (typeof value === 'string') return isPlain(value) ? `"${value}" (text)` : sized(value);
  return typeof value === 'number' ? `${numberText(value)} (a number)` : `${String(value)} (true or false)`;
}

/** A short value as YAML: `5m`, `[500ms, 1s]`. */
export function yamlText(value: unknown): string {
  return Array.isArray(value) ? `[${value.map(String).join(', ')}]` : String(value);
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
  integer: 'a whole number',
  number: 'a number',
  null: 'null',
};

/** A JSON Schema type in words. */
export function nameOfType(type: string): string {
  return TYPES[type] ?? type;
}

/** `a, b or c` */
export function listText(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** Digits of a long number may be those of a key. */
function numberText(value: number): string {
  const text = String(value);
  return isPlain(text) ? text : `one of ${text.length} signs`;
}
