import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runs } from '../../../../../scripts/vitest/thoroughly.ts';
import { codeOf, GitopsWorld, never, place } from './gitops.fixture.ts';

let world: GitopsWorld;
beforeEach(async () => {
  world = await GitopsWorld.make();
});
afterEach(async () => {
  expect(world.standIn.faults).toEqual([]);
  await world.close();
});

/** The requests of one move, in order: in front of each one somebody else is faster, 25 times; a few times without .ci/real. */
const requests = ['/git/ref/{ref}', '/git/trees', '/git/commits', '/git/refs/{ref}'];
const RACES = runs(25, 4);

/** Moves once while somebody else commits in front of one of its requests; how it ended. */
async function race(
  mover: ReturnType<GitopsWorld['mover']>,
  request: string,
  foreign: () => void,
): Promise<{ readonly end: string; readonly before: number; readonly wanted: number }> {
  const seen = await mover.read(never);
  const wanted = seen.weight === 25 ? 50 : 25;
  const left = { times: 1 };
  world.disturbed((_, path) => {
    if (path !== request || left.times === 0) return;
    left.times = 0;
    foreign();
  });
  const end = await codeOf(mover.set(seen, wanted, never));
  world.disturb = undefined;
  expect(left.times).toBe(0);
  return { end, before: seen.weight, wanted };
}

describe('another commit between the look and the move', () => {
  it.each(requests)(
    'of the same file, in front of %s, is a conflict, and stands',
    async (request) => {
      const mover = world.mover();
      for (let index = 0; index < RACES; index += 1) {
        const note = { foreign: '' };
        const { end, before } = await race(mover, request, () => {
          // Not the weight: other bytes of the file.
          note.foreign = world.foreign({ [place.file]: `# ${index}\n${world.text()}\n` });
        });
        expect([end, world.tip(), world.weight()]).toEqual(['conflict', note.foreign, before]);
      }
      expect(world.git('rev-list', '--count', 'main')).toBe(String(1 + RACES));
    },
    180_000,
  );

  it.each(requests)(
    'of another file, in front of %s, is built upon',
    async (request) => {
      const mover = world.mover();
      for (let index = 0; index < RACES; index += 1) {
        const foreign = () => world.foreign({ 'apps/other/values.yaml': `a: ${index}\n` });
        const { end, wanted } = await race(mover, request, foreign);
        const other = world.text('main', 'apps/other/values.yaml');
        expect([end, world.weight(), other]).toEqual(['done', wanted, `a: ${index}`]);
      }
      expect(world.git('rev-list', '--count', 'main')).toBe(String(1 + 2 * RACES));
    },
    180_000,
  );

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
