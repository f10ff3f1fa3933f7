import shipgateSchema from '../../shipgate.schema.json' with { type: 'json' };
import { quoted } from '../plain-text.ts';
import type { FaultWords } from '../source-text.ts';
import { suggest } from '../suggest.ts';
import { listText, shownValue } from '../value-text.ts';

const NAMES: readonly string[] = shipgateSchema.definitions.securityScannerName.enum;

/** What is wrong with one name of the list; undefined when it is a scanner. */
export function scannerFault(name: string): FaultWords | undefined {
  if (NAMES.includes(name)) return undefined;
  if (!['auto', 'none'].includes(name))
    return unknownName(name, NAMES, `${listText(NAMES)}; auto and none stand alone`);
  const words = {
    title: `"${name}" is no scanner`,
    expected: `scanners: ${name}, without a list, or names`,
    got: name,
  };
  return { ...words, do: `write scanners: ${name}, or remove it from the list` };
}

/** What is wrong with the only word, which is neither auto nor none. */
export function scannerWordFault(word: string): FaultWords {
  const expected = `auto, none or a list of ${listText(NAMES)}`;
  if (!NAMES.includes(word)) return unknownName(word, [...NAMES, 'auto', 'none'], expected);
  return { title: 'security.scanners is one name', expected, got: word, do: `write a list: [${word}]` };
}

function unknownName(name: string, known: readonly string[], expected: string): FaultWords {
  const guess = suggest(name, known);
  const got = shownValue(name);
  const title = `scanner ${quoted(name)} is not known`;
  const mend =
    guess === undefined ? 'choose one of these; other tools by a report: sarif=PATH' : `did you mean "${guess}"?`;
  return { title, expected, got, do: mend };
}
