import { describe, expect, it } from 'vitest';
import { nodesOf } from '../lockfile/npm-nodes.ts';
import { lockOf } from '../lockfile/slow-search.fixture.ts';
import { doubtsOf } from './npm-doubts.ts';

type Json = Readonly<Record<string, unknown>>;

/** A lock of version 3 at `site/`, beside the package.json files of the project and of its folders. */
function doubts(manifests: Readonly<Record<string, Json>>, packages: Json, withPeers = true) {
  const json = { lockfileVersion: 3, packages: { '': manifests[''] ?? {}, ...packages } };
  const files = Object.entries(manifests).map(([folder, manifest]) => {
    const path = `site/${folder === '' ? '' : `${folder}/`}package.json`;
    return [folder, { path, text: JSON.stringify(manifest, null, 2), json: manifest }] as const;
  });
  const lock = lockOf('site/package-lock.json', JSON.stringify(json, null, 2));
  return doubtsOf({ nodes: nodesOf(json), lock, manifests: new Map(files), withPeers });
}

const got = (...of: Parameters<typeof doubts>) => doubts(...of).troubles.map((trouble) => trouble.got);
const root = (more: Json) => ({ '': { name: 'orders', ...more } });
const forms = { 'node_modules/forms': { version: '1.2.0' } };

describe('a lock that is not what package.json asks for', () => {
  it('is told with what is asked for, what is there, where, and what to do', () => {
    const manifest = root({ dependencies: { forms: '^1.0.0', 'old-queue': '^2.0.0' } });
    expect(doubts(manifest, { ...forms, 'node_modules/old-queue': { version: '1.8.0' } }).troubles).toEqual([
      {
        expected: 'old-queue ^2.0.0 in package-lock.json, as package.json asks',
        got: 'old-queue 1.8.0 in package-lock.json',
        mend: 'Write the lock anew: `npm install --package-lock-only`',
        place: { file: 'site/package.json', line: 5, column: 5 },
      },
    ]);
    expect(got(manifest, forms)).toEqual(['no old-queue in package-lock.json']);
  });

  it('is told by the line of the lock where a package of it asks', () => {
    const manifest = root({ dependencies: { forms: '^1.0.0' } });
    const packages = { 'node_modules/forms': { version: '1.2.0', dependencies: { xml: '^2' } } };
    expect(doubts(manifest, packages).troubles).toMatchObject([
      {
        expected: 'xml ^2 in package-lock.json, as forms 1.2.0 asks',
        got: 'no xml in package-lock.json',
        place: { file: 'site/package-lock.json', line: 10, column: 5 },
      },
    ]);
    const nested = {
      ...packages,
      'node_modules/forms/node_modules/xml': { version: '2.1.0' },
      'node_modules/xml': { version: '1.0.0' },
    };
    expect(got(manifest, nested)).toEqual([]);
    expect(got(manifest, { ...packages, 'node_modules/xml': { version: '1.0.0' } })).toHaveLength(1);
  });

  it.each([
    ['dependencies', 1],
    ['devDependencies', 1],
    ['optionalDependencies', 1],
    ['peerDependencies', 1],
    ['bundleDependencies', 0],
  ])('is one that lacks something of %s', (part, count) => {
    expect(got(root({ [part]: { forms: '1' } }), {})).toHaveLength(count);
    expect(got(root({ [part]: { forms: '^1.3.0' } }), forms)).toHaveLength(count);
    expect(got(root({ [part]: { forms: '^1' } }), forms)).toEqual([]);
  });

  it('is told of a folder that the lock links to, by its own package.json, whatever the lock has of it', () => {
    const packages = {
      ...forms,
      'packages/mail': { name: 'mail', version: '1.0.0' },
      'node_modules/mail': { resolved: 'packages/mail', link: true },
    };
    const mail = { name: 'mail', version: '2.0.0', dependencies: { forms: '^2' } };
    const manifests = { ...root({ dependencies: { mail: '^1.0.0' } }), 'packages/mail': mail };
    expect(doubts(manifests, packages).troubles).toMatchObject([
      { got: 'the folder packages/mail in package-lock.json', place: { file: 'site/package.json', line: 4 } },
      { got: 'forms 1.2.0 in package-lock.json', place: { file: 'site/packages/mail/package.json', line: 5 } },
    ]);
    const right = {
      ...root({ dependencies: { mail: '^2.0.0' } }),
      'packages/mail': { ...mail, dependencies: { forms: '1' } },
    };
    expect(got(right, packages)).toEqual([]);
  });

  it('says no password of an address', () => {
    const spec = 'https://me:hunter22@files.example.com/forms.tgz?token=hunter22';
    const text = JSON.stringify(
      doubts(root({ dependencies: { forms: spec } }), {
        'node_modules/forms': { resolved: 'https://u:hunter22@x.example/y.tgz' },
      }),
    );
    expect(text).toContain('files.example.com');
    expect(text).not.toContain('hunter');
  });

  it('knows no line of a package.json that is not strict', () => {
    const manifest = { name: 'orders', dependencies: { forms: '1' } };
    const json = { lockfileVersion: 3, packages: {} };
    const lock = lockOf('package-lock.json', JSON.stringify(json));
    const manifests = new Map([['', { path: 'package.json', text: 'warning: x', json: manifest }]]);
    const { troubles } = doubtsOf({ nodes: nodesOf(json), lock, manifests, withPeers: true });
    expect(troubles).toMatchObject([{ place: { file: 'package.json' } }]);
  });
});

describe('a lock with peers', () => {
  const manifest = root({ dependencies: { view: '1', forms: '1' } });
  const view = (more: Json = {}) => ({
    ...forms,
    'node_modules/view': { version: '1.0.0', peerDependencies: { forms: '^2', react: '^18' }, ...more },
  });

  it('has those that nobody may leave out, unless settings of npm say so', () => {
    expect(got(manifest, view())).toEqual(['no react in package-lock.json']);
    expect(doubts(manifest, view()).troubles[0]?.mend).toContain('legacy-peer-deps=true');
    expect(got(manifest, view(), false)).toEqual([]);
    expect(got(manifest, view({ peerDependenciesMeta: { react: { optional: true } } }))).toEqual([]);
  });

  it('may have one that does not fit, as long as somebody asks for it as it is', () => {
    const packages = { ...view(), 'node_modules/react': { version: '17.0.0' } };
    expect(got(manifest, packages)).toEqual(['react 17.0.0 in package-lock.json']);
    expect(got(root({ dependencies: { view: '1', forms: '1', react: '^17' } }), packages)).toEqual([]);
  });
});

describe('a lock without optional packages', () => {
  it('is told beside what was seen when a package asks for them, for npm leaves out what it cannot install', () => {
    const packages = { 'node_modules/forms': { version: '1.2.0', optionalDependencies: { fsevents: '~2.3.2' } } };
    expect(doubts(root({ dependencies: { forms: '1' } }), packages)).toEqual({ troubles: [], leftOut: ['fsevents'] });
    const wrong = { ...packages, 'node_modules/fsevents': { version: '1.0.0' } };
    expect(got(root({ dependencies: { forms: '1' } }), wrong)).toEqual(['fsevents 1.0.0 in package-lock.json']);
  });
});

describe('a lock whose addresses lead elsewhere', () => {
  it('is told with both packages and the line', () => {
    const resolved = 'https://registry.example.com/old-queue/-/old-queue-1.8.0.tgz';
    const packages = { 'node_modules/forms': { version: '1.2.0', resolved } };
    expect(doubts(root({ dependencies: { forms: '1' } }), packages).troubles).toEqual([
      {
        expected: 'the address of forms 1.2.0, about which npm asks',
        got: 'that of old-queue 1.8.0, which npm installs',
        mend: 'Write the lock anew: `npm install --package-lock-only`, after the entry is deleted',
        place: { file: 'site/package-lock.json', line: 10, column: 5 },
      },
    ]);
  });

  it.each([
    [
      'git+ssh://git@github.com/acme/old-queue.git#0123456',
      'old-queue from git+ssh://github.com/acme/old-queue.git#0123456',
    ],
    [
      'https://codeload.github.com/acme/old-queue/tar.gz/0123456',
      'old-queue from https://codeload.github.com/acme/old-queue/tar.gz/0123456',
    ],
    ['file:old-queue.tgz', 'old-queue from file:old-queue.tgz'],
  ])('is told when a package that is asked for by a version comes from elsewhere: %s', (resolved, words) => {
    const packages = {
      'node_modules/forms': { version: '1.2.0', dependencies: { 'old-queue': '^1' } },
      'node_modules/old-queue': { version: '1.8.0', resolved },
    };
    const manifest = { dependencies: { forms: '1' } };
    expect(doubts(root(manifest), packages).troubles).toMatchObject([
      { expected: 'old-queue 1.8.0 from a registry, as it is asked for', got: words, place: { line: 16 } },
    ]);
    const asked = { dependencies: { forms: '1', 'old-queue': resolved } };
    expect(got(root(asked), packages)).toEqual([]);
    expect(got(root({ ...manifest, overrides: { 'old-queue': resolved } }), packages)).toEqual([]);
  });
});
