import type { Deployment, DeploymentState, EnvironmentState } from '@shipgate/backstage-plugin-deployments-common';
import { comingLook } from './states';

/**
 * The newest deployment of an environment when it is followed line by line: it is on its way or has gone wrong, and has
 * said more than the card of the environment shows. Else null.
 */
export function followed({ current, latest }: EnvironmentState): Deployment | null {
  const deployment = latest ?? current;
  if (deployment === null || !isFollowed(deployment.state)) return null;
  return deployment.steps.length > 1 || deployment.weight !== null ? deployment : null;
}

function isFollowed(state: DeploymentState): boolean {
  const word = comingLook(state)?.word;
  return word === 'moving' || word === 'failed';
}
