/** A journal as a successor of a dead run gets it: packed, beside the lock. Pure. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Entry, Journal, JournalHead } from '../journal.ts';
import { parseJournal } from '../replay/recorded.ts';

/**
 * Characters. Annotations of an object may have 256 KiB in all (Kubernetes API, "Annotations"); the specification asks for 16 kB,
 * which a rollout of a few hundred strata keeps.
 */
export const MOST_KEPT = 160_000;
/** Characters of what is unpacked: text from outside must not fill the memory. */
const MOST_UNPACKED = 64_000_000;

/** Undefined when it would be too large: the step then begins anew. */
export function packJournal(head: JournalHead, entries: readonly Entry[]): string | undefined {
  const text = [head, ...entries].map((each) => `${JSON.stringify(each)}\n`).join('');
  const packed = deflateRawSync(text, { level: 6 }).toString('base64');
  return packed.length > MOST_KEPT ? undefined : packed;
}

/** Undefined for what no run of this version wrote. */
export function unpackJournal(kept: string | undefined): Journal | undefined {
  if (kept === undefined || kept === '') return undefined;
  try {
    return parseJournal(inflateRawSync(Buffer.from(kept, 'base64'), { maxOutputLength: MOST_UNPACKED }).toString());
  } catch {
    return undefined;
  }
}
