import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeOf, GitopsWorld, never, place } from './gitops.fixture.ts';

let world: GitopsWorld;
beforeEach(async () => {
  world = await GitopsWorld.make();
});
afterEach(async () => {
  await world.close();
});

/** The requests of one move. */
const REQUESTS = 4;

describe('another commit between the look and the move', () => {
  it('of the same file is a conflict, and stands, at whatever request it comes: 100 races', async () => {
    const ends = new Map<string, number>();
    for (let race = 0; race < 100; race += 1) {
      const mover = world.mover();
      const seen = await mover.read(never);
      const note: { foreign?: string; path?: string } = {};
      world.disturbed((request, path) => {
        if (request !== (race % REQUESTS) + 1) return;
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
      '/git/ref/{ref} conflict': 25,
      '/git/trees conflict': 25,
      '/git/commits conflict': 25,
      '/git/refs/{ref} conflict': 25,
    });
    expect(world.standIn.faults).toEqual([]);
  }, 180_000);

  it('of another file is built upon: 100 races', async () => {
    for (let race = 0; race < 100; race += 1) {
      const mover = world.mover();
      const seen = await mover.read(never);
      world.disturbed((request) => {
        if (request === (race % REQUESTS) + 1) world.foreign({ 'apps/other/values.yaml': `a: ${race}\n` });
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
