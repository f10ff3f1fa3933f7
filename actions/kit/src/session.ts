/** What stays the same during one run of a gate. */
import { commandProof, visible } from './escape.ts';
import type { Gate } from './gate.ts';
import type { Host } from './host.ts';
import { docsUrl } from './host.ts';
import type { Modes } from './inputs.ts';
import type { Printer } from './report/printer.ts';
import type { RunnerFiles } from './report/runner-files.ts';
import type { OutputStream, Runtime } from './runtime.ts';

export interface Session {
  readonly gate: Pick<Gate, 'name' | 'version' | 'codeOrder' | 'documents'>;
  readonly runtime: Runtime;
  readonly runner: RunnerFiles;
  readonly host: Host;
  readonly modes: Modes;
  /** Where text for people goes: stderr when `--json` has stdout. */
  readonly people: OutputStream;
  readonly printer: Printer;
  readonly color: boolean;
  readonly startedAt: Date;
}

/** Page of a reason of this gate. */
export function docsOf({ host, gate }: Session): (code: string) => string {
  return (code) => docsUrl(host, gate.name, code);
}

/** Prints for maintainers, only with debug logging. */
export function debug({ host, printer }: Session, text: string): void {
  if (host.debug) printer.lines(text.split(/\r\n|\r|\n/).map((line) => commandProof(`debug: ${visible(line)}`)));
}

/** What is thrown, with its stack: for the debug log only. */
export function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
