/** Keeps one check run for each gate and environment on the commit: replaced, never added. */
import type { RetryClock } from '@shipgate/kit/retry';
import { retry } from '@shipgate/kit/retry';
import type { Fault } from '@shipgate/schemas';
import { isNewer, readRecord } from '../comment/record.ts';
import type { CommentFacts } from '../comment/text.ts';
import type { Wish } from '../inputs.ts';
import type { Delivered, Delivery } from '../outcome.ts';
import { delivered, joined, noticed, troubled } from '../outcome.ts';
import type { CheckRunContent, CheckRuns } from '../ports.ts';
import { gotOf, isForbidden, judge, policy } from '../trying.ts';
import { conclusionOf, outputOf } from './content.ts';
import { externalIdOf, externalPrefix } from './name.ts';

export interface PlannedCheckRun {
  readonly name: string;
  /** The commit that was judged: of a pull request its head. */
  readonly commit: string;
  readonly facts: CommentFacts;
  /** The verdict, for people. */
  readonly file: string;
}

export interface Checking {
  readonly checkRuns: CheckRuns;
  readonly clock: RetryClock;
  readonly wish: Wish;
}

/** Never throws what GitHub answers. Where it does not let us, it will not for the next one either: that is told once. */
export async function keepCheckRuns(
  planned: readonly PlannedCheckRun[],
  { checkRuns, clock, wish }: Checking,
): Promise<Delivered> {
  const parts: Delivered[] = [];
  for (const one of planned) {
    try {
      // A failed try begins again by looking, so that what was made without our knowing is not made twice.
      parts.push(delivered(await retry(() => keepOne(one, checkRuns), judge, policy, clock)));
    } catch (error) {
      if (isForbidden(error)) return joined([...parts, forbidden(wish, gotOf(error))]);
      parts.push(troubled(notKept(one, gotOf(error))));
    }
  }
  return joined(parts);
}

async function keepOne({ name, commit, facts, file }: PlannedCheckRun, checkRuns: CheckRuns): Promise<Delivery> {
  const all = await checkRuns.find(commit, name);
  // A job of a workflow may bear any name; only ours have such an id.
  const ours = all.filter(({ externalId }) => externalId.startsWith(externalPrefix(facts.verdict.gate)));
  const kept = ours.toSorted((a, b) => b.id - a.id)[0];
  const told = (state: Delivery['state'], { url }: { readonly url: string }): Delivery => {
    return { way: 'check-run', file, state, url };
  };
  if (kept === undefined) return told('created', await checkRuns.create(commit, name, contentOf(facts, commit)));
  // The record is the first line of a summary, and the second of a comment.
  const previous = readRecord(`\n${kept.summary}`);
  if (previous !== undefined && isNewer(previous.run, facts.run)) return told('left', kept);
  return told('updated', await checkRuns.update(kept.id, contentOf(facts, commit)));
}

export function contentOf(facts: CommentFacts, commit: string): CheckRunContent {
  const { verdict, links } = facts;
  return {
    externalId: externalIdOf(verdict.gate, commit),
    conclusion: conclusionOf(verdict),
    ...{ startedAt: timeOf(verdict.startedAt), completedAt: timeOf(verdict.finishedAt) },
    detailsUrl: links.run,
    output: outputOf(facts),
  };
}

/** A leap second is a time to the schema, and none to Date. */
function timeOf(time: string): string | undefined {
  const at = Date.parse(time);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}

function forbidden(wish: Wish, got: string): Delivered {
  if (wish === 'auto')
    return noticed(
      `No check run was written: the token may not (${got}). "checks: write" lets it; a pull request from a fork never has it.`,
    );
  return troubled({
    title: 'no check run was written',
    expected: 'a token that may write check runs, since check-run is true',
    got,
    do: 'add "checks: write" to the permissions of this job, or say check-run: auto',
  });
}

function notKept({ file, name }: PlannedCheckRun, got: string): Fault {
  return {
    title: `the check run for ${file} was not written`,
    expected: `GitHub to take ${name}`,
    got,
    do: 'run the job again; the job summary holds the same',
  };
}
