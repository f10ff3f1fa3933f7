/** What the verdict says of the run itself: of the journal, so that nothing in it comes from the moment of reporting. */
import type { RecordedRun } from '@shipgate/kit/gate';
import type { JournalHead } from './journal.ts';

export function recordedSpan({ subject, tool, startedAt }: JournalHead, end: number): RecordedRun {
  return { subject, ...tool, startedAt: new Date(startedAt), finishedAt: new Date(end) };
}
