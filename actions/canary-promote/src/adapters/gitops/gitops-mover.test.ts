import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Helm } from '../../steering/helm.ts';
import { TrafficError } from '../../steering/traffic.ts';
import { Calls, usualLimits } from '../calls.ts';
import { sampleRecord, trafficContract, usualWeights } from '../testing/traffic-contract.ts';
import { helmValues } from './foreign-files.fixture.ts';
import { GitStore } from './git-store.ts';
import { codeOf, GitopsWorld, never, place } from './gitops.fixture.ts';
import { GitopsMover } from './gitops-mover.ts';

trafficContract('a GitOps repository', async () => {
  const world = await GitopsWorld.make();
  return {
    traffic: world.recorded(world.mover()),
    second: world.recorded(world.mover()),
    weights: usualWeights,
    foreign: async (weight) => void world.foreignWeight(weight),
    state: () => world.state(),
    close: async () => {
      expect(world.standIn.faults).toEqual([]);
      await world.close();
    },
  };
});

let world: GitopsWorld;
beforeEach(async () => {
  world = await GitopsWorld.make();
});
afterEach(async () => {
  await world.close();
});

describe('a move by commit', () => {
  it('is one commit on the head, that changes one number of one file', async () => {
    const mover = world.mover();
    const before = world.tip();
    await mover.set(await mover.read(never), 25, never);
    expect(world.git('show', '--no-patch', '--format=%P|%s', 'main')).toBe(
      `${before}|shipgate: canary of apps/orders/values.yaml 0 % -> 25 %`,
    );
    expect(world.git('diff', '--name-status', before, 'main')).toBe(`M\t${place.file}`);
    expect(world.text()).toBe(helmValues.text.replace('weight: 0    #', 'weight: 25    #').replace(/\n$/, ''));
  });

  it('keeps the mode of the file', async () => {
    world.foreign({ [place.file]: helmValues.text }, 'main', '100755');
    const mover = world.mover();
    await mover.set(await mover.read(never), 25, never);
    expect(world.git('ls-tree', 'main', place.file)).toMatch(/^100755 blob /);
    expect(world.weight()).toBe(25);
  });

  it('keeps line ends and a byte order mark', async () => {
    const text = `\uFEFF${helmValues.text.replaceAll('\n', '\r\n')}`;
    world.foreign({ [place.file]: text });
    const mover = world.mover();
    await mover.set(await mover.read(never), 25, never);
    expect(`${world.text()}\n`).toBe(text.replace('weight: 0    #', 'weight: 25    #'));
  });

  it('gives what another client reads, in four requests and one for the look behind it', async () => {
    const [mover, other] = [world.mover(), world.mover()];
    const seen = await mover.read(never);
    const asked = world.standIn.requests.length;
    await mover.set(seen, 25, never);
    const here = await mover.read(never);
    expect(world.standIn.requests.slice(asked).map(({ operation }) => operation)).toEqual([
      ...['git/get-ref', 'git/create-tree', 'git/create-commit', 'git/update-ref', 'git/get-ref'],
    ]);
    expect(here).toEqual(await other.read(never));
  });

  it('asks once when nothing changed', async () => {
    const mover = world.mover();
    await mover.read(never);
    const asked = world.standIn.requests.length;
    await mover.read(never);
    expect(world.standIn.requests.slice(asked).map(({ operation }) => operation)).toEqual(['git/get-ref']);
  });

  it('makes no commit for the weight that is there', async () => {
    const mover = world.mover();
    const before = world.tip();
    await mover.set(await mover.read(never), 0, never);
    expect(world.tip()).toBe(before);
  });

  it('is live when the cluster says so, where it is asked', async () => {
    let live = 0;
    const mover = world.mover(async () => live);
    await mover.set(await mover.read(never), 25, never);
    expect(await mover.read(never)).toMatchObject({ weight: 25, live: 0 });
    live = 25;
    expect(await mover.read(never)).toMatchObject({ weight: 25, live: 25 });
  });
});

describe('a cluster that does not answer', () => {
  it('does not keep a way back from being committed', async () => {
    const now = { isDown: false };
    const traffic = world.recorded(
      world.mover(async () => {
        if (now.isDown) throw new TrafficError('unavailable', 'told to fail');
        return 0;
      }),
    );
    const helm = new Helm(traffic, await traffic.read(never), sampleRecord({ log: [] }), false);
    await helm.move({ step: 0, weight: 25, cause: 'step', at: 1 }, never);
    now.isDown = true;
    await helm.settle(never);
    expect(helm).toMatchObject({ weight: 25, isBlind: false, hasArrived: false });
    await helm.move({ step: 0, weight: 0, cause: 'rollback', at: 2 }, never);
    expect(world.weight()).toBe(0);
    expect(helm).toMatchObject({ isBlind: true, hasArrived: false });
    now.isDown = false;
    await helm.settle(never);
    expect(helm).toMatchObject({ weight: 0, hasArrived: true });
  });
});

describe('an answer that is lost', () => {
  it('behind a move that was done is an unknown effect, and a look shows it', async () => {
    const traffic = world.recorded(world.mover());
    const record = sampleRecord({ weight: 25 });
    const seen = await traffic.read(never);
    world.standIn.fail({ kind: 'cut' }, { operation: 'git/update-ref' });
    expect(await codeOf(traffic.write(seen, { weight: 25, record }, never))).toBe('unknown-effect');
    expect(await traffic.read(never)).toMatchObject({ weight: 25, record });
    expect(world.git('rev-list', '--count', 'main')).toBe('2');
  });

  it('in front of a move that was never done is one too, and a look shows that', async () => {
    const mover = world.mover(undefined, new Calls({ ...usualLimits, timeout: 1_000 }));
    const seen = await mover.read(never);
    world.standIn.fail({ kind: 'hang' }, { operation: 'git/update-ref' });
    expect(await codeOf(mover.set(seen, 25, never))).toBe('unknown-effect');
    expect((await mover.read(never)).weight).toBe(0);
  });

  it.each(['git/create-tree', 'git/create-commit', 'git/get-ref'])(
    'to %s is asked for again, and the move is one commit',
    async (operation) => {
      const mover = world.mover();
      const seen = await mover.read(never);
      world.standIn.fail({ kind: 'cut' }, { operation });
      await mover.set(seen, 25, never);
      expect(world.git('rev-list', '--count', 'main')).toBe('2');
      expect(world.weight()).toBe(25);
    },
  );

  it('of a rate limit that is not over is unavailable, and nothing is written', async () => {
    const mover = world.mover();
    const seen = await mover.read(never);
    world.standIn.fail(
      { kind: 'status', status: 429, headers: { 'retry-after': '60' } },
      { operation: 'git/update-ref' },
    );
    expect(await codeOf(mover.set(seen, 25, never))).toBe('unavailable');
    expect(world.weight()).toBe(0);
  });
});

describe('a repository that cannot be used', () => {
  const moverOf = (over: Partial<typeof place>, token?: string) =>
    new GitopsMover(new GitStore(world.api(token)), { ...place, ...over });

  it.each([
    [{ branch: 'gone' }, 'missing', /acme\/gitops: expected the branch gone, got none; mend branch or repository/],
    [{ file: 'apps/gone/values.yaml' }, 'missing', /expected the file, got no "gone"; mend file in the plan$/],
    [{ file: 'apps' }, 'unfit', /got "apps" of mode "040000"$/],
    [{ file: 'README/x' }, 'unfit', /got "README" of mode "100644"$/],
    [{ pointer: '/canary' }, 'unfit', /^apps\/orders\/values\.yaml:\d+:5: expected a number .* got a map; /],
  ])('with %j is %s', async (over, code, message) => {
    const error = await moverOf(over)
      .read(never)
      .catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code, message: expect.stringMatching(message) });
    expect(world.standIn.faults).toEqual([]);
  });

  it.each(['/etc/passwd', '../x', 'a//b', './a', 'a/.git/config', ''])('with the path %j is unfit', (file) => {
    expect(() => moverOf({ file })).toThrow(expect.objectContaining({ code: 'unfit' }));
  });

  it('with a link, or with other bytes than UTF-8, is unfit', async () => {
    world.foreign({ 'link.yaml': place.file }, 'main', '120000');
    await expect(moverOf({ file: 'link.yaml' }).read(never)).rejects.toMatchObject({ code: 'unfit' });
    const latin = await GitopsWorld.make(Buffer.from([0x61, 0x3a, 0x20, 0xe4, 0x0a]));
    await expect(latin.mover().read(never)).rejects.toMatchObject({ code: 'unfit', message: /expected UTF-8/ });
    await latin.close();
  });

  it('for a token that only reads is refused, and says which permission is missing', async () => {
    const mover = moverOf({}, 'reader');
    const error = await mover.set(await mover.read(never), 25, never).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'refused', message: expect.stringContaining('contents: write') });
    expect(String(error)).not.toContain('reader');
  });

  it('behind a rule of the branch is refused, with what GitHub says', async () => {
    const mover = world.mover();
    const seen = await mover.read(never);
    const message = 'Changes must be made through a pull request.';
    world.standIn.fail({ kind: 'status', status: 422, message }, { operation: 'git/update-ref' });
    const error = await mover.set(seen, 25, never).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'refused', message: expect.stringContaining(message) });
    expect(world.weight()).toBe(0);
  });

  it('that another router saw is unfit', async () => {
    const seen = { ...(await world.mover().read(never)), token: undefined };
    expect(() => world.mover().plan(seen, 10)).toThrow(expect.objectContaining({ code: 'unfit' }));
  });
});
