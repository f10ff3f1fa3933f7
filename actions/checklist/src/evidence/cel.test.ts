import { describe, expect, it } from 'vitest';
import { celValue, evaluateCel } from './cel.ts';

const document = celValue(
  JSON.parse('{"replicas":3,"rate":0.5,"name":"api","list":["ab","b"],"__proto__":{"deep":1},"none":null}'),
);
const evaluate = (expression: string) => evaluateCel(expression, { document });

describe('a condition in CEL', () => {
  it.each([
    ['document.replicas == 3', true],
    ['document.rate < 0.6', true],
    ['document["__proto__"].deep == 1', true],
    ['has(document.constructor)', false],
    ['document.none == null', true],
    ['document.list.all(each, each.endsWith("b"))', true],
    ['document.?zz.orValue("x") == "x"', true],
    ['string(document.replicas) + "d"', '3d'],
  ])('%s gives %s', (expression, value) => {
    expect(evaluate(expression)).toEqual({ kind: 'value', value });
  });

  it.each([
    'document.missing',
    'document.replicas + "x"',
    '1 +',
    'other',
    'document.name.matches("(")',
    `${'('.repeat(5_000)}1`,
    'document.name // x\n.matches("a")',
  ])('has no answer for %s', (expression) => {
    expect(evaluate(expression).kind).toBe('error');
  });

  it('matches as RE2 does, in linear time, wherever it stands', () => {
    const value = celValue({ text: `${'x'.repeat(50_000)}!`, list: ['ab', 'b'] });
    expect(evaluateCel('document.text.matches("^(x+)+$")', { document: value })).toEqual({
      kind: 'value',
      value: false,
    });
    expect(
      evaluateCel('document.list.all(e, e.matches("b$") && ("q" + e).matches("^q"))', { document: value }),
    ).toEqual({ kind: 'value', value: true });
    // RE2 has no look-ahead; RegExp has.
    expect(evaluate('document.name.matches("a(?=p)")').kind).toBe('error');
  });

  it('never says more than one line', () => {
    const answer = evaluate('1 +\n\n secret');
    expect(answer.kind === 'error' && !answer.why.includes('\n')).toBe(true);
  });
});
