import type { Fault } from '@shipgate/schemas';
import { suggest } from '@shipgate/schemas';
import type { Flag } from './command.ts';

export interface ParsedArguments {
  readonly flags: ReadonlySet<string>;
  readonly operands: readonly string[];
  readonly faults: readonly Fault[];
}

/** Splits what stands behind a command into flags and operands. Behind `--` everything is an operand. */
export function parseArguments(words: readonly string[], known: readonly Flag[]): ParsedArguments {
  const names = known.map(({ name }) => name);
  const end = words.indexOf('--');
  const before = end === -1 ? words : words.slice(0, end);
  const asked = before.filter(isFlag).map((word) => (word === '-h' ? '--help' : word));
  return {
    flags: new Set(asked.filter((word) => names.includes(word))),
    operands: [...before.filter((word) => !isFlag(word)), ...(end === -1 ? [] : words.slice(end + 1))],
    faults: asked.filter((word) => !names.includes(word)).map((word) => unknownWord('flag', word, names)),
  };
}

/** A flag or a command that there is not, with the one that was probably meant. */
export function unknownWord(kind: 'flag' | 'command', word: string, known: readonly string[]): Fault {
  const name = kind === 'flag' ? (word.split('=')[0] ?? word) : word;
  const takesNoValue = name !== word && known.includes(name);
  const guess = suggest(name, known);
  return {
    title: takesNoValue ? `flag ${name} takes no value` : `unknown ${kind} "${name}"`,
    expected: takesNoValue ? name : known.join(', '),
    got: word,
    do: guess === undefined || takesNoValue ? 'see: shipgate --help' : `did you mean "${guess}"?`,
  };
}

function isFlag(word: string): boolean {
  return word.startsWith('-') && word !== '-';
}
