import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageSelector } from './page-selector.ts';
import { withValues } from './placeholders.ts';

const values = { version: '2.4.0', commit: 'a'.repeat(40), environment: 'production', window: '24h' };
const filled = (query: string, more: Partial<Record<keyof typeof values, string | undefined>> = {}) =>
  withValues(query, { ...values, ...more });

describe('a query with placeholders', () => {
  it('gets a duration and texts', () => {
    expect(filled('rate(errors{version="$version",env=\'$environment\'}[$window])')).toMatchObject({
      query: 'rate(errors{version="2.4.0",env=\'production\'}[24h])',
      used: new Set(['version', 'environment', 'window']),
    });
  });

  it('gets a text that only matches itself where an expression stands', () => {
    expect(filled('up{version=~"v?$version"}')).toMatchObject({ query: 'up{version=~"v?2\\x5c.4\\x5c.0"}' });
    expect(filled('up{version !~ "$version"}')).toMatchObject({ query: 'up{version !~ "2\\x5c.4\\x5c.0"}' });
  });

  it('cannot be left by a value', () => {
    const hostile = filled('up{version="$version"}', { version: '"} or vector(0) #\\\n' });
    expect(hostile).toMatchObject({ query: 'up{version="\\x22\\x7d or vector\\x280\\x29 \\x23\\x5c\\x0a"}' });
    const quoted = fc.property(
      fc.string({ unit: fc.constantFrom(...'"\'\\`{}()\n$ é😀a1'), minLength: 1 }),
      (version) => {
        const made = filled('up{a="$version"}', { version });
        const selector = pageSelector(made.kind === 'filled' ? made.query : '');
        return selector?.isOf({ name: 'up', labels: new Map([['a', version]]), value: 1 }) === true;
      },
    );
    fc.assert(quoted);
  });

  it.each([
    ['sum($version)', {}, '$version cannot stand there in the query'],
    ['up{a=`$version`}', { version: '`' }, '$version cannot stand there in the query'],
    ['rate(a[$window])', { window: '1h] or vector(0)' }, 'the window of the query cannot be used'],
    ['rate(a[$window])', { window: undefined }, 'nobody said the window that the query asks for'],
    ['a{v="$version"}', { version: undefined }, 'nobody said the version that the query asks for'],
    ['a{v="$environment"}', { environment: '' }, 'nobody said the environment that the query asks for'],
  ])('%s with %j is refused', (query, more, why) => {
    expect(filled(query, more)).toMatchObject({ kind: 'trouble', why });
  });

  it('keeps what is no placeholder: comments, other dollars, raw literals', () => {
    const query = 'up{a=~"x$",b="$versions",c=`$commit`} # "$version\n > 0';
    expect(filled(query)).toMatchObject({ kind: 'filled', query: query.replace('$commit', 'a'.repeat(40)) });
  });

  it('is read in no time at its greatest length', () => {
    expect(filled(`${'"\\'.repeat(3_000)}${' '.repeat(1_000)}`).kind).toBe('filled');
  });
});

describe('a selector of a page', () => {
  const sample = {
    name: 'http_requests_total',
    labels: new Map([
      ['code', '500'],
      ['path', '/a"b'],
    ]),
    value: 1,
  };

  it.each([
    'http_requests_total',
    'http_requests_total{}',
    'http_requests_total{code="500"}',
    'http_requests_total{code!="200", path=\'/a"b\'}',
    'http_requests_total{path="/a\\"b",}',
    'http_requests_total{other=""}',
    'http_requests_total{other!="x"}',
  ])('%s means the sample', (text) => {
    expect(pageSelector(text)?.isOf(sample)).toBe(true);
  });

  it.each([
    'http_requests',
    'http_requests_total{code="200"}',
    'http_requests_total{code!="500"}',
    'http_requests_total{other="x"}',
  ])('%s means another', (text) => {
    expect(pageSelector(text)?.isOf(sample)).toBe(false);
  });

  it.each([
    '',
    '{code="500"}',
    'a{code=~"5.."}',
    'a{code="500"',
    'sum(a)',
    'a > 1',
    'a{b="c" d="e"}',
    'a{b="\\q"}',
    'a{b=c}',
  ])('%s is none', (text) => {
    expect(pageSelector(text)).toBeUndefined();
  });
});
