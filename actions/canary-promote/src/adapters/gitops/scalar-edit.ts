/** One number of a YAML or JSON text, read and replaced, with every other byte left as it is. Pure. */
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseAllDocuments } from 'yaml';
import { TrafficError } from '../../steering/traffic.ts';
import { differences } from './differences.ts';
import { shown, type Unfit, walkTo } from './pointer-walk.ts';

/** Where the number is. */
export interface ScalarPlace {
  /** Path in the repository, for messages. */
  readonly file: string;
  /** JSON Pointer, RFC 6901: "/spec/http/0/route/1/weight". */
  readonly pointer: string;
}

interface Found {
  readonly value: number;
  /** Of the number's text without its quotes: offsets in the source. */
  readonly from: number;
  readonly to: number;
  /** The whole document, its aliases resolved. */
  readonly whole: unknown;
}

/** Percent that everyone reads alike: YAML 1.1, which Go programs speak, takes 010 for 8 and 1_0 for 10. */
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
 * anything but that number would change: one in a part of the document that an alias repeats.
 */
export function withScalar(text: string, place: ScalarPlace, value: number): string {
  const { value: old, from, to, whole } = find(text, place);
  const written = String(value);
  if (!isPercent(written))
    throw new TrafficError('unfit', `${place.file}: expected to write a percent from 0 to 100, got ${written}`);
  if (value === old) return text;
  const result = text.slice(0, from) + written + text.slice(to);
  const after = find(result, place);
  const changed = differences(whole, after.whole);
  if (after.value === value && changed.length === 1) return result;
  throw new TrafficError(
    'unfit',
    `${place.file}: expected to change the number at ${shown(place.pointer)} alone, got changes at ${changed.slice(0, 3).map(shown).join(', ')}; give the weight a place that no alias repeats`,
  );
}

function find(source: string, place: ScalarPlace): Found {
  // The parser counts a byte order mark as a column, and then takes a list behind it for one that is indented wrongly.
  const mark = source.startsWith('\uFEFF') ? 1 : 0;
  const text = source.slice(mark);
  const lines = new LineCounter();
  const unfit: Unfit = (offset, expected, got, todo) => {
    const { line, col } = lines.linePos(offset);
    return new TrafficError('unfit', `${place.file}:${line}:${col}: expected ${expected}, got ${got}; ${todo}`);
  };
  const document = onlyDocument(text, lines, unfit);
  const node = walkTo(document.root, place.pointer, unfit);
  const { value, from, to } = numberIn(node, text, place.pointer, unfit);
  return { value, from: from + mark, to: to + mark, whole: wholeOf(document.document, unfit) };
}

/** Documents without content, as behind a last line `---`, do not count: Kubernetes skips them too. */
function onlyDocument(text: string, lines: LineCounter, unfit: Unfit): { document: Document.Parsed; root: ParsedNode } {
  const documents = parseAllDocuments(text, { lineCounter: lines });
  const fault = ('empty' in documents ? documents.errors : documents.flatMap(({ errors }) => errors))[0];
  if (fault !== undefined) {
    const what = shown(fault.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? '');
    throw unfit(fault.pos[0], 'YAML or JSON', what, 'mend the file; a template is no YAML before it is rendered');
  }
  const full = ('empty' in documents ? [] : documents).flatMap((document) => {
    const { contents: root } = document;
    return root === null || isNothing(root) ? [] : [{ document, root }];
  });
  const [first, second] = full;
  const todo = 'name a file with one YAML or JSON document';
  if (first === undefined) throw unfit(0, 'one document', 'none', todo);
  if (second !== undefined) throw unfit(second.document.range[0], 'one document', `${full.length}`, todo);
  return first;
}

function isNothing(node: ParsedNode): boolean {
  return isScalar(node) && node.value === null;
}

function numberIn(node: ParsedNode, text: string, pointer: string, unfit: Unfit): Omit<Found, 'whole'> {
  const [start, end] = node.range;
  const refuse = (got: string, todo: string) => unfit(start, `a number from 0 to 100 at ${shown(pointer)}`, got, todo);
  if (isAlias(node)) throw refuse('an alias', 'write the number there itself');
  if (isMap(node) || isSeq(node)) throw refuse(isMap(node) ? 'a map' : 'a list', 'let the pointer lead to the number');
  if (node.anchor !== undefined) throw refuse('an anchor', 'write the number there without one: others may repeat it');
  if (node.tag !== undefined) throw refuse('a tag', 'write the number without it');
  const quotes = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? 1 : 0;
  const [from, to] = [start + quotes, end - quotes];
  const written = text.slice(from, to);
  if (!isPercent(written))
    throw refuse(shown(text.slice(start, end).trimEnd()), 'write it in plain digits, as 10 or 2.5');
  return { value: Number(written), from, to };
}

function isPercent(written: string): boolean {
  return plainNumber.test(written) && Number(written) <= 100;
}

function wholeOf(document: Document.Parsed, unfit: Unfit): unknown {
  try {
    return document.toJS({ mapAsMap: true });
  } catch (error) {
    const got = shown(error instanceof Error ? error.message : String(error));
    throw unfit(0, 'a document with anchors for all of its few aliases', got, 'write them out');
  }
}
