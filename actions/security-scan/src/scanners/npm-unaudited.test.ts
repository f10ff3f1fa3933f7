import { afterEach, describe, expect, it } from 'vitest';
import { planAudit } from './npm-audit-plan.ts';
import { unaudited } from './npm-unaudited.ts';
import { type Ground, groundOf } from './tree.fixture.ts';

let ground: Ground | undefined;
afterEach(() => ground?.remove());

async function troubles(files: Readonly<Record<string, string>>) {
  ground?.remove();
  ground = groundOf({ files });
  return unaudited(planAudit(ground.tree.files), ground.tree);
}

const told = async (files: Readonly<Record<string, string>>) =>
  (await troubles(files)).map(({ got, place }) => `${place?.file}: ${got}`);
const asks = '{"dependencies": {"old-queue": "1.8.0"}}';
const lock = (...links: readonly string[]) => {
  const entries = links.flatMap((link) => [
    [`node_modules/${link}`, { resolved: link, link: true }],
    [link, {}],
  ]);
  return JSON.stringify({ lockfileVersion: 3, packages: { '': {}, ...Object.fromEntries(entries) } });
};

describe('a package.json without a lock of its own', () => {
  it('is told when the lock above it does not hold its folder', async () => {
    const files = { 'package.json': asks, 'package-lock.json': lock(), 'tools/gen/package.json': asks };
    expect(await troubles(files)).toEqual([
      {
        expected: 'a lock that holds what this package.json asks for',
        got: 'package-lock.json does not hold tools/gen',
        mend: expect.stringContaining('npm install --package-lock-only'),
        place: { file: 'tools/gen/package.json' },
      },
    ]);
  });

  it('is not told when a lock links to its folder, or when it asks for nothing', async () => {
    const files = { 'package.json': asks, 'packages/one/package.json': asks };
    expect(await told({ ...files, 'package-lock.json': lock('packages/one') })).toEqual([]);
    expect(await told({ ...files, 'package-lock.json': lock('packages/one/') })).toEqual([]);
    expect(await told({ ...files, 'package-lock.json': lock('packages/two') })).toHaveLength(1);
    const one = {
      'package-lock.json': '{"lockfileVersion": 1, "dependencies": {"one": {"version": "file:packages/one"}}}',
    };
    expect(await told({ ...files, ...one })).toEqual([]);
    const empty = { 'package-lock.json': lock(), 'esm/package.json': '{"type": "module", "dependencies": {}}' };
    expect(await told(empty)).toEqual([]);
  });

  it('is not told when a lock in another folder links to it', async () => {
    const files = { 'site/package.json': '{}', 'site/package-lock.json': lock('../mail'), 'mail/package.json': asks };
    expect(await told(files)).toEqual([]);
  });

  it('is told once where nothing is above it, and not at all below a lock that cannot be read or is of another kind', async () => {
    expect(await told({ 'a/package.json': asks })).toEqual(['a/package.json: none']);
    expect(await told({ 'package-lock.json': '{', 'a/package.json': asks })).toEqual([]);
    expect(await told({ 'package-lock.json': lock(), 'b/yarn.lock': '', 'b/a/package.json': asks })).toEqual([
      'b/yarn.lock: yarn.lock',
    ]);
  });

  it('is judged by the nearest lock', async () => {
    const files = { 'package.json': '{}', 'yarn.lock': '', 'a/package-lock.json': lock(), 'a/b/package.json': asks };
    expect(await told(files)).toEqual([
      'yarn.lock: yarn.lock',
      'a/b/package.json: a/package-lock.json does not hold a/b',
    ]);
  });
});

describe('a lock of another package manager', () => {
  it.each(['yarn.lock', 'pnpm-lock.yaml', 'bun.lock', 'bun.lockb'])(
    'is told when a lock of npm stands beside it, with the one that was read: %s',
    async (name) => {
      const files = { 'package.json': asks, 'package-lock.json': lock(), [name]: '' };
      expect(await troubles(files)).toMatchObject([
        {
          expected: 'one lock file in a folder',
          got: `${name} beside package-lock.json, and package-lock.json alone was read`,
          mend: expect.stringContaining('reports: '),
          place: { file: name },
        },
      ]);
    },
  );

  it('is not told for two locks of npm: npm reads the shrinkwrap and no other', async () => {
    expect(await told({ 'package-lock.json': lock(), 'npm-shrinkwrap.json': lock() })).toEqual([]);
    expect(await told({ 'npm-shrinkwrap.json': lock(), 'package-lock.json': lock(), 'yarn.lock': '' })).toEqual([
      'yarn.lock: yarn.lock beside npm-shrinkwrap.json, and npm-shrinkwrap.json alone was read',
    ]);
  });
});
