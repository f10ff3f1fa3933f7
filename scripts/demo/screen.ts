// Where the demo prints: lines, and on a terminal one line of progress that is written over.
import { withoutColour } from './ansi.ts';

const terminal = process.stdout.isTTY === true;
const colour = terminal && (process.env['NO_COLOR'] ?? '') === '';
const emptyLine = '\r\u001b[K';

export function print(...lines: readonly string[]): void {
  if (terminal) process.stdout.write(emptyLine);
  for (const line of lines) console.log(colour ? line : withoutColour(line));
}

/** Only on a terminal. */
export function showProgress(text: string): void {
  if (terminal) process.stdout.write(`${emptyLine}  ..    ${text}`);
}
