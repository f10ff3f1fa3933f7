/** All text for people goes through here: in GitHub between stop-commands marks, so that nothing in it is a command. */
import { commandProof } from '../escape.ts';
import type { OutputStream } from '../runtime.ts';

export interface Printer {
  /** Raw pieces of progress; they were escaped by their writer. */
  write(text: string): void;
  lines(lines: readonly string[]): void;
  /** A workflow command, outside of the marks. */
  command(line: string): void;
  /** Ends the marks; later text opens new ones. */
  close(): void;
}

/** Source: GitHub docs, "Stopping and starting workflow commands". The token is random, so that no text can end it. */
export function createPrinter(stream: OutputStream, github: boolean): Printer {
  let token: string | undefined;
  const close = () => {
    if (token !== undefined) stream.write(`::${token}::\n`);
    token = undefined;
  };
  const write = (text: string) => {
    if (github && token === undefined) {
      token = `shipgate-${crypto.randomUUID()}`;
      stream.write(`::stop-commands::${token}\n`);
    }
    stream.write(text);
  };
  return {
    write,
    lines: (lines) => {
      if (lines.length > 0) write(`${lines.map(commandProof).join('\n')}\n`);
    },
    command: (line) => {
      close();
      stream.write(`${line}\n`);
    },
    close,
  };
}
