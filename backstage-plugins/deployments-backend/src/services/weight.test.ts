import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weightOf } from './weight';

describe('the weight that a status tells of', () => {
  it.each([
    ['10 %: canary 2.99 % errors, stable 0.50 %, evidence 12.0 of 100', 10],
    ['12.5 %: begins', 12.5],
    ['25 %', 25],
    ['0 %: held: share-off', 0],
    ['back to 0 %: error-rate-higher at 10 %', 0],
    ['100 %: promoted; soak until 2026-11-20 12:00 UTC', 100],
  ])('%j is %d', (description, weight) => {
    expect(weightOf(description)).toBe(weight);
  });

  it.each([
    '',
    'waits for a review',
    'canary 2.99 % errors',
    ' 10 %: begins',
    '10%: begins',
    '101 %: begins',
    '100.0001 %: begins',
    '-5 %: begins',
    '1e2 %: begins',
    '0x10 %: begins',
    '٢٥ %: begins',
    '50 % of the tests pass',
    '10 %\n20 %: begins',
    '\u202E10 %: begins',
    'about back to 0 %: x',
    `${'9'.repeat(10_000)} %: begins`,
  ])('%j is none', (description) => {
    expect(weightOf(description)).toBeNull();
  });

  it('is a number from 0 to 100 or none, whatever the text is', () => {
    const head = fc.oneof(fc.string(), fc.double().map(String), fc.integer({ min: -200, max: 200 }).map(String));
    const tail = fc.constantFrom(' %', ' %: begins', '%', '');
    fc.assert(
      fc.property(head, tail, (start, end) => {
        const weight = weightOf(`${start}${end}`);
        expect(weight === null || (weight >= 0 && weight <= 100)).toBe(true);
      }),
    );
  });

  it('is what was written, for every weight with up to four decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.boolean(), (parts, isBack) => {
        const written = String(parts / 10_000);
        fc.pre(!written.includes('e'));
        expect(weightOf(`${isBack ? 'back to ' : ''}${written} %: x`)).toBe(parts / 10_000);
      }),
    );
  });
});
