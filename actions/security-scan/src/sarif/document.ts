/** A SARIF file as text, written piece by piece: a hundred thousand results are never held as objects together. */
import { jsonText } from '@shipgate/kit/escape';

export interface WrittenRun {
  /** The driver without its rules. */
  readonly driver: object;
  readonly rules: readonly string[];
  readonly facts: object;
  readonly results: Iterable<string>;
}

/** JSON of a result in one line. The message is most of it, and mostly plain: it goes through no object and no second look. */
export function resultLine(message: string, others: object): string {
  const isPlain = !/[^ !#-[\]-~]/.test(message) && !message.includes('##[');
  return `{"message":{"text":${isPlain ? `"${message}"` : lineOf(message)}},${lineOf(others).slice(1)}`;
}

/** JSON in one line, with what would not be seen as escapes. */
export function lineOf(value: object | string): string {
  const json = JSON.stringify(value);
  return /^[ -~]*$/.test(json) && !json.includes('##[') ? json : jsonText(value, 0).trimEnd();
}

/** In pieces, in their order. */
export function* documentOf(runs: Iterable<WrittenRun>): Generator<string> {
  yield '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[\n';
  let between = '';
  for (const { driver, rules, facts, results } of runs) {
    yield `${between}{"tool":{"driver":`;
    yield* joined(driver, 'rules', rules);
    yield '},\n';
    let isFirst = true;
    for (const piece of joined(facts, 'results', results)) {
      yield isFirst ? piece.slice(1) : piece;
      isFirst = false;
    }
    between = ',\n';
  }
  yield '\n]}\n';
}

/** An object with a list as its last key, an element a line. */
function* joined(object: object, key: string, list: Iterable<string>): Generator<string> {
  const open = lineOf(object).slice(0, -1);
  yield `${open}${open === '{' ? '' : ','}"${key}":[`;
  let between = '\n';
  for (const element of list) {
    yield between + element;
    between = ',\n';
  }
  yield between === '\n' ? ']}' : '\n]}';
}
