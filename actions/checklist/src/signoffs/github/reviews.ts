/**
 * Approving reviews (https://docs.github.com/rest/pulls/reviews#list-reviews-for-a-pull-request), oldest first. A comment
 * changes nothing; what was dismissed, or was followed by a request for changes of the same person, is void.
 */
import type { Candidate } from '../candidate.ts';
import { roleNamedIn } from '../sign-off-words.ts';
import { commitIn, signerIn, textOf } from './fields.ts';

/** `subject` is left out: it follows from the commit. */
export type Act = Omit<Candidate, 'subject'>;

export function reviewActs(reviews: readonly unknown[]): readonly Act[] {
  return reviews.flatMap((review, index) => {
    const state = textOf(review, 'state')?.toUpperCase();
    const commit = commitIn(review, 'commit_id');
    if (commit === undefined || (state !== 'APPROVED' && state !== 'DISMISSED')) return [];
    const signer = signerIn(review, 'user');
    const later = reviews
      .slice(index + 1)
      .filter((other) => signer !== null && signerIn(other, 'user')?.id === signer.id);
    const isTakenBack = later.some((other) => textOf(other, 'state')?.toUpperCase() === 'CHANGES_REQUESTED');
    const isSaidAgain = later.some((other) => textOf(other, 'state')?.toUpperCase() === 'APPROVED');
    // A dismissed request for changes is told as dismissed too: it never was a signature, so it makes none void.
    const why = state === 'DISMISSED' ? 'dismissed' : isTakenBack ? 'changes-requested' : undefined;
    if (why !== undefined && isSaidAgain) return [];
    const role = roleNamedIn(textOf(review, 'body'));
    const url = textOf(review, 'html_url');
    return [
      {
        kind: 'review' as const,
        ...(role === undefined ? {} : { role }),
        signer,
        commit,
        at: textOf(review, 'submitted_at') ?? null,
        ...(url === undefined ? {} : { url }),
        ...(why === undefined ? {} : { void: why }),
      },
    ];
  });
}
