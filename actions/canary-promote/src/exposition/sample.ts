/** One line with a sample. Pure. */
import type { Cursor } from './cursor.ts';
import { type Exposed, LineFault } from './exposed.ts';
import { readMilliseconds, readSeconds, readValue } from './number.ts';

/** Characters of all names and values of an exemplar: OpenMetrics 1.0, Exemplars. */
const EXEMPLAR = 128;

/** Throws a LineFault. */
export function readSample(cursor: Cursor): Exposed {
  const { name, labels } = readSeries(cursor);
  cursor.gap(labels === undefined ? 'a space, or {' : 'a space');
  const value = readNumber(cursor);
  const time = readTime(cursor);
  if (cursor.format === 'openmetrics' && cursor.skips(' # ')) readExemplar(cursor);
  cursor.slack();
  if (!cursor.isAtEnd) cursor.fail('the end of the line');
  return { name, labels: labels ?? {}, value, time };
}

function readSeries(cursor: Cursor): { name: string; labels: Exposed['labels'] | undefined } {
  const inside = cursor.sees('{');
  const name = inside ? undefined : cursor.metricName();
  const before = cursor.at;
  cursor.slack();
  if (!cursor.sees('{')) {
    cursor.at = before;
    return { name: name ?? '', labels: undefined };
  }
  return readBraces(cursor, name);
}

/** `{a="b"}`, or with the metric's name as one of its parts: `{"a.b",c="d"}`. */
function readBraces(cursor: Cursor, outside: string | undefined): { name: string; labels: Exposed['labels'] } {
  const start = cursor.at;
  cursor.skips('{');
  let name = outside;
  const labels = new Map<string, string>();
  cursor.slack();
  while (!cursor.skips('}')) {
    const { at } = cursor;
    const isQuoted = cursor.sees('"');
    const label = cursor.labelName();
    cursor.slack();
    if (isQuoted && name === undefined && !cursor.sees('=')) name = label;
    else if (labels.has(label) || label === '__name__') cursor.fail('each label once, and none that is __name__', at);
    else labels.set(label, readLabelValue(cursor));
    readComma(cursor);
  }
  if (name === undefined || name === '') return cursor.fail('the name of a metric', start);
  return { name, labels: Object.fromEntries(labels) };
}

function readLabelValue(cursor: Cursor): string {
  if (!cursor.skips('=')) cursor.fail('=');
  cursor.slack();
  return cursor.quoted('the value of a label');
}

/** Only Prometheus' text may end its labels with a comma. */
function readComma(cursor: Cursor): void {
  cursor.slack();
  if (cursor.sees('}')) return;
  if (!cursor.skips(',')) cursor.fail('a comma, or }');
  cursor.slack();
  if (cursor.format === 'openmetrics' && cursor.sees('}')) cursor.fail('another label');
}

function readNumber(cursor: Cursor): number {
  const { at } = cursor;
  return readValue(cursor.token()) ?? cursor.fail('a number', at);
}

function readTime(cursor: Cursor): number | undefined {
  const { at, format } = cursor;
  if (format === 'prometheus') cursor.slack();
  else if (cursor.sees(' # ') || !cursor.skips(' ')) return undefined;
  const start = cursor.at;
  const token = cursor.token();
  if (token === '' && format === 'prometheus') {
    cursor.at = at;
    return undefined;
  }
  if (format === 'prometheus') return readMilliseconds(token) ?? cursor.fail('milliseconds since the epoch', start);
  const seconds = readSeconds(token) ?? cursor.fail('seconds since the epoch', start);
  // To the microsecond: seconds are written as decimals, and their product is none.
  return Math.round(seconds * 1e6) / 1000;
}

/** Well formed, and of no other interest. */
function readExemplar(cursor: Cursor): void {
  const start = cursor.at;
  if (!cursor.sees('{')) cursor.fail('the labels of an exemplar');
  const { labels } = readBraces(cursor, 'exemplar');
  const length = Object.entries(labels).reduce((sum, [name, value]) => sum + [...name].length + [...value].length, 0);
  if (length > EXEMPLAR) throw new LineFault(`at most ${EXEMPLAR} characters in an exemplar`, `${length}`, start);
  cursor.gap('a space');
  readNumber(cursor);
  if (!cursor.skips(' ')) return;
  const { at } = cursor;
  if (readSeconds(cursor.token()) === undefined) cursor.fail('seconds since the epoch', at);
}
