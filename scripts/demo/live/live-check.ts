// Whether the portal shows the two live rollouts. Pure.
import type { EntityDeployments } from '@shipgate/backstage-plugin-deployments-common';
import type { ReleaseRun } from '../releases.ts';

/** Every way in which the portal's answer is not what happened; none when it is. */
export function liveFaults(
  { environments, releases }: EntityDeployments,
  good: ReleaseRun,
  bad: ReleaseRun,
): readonly string[] {
  const production = environments.find(({ name }) => name === 'production');
  const verdictOf = (run: ReleaseRun) =>
    releases.find(({ commit }) => commit === run.commit)?.gates.find(({ gate }) => gate === 'canary-promote')?.outcome;
  return [
    ...differs('production runs', production?.current?.version, good.release),
    ...differs('the newest deployment', production?.latest?.version, bad.release),
    ...differs('its state', production?.latest?.state, 'failure'),
    ...differs('its last words', production?.latest?.description?.startsWith('back to 0 %'), true),
    ...differs(`the verdict on ${good.release}`, verdictOf(good), 'pass'),
    ...differs(`the verdict on ${bad.release}`, verdictOf(bad), 'fail'),
  ];
}

function differs(what: string, got: unknown, expected: unknown): readonly string[] {
  return got === expected ? [] : [`${what}: expected ${String(expected)}, got ${String(got)}`];
}
