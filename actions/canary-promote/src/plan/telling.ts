/** Whom a rollout tells, as the plan says it. No part of the plan's hash. Pure. */
import type { Canary } from '@shipgate/schemas';

export interface Telling {
  /** Every step as a status of a GitHub deployment. */
  readonly deployment: boolean;
  /** Of the incident issue after a rollback; undefined: none is opened. */
  readonly issueLabels: readonly string[] | undefined;
  /** Variable with the address of a hook that hears of a rollback. */
  readonly hookEnv: string | undefined;
}

export function resolveTelling(section: Pick<Canary, 'deployment' | 'after-rollback'>): Telling {
  const { issue, 'hook-env': hookEnv } = section['after-rollback'] ?? {};
  return {
    deployment: section.deployment ?? false,
    issueLabels: issue === undefined ? undefined : (issue.labels ?? []),
    hookEnv,
  };
}
