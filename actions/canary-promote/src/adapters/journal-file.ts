/** The journal as a file: one line a fact, written before it counts. */
import { appendFileSync, closeSync, fsyncSync, readFileSync } from 'node:fs';
import { createFile } from '@shipgate/kit/report/output-directory';
import type { Entry, JournalHead } from '../journal.ts';
import type { Recorder } from '../ports.ts';

/** Name in the output directory. */
export const samplesFile = 'samples.jsonl';

/** Begins a new journal; each entry is on the disk when `append` returns. */
export function openJournalFile(path: string, head: JournalHead): Recorder & { close(): void } {
  const file = createFile(path);
  const append = (value: JournalHead | Entry) => {
    appendFileSync(file, `${JSON.stringify(value)}\n`);
    fsyncSync(file);
  };
  append(head);
  return { append, close: () => closeSync(file) };
}

/** The text of a journal, or of traces. */
export function readSamples(path: string): string {
  return readFileSync(path, 'utf8');
}
