import type { Subject, Verdict } from '@shipgate/schemas';
import { PULL_REQUEST_EVENTS } from '../config/settings';
import type { JobClaims } from '../oidc/claims';
import type { BodyFault } from '../refusal';

/**
 * What the token knows of a verdict's subject. Its path, service and base are the gate's own words, and so is the environment of
 * a checklist that a job without one sends.
 */
export function subjectOf(said: Subject, claims: JobClaims): Subject {
  return {
    ...said,
    repository: claims.repository,
    commit: claims.commit,
    ref: claims.ref,
    event: claims.event,
    ...(claims.environment === null ? {} : { environment: claims.environment }),
    run: { id: claims.runId, attempt: claims.attempt },
  };
}

/**
 * Where a verdict's subject says another thing than the token. What it leaves out is no contradiction. On a pull request the
 * token names the merge commit that was checked out, and the gate the head that was judged; nobody can hold the two together.
 */
export function contradictions({ gate, subject }: Verdict, claims: JobClaims): readonly BodyFault[] {
  const environment = subject.environment?.toLowerCase();
  // A checklist is judged before the deployment, often on a pull request: no job of that environment has begun.
  const isOwnWord = gate === 'checklist' && claims.environment === null;
  const pairs: readonly (readonly [string, string | number | undefined, string | number | null])[] = [
    ['subject.repository', subject.repository?.toLowerCase(), claims.repository.toLowerCase()],
    ['subject.commit', PULL_REQUEST_EVENTS.includes(claims.event) ? undefined : subject.commit, claims.commit],
    ['subject.ref', subject.ref, claims.ref],
    ['subject.event', subject.event, claims.event],
    ['subject.environment', isOwnWord ? undefined : environment, claims.environment?.toLowerCase() ?? null],
    ['subject.run.id', subject.run?.id, claims.runId],
    ['subject.run.attempt', laterThan(claims.attempt, subject.run?.attempt), claims.attempt],
  ];
  return pairs
    .filter(([, said, known]) => said !== undefined && said !== known)
    .map(([path, said, known]) => ({
      path,
      message: `must be what the token says, ${quoted(known)}, not ${quoted(said)}`,
    }));
}

/** Whoever runs only the failed jobs again sends, in the new attempt, what a gate said in an earlier one. */
function laterThan(attempt: number, said: number | undefined): number | undefined {
  return said !== undefined && said > attempt ? said : undefined;
}

function quoted(value: string | number | null | undefined): string {
  return value === null ? 'no environment' : JSON.stringify(value).slice(0, 200);
}
