import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Calls, usualLimits } from '../calls.ts';
import { sampleRecord, trafficContract, usualWeights } from '../testing/traffic-contract.ts';
import { helmValues } from './foreign-files.fixture.ts';
import { GitStore } from './git-store.ts';
import { GitopsWorld, never, place } from './gitops.fixture.ts';
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

const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  );

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
    world.git('config', 'core.fileMode', 'true');
    const mover = world.mover();
    await mover.set(await mover.read(never), 25, never);
    expect(world.git('ls-tree', 'main', place.file)).toMatch(/^100644 blob /);
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

describe('another commit between the look and the move', () => {
  it('of the same file is a conflict, and stands, at whatever request it comes: 100 races', async () => {
    const ends = new Map<string, number>();
    for (let race = 0; race < 100; race += 1) {
      const mover = world.mover();
      const seen = await mover.read(never);
      const note: { foreign?: string; path?: string } = {};
      world.disturbed((request, path) => {
        if (request !== (race % 5) + 1) return;
        // Not the weight: any other byte of the file.
        note.foreign = world.foreign({ [place.file]: `# ${race}\n${world.text()}\n` });
        note.path = path;
      });
      const weight = seen.weight === 25 ? 50 : 25;
      const end = await codeOf(mover.set(seen, weight, never));
      world.disturb = undefined;
      ends.set(`${note.path} ${end}`, (ends.get(`${note.path} ${end}`) ?? 0) + 1);
      expect(world.tip()).toBe(note.foreign);
      expect((await world.mover().read(never)).weight).toBe(seen.weight);
    }
    // Every request of a move was one of them.
    expect(Object.fromEntries(ends)).toEqual({
      '/git/ref/{ref} conflict': 20,
      '/git/blobs conflict': 20,
      '/git/trees conflict': 20,
      '/git/commits conflict': 20,
      '/git/refs/{ref} conflict': 20,
    });
    expect(world.standIn.faults).toEqual([]);
  }, 180_000);

  it('of another file is built upon: 100 races', async () => {
    for (let race = 0; race < 100; race += 1) {
      const mover = world.mover();
      const seen = await mover.read(never);
      world.disturbed((request) => {
        if (request === (race % 5) + 1) world.foreign({ 'apps/other/values.yaml': `a: ${race}\n` });
      });
      const weight = seen.weight === 25 ? 50 : 25;
      expect(await codeOf(mover.set(seen, weight, never))).toBe('done');
      world.disturb = undefined;
      expect([world.weight(), world.text('main', 'apps/other/values.yaml')]).toEqual([weight, `a: ${race}`]);
    }
    expect(world.git('rev-list', '--count', 'main')).toBe('201');
    expect(world.standIn.faults).toEqual([]);
  }, 180_000);

  it('of another file, again and again, is a conflict in the end, and nothing of ours is written', async () => {
    const mover = world.mover();
    const seen = await mover.read(never);
    const note = { foreign: '' };
    world.disturbed((request, path) => {
      if (path === '/git/refs/{ref}') note.foreign = world.foreign({ 'apps/other/values.yaml': `a: ${request}\n` });
    });
    expect(await codeOf(mover.set(seen, 25, never))).toBe('conflict');
    expect(world.tip()).toBe(note.foreign);
    expect(world.weight()).toBe(0);
    expect(world.standIn.requests.filter(({ operation }) => operation === 'git/update-ref')).toHaveLength(5);
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

  it.each(['git/create-blob', 'git/create-tree', 'git/create-commit', 'git/get-ref'])(
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
    const link = world.git('rev-parse', 'main:README');
    world.git('read-tree', 'main');
    world.git('update-index', '--add', '--cacheinfo', `120000,${link},link.yaml`);
    const bytes = world.git('rev-parse', 'main:README');
    expect(bytes).toBe(link);
    const commit = world.git('commit-tree', world.git('write-tree'), '-p', world.tip(), '-m', 'link');
    world.git('update-ref', 'refs/heads/main', commit);
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
