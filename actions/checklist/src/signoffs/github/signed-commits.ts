/**
 * Commits that touch sign-off lines only, under the person's own verified key
 * (https://docs.github.com/rest/commits/commits#get-a-commit, `verification`). What is written in the browser is signed by
 * GitHub's key (web-flow), which proves a session and no key of anybody.
 */
import type { Role } from '../../policy.ts';
import type { Candidate } from '../candidate.ts';
import { isLabel } from '../label.ts';
import { signedLines } from '../subject.ts';
import { commitIn, numberOf, partOf, signerIn, textOf, WEB_FLOW } from './fields.ts';

/** A commit, and what it made of the sign-off lines. */
export interface SigningCommit {
  /** As GitHub gives it. */
  readonly commit: unknown;
  readonly sha: string;
  /** Labels whose line it ticked, and that are ticked still. */
  readonly labels: readonly string[];
  /** Of the commit, and so of its parent. */
  readonly subject: string;
}

export function signedCommitCandidates(
  commits: readonly SigningCommit[],
  roles: readonly Role[],
): readonly Candidate[] {
  return commits.flatMap(({ commit, sha, labels, subject }) =>
    roles
      .filter(({ label }) => labels.some((each) => isLabel(each, label)))
      .map((role): Candidate => {
        const why = whyNot(commit);
        const at = textOf(partOf(partOf(commit, 'commit'), 'committer'), 'date') ?? null;
        const url = textOf(commit, 'html_url');
        return {
          kind: 'signed-commit',
          role: role.name,
          signer: signerIn(commit, 'author'),
          commit: sha,
          subject,
          at,
          ...(url === undefined ? {} : { url }),
          ...(why === undefined ? {} : { void: why }),
        };
      }),
  );
}

function whyNot(commit: unknown): Candidate['void'] {
  const committer = signerIn(commit, 'committer');
  if (isByWebFlow(commit)) return 'by-web-flow';
  const verification = partOf(partOf(commit, 'commit'), 'verification');
  if (verification['verified'] !== true || textOf(verification, 'reason') !== 'valid') return 'key-not-verified';
  // GitHub verifies the committer's key; the author may be anybody's name.
  return committer === null || committer.id !== signerIn(commit, 'author')?.id ? 'key-of-somebody-else' : undefined;
}

/** Labels whose line is ticked in the second text and was not in the first. */
export function newlySigned(
  before: Buffer | undefined,
  after: Buffer | undefined,
  path: string,
  labels: readonly string[],
): readonly string[] {
  if (after === undefined) return [];
  const old = before === undefined ? new Map<string, never>() : signedLines(before, path, labels);
  return [...signedLines(after, path, labels)].flatMap(([label, line]) => {
    const was: { ticked: boolean; text: string } | undefined = old.get(label);
    return line.ticked && was?.ticked !== true ? [label] : [];
  });
}

/** Who wrote a commit: author and committer by id, but GitHub's own. */
export function writersOf(commit: unknown): readonly number[] {
  const ids = ['author', 'committer'].map((key) => numberOf(partOf(commit, key), 'id'));
  return ids.filter((id): id is number => id !== undefined && id !== WEB_FLOW);
}

export function shaOf(commit: unknown): string | undefined {
  return commitIn(commit, 'sha');
}

/** Ids of the parents, in order. */
export function parentsOf(commit: unknown): readonly string[] {
  const parents = (commit as { parents?: unknown } | null)?.parents;
  return Array.isArray(parents) ? parents.flatMap((parent: unknown) => commitIn(parent, 'sha') ?? []) : [];
}

/** Committed by GitHub itself, for somebody in the browser. */
export function isByWebFlow(commit: unknown): boolean {
  return signerIn(commit, 'committer')?.id === WEB_FLOW;
}
