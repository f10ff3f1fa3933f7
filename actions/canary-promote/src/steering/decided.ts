/** What a run that is gone had decided, by the journal that it kept. Pure. */
import { foldJournal } from '../conclude.ts';
import type { Rollout } from '../decide.ts';
import { unpackJournal } from './kept.ts';
import type { RolloutRecord } from './record.ts';

/** Undefined when its journal is lost, or is that of another rollout. */
export function decidedBefore(record: RolloutRecord, kept: string | undefined): Rollout | undefined {
  const journal = unpackJournal(kept);
  if (journal?.head.router?.rollout !== record.id || journal.head.planHash !== record.planHash) return undefined;
  return foldJournal(journal.head, journal.entries);
}

/** In stages on the way back, or about to go: a rollout that does not go forward any more. */
export function isGoingBack(record: RolloutRecord, before: Rollout | undefined): boolean {
  return record.log.at(-1)?.cause === 'stage' || before?.decision.action === 'rollback';
}
