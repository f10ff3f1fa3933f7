/** A writer in a process of its own: `node file-cell.fixture.ts FOLDER WHO LAST`. Tells each version that it won, a line each. */
import { writeSync } from 'node:fs';
import { TrafficError } from '../steering/traffic.ts';
import { FileCell } from './file-cell.ts';

export interface Written {
  readonly by: string;
  readonly text: string;
}

export function parseWritten(value: unknown): Written {
  if (typeof value !== 'object' || value === null || !('by' in value) || !('text' in value))
    throw new Error('expected {by, text}');
  return { by: String(value.by), text: String(value.text) };
}

export function writtenIn(folder: string): FileCell<Written> {
  return new FileCell({ folder, name: 'backend web/record', parse: parseWritten });
}

/** Long enough that a write takes more than one block. */
export const text = 'x'.repeat(20_000);

async function race(folder: string, by: string, last: number): Promise<void> {
  const cell = writtenIn(folder);
  const { signal } = new AbortController();
  for (;;) {
    const { version } = await cell.read(signal);
    if (Number(version ?? 0) >= last) return;
    const won = await cell.write({ by, text }, version, signal).catch((error: unknown) => {
      if (error instanceof TrafficError && ['conflict', 'unknown-effect'].includes(error.code)) return undefined;
      throw error;
    });
    if (won !== undefined) writeSync(1, `${won}\n`);
  }
}

const [, program, folder, who, last] = process.argv;
if (program === import.meta.filename && folder !== undefined) await race(folder, who ?? '', Number(last));
