import { describe, expect, it } from 'vitest';
import { findingsIn, originWith, resultsOf } from './sarif-samples.fixture.ts';

const files = ['src/a b.py', 'src/é.py', 'deep/src/x.py', 'c#/a.cs', '100%25.txt', 'README.md', 'Dockerfile'];
const origin = originWith(files, '/build/app');
const placed = (artifactLocation: object, run: object = {}, region: object = { startLine: 1 }) => {
  const result = {
    ruleId: 'r',
    message: { text: 'm' },
    locations: [{ physicalLocation: { artifactLocation, region } }],
  };
  return findingsIn(resultsOf([result], [], run), origin)[0]?.location;
};
const pathOf = (uri: string, base?: string, bases: object = {}) =>
  placed({ uri, ...(base === undefined ? {} : { uriBaseId: base }) }, { originalUriBaseIds: bases })?.path;

describe('the file of a result', () => {
  it.each([
    ['relative', 'src/a%20b.py', 'src/a b.py'],
    ['with a space', 'src/a b.py', 'src/a b.py'],
    ['encoded', 'src/%C3%A9.py', 'src/é.py'],
    ['with signs that a URI would encode', 'c#/a.cs', 'c#/a.cs'],
    ['with a percent sign of its own', '100%25.txt', '100%25.txt'],
    ['with a percent sign that encodes nothing', 'src/5%.py', 'src/5%.py'],
    ['from here', './src/./é.py', 'src/é.py'],
    ['there and back', 'src/../README.md', 'README.md'],
    ['of Windows', 'deep\\src\\x.py', 'deep/src/x.py'],
    ['absolute', '/build/app/src/a b.py', 'src/a b.py'],
    ['a file URL', 'file:///build/app/src/a%20b.py', 'src/a b.py'],
    ['a file URL with a host', 'file://localhost/build/app/README.md', 'README.md'],
    ['a path behind file://', 'file://src/a b.py', 'src/a b.py'],
    ['of another machine', 'file:///home/runner/work/app/app/deep/src/x.py', 'deep/src/x.py'],
    ['of Windows, absolute', 'C:\\work\\app\\deep\\src\\x.py', 'deep/src/x.py'],
    ['a file URL of Windows', 'file:///D:/a/app/README.md', 'README.md'],
    ['that is not in the checkout', 'lib/new.py', 'lib/new.py'],
    ['that leads out', '../../etc/passwd', undefined],
    ['that leads out, encoded', '..%2f..%2fetc/passwd', undefined],
    ['outside of the checkout', '/etc/passwd', undefined],
    ['a page', 'https://example.org/src/a', undefined],
    ['an image', 'docker:image/a', undefined],
    ['empty', '', undefined],
  ])('is found when it is %s', (_what, uri, expected) => {
    expect(pathOf(uri)).toBe(expected);
  });

  it.each([
    ['that nothing is known of', '%SRCROOT%', {}, 'README.md', 'README.md'],
    ['that is the checkout', 'ROOT', { ROOT: { uri: 'file:///build/app/' } }, 'README.md', 'README.md'],
    ['without a slash at its end', 'ROOT', { ROOT: { uri: 'file:///build/app' } }, 'README.md', 'README.md'],
    ['below the checkout', 'ROOT', { ROOT: { uri: 'file:///build/app/deep/' } }, 'src/x.py', 'deep/src/x.py'],
    ['of another machine', 'ROOT', { ROOT: { uri: 'file:///D:/a/app/' } }, 'lib/new.py', 'lib/new.py'],
    ['of another machine, above', 'ROOT', { ROOT: { uri: 'file:///x/deep/' } }, 'src/x.py', 'deep/src/x.py'],
    [
      'inside of another',
      'SRC',
      { SRC: { uri: 'deep/', uriBaseId: 'ROOT' }, ROOT: { uri: 'file:///build/app/' } },
      'src/x.py',
      'deep/src/x.py',
    ],
    [
      'inside of one that nothing is known of',
      'SRC',
      { SRC: { uri: 'deep/', uriBaseId: 'ROOT' } },
      'src/x.py',
      'deep/src/x.py',
    ],
    ['inside of itself', 'A', { A: { uri: '', uriBaseId: 'A' } }, 'README.md', 'README.md'],
    ['and leads out', 'ROOT', { ROOT: { uri: 'file:///build/app/' } }, '../../etc/passwd', undefined],
    ['named as what every object has', '__proto__', {}, 'README.md', 'README.md'],
  ])('is found from a base %s', (_what, base, bases, uri, expected) => {
    expect(pathOf(uri, base, bases)).toBe(expected);
  });

  it('is found by the index of its artifact', () => {
    const artifacts = [{}, { location: { uri: 'README.md' } }];
    expect([1, 0, 7, -1].map((index) => placed({ index }, { artifacts })?.path)).toEqual([
      'README.md',
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('the lines of a result', () => {
  it.each([
    [{ startLine: 3 }, { line: 3 }],
    [
      { startLine: 3, startColumn: 2, endLine: 3, endColumn: 9 },
      { line: 3, column: 2, endLine: 3, endColumn: 9 },
    ],
    [
      { startLine: 3, startColumn: 9, endLine: 4, endColumn: 1 },
      { line: 3, column: 9, endLine: 4, endColumn: 1 },
    ],
    [
      { startLine: 3, startColumn: 1, endLine: 3, endColumn: 1 },
      { line: 3, column: 1, endLine: 3 },
    ],
    [{ startLine: 3, startColumn: -1, endLine: 2 }, { line: 3 }],
    [{ startLine: 0, endLine: 4 }, {}],
    [{ startLine: '3' }, {}],
    [{ startLine: 1.5 }, {}],
    [{ charOffset: 7 }, {}],
  ])('of %j are %j', (region, expected) => {
    expect(placed({ uri: 'README.md' }, {}, region)).toEqual({ path: 'README.md', ...expected });
  });

  it('are none where there is no place', () => {
    const results = [
      {},
      { locations: [] },
      { locations: [null] },
      { locations: [{ physicalLocation: {} }] },
      { locations: 'x' },
    ];
    expect(findingsIn(resultsOf(results), origin).map(({ location }) => location)).toEqual(Array(5).fill(null));
  });
});
