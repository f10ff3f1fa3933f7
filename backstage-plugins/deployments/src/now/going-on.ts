import type { Deployment, EnvironmentState } from '@shipgate/backstage-plugin-deployments-common';
import { comingLook, type StateLook } from '../environments/states';

/** A deployment that somebody may want to know of now. */
export interface Happening {
  readonly environment: EnvironmentState;
  readonly deployment: Deployment;
  readonly look: StateLook;
}

const urgency: Readonly<Record<StateLook['word'], number>> = {
  failed: 0,
  unknown: 1,
  waiting: 2,
  moving: 3,
  healthy: 4,
  inactive: 4,
};

/** What is on its way, waiting, failed or not understood, the most urgent first; production before the others. */
export function goingOn(environments: readonly EnvironmentState[]): readonly Happening[] {
  return environments
    .flatMap((environment) => {
      const deployment = environment.latest;
      const look = deployment === null ? null : comingLook(deployment.state);
      return deployment === null || look === null || look.word === 'inactive'
        ? []
        : [{ environment, deployment, look }];
    })
    .sort((a, b) => rank(a) - rank(b));
}

function rank({ look, environment }: Happening): number {
  return urgency[look.word] * 2 + (environment.isProduction ? 0 : 1);
}
