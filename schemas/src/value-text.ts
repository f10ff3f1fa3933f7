const LONGEST = 120;

/** How a value is shown behind `got`: at most 120 characters, then `...`. */
export function shownValue(value: unknown): string {
  if (value === '') return '"" (no text)';
  if (typeof value === 'string') return cut(value);
  if (value === undefined) return 'nothing';
  return typeof value === 'object' ? kindText(value) : String(value);
}

/** The value with its type, where the type is what matters: `12 (a number)`. */
export function kindText(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  if (typeof value === 'string') return `"${cut(value)}" (text)`;
  return `${String(value)} (${typeof value === 'boolean' ? 'true or false' : 'a number'})`;
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

function cut(text: string): string {
  const characters = [...text];
  return characters.length <= LONGEST ? text : `${characters.slice(0, LONGEST).join('')}...`;
}
