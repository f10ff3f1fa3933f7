import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../scripts/vitest/thoroughly.ts';
import { indexLock } from './index-lock.ts';
import { lockOf, shown, shownEntries, slowSearch } from './slow-search.fixture.ts';

const sample = (name: string) => readFileSync(new URL(`./samples/${name}`, import.meta.url), 'utf8');
const lockWith = (packages: object, more: object = {}) =>
  JSON.stringify({ name: 'orders', lockfileVersion: 3, packages: { '': {}, ...packages }, ...more }, null, 2);
const fault = (text: string) => indexLock('package-lock.json', Buffer.from(text));

describe('npmLock', () => {
  it('points at the key of each package of version 3', () => {
    expect(shownEntries('package-lock.json', sample('shop.package-lock.json'))).toEqual([
      '@acme/xml-tools 1.4.2 19:5-35',
      'fast-order-xml 2.3.1 25:5-34',
      'old-queue 1.8.0 28:5-29',
      'order-forms 5.1.0 31:5-31',
      'old-queue 1.9.3 38:5-54',
      'order-mail 3.2.0 41:5-30',
      'pdf-stamp 0.9.0 47:5-29',
      'table-press 2.3.0 50:5-31',
    ]);
  });

  it('points at the key of each package of version 1, nested ones where they stand', () => {
    expect(shownEntries('npm-shrinkwrap.json', sample('shop-1.package-lock.json'))).toEqual([
      '@acme/xml-tools 1.4.2 7:5-22',
      'fast-order-xml 2.3.1 13:5-21',
      'old-queue 1.8.0 16:5-16',
      'order-forms 5.1.0 19:5-18',
      'old-queue 1.9.3 26:9-20',
      'order-mail 3.2.0 31:5-17',
      'pdf-stamp 0.9.0 37:5-16',
      'table-press 2.3.0 40:5-18',
    ]);
  });

  it('reads version 2 by its packages, which are written twice there', () => {
    const packages = JSON.parse(sample('shop.package-lock.json'));
    const { dependencies } = JSON.parse(sample('shop-1.package-lock.json'));
    const both = JSON.stringify({ ...packages, lockfileVersion: 2, dependencies }, null, 2);
    expect(shownEntries('package-lock.json', both)).toEqual(
      shownEntries('package-lock.json', sample('shop.package-lock.json')),
    );
  });

  it('knows an alias by the package that is installed, in every version', () => {
    const three = lockWith({ 'node_modules/queue': { name: 'old-queue', version: '1.8.0' } });
    expect(lockOf('package-lock.json', three).named('old-queue')).toMatchObject([{ version: '1.8.0' }]);
    const one = {
      lockfileVersion: 1,
      dependencies: { a: { version: 'npm:@acme/b@1.0.0' }, c: { version: 'npm:d@2.0.0' } },
    };
    expect(lockOf('package-lock.json', JSON.stringify(one)).entries).toMatchObject([
      { name: '@acme/b', version: '1.0.0', node: 'node_modules/a' },
      { name: 'd', version: '2.0.0', node: 'node_modules/c' },
    ]);
  });

  it('has no version for an address, and no entry for a link or for a folder of the project', () => {
    const text = lockWith({
      'packages/one': { version: '1.0.0', dependencies: { a: '1' } },
      'node_modules/one': { resolved: 'packages/one', link: true },
      'packages/one/node_modules/a': { version: '1.0.0' },
    });
    expect(lockOf('package-lock.json', text).entries).toMatchObject([{ node: 'packages/one/node_modules/a' }]);
    const one = { lockfileVersion: 1, dependencies: { a: { version: 'git+ssh://git@example.org/a.git#0123' } } };
    expect(lockOf('package-lock.json', JSON.stringify(one)).entries).toMatchObject([{ name: 'a', version: null }]);
  });

  it('tells the chain of each package from a direct dependency on', () => {
    const lock = lockOf('package-lock.json', sample('shop.package-lock.json'));
    const chain = (node: string) => lock.via(lock.at(node) ?? ({ ...lock.entries[0], node } as never));
    expect(chain('node_modules/old-queue')).toEqual([]);
    expect(chain('node_modules/fast-order-xml')).toEqual(['order-forms', '@acme/xml-tools']);
    expect(chain('node_modules/order-forms/node_modules/old-queue')).toEqual(['order-forms']);
    expect(chain('node_modules/table-press')).toEqual([]);
  });

  it('follows a chain through a workspace as the project’s own, and tells none where nothing asks', () => {
    const text = lockWith({
      'packages/one': { name: 'one', dependencies: { a: '1' } },
      'node_modules/one': { resolved: 'packages/one', link: true },
      'node_modules/a': { version: '1.0.0', dependencies: { b: '1', a: '1' } },
      'node_modules/b': { version: '1.0.0', dependencies: { a: '1' } },
      'node_modules/lost': { version: '1.0.0' },
    });
    const lock = lockOf('package-lock.json', text);
    const chains = lock.entries.map((entry) => [entry.name, lock.via(entry)]);
    expect(chains).toEqual([
      ['a', []],
      ['b', ['a']],
      ['lost', undefined],
    ]);
    const one = lockOf('package-lock.json', sample('shop-1.package-lock.json'));
    expect(one.entries.map((entry) => one.via(entry))).toEqual(one.entries.map(() => undefined));
  });

  it('tells no chain that nobody would read', () => {
    const chain = Array.from({ length: 5_000 }, (_, index) => [
      `node_modules/p${index}`,
      { version: '1.0.0', dependencies: { [`p${index + 1}`]: '1' } },
    ]);
    const lock = lockOf(
      'package-lock.json',
      lockWith({ '': { dependencies: { p0: '1' } }, ...Object.fromEntries(chain) }),
    );
    expect(lock.entries.map((entry) => lock.via(entry)?.length).slice(99, 103)).toEqual([
      99,
      100,
      undefined,
      undefined,
    ]);
  });

  it('takes the last of a key that stands twice, as JSON does', () => {
    const text = '{"packages": {"node_modules/a": {"version": "1.0.0"},\n"node_modules/a": {"version": "2.0.0"}}}';
    expect(shownEntries('package-lock.json', text)).toEqual(['a 2.0.0 2:1-17']);
  });

  it('is not misled by names that an object has of its own, or by numbers', () => {
    const text = `{"packages": {"node_modules/zz": {"version": "1.0.0"},
      "node_modules/__proto__": {"version": "1.0.0"}, "node_modules/constructor": {"version": "1.0.0"}}}`;
    expect(shownEntries('package-lock.json', text)).toEqual(slowSearch('package-lock.json', text));
    const one =
      '{"dependencies": {"b": {"version": "1.0.0", "dependencies": {"7": {"version": "7.0.0"}}}, "3": {"version": "3.0.0"}}}';
    expect(lockOf('package-lock.json', one).entries.map(({ name }) => name)).toEqual(['b', '7', '3']);
  });

  it.each([
    ['', { fault: 'broken JSON: the end of the text in the middle of it', line: 1, column: 1 }],
    ['{"packages": {}', { fault: 'broken JSON: the end of the text in the middle of it', line: 1, column: 16 }],
    ['{\n<<<<<<< HEAD\n}', { fault: 'broken JSON: a "<" (a page?) where a key belongs', line: 2, column: 1 }],
    ['{"packages": {}}\n{}', { fault: 'something else behind the JSON document', line: 2, column: 1 }],
    ['{"packages": {}}\u00a0', { fault: 'something else behind the JSON document', line: 1, column: 17 }],
    ['null', { fault: 'neither "packages" nor "dependencies"', line: 1, column: 1 }],
    ['[]', { fault: 'neither "packages" nor "dependencies"', line: 1, column: 1 }],
    ['{"packages": []}', { fault: 'neither "packages" nor "dependencies"', line: 1, column: 1 }],
    ['{"lockfileVersion": 3}', { fault: 'neither "packages" nor "dependencies"', line: 1, column: 1 }],
  ])('says what is wrong with %j and where', (text, expected) => {
    expect(fault(text)).toEqual(expected);
  });

  it('ends where packages stand in packages without an end', () => {
    const depth = 35_000;
    const text = `{"dependencies":{${'"a":{"dependencies":{'.repeat(depth)}${'}}'.repeat(depth)}}}`;
    expect(fault(text)).toMatchObject({ fault: 'packages in packages without an end', line: 1 });
    expect(fault(`{"packages": ${'['.repeat(200_000)}${']'.repeat(200_000)}}`)).toHaveProperty('fault');
  });

  it('reads UTF-16 and CRLF as another one', () => {
    const text = sample('shop.package-lock.json');
    const windows = Buffer.from(`\ufeff${text.replaceAll('\n', '\r\n')}`, 'utf16le');
    expect(indexLock('package-lock.json', windows)).toMatchObject({
      entries: lockOf('package-lock.json', text).entries,
    });
  });
});

const name = fc.oneof(
  fc.stringMatching(/^(?:@[a-z]{1,3}\/)?[a-z0-9._-]{1,6}$/),
  fc.constantFrom('__proto__', 'constructor', 'dependencies', 'packages', '7', 'ä"\\', '😀\n'),
);
const version = fc.constantFrom('1.0.0', '2.3.4-rc.1', 'npm:other@1.2.3', 'git+https://example.org/a.git', undefined);
const writing = fc.record({ indent: fc.constantFrom(0, 1, 2, '\t'), end: fc.constantFrom('\n', '\r\n') });
const written = (json: object, { indent, end }: { indent: number | string; end: string }) =>
  JSON.stringify(json, null, indent).replaceAll('\n', end);

describe('npmLock over locks that are made up', () => {
  it('finds of version 3 what a slow search finds', () => {
    const node = fc
      .array(name, { minLength: 1, maxLength: 3 })
      .map((names) => names.map((each) => `node_modules/${each}`).join('/'));
    const value = fc.record({
      version,
      name: fc.option(name, { nil: undefined }),
      link: fc.constantFrom(undefined, undefined, true),
      dependencies: fc.dictionary(name, fc.constant('1')),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(node, value), { maxLength: 12 }), writing, (packages, form) => {
        const text = written(
          { before: { packages: { x: {} } }, packages: Object.fromEntries(packages), dependencies: {} },
          form,
        );
        // A link is one with an address.
        const linked = text.replaceAll(/"link":( ?)true/g, '"resolved":$1"x", "link":$1true');
        expect(shownEntries('package-lock.json', linked)).toEqual(slowSearch('package-lock.json', linked));
      }),
      { numRuns: runs(1_000) },
    );
  });

  it('finds of version 1 what a slow search finds, however deep', () => {
    const { tree } = fc.letrec<{ tree: Record<string, unknown> }>((tie) => ({
      tree: fc.dictionary(
        name,
        fc.record({
          version,
          requires: fc.dictionary(name, fc.constant('1')),
          dependencies: fc.option(tie('tree'), { nil: undefined, depthSize: 'small' }),
        }),
        { maxKeys: 4 },
      ),
    }));
    fc.assert(
      fc.property(tree, writing, (dependencies, form) => {
        const text = written({ requires: true, dependencies }, form);
        expect(shownEntries('package-lock.json', text)).toEqual(slowSearch('package-lock.json', text));
      }),
      { numRuns: runs(1_000) },
    );
  });

  it('marks nothing but the key itself', () => {
    const text = sample('shop.package-lock.json');
    const rows = text.split('\n');
    for (const entry of lockOf('package-lock.json', text).entries) {
      expect([shown(entry), rows[entry.line - 1]?.slice(entry.column - 1, entry.endColumn - 1)]).toEqual([
        shown(entry),
        JSON.stringify(entry.node),
      ]);
    }
  });
});
