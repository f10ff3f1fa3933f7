import { ConfigurationError, readCanaryPlan } from '@shipgate/schemas';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { type GitopsOptions, resolveRouter } from '../../plan/router.ts';
import { Calls } from '../calls.ts';
import { sampleRecord } from '../testing/traffic-contract.ts';
import { GitopsWorld, never, place } from './gitops.fixture.ts';
import { nameOf, openGitops } from './open-gitops.ts';

const worlds: GitopsWorld[] = [];
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close();
});

/** As a plan has it. */
function parts(router: string) {
  const file = 'plan.yml';
  const text = `metrics: [{name: errors, total: a, bad: b}]\n${router}`;
  const { value, faults } = readCanaryPlan(text, { file });
  if (value === undefined) throw new Error(`expected a plan that can be read, got ${JSON.stringify(faults)}`);
  const options = resolveRouter(value.canary.router);
  if (options.kind !== 'gitops') throw new Error('expected a router of kind gitops');
  return { options: options satisfies GitopsOptions, places: value.places, identity: 'run-1', live: undefined };
}

const plan = `router:
  kind: gitops
  repository: acme/gitops
  file: ${place.file}
  pointer: ${place.pointer}
  token-env: GITOPS_TOKEN
`;

describe('a plan with a GitOps repository', () => {
  it.each([{}, { GITOPS_TOKEN: '' }])('without a token is a fault at its place: %j', (env) => {
    try {
      openGitops({ ...parts(plan), env });
      expect.fail('it was opened');
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      expect(error.faults).toMatchObject([
        { title: 'the variable GITOPS_TOKEN is not set', location: { file: 'plan.yml', line: 7 } },
      ]);
    }
  });

  it('gives a router whose record and lock stand in refs of the repository', async () => {
    const world = await GitopsWorld.make();
    worlds.push(world);
    const env = { GITHUB_API_URL: world.standIn.apiUrl, GITOPS_TOKEN: 'good' };
    const { traffic, lock, count, managed } = openGitops({ ...parts(plan), env });
    expect(await lock.acquire(never)).toMatchObject({ kind: 'held', epoch: 1 });
    await traffic.write(await traffic.read(never), { weight: 25, record: sampleRecord({ weight: 25 }) }, never);
    expect([world.weight(), managed, count().failed]).toEqual([25, 'accept', 0]);
    expect(world.git('for-each-ref', '--format=%(refname)').split('\n')).toEqual([
      'refs/heads/main',
      expect.stringMatching(/^refs\/heads\/shipgate\/apps-orders-values-yaml-[0-9a-f]{12}-lock$/),
      expect.stringMatching(/^refs\/heads\/shipgate\/apps-orders-values-yaml-[0-9a-f]{12}-record$/),
    ]);
    expect(world.standIn.requests.every(({ authenticated }) => authenticated)).toBe(true);
    expect(world.standIn.faults).toEqual([]);
  });

  it('opens pull requests where the plan wants them', async () => {
    const world = await GitopsWorld.make();
    worlds.push(world);
    const env = { GITHUB_API_URL: world.standIn.apiUrl, GITOPS_TOKEN: 'good' };
    const { traffic } = openGitops({ ...parts(`${plan}  pull-request: true\n`), env });
    await traffic.write(await traffic.read(never), { weight: 25, record: sampleRecord({ weight: 25 }) }, never);
    expect([world.weight(), world.openPulls().length]).toEqual([0, 1]);
  });

  it('reads the live weight from the cluster, and counts its calls', async () => {
    const world = await GitopsWorld.make();
    worlds.push(world);
    const env = { GITHUB_API_URL: world.standIn.apiUrl, GITOPS_TOKEN: 'good' };
    const calls = new Calls();
    const read = (signal: AbortSignal) => calls.run('read', signal, async () => 7);
    const { traffic, count } = openGitops({ ...parts(plan), env, live: { read, calls } });
    expect(await traffic.read(never)).toMatchObject({ weight: 0, live: 7 });
    expect(count().sent).toBe(world.standIn.requests.length + 1);
  });
});

describe('the name of the refs', () => {
  it('is one that git takes, for any file, and another one for another number', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (file, pointer) => {
        const name = nameOf({ branch: 'main', file, pointer });
        expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(nameOf({ branch: 'main', file, pointer: `${pointer}/x` })).not.toBe(name);
        expect(nameOf({ branch: 'other', file, pointer })).not.toBe(name);
      }),
    );
  });
});
