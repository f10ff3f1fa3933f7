import { describe, expect, it } from 'vitest';
import type { Scanned, Scanner, Tree } from '../ports.ts';
import { seeingLinks } from './linked.ts';
import { isOfNpm } from './npm-audit-plan.ts';
import { isOfPython } from './pip-pins.ts';

const clean: Scanned = { findings: [], secrets: [], version: null, seen: '1 package' };
const context = {} as never;

function treeWith(more: Partial<Tree>): Tree {
  return { root: '/r', files: ['b.txt'], read: async () => Buffer.alloc(0), ...more };
}

/** Says what it was shown. */
function scannerThat(scanned: Scanned, shown: string[] = [], found: 'ready' | 'nothing' = 'ready'): Scanner {
  return {
    name: 'npm-audit',
    detect: async ({ files }) => {
      shown.push(...files);
      return found === 'nothing' ? { kind: 'nothing', why: 'no lock' } : { kind: 'ready', version: '1', what: 'x' };
    },
    scan: async ({ files }) => {
      shown.push(...files);
      return scanned;
    },
  };
}

describe('a scanner of packages', () => {
  it('sees links as the files that they lead to', async () => {
    const shown: string[] = [];
    const scanner = seeingLinks(scannerThat(clean, shown), isOfNpm);
    const tree = treeWith({ links: ['a/package-lock.json'] });
    expect(await scanner.detect(tree, context)).toMatchObject({ kind: 'ready' });
    expect(await scanner.scan(tree, context)).toBe(clean);
    expect(shown).toEqual(['a/package-lock.json', 'b.txt', 'a/package-lock.json', 'b.txt']);
  });

  it('is an error when a link that it has to read leads to no file of the repository', async () => {
    const tree = treeWith({ lostLinks: ['yarn.lock', 'logo.svg'] });
    const trouble = {
      expected: 'a file of the repository',
      got: 'a link that leads to none',
      mend: 'Commit it as a regular file, or as a link to one',
      place: { file: 'yarn.lock' },
    };
    expect(await seeingLinks(scannerThat(clean), isOfNpm).scan(tree, context)).toEqual({ trouble, found: clean });
    const before = { trouble: { expected: 'a', got: 'b', mend: 'c' } };
    expect(await seeingLinks(scannerThat(before), isOfNpm).scan(tree, context)).toMatchObject({
      trouble: { got: 'b; also a link that leads to none (yarn.lock)' },
    });
    expect(await seeingLinks(scannerThat(clean, [], 'nothing'), isOfNpm).detect(tree, context)).toEqual({
      ...{ kind: 'unable', trouble, broken: true },
    });
    expect(await seeingLinks(scannerThat(clean), isOfPython).scan(tree, context)).toBe(clean);
  });

  it.each([
    [
      'npm',
      isOfNpm,
      ['package.json', 'a/package-lock.json', 'npm-shrinkwrap.json', 'yarn.lock', 'pnpm-lock.yaml', 'bun.lock'],
    ],
    [
      'Python',
      isOfPython,
      [
        'requirements.txt',
        'requirements/prod.txt',
        'a/pyproject.toml',
        'setup.py',
        'Pipfile',
        'Pipfile.lock',
        'poetry.lock',
        'uv.lock',
        'dev-requirements.in',
      ],
    ],
  ])('of %s has its own files', (_, isOwn, files) => {
    expect(files.filter((file) => !isOwn(file))).toEqual([]);
    expect(['README.md', 'node_modules/a/package.json', 'node_modules/a/setup.py', 'go.sum'].filter(isOwn)).toEqual([]);
  });
});
