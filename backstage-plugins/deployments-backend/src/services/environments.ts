import type { EnvironmentState } from '@shipgate/backstage-plugin-deployments-common';
import { environmentKey } from '../github/facts';
import type { CurrentStateRow, DeploymentRow, StatusRow } from '../store/rows';
import { deploymentView, iso } from './deployment-view';

export interface Pipeline {
  readonly environments: readonly string[];
  readonly production: readonly string[];
}

/** Environments in the pipeline's order; those that it does not name come last, by name. */
export function environmentStates(
  states: readonly CurrentStateRow[],
  deployments: readonly DeploymentRow[],
  statuses: readonly StatusRow[],
  pipeline: Pipeline,
): readonly EnvironmentState[] {
  const view = (id: CurrentStateRow['current_gh_id']) => {
    const row = id === null ? undefined : deployments.find(({ gh_id }) => String(gh_id) === String(id));
    return row === undefined ? null : deploymentView(row, statusesOf(statuses, row));
  };
  const production = pipeline.production.map(environmentKey);
  return inOrder(states, pipeline.environments.map(environmentKey)).map((state) => {
    const current = view(state.current_gh_id);
    const isAnother = String(state.latest_gh_id) !== String(state.current_gh_id);
    return {
      name: state.environment,
      isProduction: production.includes(state.environment_key),
      current: current === null || state.since === null ? null : { ...current, since: iso(state.since) },
      latest: isAnother ? view(state.latest_gh_id) : null,
    };
  });
}

/** In the order in which they come: the newest first. */
function statusesOf(statuses: readonly StatusRow[], { gh_id }: DeploymentRow): readonly StatusRow[] {
  return statuses.filter((status) => String(status.gh_id) === String(gh_id));
}

function inOrder(states: readonly CurrentStateRow[], order: readonly string[]): readonly CurrentStateRow[] {
  const place = ({ environment_key }: CurrentStateRow) => {
    const index = order.indexOf(environment_key);
    return index === -1 ? order.length : index;
  };
  return [...states].sort(
    (one, two) => place(one) - place(two) || (one.environment_key < two.environment_key ? -1 : 1),
  );
}
