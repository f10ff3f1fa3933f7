/** The result of a run that a journal can give again: nothing in it may come from the moment of reporting. */
import type { GateResult, RecordedRun } from '@shipgate/kit/gate';
import { cancelTrouble } from '@shipgate/kit/troubles';
import { tellRun } from './conclude.ts';
import type { Rollout } from './decide.ts';
import type { JournalHead } from './journal.ts';
import { report } from './report.ts';

/** `rollout` has taken every entry; `samples` is the name of the file that holds them. */
export function recordedResult(head: JournalHead, rollout: Rollout, samples: string): GateResult {
  const docs = (code: string) => head.docs.replace('REASON', code);
  const result = report(tellRun(head, rollout, samples), docs);
  const { cancelled, now } = rollout.course;
  const reasons = cancelled === undefined ? [] : cancelTrouble(cancelled, docs).reasons;
  return { ...result, reasons: [...reasons, ...result.reasons], recorded: spanOf(head, now) };
}

function spanOf({ subject, tool, startedAt }: JournalHead, end: number): RecordedRun {
  return { subject, ...tool, startedAt: new Date(startedAt), finishedAt: new Date(end) };
}
