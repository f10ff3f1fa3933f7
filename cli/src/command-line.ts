import { colourIsOn } from '@shipgate/kit/colour';
import type { Fault } from '@shipgate/schemas';
import { formatFault } from '@shipgate/schemas';
import manifest from '../package.json' with { type: 'json' };
import { parseArguments, unknownWord } from './arguments.ts';
import type { Command, Flag } from './command.ts';
import { commandHelp, programHelp } from './help.ts';
import type { ExitCode, Terminal } from './terminal.ts';
import { validate } from './validate.ts';

/** The table of commands, in the order of the help. */
export const commands: readonly Command[] = [validate];

/** Flags that every command takes. */
const generalFlags: readonly Flag[] = [
  { name: '--no-color', meaning: 'no colour; so does NO_COLOR=1. FORCE_COLOR=1 forces it' },
  { name: '--help', meaning: 'prints this help' },
  { name: '--version', meaning: 'prints the version' },
];

/** Runs `shipgate` with the words behind it; the exit code is for the caller to set. */
export async function runCommandLine(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name = '--help', ...rest] = words;
  if (name.startsWith('-')) return general(words, terminal);
  const command = commands.find((each) => each.name === name);
  const color = colorOf(words, terminal);
  if (command === undefined) return refuse([unknownWord('command', name, namesOf(commands))], color, terminal);
  const flags = [...command.flags, ...generalFlags];
  const parsed = parseArguments(rest, flags);
  if (parsed.flags.has('--help')) return say(commandHelp(command, flags), terminal);
  if (parsed.flags.has('--version')) return say(manifest.version, terminal);
  if (parsed.faults.length > 0) return refuse(parsed.faults, color, terminal);
  return command.run({ operands: parsed.operands, flags: parsed.flags, color }, terminal);
}

function general(words: readonly string[], terminal: Terminal): ExitCode {
  const { flags, operands, faults } = parseArguments(words, generalFlags);
  if (faults.length > 0) return refuse(faults, colorOf(words, terminal), terminal);
  if (flags.has('--version')) return say(manifest.version, terminal);
  const [word] = operands;
  if (word === undefined || flags.has('--help')) return say(programHelp(commands, generalFlags), terminal);
  const fault = { title: 'the command comes first', expected: `shipgate ${namesOf(commands).join(' | ')}`, got: word };
  return refuse([{ ...fault, do: 'put the flags behind the command' }], colorOf(words, terminal), terminal);
}

function say(text: string, terminal: Terminal): ExitCode {
  terminal.out(text);
  return 0;
}

function refuse(faults: readonly Fault[], color: boolean, terminal: Terminal): ExitCode {
  for (const fault of faults) terminal.err(`${formatFault(fault, { color })}\n`);
  terminal.err('shipgate: nothing was done  (exit code 2)');
  return 2;
}

function namesOf(all: readonly Command[]): string[] {
  return all.map(({ name }) => name);
}

function colorOf(words: readonly string[], terminal: Terminal): boolean {
  const { environment, isTerminal } = terminal;
  const github = environment['GITHUB_ACTIONS'] === 'true';
  return colourIsOn(environment, { flag: !words.includes('--no-color'), terminal: isTerminal, github });
}
