/** Keeps one comment for each gate, service, environment and folder on a pull request: replaced, never added. */
import type { RetryClock } from '@shipgate/kit/retry';
import { retry } from '@shipgate/kit/retry';
import type { Delivered, Delivery } from '../outcome.ts';
import { delivered, joined, troubled } from '../outcome.ts';
import type { Discussion } from '../ports.ts';
import { gotOf, isForbidden, judge, policy } from '../trying.ts';
import type { Assigned, Comment } from './assign.ts';
import { assignComments } from './assign.ts';
import type { Marker } from './marker.ts';
import { overrideOf } from './override.ts';
import { isNewer, readRecord } from './record.ts';
import type { CommentFacts } from './text.ts';
import { commentText, outdatedText } from './text.ts';

export interface PlannedComment {
  readonly marker: Marker;
  readonly facts: CommentFacts;
  /** The verdict, for people. */
  readonly file: string;
}

/**
 * Throws Refusal where nothing can be kept. A failed try begins again by looking what is there, so that a comment that was made without our
 * knowing is found and not made twice.
 */
export async function keepComments(
  planned: readonly PlannedComment[],
  pullRequest: number,
  { discussion, clock }: { readonly discussion: Discussion; readonly clock: RetryClock },
): Promise<Delivered> {
  return await retry(() => keepOnce(planned, pullRequest, discussion), judge, policy, clock);
}

async function keepOnce(
  planned: readonly PlannedComment[],
  pullRequest: number,
  discussion: Discussion,
): Promise<Delivered> {
  const comments = await discussion.list(pullRequest);
  const self = await discussion.self();
  const { assigned, outdated } = assignComments(planned, comments, self);
  const kept: Delivered[] = [];
  for (const one of assigned) kept.push(await keepOrTell(one, pullRequest, discussion));
  for (const comment of outdated) await outdate(comment, planned, discussion);
  return joined(kept);
}

/** What is wrong with one comment alone keeps no other from being kept. */
async function keepOrTell(
  one: Assigned<PlannedComment>,
  pullRequest: number,
  discussion: Discussion,
): Promise<Delivered> {
  try {
    return joined((await keepOne(one, pullRequest, discussion)).map(delivered));
  } catch (error) {
    if (isForbidden(error) || judge(error).kind === 'again') throw error;
    return troubled({
      title: `the comment for ${one.planned.file} was not written`,
      expected: 'a comment that GitHub takes',
      got: gotOf(error),
      do: 'run the job again; the job summary holds the same',
    });
  }
}

async function keepOne(
  { planned, marker, comment }: Assigned<PlannedComment>,
  pullRequest: number,
  discussion: Discussion,
): Promise<readonly Delivery[]> {
  const { facts, file } = planned;
  const told = (state: Delivery['state'], { url }: Comment): Delivery[] => [{ way: 'comment', file, state, url }];
  if (comment === undefined) {
    // A change that was never red needs no comment; what was let through is no green one.
    if (facts.verdict.outcome === 'pass' && overrideOf(facts.verdict) === undefined) return [];
    return told('created', await discussion.create(pullRequest, commentText(facts, marker, undefined)));
  }
  const previous = readRecord(comment.body);
  if (previous !== undefined && isNewer(previous.run, facts.run)) return told('left', comment);
  const body = commentText(facts, marker, previous);
  if (comment.body === body) return told('unchanged', comment);
  return told('updated', await discussion.update(comment.id, body));
}

async function outdate(comment: Comment, planned: readonly PlannedComment[], discussion: Discussion): Promise<void> {
  const [line = ''] = comment.body.split(/\r?\n/, 1);
  const newer = planned.find(({ marker }) => line.includes(` gate=${marker.gate} `));
  if (newer === undefined) return;
  const { run, links, verdict } = newer.facts;
  const body = outdatedText(line, verdict.gate, run, links.run);
  const previous = readRecord(comment.body);
  if (comment.body !== body && !(previous !== undefined && isNewer(previous.run, run)))
    await discussion.update(comment.id, body);
}
