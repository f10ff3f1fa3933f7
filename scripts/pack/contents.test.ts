import { describe, expect, it } from 'vitest';
import { faultsOf } from './contents.ts';

const manifest = {
  name: 'a',
  version: '1.0.0',
  main: 'dist/index.cjs.js',
  types: './dist/index.d.ts',
  exports: {
    '.': { backstage: '@backstage/FrontendPlugin', import: './dist/index.esm.js', types: './dist/index.d.ts' },
    './package.json': './package.json',
  },
  files: ['dist', 'migrations'],
  dependencies: { '@b/c': '^1.0.0' },
  peerDependencies: { react: '^18.0.0' },
};

const contents = {
  'package.json': '{}',
  'dist/index.cjs.js': "const c = require('@b/c/deep'); const fs = require('node:fs');",
  'dist/index.esm.js': "import { c } from '@b/c';\nimport './tab.css.esm.js';\nconst r = import('react');",
  'dist/index.d.ts': "import { A } from 'react';",
  'migrations/20260101_a.js': "require('path');",
};

const faults = (change: Readonly<Record<string, unknown>>, files: Readonly<Record<string, string>> = {}) =>
  faultsOf({ ...manifest, ...change }, new Map(Object.entries({ ...contents, ...files })), ['/home/me/shipgate']);

describe('a packed package', () => {
  it('is well when it holds what it names and asks for what it loads', () => {
    expect(faults({})).toEqual([]);
  });

  it('may speak of a package without loading it', () => {
    const text = "// import 'd'\nexports.code = 'require(\"d\")';\n";
    expect(faults({}, { 'dist/a.cjs.js': text })).toEqual([]);
  });

  it.each([
    ['main', { main: 'src/index.ts' }, 'a: main is src/index.ts, which is not packed'],
    ['main', { main: undefined }, 'a: package.json names no main'],
    ['types', { types: undefined }, 'a: package.json names no types'],
    [
      'exports',
      { exports: { './alpha': { import: './dist/alpha.esm.js' } } },
      'a: exports ./alpha import is dist/alpha.esm.js, which is not packed',
    ],
    [
      'configSchema',
      { configSchema: 'config.schema.json' },
      'a: configSchema is config.schema.json, which is not packed',
    ],
    ['files', { files: ['dist', 'openapi.yaml'] }, 'a: files names openapi.yaml, of which nothing is packed'],
    ['dependencies', { dependencies: {} }, 'a: dist/index.cjs.js imports @b/c, which is not among the dependencies'],
    [
      'peerDependencies',
      { peerDependencies: {} },
      'a: dist/index.d.ts imports react, which is not among the dependencies',
    ],
  ])('is told when its %s is wrong', (_, change, message) => {
    expect(faults(change)).toContain(message);
  });

  it.each([
    ['src/index.js', '', 'a: src/index.js is a source, not what is made from it'],
    ['dist/a.test.js', '', 'a: dist/a.test.js is a source, not what is made from it'],
    ['dist/a.ts', '', 'a: dist/a.ts is a source, not what is made from it'],
    ['dist/a.mjs', "export * from 'd/e';", 'a: dist/a.mjs imports d, which is not among the dependencies'],
    ['dist/a.d.mts', "type A = import('d').A;", 'a: dist/a.d.mts imports d, which is not among the dependencies'],
    ['dist/a.js.map', '{"sources":["/home/me/shipgate/a.ts"]}', 'a: dist/a.js.map names /home/me/shipgate'],
  ])('is told when it holds %s with %j', (path, text, message) => {
    expect(faults({}, { [path]: text })).toEqual([message]);
  });
});
