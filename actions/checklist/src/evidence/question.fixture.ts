/** A question about one entry, as the gate asks it: test code. */

import type { EvidenceQuestion } from '../ports.ts';
import type { EvidenceEntry } from './entry.ts';
import { thresholdOf } from './limit.ts';

export const commit = '4f0c9e0b7a5d4c2e8f6a1b0d9c7e5f3a2b4d6c81';

export interface Circumstances {
  /** Thresholds of the item. */
  readonly limits?: readonly string[];
  readonly subject?: EvidenceQuestion['subject'];
  readonly now?: Date;
}

export function questionOf<Entry extends EvidenceEntry>(
  entry: Entry,
  { limits = [], subject, now }: Circumstances = {},
): EvidenceQuestion<Entry> {
  const thresholds = limits.map(thresholdOf).filter((each) => each !== undefined);
  return {
    entry,
    item: { id: 'tests', text: 'An item', thresholds },
    subject: subject ?? { commit, version: '2.4.0', image: `sha256:${'b'.repeat(64)}`, environment: 'production' },
    freshnessMs: 7 * 86_400_000,
    now: now ?? new Date('2026-11-20T12:00:00Z'),
    signal: new AbortController().signal,
  };
}
