import { describe, expect, it } from 'vitest';
import type { Value } from '../value.ts';
import { errorText, expressionOf } from './expression.ts';
import { Variables } from './variables.ts';

const container = new Map<string, Value>([
  ['name', 'app'],
  ['image', 'order:1'],
]);
const object: Value = new Map<string, Value>([
  ['kind', 'Deployment'],
  ['replicas', 5n],
  ['share', 0.5],
  ['memory', '512Mi'],
  ['address', 'https://user@shop.example.com:8443/orders?a=1&a=2&b='],
  ['containers', [container]],
]);
const base = { object, oldObject: null, params: null, namespaceObject: null, request: new Map() };
const variables = Variables.of(
  [
    ['double', expressionOf('object.replicas * 2')],
    ['next', expressionOf('variables.double + 1')],
    ['broken', expressionOf('object.nothing')],
    ['later', expressionOf('variables.last')],
    ['last', expressionOf('1')],
  ],
  (expression, seen) => expression.evaluate({ ...base, variables: seen }),
);
const evaluate = (text: string) => expressionOf(text).evaluate({ ...base, variables });

describe('an expression is true', () => {
  it.each([
    'oldObject == null && params == null && namespaceObject == null',
    'variables.next == 11',
    'variables.broken == 1 || object.replicas == 5',
    'has(object.kind) && !has(object.spec)',
    'object.?spec.?replicas.orValue(1) == 1',
    "object[?'kind'].hasValue()",
    'object.share < 1 && object.replicas > 4.5',
    "object.containers.all(c, c.image.matches('^order:[0-9]+$'))",
    "'ORDER'.matches('(?i)order')",
    "'a1b22'.find('[0-9]+') == '1' && 'none'.find('[0-9]') == ''",
    "'a1b22'.findAll('[0-9]+') == ['1', '22'] && 'a1b2'.findAll('[0-9]', 1) == ['1']",
    'quantity(object.memory).isLessThan(quantity("1Gi"))',
    'quantity("1Gi") == quantity("1024Mi") && quantity("1") != quantity("2")',
    'quantity("1500m").add(quantity("500m")).asInteger() == 2 && !quantity("1.5").isInteger()',
    'quantity("3").sub(1).compareTo(quantity("2")) == 0 && sign(quantity("-1")) == -1',
    "isQuantity('1Ki') && !isQuantity('1KB')",
    "url(object.address).getScheme() == 'https' && url(object.address).getHost() == 'shop.example.com:8443'",
    "url(object.address).getHostname() == 'shop.example.com' && url(object.address).getPort() == '8443'",
    "url(object.address).getEscapedPath() == '/orders' && url(object.address).getQuery()['a'] == ['1', '2']",
    "url('https://a.com').getHost() == 'a.com' && url('https://a.com').getEscapedPath() == ''",
    "url('//host/p').getHost() == 'host' && url('mailto:a@b.c').getEscapedPath() == '' && isURL('*')",
    "url('http://h/\u00fc').getEscapedPath() == '/%C3%BC'",
    "isURL('/path') && isURL('https://[::1]:80/') && !isURL('../path') && !isURL('https://a b/')",
    '[1, 2, 2].isSorted() && ![2, 1].isSorted() && [].isSorted()',
    '[1, 2, 3].sum() == 6 && [0.5, 0.5].sum() == 1.0',
    "[3, 1, 2].min() == 1 && ['a', 'c', 'b'].max() == 'c'",
    "['a', 'b', 'a'].indexOf('a') == 0 && ['a', 'b', 'a'].lastIndexOf('a') == 2 && ['a'].indexOf('z') == -1",
    "sets.contains(['a', 'b'], ['b']) && !sets.contains(['a'], ['b']) && sets.intersects([1, 2], [2, 3])",
    "sets.equivalent(object.containers.map(c, c.name), ['app', 'app']) && !sets.equivalent([1], [1, 2])",
    "object.?metadata.name.orValue('none') == 'none' && object.?containers[0].name.orValue('') == 'app'",
    "'a-b-c'.replace('-', '+') == 'a+b+c' && 'a-b-c'.replace('-', '+', 1) == 'a+b-c'",
    "'abc'.charAt(1) == 'b' && 'abc'.charAt(3) == ''",
    `'%s has %d of %s%%'.format(['app', 3, ['a']]) == 'app has 3 of ["a"]%'`,
    "'%x %X %o %b %.2f'.format([255, 255, 8, 5, 1.5]) == 'ff FF 10 101 1.50'",
    `'%s'.format([object.containers]) == '[{"image":"order:1", "name":"app"}]'`,
    "'h\u00e9llo'.upperAscii() == 'H\u00e9LLO' && '\u00c0B'.lowerAscii() == '\u00c0b'",
    "'\u{1F600}xy'.substring(1) == 'xy' && '\u{1F600}xy'.indexOf('y') == 2 && '\u{1F600}x'.charAt(0) == '\u{1F600}'",
    "'aba'.lastIndexOf('a') == 2 && 'aba'.lastIndexOf('a', 1) == 0 && 'aba'.indexOf('a', 1) == 2 && 'a'.indexOf('a', 9) == -1",
    "'a,b,c'.split(',', 2) == ['a', 'b,c'] && 'a,b'.split(',', 0) == [] && '\u{1F600}x'.split('') == ['\u{1F600}', 'x']",
    "'ab'.replace('', '-') == '-a-b-' && 'ab'.replace('', '-', 1) == '-ab'",
    "matches('abc', 'b') && !quantity('1.5Gi').isInteger()",
    "' Abc '.trim().lowerAscii().split('b') == ['a', 'c'] && ['a', 'b'].join('-').substring(1) == '-b'",
  ])('%s', (text) => {
    expect(evaluate(text)).toBe(true);
  });
});

describe('an expression is an error', () => {
  it.each([
    'object.nothing == 1',
    'has(object.spec.replicas)',
    'variables.nothing',
    'variables.later == 1',
    'unknown == 1',
    'container == 1',
    "quantity('1KB').isInteger()",
    "quantity('1.5').asInteger() == 1",
    "url('shop').getHost() == ''",
    '[].max() == 1',
    "[1, 'a'].min() == 1",
    "['a'].sum() == 1",
    "'%e'.format([1]) == '1'",
    "'%d'.format(['1']) == '1'",
    '[[1]].flatten() == [1]',
    'quantity("1").sign() == 1',
    "'%s'.format([]) == ''",
    "'a'.matches('(')",
    "'a'.matches('(?=a)')",
    "authorizer.group('').resource('pods').check('get').allowed()",
    "ip('10.0.0.1').family() == 4",
    'object.containers.all(i, c, i < 9)',
    'object.kind ==',
    '',
  ])('%s', (text) => {
    expect(() => evaluate(text)).toThrow();
  });

  it('and says so on one line', () => {
    try {
      evaluate('object.nothing == 1');
    } catch (error) {
      expect(errorText(error)).toBe('No such key: nothing');
    }
    expect.assertions(1);
  });
});

describe('regular expressions', () => {
  it('take linear time where RegExp takes for ever', () => {
    const scope = { object: `${'a'.repeat(50_000)}!` };
    expect(expressionOf("object.matches('^(a+)+$')").evaluate(scope)).toBe(false);
    expect(expressionOf("[object].all(one, one.matches('^(a|aa)+$'))").evaluate(scope)).toBe(false);
    expect(expressionOf("optional.of(object).value().matches('(a*)*b')").evaluate(scope)).toBe(false);
    expect(expressionOf("cel.bind(text, object, text.matches('^(a+)+$'))").evaluate(scope)).toBe(false);
    expect(
      expressionOf("has(params.a) || (object.matches('^(a+)+$') ? true : false)").evaluate({
        ...scope,
        params: new Map(),
      }),
    ).toBe(false);
  });
});
