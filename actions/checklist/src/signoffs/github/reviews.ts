/**
 * Approving reviews (https://docs.github.com/rest/pulls/reviews#list-reviews-for-a-pull-request), oldest first. A comment
 * changes nothing; what was dismissed, or was followed by a request for changes of the same person, is void.
 */
import type { Candidate } from '../candidate.ts';
import { reviewWords } from '../sign-off-words.ts';
import { commitIn, signerIn, textOf } from './fields.ts';

/** `subject` is there only when the review names one itself; it follows from the commit otherwise. */
export type Act = Omit<Candidate, 'subject'> & { readonly subject?: string };

export function reviewActs(reviews: readonly unknown[], environment: string | undefined): readonly Act[] {
  return reviews.flatMap((review, index) => {
    const state = textOf(review, 'state')?.toUpperCase();
    const commit = commitIn(review, 'commit_id');
    if (commit === undefined || (state !== 'APPROVED' && state !== 'DISMISSED')) return [];
    const signer = signerIn(review, 'user');
    const later = reviews
      .slice(index + 1)
      .filter((other) => signer !== null && signerIn(other, 'user')?.id === signer.id);
    // Dismissing a request for changes does not bring back what was approved before it.
    const isTakenBack = later.some((other) =>
      ['CHANGES_REQUESTED', 'DISMISSED'].includes(textOf(other, 'state')?.toUpperCase() ?? ''),
    );
    const isSaidAgain = later.some((other) => textOf(other, 'state')?.toUpperCase() === 'APPROVED');
    // A dismissed request for changes is told as dismissed too: it never was a signature, so it makes none void.
    const why = state === 'DISMISSED' ? 'dismissed' : isTakenBack ? 'changes-requested' : undefined;
    if (why !== undefined && isSaidAgain) return [];
    const { role, environment: named, subject } = reviewWords(textOf(review, 'body'));
    const isOther = named !== undefined && named.toLowerCase() !== environment?.toLowerCase();
    const url = textOf(review, 'html_url');
    return [
      {
        kind: 'review' as const,
        ...(role === undefined ? {} : { role }),
        signer,
        commit,
        at: textOf(review, 'submitted_at') ?? null,
        ...(url === undefined ? {} : { url }),
        ...(subject === undefined ? {} : { subject }),
        ...voidOf(why ?? (isOther ? 'other-environment' : undefined)),
      },
    ];
  });
}

function voidOf(why: Candidate['void']): Pick<Candidate, 'void'> {
  return why === undefined ? {} : { void: why };
}

/** People who asked for changes and did not approve afterwards, and when: it takes back whatever they said before. */
export function requestsForChanges(reviews: readonly unknown[]): ReadonlyMap<number, string> {
  const open = new Map<number, string>();
  for (const review of reviews) {
    const [signer, state] = [signerIn(review, 'user'), textOf(review, 'state')?.toUpperCase()];
    if (signer === null) continue;
    if (state === 'CHANGES_REQUESTED') open.set(signer.id, textOf(review, 'submitted_at') ?? '');
    if (state === 'APPROVED') open.delete(signer.id);
  }
  return open;
}

/** Whoever asked for changes later takes back what was signed before, of whatever kind. */
export function voidedBy(takenBack: ReadonlyMap<number, string>, candidate: Candidate): Candidate {
  const at = candidate.signer === null ? undefined : takenBack.get(candidate.signer.id);
  const isBefore = at !== undefined && candidate.at !== null && candidate.at <= at;
  return isBefore && candidate.void === undefined ? { ...candidate, void: 'changes-requested' } : candidate;
}
