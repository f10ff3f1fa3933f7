// Whether the portal shows what was sent to it. Pure.
import type { EntityDeployments } from '@shipgate/backstage-plugin-deployments-common';
import type { ReleaseRun } from './releases.ts';

/** Environments of the history, in pipeline order, and the version that runs in each. */
export const expectedVersions = {
  development: 'v1.5.0',
  ci: 'v1.5.0',
  staging: 'v1.4.3',
  'pre-production': 'v1.4.2',
  production: 'v1.4.2',
} as const;

/** Every way in which the portal's answer is not what was sent; none when it is. */
export function portalFaults(shown: EntityDeployments, runs: readonly ReleaseRun[]): readonly string[] {
  return [...wrongEnvironments(shown), ...runs.flatMap((run) => wrongVerdict(shown, run))];
}

function wrongEnvironments({ environments }: EntityDeployments): readonly string[] {
  const said = environments.map(({ name, current }) => `${name} ${current?.version ?? 'nothing'}`).join(', ');
  const wanted = Object.entries(expectedVersions)
    .map((entry) => entry.join(' '))
    .join(', ');
  return said === wanted ? [] : [`environments: expected ${wanted}; got ${said || 'none'}`];
}

function wrongVerdict({ releases }: EntityDeployments, { release, commit, verdict }: ReleaseRun): readonly string[] {
  const gates = releases.find((one) => one.commit === commit)?.gates ?? [];
  const got = gates.find(({ gate }) => gate === verdict.gate);
  if (got === undefined) return [`${release}: expected the verdict of ${verdict.gate}, got none`];
  const summary = ({
    outcome,
    headline,
    reasons,
  }: Pick<typeof got, 'outcome' | 'headline'> & { reasons: readonly { code: string }[] }) =>
    [outcome, headline, ...reasons.map(({ code }) => code)].join(' | ');
  const [wanted, said] = [summary(verdict), summary(got)];
  return wanted === said ? [] : [`${release}: expected ${wanted}; got ${said}`];
}
