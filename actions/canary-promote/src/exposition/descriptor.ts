/** Lines that begin with #. Pure. */
import type { Cursor } from './cursor.ts';

export type Descriptor =
  | { readonly kind: 'type' | 'help' | 'unit'; readonly name: string; readonly text: string; readonly at: number }
  | { readonly kind: 'comment' }
  /** `# EOF` */
  | { readonly kind: 'end' };

const TYPES = {
  prometheus: ['counter', 'gauge', 'histogram', 'summary', 'untyped'],
  openmetrics: ['counter', 'gauge', 'histogram', 'gaugehistogram', 'stateset', 'info', 'summary', 'unknown'],
};

/** Throws a LineFault; only Prometheus' text has comments. */
export function readDescriptor(cursor: Cursor): Descriptor {
  cursor.skips('#');
  return cursor.format === 'openmetrics' ? readOpenMetrics(cursor) : readPrometheus(cursor);
}

function readOpenMetrics(cursor: Cursor): Descriptor {
  if (cursor.line === '# EOF') return { kind: 'end' };
  for (const word of ['TYPE', 'HELP', 'UNIT'] as const) {
    if (!cursor.skips(` ${word} `)) continue;
    const at = cursor.at;
    const name = cursor.metricName();
    cursor.gap('a space');
    return { kind: kinds[word], name, text: textOf(cursor, word), at };
  }
  return cursor.fail('# TYPE, # HELP, # UNIT or # EOF', 0);
}

function readPrometheus(cursor: Cursor): Descriptor {
  cursor.slack();
  const word = cursor.token();
  if (word !== 'TYPE' && word !== 'HELP') return { kind: 'comment' };
  cursor.gap('the name of a metric');
  const at = cursor.at;
  const name = cursor.metricName();
  if (word === 'TYPE' || !cursor.isAtEnd) cursor.gap('a space');
  return { kind: kinds[word], name, text: textOf(cursor, word), at };
}

const kinds = { TYPE: 'type', HELP: 'help', UNIT: 'unit' } as const;

function textOf(cursor: Cursor, word: keyof typeof kinds): string {
  const { at, line, format } = cursor;
  const rest = line.slice(at);
  if (word === 'HELP') return unescaped(rest, format === 'openmetrics');
  const text = format === 'prometheus' ? rest.trimEnd() : rest;
  if (word === 'TYPE' && !TYPES[format].includes(text)) cursor.fail(`one of ${TYPES[format].join(', ')}`);
  if (word === 'UNIT' && !/^[A-Za-z0-9_:]*$/.test(text)) cursor.fail('a unit');
  return text;
}

/** Help is for people: an escape that is none is left as it is. */
function unescaped(text: string, quotes: boolean): string {
  return text.replace(quotes ? /\\([\\n"])/g : /\\([\\n])/g, (_, escaped: string) =>
    escaped === 'n' ? '\n' : escaped,
  );
}
