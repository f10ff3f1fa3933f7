import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Helm } from '../../steering/helm.ts';
import type { Seen, Traffic } from '../../steering/traffic.ts';
import { sampleRecord, trafficContract, usualWeights } from '../testing/traffic-contract.ts';
import { codeOf, GitopsWorld, never, place } from './gitops.fixture.ts';

trafficContract('a GitOps repository by pull request', async () => {
  const world = await GitopsWorld.make();
  return {
    traffic: world.recorded(world.pullRequestMover()),
    second: world.recorded(world.pullRequestMover()),
    weights: usualWeights,
    foreign: async (weight) => void world.foreignWeight(weight),
    state: () => world.state(),
    arrive: async () => world.merge(),
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

describe('a move by pull request', () => {
  it('is one commit on a branch of our own, and the weight is live when it is merged', async () => {
    const mover = world.pullRequestMover();
    const before = world.tip();
    await mover.set(await mover.read(never), 25, never);
    expect(await mover.read(never)).toMatchObject({ weight: 25, live: 0 });
    expect(world.pulls).toMatchObject([{ number: 1, base: 'main', title: `shipgate: canary weight of ${place.file}` }]);
    expect(world.tip()).toBe(before);
    expect(world.git('diff', '--name-status', 'main', 'shipgate/canary')).toBe(`M\t${place.file}`);
    world.merge();
    expect(await mover.read(never)).toMatchObject({ weight: 25, live: 25 });
    expect(await world.pullRequestMover().read(never)).toMatchObject({ weight: 25, live: 25 });
    expect(world.standIn.faults).toEqual([]);
  });

  it('behind another one that is open is a commit more on it, never a second pull request', async () => {
    for (const weight of [25, 50, 0]) {
      const mover = world.pullRequestMover();
      await mover.set(await mover.read(never), weight, never);
      expect(await mover.read(never)).toMatchObject({ weight, live: 0 });
    }
    expect(world.pulls).toHaveLength(1);
    expect(world.git('log', '--format=%s', 'main..shipgate/canary').split('\n')).toEqual([
      `shipgate: canary of ${place.file} 50 % -> 0 %`,
      `shipgate: canary of ${place.file} 25 % -> 50 %`,
      `shipgate: canary of ${place.file} 0 % -> 25 %`,
    ]);
  });

  it('behind one that was merged, squashed or not, goes on with the branch or without it', async () => {
    const mover = world.pullRequestMover();
    const ends = [
      () => world.merge(),
      () => world.squash(),
      () => world.git('update-ref', '-d', 'refs/heads/shipgate/canary'),
    ];
    for (const [index, end] of ends.entries()) {
      const weight = (index + 1) * 10;
      await mover.set(await mover.read(never), weight, never);
      if (index === 2) world.merge();
      end();
      expect(await mover.read(never)).toMatchObject({ weight, live: weight });
    }
    await mover.set(await mover.read(never), 50, never);
    expect(world.git('diff', '--name-status', 'main...shipgate/canary')).toBe(`M\t${place.file}`);
    expect(world.pulls.map(({ number, merged = false }) => [number, merged])).toEqual([
      [1, true],
      [2, true],
      [3, true],
      [4, false],
    ]);
  });

  it('that was merged is no longer asked for: who sets the number back is seen', async () => {
    const mover = world.pullRequestMover();
    await mover.set(await mover.read(never), 25, never);
    world.merge();
    await mover.read(never);
    world.foreignWeight(0);
    expect(await mover.read(never)).toMatchObject({ weight: 0, live: 0 });
  });

  it('of two runs at once opens one pull request', async () => {
    const movers = [world.pullRequestMover(), world.pullRequestMover()];
    const seen = await Promise.all(movers.map((mover) => mover.read(never)));
    const ends = await Promise.all(
      movers.map((mover, index) => codeOf(mover.set(seen[index] ?? expect.fail(), 25, never))),
    );
    expect(ends.toSorted()).toEqual(['conflict', 'done']);
    expect(world.pulls).toHaveLength(1);
  });

  it('whose answer was lost is found again', async () => {
    const traffic = world.recorded(world.pullRequestMover());
    const seen = await traffic.read(never);
    world.standIn.fail({ kind: 'cut' }, { operation: 'pulls/create' });
    expect(await codeOf(traffic.write(seen, { weight: 25, record: sampleRecord({ weight: 25 }) }, never))).toBe(
      'unknown-effect',
    );
    expect(await traffic.read(never)).toMatchObject({ weight: 25, live: 0 });
    expect(world.pulls).toHaveLength(1);
  });

  it('is a conflict when somebody else changes the file on either side', async () => {
    const mover = world.pullRequestMover();
    const first = await mover.read(never);
    world.foreign({ [place.file]: `# other\n${world.text()}\n` });
    expect(await codeOf(mover.set(first, 25, never))).toBe('conflict');
    await mover.set(await mover.read(never), 25, never);
    const second = await mover.read(never);
    const theirs = world.foreignWeight(30, 'shipgate/canary');
    expect(await codeOf(mover.set(second, 50, never))).toBe('conflict');
    expect(world.tip('shipgate/canary')).toBe(theirs);
  });
});

/** A rollout of this router that began at 10 % and asked for 25 %. */
async function begun(traffic: Traffic): Promise<Helm> {
  const seen: Seen = await traffic.read(never);
  const record = sampleRecord({ safeWeight: 10, from: 10, weight: 10, step: -1, log: [] });
  const helm = new Helm(traffic, seen, record, false);
  await helm.move({ step: 0, weight: 25, cause: 'step', at: 1 }, never);
  await helm.settle(never);
  return helm;
}

describe('a rollout by pull request', () => {
  beforeEach(() => {
    world.foreignWeight(10);
  });
  const traffic = () => world.recorded(world.pullRequestMover());

  it('waits for the merge, and takes nothing of it for a foreign change', async () => {
    const helm = await begun(traffic());
    expect(helm).toMatchObject({ weight: 25, hasArrived: false, isForeign: false, detail: '' });
    for (let look = 0; look < 3; look += 1) await helm.settle(never);
    expect(world.pulls).toHaveLength(1);
    world.merge();
    await helm.settle(never);
    expect(helm).toMatchObject({ weight: 25, hasArrived: true, isForeign: false });
  });

  it('is found by the run behind one that died', async () => {
    await begun(traffic());
    const after = traffic();
    const seen = await after.read(never);
    const helm = new Helm(after, seen, seen.record ?? expect.fail('no record'), true);
    await helm.settle(never);
    expect(helm).toMatchObject({ weight: 25, hasArrived: false, isForeign: false });
    expect(world.pulls).toHaveLength(1);
  });

  it('is completed by the run behind one that died between branch and pull request', async () => {
    const broken = traffic();
    world.standIn.fail(
      { kind: 'status', status: 403, message: 'Resource not accessible' },
      { operation: 'pulls/create' },
    );
    const seen = await broken.read(never);
    const record = sampleRecord({ safeWeight: 10, from: 10, weight: 25 });
    expect(await codeOf(broken.write(seen, { weight: 25, record }, never))).toBe('refused');
    const after = traffic();
    const helm = new Helm(after, await after.read(never), record, true);
    await helm.settle(never);
    expect(helm).toMatchObject({ weight: 25, hasArrived: false, isForeign: false });
    expect(world.openPulls()).toHaveLength(1);
  });

  it('does not ask again when people decline, goes on when they change their mind, and asks for the way back', async () => {
    const helm = await begun(traffic());
    world.setPulls('closed');
    for (let look = 0; look < 3; look += 1) await helm.settle(never);
    expect(helm).toMatchObject({ weight: 25, hasArrived: false, isForeign: false });
    expect(world.pulls).toHaveLength(1);
    world.setPulls('open');
    await helm.settle(never);
    expect(helm).toMatchObject({ weight: 25, isForeign: false });
    world.setPulls('closed');
    await helm.settle(never);
    expect(await helm.move({ step: 0, weight: 5, cause: 'abort', at: 2 }, never)).toBe(true);
    expect(world.pulls).toHaveLength(2);
    world.merge();
    await helm.settle(never);
    expect(helm).toMatchObject({ weight: 5, hasArrived: true });
  });

  it('is back at once where the weight before was never left', async () => {
    const helm = await begun(traffic());
    world.setPulls('closed');
    await helm.settle(never);
    expect(await helm.move({ step: 0, weight: 10, cause: 'abort', at: 2 }, never)).toBe(true);
    await helm.settle(never);
    expect(helm).toMatchObject({ weight: 10, hasArrived: true, isForeign: false });
    expect(world.pulls).toHaveLength(1);
  });

  it('takes another number, on the branch or in the pull request, for what it is', async () => {
    const helm = await begun(traffic());
    world.foreignWeight(30, 'shipgate/canary');
    await helm.settle(never);
    expect(helm).toMatchObject({ weight: 30, isForeign: true });
    world.foreignWeight(25, 'shipgate/canary');
    await helm.settle(never);
    expect(helm).toMatchObject({ weight: 25, isForeign: false });
    world.foreignWeight(40);
    await helm.settle(never);
    expect(helm).toMatchObject({ weight: 40, isForeign: true });
    expect(helm.detail).toBe('expected 25 %, as the rollout set it, got 40 %');
  });

  it('asks again when it is merged while the way back is written', async () => {
    const helm = await begun(traffic());
    world.disturbed((_, path) => {
      if (path === '/git/refs/{ref}' && world.openPulls().length > 0 && world.weight('shipgate/canary') === 25)
        world.merge();
    });
    await helm.move({ step: 0, weight: 10, cause: 'abort', at: 2 }, never);
    world.disturb = undefined;
    await helm.settle(never);
    await helm.settle(never);
    expect(helm).toMatchObject({ weight: 10, hasArrived: false, isForeign: false });
    expect(world.openPulls()).toHaveLength(1);
    world.merge();
    await helm.settle(never);
    expect(helm).toMatchObject({ weight: 10, hasArrived: true });
  });
});
