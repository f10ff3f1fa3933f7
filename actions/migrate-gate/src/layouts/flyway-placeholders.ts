/**
 * Flyway's placeholders: PlaceholderReplacingReader and ParsingContext. `${name}` is replaced everywhere, in comments
 * and strings too, without regard to case, before the text is split; a name without a value is an error. File mode has
 * the values that follow from the file alone; what the user configures or the server knows it has not.
 */
import { placeOf } from '../sql/place.ts';
import { ScriptError } from './layout.ts';

/** A text with its placeholders replaced, and the way back to the places of the original. */
export interface Replaced {
  readonly text: string;
  /** Offset in the original of an offset in `text`; inside a replacement, the placeholder's start. */
  original(offset: number): number;
}

interface Shift {
  /** Offset in the new text from which on the shift holds. */
  readonly from: number;
  /** Old offset minus new offset. */
  readonly by: number;
}

function values(file: string): ReadonlyMap<string, string> {
  return new Map([
    ['flyway:defaultschema', 'public'],
    ['flyway:table', 'flyway_schema_history'],
    ['flyway:environment', 'default'],
    ['flyway:filename', file.slice(file.lastIndexOf('/') + 1)],
  ]);
}

// A "$" that is not followed by "{" takes the next character with it: the reader looks ahead two characters at a time.
const PLACEHOLDER = /\$(?:\{([\s\S]*?)(?:(\})|$)|[^{])/g;

/** Replaces the placeholders of a migration. Throws ScriptError for one without a value. */
export function replacePlaceholders(file: string, text: string): Replaced {
  const known = values(file);
  const shifts: Shift[] = [];
  let result = '';
  let copied = 0;
  for (const { 0: whole, 1: name, 2: close, index } of text.matchAll(PLACEHOLDER)) {
    if (name === undefined) continue;
    const value = close === undefined ? undefined : known.get(name.toLowerCase());
    if (value === undefined) throw unresolved(file, text, index, whole);
    result += text.slice(copied, index);
    copied = index + whole.length;
    shifts.push({ from: result.length, by: index - result.length });
    result += value;
    shifts.push({ from: result.length, by: copied - result.length });
  }
  result += text.slice(copied);
  return { text: result, original: (offset) => originalOffset(shifts, offset) };
}

function originalOffset(shifts: readonly Shift[], offset: number): number {
  const nth = shifts.findLastIndex(({ from }) => from <= offset);
  const shift = shifts[nth];
  if (shift === undefined) return offset;
  const isInsideReplacement = nth % 2 === 0;
  return isInsideReplacement ? shift.from + shift.by : offset + shift.by;
}

function unresolved(file: string, text: string, index: number, whole: string): ScriptError {
  const { line, column } = placeOf(text, index);
  const expected =
    'no placeholder without a value (file mode knows ${flyway:defaultSchema}, ${flyway:table}, ${flyway:environment} and ' +
    '${flyway:filename}; others are not known here; or placeholderReplacement=false beside the file)';
  return new ScriptError(file, line, column, expected, whole.split('\n', 1)[0] ?? whole);
}
