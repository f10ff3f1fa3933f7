/** Comments on commits (https://docs.github.com/rest/commits/comments) that sign, and those that break the glass. */
import type { Candidate, Signer } from '../candidate.ts';
import { type OverrideWords, overridesIn, signOffsIn } from '../sign-off-words.ts';
import { commitIn, signerIn, textOf } from './fields.ts';

/** One that was edited is none: nobody knows who wrote what stands there now. */
export function commentCandidates(comments: readonly unknown[], environment: string | undefined): readonly Candidate[] {
  return comments.flatMap((comment) => {
    const commit = commitIn(comment, 'commit_id');
    if (commit === undefined) return [];
    const url = textOf(comment, 'html_url');
    return signOffsIn(textOf(comment, 'body')).map(({ role, environment: named, subject }): Candidate => {
      const isOther = named.toLowerCase() !== environment?.toLowerCase();
      const why = isEdited(comment) ? 'edited' : isOther ? 'other-environment' : undefined;
      return {
        kind: 'commit-comment',
        role,
        signer: signerIn(comment, 'user'),
        commit,
        subject,
        at: textOf(comment, 'created_at') ?? null,
        ...(url === undefined ? {} : { url }),
        ...(why === undefined ? {} : { void: why }),
      };
    });
  });
}

export interface OverrideComment extends OverrideWords {
  readonly signer: Signer | null;
  readonly at: string;
}

export function overrideComments(comments: readonly unknown[]): readonly OverrideComment[] {
  return comments
    .filter((comment) => !isEdited(comment))
    .flatMap((comment) =>
      overridesIn(textOf(comment, 'body')).map((words) => ({
        ...words,
        signer: signerIn(comment, 'user'),
        at: textOf(comment, 'created_at') ?? '',
      })),
    );
}

function isEdited(comment: unknown): boolean {
  return textOf(comment, 'created_at') !== textOf(comment, 'updated_at');
}
