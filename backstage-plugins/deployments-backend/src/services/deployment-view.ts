import type { Deployment, DeploymentStep } from '@shipgate/backstage-plugin-deployments-common';
import { MOST_STEPS } from '@shipgate/backstage-plugin-deployments-common';
import type { DeploymentRow, Int64, StatusRow } from '../store/rows';
import { weightOf } from './weight';

export function iso(time: Int64): string {
  return new Date(Number(time)).toISOString();
}

/** One deployment for the entity tab. `statuses` are its own, the newest first. */
export function deploymentView(row: DeploymentRow, statuses: readonly StatusRow[]): Deployment {
  const [newest] = statuses;
  return {
    id: String(row.gh_id),
    environment: row.environment,
    version: versionOf(row),
    commit: row.sha,
    // GitHub calls a deployment without a status pending (https://docs.github.com/graphql/reference/enums#deploymentstate).
    state: newest?.state ?? 'pending',
    description: newest?.description ?? null,
    weight: newestWeight(statuses),
    steps: stepsOf(statuses),
    by: row.run_actor ?? row.creator,
    createdAt: iso(row.created_at),
    updatedAt: iso(newest?.created_at ?? row.created_at),
    runUrl: row.run_url ?? newest?.log_url ?? null,
    environmentUrl: newest?.environment_url ?? null,
  };
}

function newestWeight(statuses: readonly StatusRow[]): number | null {
  for (const { description } of statuses) {
    const weight = description === null ? null : weightOf(description);
    if (weight !== null) return weight;
  }
  return null;
}

function stepsOf(statuses: readonly StatusRow[]): readonly DeploymentStep[] {
  return statuses
    .flatMap(({ created_at, state, description }) =>
      description === null ? [] : [{ at: iso(created_at), state, description }],
    )
    .slice(0, MOST_STEPS)
    .reverse();
}

/** The payload's version, else the tag or branch that was deployed, else the short commit. */
export function versionOf({ version, ref, sha }: Pick<DeploymentRow, 'version' | 'ref' | 'sha'>): string {
  if (version !== null) return version;
  return ref === '' || sha.startsWith(ref.toLowerCase()) ? shortCommit(sha) : refName(ref);
}

/** refs/heads/main -> main, refs/tags/v1 -> v1, refs/pull/71/merge -> pull/71/merge. */
export function refName(ref: string): string {
  return ref.replace(/^refs\/(heads\/|tags\/)?/, '');
}

function shortCommit(sha: string): string {
  return sha.slice(0, 7);
}
