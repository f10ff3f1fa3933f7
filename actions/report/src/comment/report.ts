/** The second way: the comments of a run, and what it means that the token may not. */
import type { RetryClock } from '@shipgate/kit/retry';
import type { Fault } from '@shipgate/schemas';
import type { Wish } from '../inputs.ts';
import type { Origin } from '../origin.ts';
import type { Delivered } from '../outcome.ts';
import { nothing, noticed, troubled } from '../outcome.ts';
import type { Discussion } from '../ports.ts';
import { gotOf, isForbidden } from '../trying.ts';
import type { PlannedComment } from './keep.ts';
import { keepComments } from './keep.ts';

export interface Commenting {
  readonly discussion: Discussion;
  readonly clock: RetryClock;
  readonly wish: Wish;
}

/** Never throws what GitHub answers. */
export async function reportComments(
  planned: readonly PlannedComment[],
  origin: Origin,
  { discussion, clock, wish }: Commenting,
): Promise<Delivered> {
  if (planned.length === 0) return nothing;
  try {
    const number = await pullRequestOf(origin, discussion);
    if (number === null) return noticed(noPullRequest);
    return await keepComments(planned, number, { discussion, clock });
  } catch (error) {
    const got = gotOf(error);
    return isForbidden(error) && wish === 'auto' ? noticed(mayNot(got)) : troubled(notKept(got, isForbidden(error)));
  }
}

/** Of a run from a fork GitHub does not name it: the open one of that branch, as long as it is at that commit. */
async function pullRequestOf({ pullRequest, subject }: Origin, discussion: Discussion): Promise<number | null> {
  if (pullRequest.kind === 'number') return pullRequest.number;
  if (pullRequest.kind === 'none') return null;
  const open = await discussion.pullRequestsOf(pullRequest.owner, pullRequest.branch);
  return open.find(({ commit }) => commit === subject.commit)?.number ?? null;
}

const noPullRequest =
  'No comment was written: no open pull request is at the commit of that run. A newer commit has a run of its own.';

function mayNot(got: string): string {
  return `No comment was written: the token may not (${got}). Summary and annotations must suffice. "pull-requests: write" lets it; a pull request from a fork never has it.`;
}

function notKept(got: string, forbidden: boolean): Fault {
  const mend = 'add "pull-requests: write" to the permissions of this job, or say comment: auto';
  return {
    title: 'the comment on the pull request was not kept',
    expected: forbidden ? 'a token that may comment, since comment is true' : 'an answer of GitHub',
    got,
    do: forbidden ? mend : 'run the job again; the job summary holds the same',
  };
}
