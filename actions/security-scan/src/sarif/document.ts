/** A SARIF file as text, written piece by piece: a hundred thousand results are never held as objects together. */
import { jsonText } from '@shipgate/kit/escape';

export interface WrittenRun {
  /** The driver without its rules. */
  readonly driver: object;
  readonly rules: readonly string[];
  readonly facts: object;
  readonly results: readonly string[];
}

/** JSON in one line, with what would not be seen as escapes. */
export function lineOf(value: object): string {
  const json = JSON.stringify(value);
  return /^[ -~]*$/.test(json) && !json.includes('##[') ? json : jsonText(value, 0).trimEnd();
}

export function documentOf(runs: readonly WrittenRun[]): string {
  const list = runs.map(
    ({ driver, rules, facts, results }) =>
      `{"tool":{"driver":${joined(driver, 'rules', rules)}},\n${joined(facts, 'results', results).slice(1)}`,
  );
  const head = '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[';
  return `${head}\n${list.join(',\n')}\n]}\n`;
}

/** An object with a list as its last key, an element a line. */
function joined(object: object, key: string, list: readonly string[]): string {
  const open = lineOf(object).slice(0, -1);
  return `${open}${open === '{' ? '' : ','}"${key}":[${list.length === 0 ? '' : `\n${list.join(',\n')}\n`}]}`;
}
