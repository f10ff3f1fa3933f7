/** Where in the files a server's error or a schema difference belongs. */
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
  return {
    ofError({ place }: RunResult, script: Script): Place {
      const { file } = script;
      if (place?.kind === 'offset') return at(file, place.offset, wordEnd(texts.get(file), place.offset));
      const chunk = script.chunks[place?.chunk ?? 0];
      const statement = chunk === undefined ? undefined : statements(chunk.sql)[place?.finished ?? 0];
      if (chunk === undefined || statement === undefined) return firstStatement(texts, script, file);
      return at(file, chunk.offset + statement.start, chunk.offset + lineEnd(chunk.sql, statement));
    },
    ofObjects(step: Step, direction: 'up' | 'down', objects: readonly string[]): Place {
      const script = direction === 'up' ? step.up : (step.down ?? step.up);
      for (const object of objects) {
        const found = mention(script, object);
        if (found !== undefined) return at(script.file, found.start, found.end);
      }
      return firstStatement(texts, script, script.file);
    },
  };
}

function firstStatement(texts: ReadonlyMap<string, string>, script: Script, file: string): Place {
  for (const chunk of script.chunks) {
    const [first] = statements(chunk.sql);
    if (first !== undefined) return placeIn(file, texts.get(file), chunk.offset + first.start, chunk.offset + lineEnd(chunk.sql, first));
  }
  return placeIn(file, texts.get(file), script.chunks[0]?.offset ?? 0);
}

/** The statement that names the object, by its last name: `order_events_touch` of "order_events_touch on order_events". */
function mention(script: Script, object: string): { start: number; end: number } | undefined {
  const name = (object.split(' on ')[0] ?? '').replace(/\(.*$/s, '').split('.').at(-1)?.replaceAll('"', '') ?? '';
  if (name === '') return undefined;
  for (const chunk of script.chunks) {
    for (const statement of statements(chunk.sql)) {
      const text = chunk.sql.slice(statement.start, statement.end);
      if (!words(text).includes(name.toLowerCase())) continue;
      return { start: chunk.offset + statement.start, end: chunk.offset + lineEnd(chunk.sql, statement) };
    }
  }
  return undefined;
}

function words(text: string): readonly string[] {
  return text.toLowerCase().split(/[^\p{L}\p{N}_$]+/u);
}

/** Marks stay on one line. */
function lineEnd(sql: string, statement: { start: number; end: number }): number {
  const newline = sql.indexOf('\n', statement.start);
  return newline === -1 ? statement.end : Math.min(statement.end, newline);
}

function wordEnd(text: string | undefined, offset: number): number {
  const word = /^(?:[\p{L}\p{N}_$]+|"[^"\n]*"|.)/u.exec(text?.slice(offset) ?? '');
  return offset + (word?.[0].length ?? 1);
}

function placeIn(file: string, text: string | undefined, start: number, end?: number): Place {
  if (text === undefined) return { file };
  const { line, column } = placeOf(text, start);
  const length = end === undefined ? undefined : Math.max(1, end - start);
  return { file, line, column, ...(length === undefined ? {} : { endColumn: column + length }), ...excerptOf(text, line) };
}
