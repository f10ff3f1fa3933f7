import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listPaths, readSources } from './source-tree.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'shipgate-tree-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(...paths: readonly string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), path);
  }
}

describe('the tree', () => {
  it('has no file that is installed or built here, and every one that is committed', () => {
    write('dist-types/backstage-plugins/a/src/utils.d.ts', 'backstage-plugins/app/dist/static/lib.js');
    write('backstage-plugins/app/node_modules/a/index.js', '.data/packages/a.tgz', 'node_modules/a/index.js');
    const ours = [
      'actions/g/dist/index.cjs',
      'backstage-plugins/app/src/dist/a.ts',
      'backstage-plugins/app/src/index.tsx',
    ];
    write(...ours);
    expect(listPaths(root)).toEqual(ours);
  });

  it('has as sources what somebody wrote, with its text', () => {
    write(
      'actions/g/dist/index.cjs',
      'schemas/src/generated/a.ts',
      'a.d.ts',
      'a.tsx',
      'a.css',
      'migrations/20260101_a.js',
    );
    const sources = readSources(root, listPaths(root));
    expect(sources.map(({ path, text }) => [path, text])).toEqual([
      ['a.tsx', 'a.tsx'],
      ['migrations/20260101_a.js', 'migrations/20260101_a.js'],
    ]);
  });
});
