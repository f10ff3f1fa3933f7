/** Asks for the evidence of all items that a run is about, a few at a time. */
import type { Progress } from '@shipgate/kit/progress';
import { counted } from '@shipgate/kit/verdict';
import type { EvidenceEntry } from './evidence/entry.ts';
import type { EvidenceResult, EvidenceSubject } from './evidence/result.ts';
import type { Item } from './markdown/model.ts';
import type { PolicyEvidence } from './policy.ts';
import type { EvidenceQuestion } from './ports.ts';

/** Looks at evidence of any kind. */
export type Look = (question: EvidenceQuestion) => Promise<EvidenceResult>;

export interface Asked {
  readonly key: string;
  readonly item: Item;
  readonly evidence: readonly PolicyEvidence[];
}

export interface CollectSettings {
  readonly look: Look;
  readonly subject: EvidenceSubject;
  readonly freshnessMs: number;
  readonly now: Date;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

const AT_ONCE = 6;

/** Results by key, in the order of the policy. A reader that breaks makes its evidence unknown, and nothing else. */
export async function collectEvidence(
  asked: readonly Asked[],
  settings: CollectSettings,
): Promise<ReadonlyMap<string, readonly EvidenceResult[]>> {
  const { progress, look, signal, ...rest } = settings;
  const questions = asked.flatMap(({ key, item, evidence }) =>
    evidence.map(({ entry }) => ({ key, question: { entry, item, signal, ...rest } })),
  );
  const results: EvidenceResult[] = new Array(questions.length);
  let finished = 0;
  progress.stage('evidence', `0 of ${questions.length}`, '..');
  const lookAt = async (indices: number[]) => {
    for (let index = indices.shift(); index !== undefined; index = indices.shift()) {
      const own = questions[index];
      if (own === undefined || signal.aborted) return;
      results[index] = await looked(look, own.question);
      finished += 1;
      progress.stage('evidence', `${finished} of ${questions.length}, ${own.question.entry.kind}`, '..');
    }
  };
  const isCommand = (index: number) => questions[index]?.question.entry.kind === 'command';
  const read = questions.map((_, index) => index).filter((index) => !isCommand(index));
  await Promise.all(Array.from({ length: AT_ONCE }, () => lookAt(read)));
  // Commands run code of the change, which could write what else is read: so they come last, one by one.
  await lookAt(questions.map((_, index) => index).filter(isCommand));
  tellEvidence(progress, results);
  const found = new Map<string, EvidenceResult[]>();
  questions.forEach(({ key, question }, index) => {
    const result = results[index] ?? unlooked(question.entry, 'the run was cancelled before it was looked at');
    found.set(key, [...(found.get(key) ?? []), result]);
  });
  return found;
}

async function looked(look: Look, question: EvidenceQuestion): Promise<EvidenceResult> {
  try {
    return await look(question);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return unlooked(
      question.entry,
      `evidence of kind ${question.entry.kind} could not be looked at: ${why.slice(0, 200)}`,
    );
  }
}

function unlooked({ kind }: EvidenceEntry, seen: string): EvidenceResult {
  return { kind, outcome: 'unknown', source: kind, seen, mend: 'Run the job again' };
}

function tellEvidence(progress: Progress, results: readonly EvidenceResult[]): void {
  const count = (outcome: EvidenceResult['outcome']) => results.filter((each) => each?.outcome === outcome).length;
  const [failing, stale, unknown] = [count('fail'), count('stale'), count('unknown')];
  if (results.length === 0) {
    progress.stage('evidence', 'none is configured', 'skip');
    return;
  }
  const parts = [
    `${count('pass')} of ${results.length} hold`,
    failing === 0 ? '' : `${failing} fail`,
    stale === 0 ? '' : `${stale} stale`,
    unknown === 0 ? '' : `${unknown} unknown`,
  ];
  const state = failing > 0 ? 'FAIL' : stale + unknown > 0 ? '??' : 'ok';
  progress.stage('evidence', parts.filter((part) => part !== '').join(', '), state);
}

/** "37 entries for 34 items", for a dry run. */
export function tellPlanned(asked: readonly Asked[]): string {
  const entries = asked.reduce((sum, { evidence }) => sum + evidence.length, 0);
  return `${counted(entries, 'piece')} of evidence for ${counted(asked.length, 'item')}`;
}
