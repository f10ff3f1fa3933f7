import { describe, expect, it } from 'vitest';
import { matches, parseSelector } from './selector.ts';

describe('a selector', () => {
  it.each([
    ['up', 'up', []],
    ['job:errors:rate5m{}', 'job:errors:rate5m', []],
    ['(up)', 'up', []],
    ['# first\nup # then', 'up', []],
    // https://prometheus.io/docs/prometheus/latest/querying/basics/
    [
      'http_requests_total{job="prometheus",group="canary"}',
      'http_requests_total',
      ['job="prometheus"', 'group="canary"'],
    ],
    [
      'http_requests_total{environment=~"staging|testing|development",method!="GET"}',
      'http_requests_total',
      ['environment=~"staging|testing|development"', 'method!="GET"'],
    ],
    [
      'http_requests_total{replica!="rep-a",replica=~"rep.*"}',
      'http_requests_total',
      ['replica!="rep-a"', 'replica=~"rep.*"'],
    ],
    ['{__name__="on"}', 'on', []],
    ['a{b!~`x\\d+`,}', 'a', ['b!~"x\\\\d+"']],
    ["a{b='it''s'}", undefined, []],
    ["a{b='it\\'s \"so\"'}", 'a', ['b="it\'s \\"so\\""']],
    ['a{b="\\x41\\101\\u00e9\\U0001F600\\t\\xc3\\xa9"}', 'a', ['b="AAé😀\\té"']],
    ['a{by="1", offset="2", sum="3"}', 'a', ['by="1"', 'offset="2"', 'sum="3"']],
    ['rate{a="b"}', 'rate', ['a="b"']],
    // https://prometheus.io/docs/guides/utf8/
    ['{"http.requests", "a.b"="c"}', 'http.requests', ['a.b="c"']],
    [
      '{"my.noncompliant.metric", "noncompliant.label"="value"}',
      'my.noncompliant.metric',
      ['noncompliant.label="value"'],
    ],
  ] as const)('%s is read', (text, name, matchers) => {
    const parsed = parseSelector(text);
    if (name === undefined) return expect(parsed).toHaveProperty('message');
    const read =
      'matchers' in parsed
        ? parsed.matchers.map(({ label, op, value }) => `${label}${op}${JSON.stringify(value)}`)
        : [];
    expect(parsed).toMatchObject({ name });
    return expect(read).toEqual(matchers);
  });

  it.each([
    ['rate(http_requests_total[5m])', 'the function rate', 'rate'],
    ['increase(a[1h])', 'the function increase', 'increase'],
    ['sum by (job) (rate(a[5m]))', 'the aggregation sum', 'sum'],
    ['sum(a) without (pod)', 'the aggregation sum', 'sum'],
    ['topk(3, a)', 'the aggregation topk', 'topk'],
    ['http_requests_total{job="prometheus"}[5m]', 'the range [5m]', '[5m]'],
    ['a offset 5m', 'the offset offset 5m', 'offset 5m'],
    ['a @ 1609746000', 'the fixed time @ 1609746000', '@ 1609746000'],
    ['a[30m:1m]', 'the subquery [30m:1m]', '[30m:1m]'],
    ['a + b', 'a calculation', 'a + b'],
    ['-a', 'a calculation', '-a'],
    ['a{b="1"} or a{b="2"}', 'a calculation', 'a{b="1"} or a{b="2"}'],
    ['"a"', 'a text', '"a"'],
    ['1', 'a number', '1'],
    ['{__name__=~"a|b"}', '__name__=~"a|b"', '__name__=~"a|b"'],
    ['{job="x"}', 'no name', '{job="x"}'],
    ['a{__name__="b"}', 'the names a and b', 'a{__name__="b"}'],
    ['a{b=~"("}', '(', '"("'],
    ['a{b=~"(?=x)"}', '(?=x)', '"(?=x)"'],
    ['a{b="\\d"}', '\\d', '\\d'],
    ['a{b="\\xff"}', '"\\xff"', '"\\xff"'],
    ['a{b="\\ud800"}', '\\u', '\\u'],
  ])('%s is refused at its part', (text, got, part) => {
    const parsed = parseSelector(text);
    expect(parsed).toMatchObject({ got });
    expect('from' in parsed ? text.slice(parsed.from, parsed.to) : '').toBe(part);
  });

  it.each([
    ['http.requests', '".requests"'],
    ['a{b=c}', '"c"'],
    ['a{b', 'the end of the text'],
    ['a b', '"b"'],
    ['foo(a)', '"("'],
    ['a{,}', '","'],
    ['', 'the end of the text'],
    ['a{b="c', 'the end of the text'],
  ])('%s is no PromQL, and the place is said', (text, got) => {
    const parsed = parseSelector(text);
    expect('got' in parsed ? parsed.got.split(' at ')[0] : '').toBe(got);
    expect(parsed).toMatchObject({ message: 'it is no PromQL' });
  });
});

describe('matchers', () => {
  const picks = (text: string, labels: Record<string, string>) => {
    const parsed = parseSelector(text);
    return 'matchers' in parsed && matches(parsed.matchers, labels);
  };

  it.each([
    ['a{code=~"5.."}', { code: '503' }, true],
    ['a{code=~"5.."}', { code: '5033' }, false],
    ['a{code=~"5|50"}', { code: '50' }, true],
    ['a{code=~"4..|5.."}', { code: '404' }, true],
    ['a{code!~"2.."}', {}, true],
    ['a{code!="200"}', {}, true],
    ['a{code=""}', {}, true],
    ['a{code=~".*"}', {}, true],
    ['a{code=~".+"}', {}, false],
    ['a{code=~"(?i)GET"}', { code: 'get' }, true],
    ['a{x="1",y!="2"}', { x: '1', y: '2' }, false],
    ['a{toString=""}', {}, true],
    ['a{p=~"a.b"}', { p: 'a\nb' }, true],
  ])('%s on %o is %s, as in Prometheus', (text, labels, expected) => {
    expect(picks(text, labels)).toBe(expected);
  });

  it('is not slow on an expression that backtracks elsewhere', () => {
    expect(picks('a{p=~"(a+)+b"}', { p: 'a'.repeat(5000) })).toBe(false);
  });
});
