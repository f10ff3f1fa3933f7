import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../scripts/vitest/thoroughly.ts';
import { type Lack, lacksIn } from './npm-lacks.ts';
import { nodesOf } from './npm-nodes.ts';
import { ledTo, misledIn } from './npm-resolved.ts';

type Json = Readonly<Record<string, unknown>>;

const lacks = (manifest: Json, lock: Json) =>
  lacksIn({
    nodes: nodesOf(lock),
    manifestOf: (folder) => (folder === '' ? manifest : undefined),
    withPeers: true,
  }).lacks.map(told);
const told = ({ from, asked, got }: Lack) =>
  `${from.node}: ${asked.name} ${asked.spec} is ${got?.version ?? 'not there'}`;
const three = (packages: Json) => ({ lockfileVersion: 3, packages: { '': {}, ...packages } });
const a = { version: '1.0.0', dependencies: { b: '^1', c: '^2' } };

describe('lacksIn with overrides', () => {
  const right = { 'node_modules/a': a, 'node_modules/b': { version: '1.1.0' }, 'node_modules/c': { version: '2.0.0' } };
  const withB = (version: string) => three({ ...right, 'node_modules/b': { version } });
  const asks = (overrides: unknown) => ({ dependencies: { a: '1' }, overrides });

  it.each<[unknown, string, number]>([
    [undefined, '1.1.0', 0],
    [undefined, '3.0.0', 1],
    [{ b: '3.0.0' }, '3.0.0', 0],
    [{ b: '3.0.0' }, '1.1.0', 1],
    [{ b: '' }, '1.1.0', 0],
    [{ 'b@^1': '3.0.0' }, '3.0.0', 0],
    [{ 'b@^1.0.0': '3.0.0' }, '1.1.0', 1],
    [{ 'b@1.0.0': '3.0.0' }, '1.1.0', 0],
    [{ 'b@^2': '3.0.0' }, '1.1.0', 0],
    [{ 'b@^2': '3.0.0' }, '3.0.0', 1],
    [{ b: { '.': '3.0.0' } }, '3.0.0', 0],
    [{ a: { b: '3.0.0' } }, '3.0.0', 0],
    [{ a: { b: '3.0.0' } }, '4.0.0', 1],
    [{ b: '$a' }, '1.1.0', 0],
    [{ b: '$a' }, '3.0.0', 1],
    [{ b: 'npm:other@^1' }, '1.1.0', 1],
    [[], '1.1.0', 0],
    [null, '1.1.0', 0],
  ])('of %j finds b %s wrong as npm does', (overrides, version, count) => {
    expect(lacks(asks(overrides), withB(version))).toHaveLength(count);
  });
});

describe('lacksIn as npm looks', () => {
  it('goes from the project down, and not into what nobody asks for', () => {
    const lock = three({ 'node_modules/a': a, 'node_modules/b': { version: '1.1.0', dependencies: { d: '1' } } });
    expect(lacks({ dependencies: { a: '1' } }, lock)).toEqual([
      'node_modules/a: c ^2 is not there',
      'node_modules/b: d 1 is not there',
    ]);
    expect(lacks({ dependencies: { b: '1' } }, lock)).toEqual(['node_modules/b: d 1 is not there']);
  });

  it('takes what a package brings with it as it is, and nothing else that says so of itself', () => {
    const bundled = { version: '9.0.0', inBundle: true, dependencies: { d: '1' } };
    const lock = three({
      'node_modules/a': { ...a, bundleDependencies: ['b', 'c'] },
      'node_modules/a/node_modules/b': bundled,
      'node_modules/a/node_modules/c': bundled,
    });
    expect(lacks({ dependencies: { a: '1' } }, lock)).toEqual([]);
    const top = three({ 'node_modules/a': a, 'node_modules/b': bundled, 'node_modules/c': { version: '2.0.0' } });
    expect(lacks({ dependencies: { a: '1' } }, top)).toEqual([
      'node_modules/a: b ^1 is 9.0.0',
      'node_modules/b: d 1 is not there',
    ]);
  });

  it('looks for what a package with a lock of its own asks for, and puts up with every version', () => {
    const own = { ...a, hasShrinkwrap: true };
    expect(lacks({ dependencies: { a: '1' } }, three({ 'node_modules/a': own }))).toHaveLength(2);
    const other = { 'node_modules/b': { version: '9.0.0' }, 'node_modules/c': { version: '9.0.0' } };
    expect(lacks({ dependencies: { a: '1' } }, three({ 'node_modules/a': own, ...other }))).toEqual([]);
  });

  it('reads version 1 too', () => {
    const lock = {
      lockfileVersion: 1,
      dependencies: {
        a: { version: '1.0.0', requires: { b: '^1', c: '^2' }, dependencies: { b: { version: '1.0.0' } } },
        b: { version: '2.0.0' },
        queue: { version: 'npm:old-queue@1.8.0' },
        forms: { version: 'file:packages/forms' },
      },
    };
    const manifest = { dependencies: { a: '^1', b: '^2', queue: 'npm:old-queue@^1', forms: 'file:packages/forms' } };
    expect(lacks(manifest, lock)).toEqual(['node_modules/a: c ^2 is not there']);
    expect(lacks({ dependencies: { b: '^1', queue: 'npm:old-queue@^2', mail: '1' } }, lock)).toEqual([
      ': b ^1 is 2.0.0',
      ': queue npm:old-queue@^2 is 1.8.0',
      ': mail 1 is not there',
    ]);
  });

  it('takes the last part that names a package, and what is no text for a question that nothing answers', () => {
    const lock = three({ 'node_modules/b': { version: '1.0.0' } });
    expect(lacks({ dependencies: { b: '^2' }, devDependencies: { b: '^1' } }, lock)).toEqual([]);
    expect(lacks({ dependencies: { b: null }, devDependencies: [] }, lock)).toHaveLength(1);
  });

  it('is not misled by names that an object has of its own', () => {
    expect(lacks({ dependencies: { constructor: '1', toString: '1' } }, three({}))).toHaveLength(2);
  });

  it('ends when packages ask for each other', () => {
    const ring = (name: string) => ({ version: '1.0.0', dependencies: { [name]: '1' } });
    const lock = three({ 'node_modules/a': ring('b'), 'node_modules/b': ring('a') });
    expect(lacks({ dependencies: { a: '1' } }, lock)).toEqual([]);
  });
});

describe('ledTo', () => {
  it.each([
    ['https://registry.example.com/forms/-/forms-1.2.0.tgz', { name: 'forms', version: '1.2.0' }],
    ['https://registry.example.com/forms/-/forms-1.2.0-rc.1.tgz#abc', { name: 'forms', version: '1.2.0-rc.1' }],
    ['https://registry.example.com/@acme/forms/-/forms-1.2.0.tgz', { name: '@acme/forms', version: '1.2.0' }],
    ['https://registry.example.com/@acme%2fforms/-/forms-1.2.0.tgz', { name: '@acme/forms', version: '1.2.0' }],
    [
      'https://art.example.com/api/npm/all/@acme/forms/-/@acme/forms-1.2.0.tgz',
      { name: '@acme/forms', version: '1.2.0' },
    ],
    [
      'https://git.example.com/api/v4/projects/7/packages/npm/@acme/forms/-/@acme/forms-1.2.0.tgz',
      { name: '@acme/forms', version: '1.2.0' },
    ],
    [
      `https://npm.pkg.github.com/download/@acme/forms/1.2.0/${'a'.repeat(64)}`,
      { name: '@acme/forms', version: '1.2.0' },
    ],
    ['https://registry.example.com/forms/-/v1.tgz', { name: 'forms', version: undefined }],
    ['https://codeload.github.com/acme/forms/tar.gz/0123456', undefined],
    ['git+ssh://git@github.com/acme/forms.git#0123456', undefined],
    ['https://files.example.com/forms-1.2.0.tgz', undefined],
    ['file:forms-1.2.0.tgz', undefined],
    ['packages/forms', undefined],
    ['https://registry.example.com/%zz/-/forms-1.2.0.tgz', { name: '%zz', version: undefined }],
  ])('reads %s', (address, led) => {
    expect(ledTo(address)).toEqual(led);
  });
});

describe('misledIn', () => {
  const at = (name: string, more: Json) =>
    misledIn(nodesOf(three({ [name]: more }))).map(({ led }) => `${led.name} ${led.version}`);
  const resolved = 'https://registry.example.com/forms/-/forms-1.2.0.tgz';

  it('compares name and version with those that npm asks about', () => {
    expect(at('node_modules/forms', { version: '1.2.0', resolved })).toEqual([]);
    expect(at('node_modules/a/node_modules/forms', { version: '1.2.0+build.7', resolved })).toEqual([]);
    expect(at('node_modules/other', { name: 'forms', version: '1.2.0', resolved })).toEqual([]);
    expect(at('node_modules/other', { version: '1.2.0', resolved })).toEqual(['forms 1.2.0']);
    expect(at('node_modules/forms', { name: 'other', version: '1.2.0', resolved })).toEqual(['forms 1.2.0']);
    expect(at('node_modules/forms', { version: '1.2.1', resolved })).toEqual(['forms 1.2.0']);
    expect(at('node_modules/forms', { version: '1.2.1', resolved: 'packages/forms', link: true })).toEqual([]);
  });

  it('knows the addresses of version 1', () => {
    const lock = (version: string) => ({ lockfileVersion: 1, dependencies: { other: { version, resolved } } });
    expect(misledIn(nodesOf(lock('npm:forms@1.2.0')))).toEqual([]);
    expect(misledIn(nodesOf(lock('1.2.0')))).toHaveLength(1);
  });
});

describe('lacksIn of what nobody writes', () => {
  it('never throws, whatever the lock and package.json hold', () => {
    const spec = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '^1',
        '*',
        'npm:a@1',
        'acme/a#semver:^1',
        'git+ssh://x@y/z.git',
        'file:..',
        '$a',
        'npm:',
        '@',
        '#',
      ),
    );
    const names = fc.constantFrom('a', 'b', '__proto__', 'constructor', '', '@a/b', 'a@^1', '.');
    const asks = fc.dictionary(names, fc.oneof(spec, fc.jsonValue({ maxDepth: 1 })));
    const part = fc.constantFrom(
      'dependencies',
      'peerDependencies',
      'optionalDependencies',
      'overrides',
      'requires',
      'version',
      'resolved',
      'link',
    );
    const entry = fc.dictionary(part, fc.oneof(asks, spec, fc.constant(true)));
    const node = fc.oneof(
      names.map((name) => `node_modules/${name}`),
      fc.string(),
    );
    const lock = fc.record({
      packages: fc.oneof(fc.dictionary(node, entry), fc.constant(undefined)),
      dependencies: fc.dictionary(names, entry),
    });
    fc.assert(
      fc.property(lock, entry, (json, manifest) => {
        const nodes = nodesOf(json);
        const found = lacksIn({ nodes, manifestOf: () => manifest, withPeers: true });
        expect(found.lacks.length + misledIn(nodes).length).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: runs(1_000) },
    );
  });

  it('takes no long time over long ranges, long paths and many questions', () => {
    const long = Array.from({ length: 400 }, (_, index) => `>${index}`).join('||');
    const many = Object.fromEntries(Array.from({ length: 2_000 }, (_, index) => [`p${index}`, long]));
    const path = 'node_modules/a/'.repeat(20_000).slice(0, -1);
    const lock = three({ 'node_modules/a': { version: '1.0.0', dependencies: many }, [path]: { dependencies: many } });
    const overrides = Object.fromEntries(Object.keys(many).map((name) => [`${name}@${long}`, '1.0.0']));
    const began = performance.now();
    expect(lacks({ dependencies: { a: '1' }, overrides }, lock)).toHaveLength(2_000);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
