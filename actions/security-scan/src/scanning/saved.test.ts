import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSaved } from './saved.ts';

let top: string;
beforeEach(() => {
  top = realpathSync(mkdtempSync(join(tmpdir(), 'shipgate-saved-')));
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

function save(...paths: readonly string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(top, path)), { recursive: true });
    const runs = [{ tool: { driver: { name: path } }, results: [] }];
    writeFileSync(join(top, path), JSON.stringify({ version: '2.1.0', runs }));
  }
}

async function read(path: string) {
  const runs = await readSaved([{ name: 'sarif', path }], {
    top,
    origin: { root: top, has: () => false },
    clock: { now: () => new Date(0), elapsed: () => 0 },
    brought: async () => undefined,
    readers: new Map(),
  });
  return runs.map(({ facts: { name, outcome } }) => `${name} ${outcome}`);
}

describe('saved reports by a pattern', () => {
  it.each(['reports/*.sarif', './reports//*.sarif', 'rep*/*.sarif'])('are those of one folder: %s', async (pattern) => {
    save('reports/b.sarif', 'reports/a.sarif', 'reports/deep/c.sarif', 'reports/a.json', 'other.sarif');
    expect(await read(pattern)).toEqual(['reports-a-sarif clean', 'reports-b-sarif clean']);
  });

  it('are those of all folders below, in their order', async () => {
    save('out/b/x.sarif', 'out/a/deep/x.sarif', 'out/x.sarif');
    expect(await read('out/**/*.sarif')).toEqual([
      'out-a-deep-x-sarif clean',
      'out-b-x-sarif clean',
      'out-x-sarif clean',
    ]);
  });

  it('are files and no links or folders', async () => {
    save('reports/a.sarif');
    mkdirSync(join(top, 'reports/b.sarif'));
    symlinkSync('a.sarif', join(top, 'reports/c.sarif'));
    expect(await read('reports/*.sarif')).toEqual(['reports-a-sarif clean']);
  });

  it.each(['reports/*.sarif', 'nowhere/**'])('are an error when there is none: %s', async (pattern) => {
    save('reports/a.json');
    expect(await read(pattern)).toEqual(['sarif error']);
  });
});
