import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root as repository } from '../steps.ts';
import { hashOfApp, packagesOfApp } from './app-inputs.ts';

const files = {
  'package-lock.json': '{}',
  'backstage-plugins/app-config.yaml': 'app: {}',
  'backstage-plugins/app/package.json': '{"name":"app","dependencies":{"a":"1","react":"18"}}',
  'backstage-plugins/app/src/index.tsx': '1',
  'backstage-plugins/a/package.json': '{"name":"a","dependencies":{"contract":"1"}}',
  'backstage-plugins/a/src/index.ts': '1',
  'backstage-plugins/other/package.json': '{"name":"other"}',
  'backstage-plugins/other/src/index.ts': '1',
  'schemas/package.json': '{"name":"contract"}',
  'schemas/src/index.ts': '1',
};

describe('what the app is built from', () => {
  let root = '';
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'shipgate-app-'));
    for (const [path, text] of Object.entries(files)) write(path, text);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('is the app and the packages of this repository that it reaches', () => {
    expect(packagesOfApp(root)).toEqual(['backstage-plugins/a', 'backstage-plugins/app', 'schemas']);
  });

  it.each(Object.keys(files).filter((path) => !path.includes('other')))('has another hash when %s changes', (path) => {
    const before = hashOfApp(root);
    expect(hashOfApp(root)).toBe(before);
    write(path, `${files[path as keyof typeof files]} `);
    expect(hashOfApp(root)).not.toBe(before);
  });

  it.each([
    'backstage-plugins/other/src/index.ts',
    'backstage-plugins/a/src/index.test.ts',
    'backstage-plugins/a/dist/index.js',
    'backstage-plugins/app/node_modules/b.js',
  ])('has the same hash whatever %s holds', (path) => {
    const before = hashOfApp(root);
    write(path, 'something else');
    expect(hashOfApp(root)).toBe(before);
  });

  it('has another hash when a file goes, or takes another name', () => {
    const before = hashOfApp(root);
    write('backstage-plugins/a/src/more.ts', '');
    const more = hashOfApp(root);
    rmSync(join(root, 'backstage-plugins/a/src/more.ts'));
    write('backstage-plugins/a/src/renamed.ts', '');
    expect(new Set([before, more, hashOfApp(root)]).size).toBe(3);
  });

  it('holds the plugin of this repository', () => {
    expect(packagesOfApp(repository)).toEqual([
      'backstage-plugins/app',
      'backstage-plugins/deployments',
      'backstage-plugins/deployments-common',
      'schemas',
    ]);
  });
});
