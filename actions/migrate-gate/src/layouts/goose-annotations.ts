/** The annotations of goose's SQL files and its notion of white space: internal/sqlparser/parser.go, extractAnnotation. */
import { ScriptError } from './layout.ts';

export type Annotation =
  | 'up'
  | 'down'
  | 'statementbegin'
  | 'statementend'
  | 'no transaction'
  | 'envsub on'
  | 'envsub off';
const ANNOTATIONS: ReadonlySet<string> = new Set<Annotation>([
  'up',
  'down',
  'statementbegin',
  'statementend',
  'no transaction',
  'envsub on',
  'envsub off',
]);
const SHOWN = 'Up, Down, StatementBegin, StatementEnd, NO TRANSACTION, ENVSUB ON or ENVSUB OFF';

// unicode.IsSpace of Go; JavaScript's \s and trim() also take U+FEFF and leave U+0085.
export const SPACE = '[\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
export const LEADING = new RegExp(`^${SPACE}+`);
const ONE_SPACE = new RegExp(SPACE);

/** Go's strings.TrimSpace, in linear time. */
export function trim(text: string): string {
  let end = text.length;
  while (end > 0 && ONE_SPACE.test(text[end - 1] ?? '')) end -= 1;
  return text.slice(0, end).replace(LEADING, '');
}

/** A line of the file, with its line break. */
export interface Line {
  readonly text: string;
  readonly offset: number;
  readonly number: number;
}

/** True when goose would find an annotation that begins a direction. */
export function hasGooseAnnotation(text: string): boolean {
  return /^--.*\+goose[ \t]+(?:up|down)[ \t\r]*$/im.test(text);
}

/** The annotation of a line that has one. Throws ScriptError for one that goose does not know. */
export function annotationOf(file: string, { text, number }: Line): Annotation {
  const refuse = (expected: string): never => {
    throw new ScriptError(file, number, 1, expected, text.trim());
  };
  if (/^[ \t]/.test(text)) return refuse('the annotation at the start of the line');
  const words = trim(text.replaceAll('--', '').replace('+goose', ''));
  if (words.includes('+goose')) return refuse('one +goose in a line');
  const found = words.toLowerCase();
  return isAnnotation(found) ? found : refuse(`${SHOWN} after '-- +goose'`);
}

function isAnnotation(word: string): word is Annotation {
  return ANNOTATIONS.has(word);
}
