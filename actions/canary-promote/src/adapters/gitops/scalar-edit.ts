/** One scalar of a YAML or JSON text, read and replaced, with every other byte left as it is. Pure. */
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type ParsedNode, parseAllDocuments } from 'yaml';
import { TrafficError } from '../../steering/traffic.ts';

/** Where the scalar is. */
export interface ScalarPlace {
  /** Path in the repository, for messages. */
  readonly file: string;
  /** JSON Pointer, RFC 6901: "/spec/http/0/route/1/weight". */
  readonly pointer: string;
}

interface Found {
  readonly value: number;
  /** Of the scalar's text without its quotes: offsets in the source. */
  readonly from: number;
  readonly to: number;
  /** The whole document, its aliases resolved. */
  readonly whole: unknown;
}

/** Percent as everyone reads it: YAML 1.1, which Go programs speak, takes 010 for 8 and 1_0 for 10. */
const plainNumber = /^(?:0|[1-9]\d{0,2})(?:\.\d+)?$/;

/**
 * The percent that stands there, 0 to 100. A number in quotes counts: annotations and Helm parameters are strings.
 * Throws TrafficError `unfit` when the text is no one document, or the pointer leads to anything but one plain number of its own.
 */
export function readScalar(text: string, place: ScalarPlace): number {
  return find(text, place).value;
}

/**
 * The text with another percent there; the same text when it is that already. Throws as `readScalar` does, and `unfit` when
 * anything but that scalar would change: a number in a part of the document that an alias repeats.
 */
export function withScalar(text: string, place: ScalarPlace, value: number): string {
  const { value: old, from, to, whole } = find(text, place);
  const written = String(value);
  if (!plainNumber.test(written) || value > 100)
    throw new TrafficError('unfit', `${place.file}: expected to write a percent from 0 to 100, got ${written}`);
  if (value === old) return text;
  const result = text.slice(0, from) + written + text.slice(to);
  const after = find(result, place);
  const changed = differences(whole, after.whole);
  if (after.value === value && changed.length === 1) return result;
  const where = [...changed, place.pointer].filter((each, index, all) => all.indexOf(each) === index).slice(0, 3);
  const got = `a change at ${where.map((each) => JSON.stringify(each)).join(', ')}`;
  throw new TrafficError(
    'unfit',
    `${place.file}: expected to change the number at ${JSON.stringify(place.pointer)} alone, got ${got}; give the weight a place that no alias repeats`,
  );
}

function find(text: string, place: ScalarPlace): Found {
  const lines = new LineCounter();
  const unfit = (offset: number, expected: string, got: string, todo: string): TrafficError => {
    const { line, col } = lines.linePos(offset);
    const at = `${place.file}:${line}:${col}`;
    return new TrafficError('unfit', `${at}: expected ${expected}, got ${got}; ${todo}`);
  };
  const documents = parseAllDocuments(text, { lineCounter: lines });
  const [document, second] = 'empty' in documents ? [] : documents;
  const mend = 'name a file of one YAML or JSON document';
  if (document?.contents === undefined || document.contents === null)
    throw unfit(0, 'one YAML or JSON document', 'none', mend);
  if (second !== undefined) throw unfit(second.range[0], 'one document', 'another one behind it', mend);
  const [fault] = document.errors;
  if (fault !== undefined) {
    const what = JSON.stringify(fault.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, ''));
    throw unfit(fault.pos[0], 'YAML or JSON', what, 'mend the file; a template is no YAML before it is rendered');
  }
  const walk = new Walk(place.pointer, unfit);
  const node = walk.to(document.contents);
  return { ...numberAt(node, text, place.pointer, unfit), whole: wholeOf(document, unfit) };
}
