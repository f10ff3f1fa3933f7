import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../scripts/vitest/thoroughly.ts';
import { indexLock, isLock } from './index-lock.ts';
import { readLocks } from './read-locks.ts';
import { shown, slowSearch } from './slow-search.fixture.ts';

const top = new URL('../../../../', import.meta.url);
const names = [
  ...['package-lock.json', 'npm-shrinkwrap.json', 'yarn.lock', 'pnpm-lock.yaml', 'Pipfile.lock', 'poetry.lock'],
  ...['uv.lock', 'pdm.lock', 'pylock.toml', 'requirements.txt'],
];

/** Of this repository, and what packages of others have brought along. */
function realLocks(): readonly string[] {
  const modules = readdirSync(new URL('node_modules/', top));
  const brought = modules.flatMap((name) =>
    ['package-lock.json', 'yarn.lock', 'pnpm-lock.yaml'].map((file) => `node_modules/${name}/${file}`),
  );
  return ['package-lock.json', ...brought.filter((path) => existsSync(new URL(path, top)))];
}

describe('isLock', () => {
  it.each(names.flatMap((name) => [name, `deep/er/${name}`]))('is one: %s', (path) => {
    expect(isLock(path)).toBe(true);
  });

  it.each([
    'requirements-dev.txt',
    'dev-requirements.txt',
    'requirements/prod.txt',
    'a/Requirements.txt',
    'pylock.dev.toml',
  ])('is one: %s', (path) => {
    expect(isLock(path)).toBe(true);
  });

  it.each([
    'package.json',
    'xyarn.lock',
    'yarn.lock.txt',
    'requirements.in',
    'requirements.md',
    'pylock.a.b.toml',
    'Cargo.lock',
    'node_modules/a/package-lock.json',
    '',
  ])('is none: %j', (path) => {
    expect([isLock(path), path.startsWith('node_modules') || indexLock(path, Buffer.from('{}')) === undefined]).toEqual(
      [false, true],
    );
  });
});

describe('indexLock', () => {
  it('finds in real locks what a slow search finds', () => {
    for (const path of realLocks()) {
      const bytes = readFileSync(new URL(path, top));
      const lock = indexLock(path, bytes);
      const entries = lock === undefined || 'fault' in lock ? [] : lock.entries;
      expect([path, entries.map(shown)]).toEqual([path, slowSearch(path, bytes.toString('utf8'))]);
    }
  });

  it('looks an entry of a real lock up by its name and its folder', () => {
    const lock = indexLock('package-lock.json', readFileSync(new URL('package-lock.json', top)));
    if (lock === undefined || 'fault' in lock) throw new Error('no lock');
    expect(lock.entries.length).toBeGreaterThan(1_000);
    for (const entry of lock.entries) {
      expect(lock.at(entry.node)).toBe(entry);
      expect(lock.named(entry.name)).toContain(entry);
    }
    const reached = lock.entries.filter((entry) => lock.via(entry) !== undefined);
    expect(reached.length).toBeGreaterThan(lock.entries.length * 0.95);
  });

  it('never throws, and says a line and a column of what is broken', () => {
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .array(
          fc.constantFrom(
            '{',
            '}',
            '"packages":',
            '[[package]]',
            '\n',
            'name = "a"',
            'version = 1',
            'a@1:',
            '  ',
            '\\',
            '#',
            ',',
            '==',
            'lockfileVersion: 9',
            'packages:',
            '"',
            '__proto__',
          ),
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(fc.constantFrom(...names), text, (path, content) => {
        const lock = indexLock(path, Buffer.from(content));
        if (lock !== undefined && 'fault' in lock) {
          const rows = content.replace(/^\ufeff/, '').split('\n');
          expect(lock.line).toBeGreaterThan(0);
          expect(lock.line).toBeLessThanOrEqual(rows.length);
          expect(lock.column).toBeGreaterThan(0);
          expect(lock.column).toBeLessThanOrEqual((rows[lock.line - 1]?.length ?? 0) + 1);
        } else expect(lock?.path).toBe(path);
      }),
      { numRuns: runs(3_000) },
    );
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.uint8Array(), (path, bytes) => indexLock(path, bytes) !== undefined),
    );
  });
});

describe('readLocks', () => {
  it('reads the locks of a tree, and leaves out what cannot be read or is broken', async () => {
    const files: Record<string, string> = {
      'package-lock.json': '{"packages": {}}',
      'a/package-lock.json': '{"packages": ',
      'requirements.txt': 'six==1.16.0',
      'README.md': '',
      'uv.lock': 'gone',
    };
    const read = (path: string) =>
      path === 'uv.lock' ? Promise.reject(new Error('gone')) : Promise.resolve(Buffer.from(files[path] ?? ''));
    const locks = await readLocks({ files: Object.keys(files), read });
    expect(locks.map(({ path, kind }) => [path, kind])).toEqual([
      ['package-lock.json', 'npm'],
      ['requirements.txt', 'python'],
    ]);
  });
});
