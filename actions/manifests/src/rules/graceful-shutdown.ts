import type { Rule } from './rule.ts';
import { containerText } from './rule.ts';

/** https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination */
export const gracefulShutdown: Rule = {
  name: 'graceful-shutdown',
  title: 'containers have time to end their requests',
  hurts: 'requests that are under way are cut off at every rollout',
  mend: 'Add a preStop hook that waits for a few seconds, and keep terminationGracePeriodSeconds above it.',
  subjects: 'servers',
  checks: [
    {
      each: 'container',
      lists: ['containers'],
      expression: 'has(container.lifecycle) && has(container.lifecycle.preStop)',
      field: ['lifecycle'],
      seen: ({ container }) =>
        `${containerText(container)} has no lifecycle.preStop, expected one that waits a few seconds`,
    },
    {
      each: 'pod',
      expression: 'pod.?terminationGracePeriodSeconds.orValue(30) > 0',
      field: ['terminationGracePeriodSeconds'],
      seen: () => 'terminationGracePeriodSeconds is 0, expected 30 or what the requests need',
    },
  ],
};
