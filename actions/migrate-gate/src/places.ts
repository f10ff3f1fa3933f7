/** Where in the files a server's error or a schema difference belongs. */
import { nameParts, splitOn, withoutLastPart } from './catalog/object-name.ts';
import type { Places } from './facts.ts';
import type { Place } from './findings.ts';
import type { Script } from './layouts/layout.ts';
import type { RunResult } from './ports.ts';
import { excerptOf } from './prepare.ts';
import { placeOf } from './sql/place.ts';
import { statements } from './sql/statements.ts';
import type { Step } from './trial/step.ts';

/** `texts`: every file by path. */
export function makePlaces(texts: ReadonlyMap<string, string>): Places {
  const at = (file: string, start: number, end?: number) => placeIn(file, texts.get(file), start, end);
  const ofNames = (script: Script, objects: readonly string[]) => {
    // The object itself, or else what it is part of: the table of a trigger or column.
    const names = [...objects.map((object) => splitOn(object)[0]), ...objects.map(holderOf)];
    const spans = spansOf(script);
    const found = names.map((name) => mention(spans, name)).find((each) => each !== undefined) ?? firstOf(spans);
    return found === undefined
      ? at(script.file, script.chunks[0]?.offset ?? 0)
      : at(script.file, found.start, found.end);
  };
  return {
    ofError({ place, error }: RunResult, script: Script): Place {
      const { file } = script;
      if (place?.kind === 'offset') return at(file, place.offset, wordEnd(texts.get(file), place.offset));
      const chunk = script.chunks[place?.chunk ?? 0];
      const statement = chunk === undefined ? undefined : statements(chunk.sql)[place?.finished ?? 0];
      // At COMMIT no statement is at fault by itself: the first one that names what the error names, if any does.
      if (chunk === undefined || statement === undefined) return ofNames(script, namesIn(error));
      return at(file, chunk.offset + statement.start, chunk.offset + lineEnd(chunk.sql, statement));
    },
    ofObjects(step: Step, direction: 'up' | 'down', objects: readonly string[]): Place {
      return ofNames(direction === 'up' ? step.up : (step.down ?? step.up), objects);
    },
  };
}

function namesIn(error: RunResult['error']): readonly string[] {
  const quoted = Array.from((error?.message ?? '').matchAll(/"([^"]+)"/g), ([, name = '']) => name);
  return [...(error?.object === undefined ? [] : [error.object]), ...quoted];
}

/** A statement with its place in the file, of which the first line is marked. */
interface Span {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The first one that does something: settings and transactions only prepare it. */
function firstOf(spans: readonly Span[]): Span | undefined {
  return spans.find(({ text }) => !/^(?:SET|RESET|BEGIN|START|COMMIT|END)\b/i.test(text)) ?? spans[0];
}

function spansOf(script: Script): readonly Span[] {
  return script.chunks.flatMap(({ sql, offset }) =>
    statements(sql).map((statement) => ({
      start: offset + statement.start,
      end: offset + lineEnd(sql, statement),
      text: sql.slice(statement.start, statement.end),
    })),
  );
}

/** The statement that names the object, by its last name: `order_events_touch` of "app.order_events_touch". */
function mention(spans: readonly Span[], called: string): Span | undefined {
  const name =
    nameParts(called.replace(/\([^"]*$/, ''))
      .at(-1)
      ?.toLowerCase() ?? '';
  return name === '' ? undefined : spans.find(({ text }) => mentions(text, name));
}

/** Of "touch on orders" and of "orders.note": "orders". */
function holderOf(object: string): string {
  const [name, on] = splitOn(object);
  if (on !== '') return on;
  return name.includes('(') ? '' : withoutLastPart(name);
}

/** As a word, or between double quotes, whatever it holds. */
function mentions(sql: string, name: string): boolean {
  const text = sql.toLowerCase();
  return text.includes(`"${name.replaceAll('"', '""')}"`) || text.split(/[^\p{L}\p{N}_$]+/u).includes(name);
}

/** Marks stay on one line. */
function lineEnd(sql: string, statement: { start: number; end: number }): number {
  const length = sql.slice(statement.start, statement.end).search(/\r?\n/);
  return length === -1 ? statement.end : statement.start + length;
}

function wordEnd(text: string | undefined, offset: number): number {
  const word = /^(?:[\p{L}\p{N}_$]+|"[^"\n]*"|.)/u.exec(text?.slice(offset) ?? '');
  return offset + (word?.[0].length ?? 1);
}

function placeIn(file: string, text: string | undefined, start: number, end?: number): Place {
  if (text === undefined) return { file };
  const { line, column } = placeOf(text, start);
  const length = end === undefined ? undefined : Math.max(1, end - start);
  return {
    file,
    line,
    column,
    ...(length === undefined ? {} : { endColumn: column + length }),
    ...excerptOf(text, line),
  };
}
