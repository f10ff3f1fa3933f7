import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Quantity } from './quantity.ts';

const of = (text: string) => Quantity.of(text)?.asFloat();

describe('a quantity', () => {
  it.each([
    ['250m', 0.25],
    ['1.5', 1.5],
    ['.5', 0.5],
    ['1.', 1],
    ['1e3', 1000],
    ['1E3', 1000],
    ['2E', 2e18],
    ['1Ki', 1024],
    ['1.5Gi', 1_610_612_736],
    ['-3k', -3000],
    ['1e-3', 0.001],
    ['500n', 5e-7],
    ['1e100', 1e100],
    ['m', 0],
    ['0.0000000001', 1e-9],
  ])('%s is %d', (text, value) => {
    expect(of(text)).toBe(value);
  });

  it.each(['', '.', '-', '1 Gi', '1gi', '1KB', '0x1', '1e10000', '1,5', 'Infinity', `${'1'.repeat(101)}`])(
    'is not %j',
    (text) => {
      expect(of(text)).toBeUndefined();
    },
  );

  it('orders whole numbers as they are ordered', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.bigInt(-(10n ** 15n), 10n ** 15n), (a, b) => {
        const order = Quantity.of(`${a}`)?.compareTo(Quantity.of(`${b * 1000n}m`) ?? new Quantity(0n));
        expect(order).toBe(a < b ? -1n : a > b ? 1n : 0n);
      }),
    );
  });
});
