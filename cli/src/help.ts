import type { Command, Flag } from './command.ts';

const EXIT_CODES = [
  'Exit codes:',
  '  0  valid',
  '  1  a fault was found',
  '  2  not known: a file or the question could not be read',
];

/** Help of the program: what commands there are. */
export function programHelp(commands: readonly Command[], flags: readonly Flag[]): string {
  const rows = commands.map(({ name, summary }) => [name, summary] as const);
  return [
    'usage: shipgate <command> [flags]',
    '',
    'Commands:',
    ...columns(rows),
    '',
    'Flags:',
    ...columns(flags.map(({ name, meaning }) => [name, meaning] as const)),
    '',
    ...EXIT_CODES,
    '',
    'More about a command: shipgate <command> --help',
  ].join('\n');
}

/** Help of one command. */
export function commandHelp(command: Command, flags: readonly Flag[]): string {
  return [
    `usage: shipgate ${command.name} ${command.operands}`,
    '',
    ...command.details,
    '',
    'Flags:',
    ...columns(flags.map(({ name, meaning }) => [name, meaning] as const)),
    '',
    ...EXIT_CODES,
  ].join('\n');
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`);
}
