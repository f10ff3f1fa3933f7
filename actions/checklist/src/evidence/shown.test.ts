import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWithin, quantityOf, thresholdOf } from './limit.ts';
import { counted, shownAge, shownLimit, shownValue } from './shown.ts';

function shown(value: number, limit: string): string {
  const read = thresholdOf(limit);
  if (read === undefined) throw new Error(limit);
  return `${shownValue(value, read)} ${shownLimit(read)}`;
}

describe('a number for people', () => {
  it.each([
    [0.784, '> 80%', '78.4\u00a0% > 80\u00a0%'],
    [0.7999999, '> 80%', '79.99\u00a0% > 80\u00a0%'],
    [0.00100001, '< 0.1%', '0.11\u00a0% < 0.1\u00a0%'],
    [0.000001, '== 0', '0.01 == 0'],
    [0.25, '< 200ms', '250\u00a0ms < 200\u00a0ms'],
    [5_270_400, '>= 30d', '61\u00a0days >= 30\u00a0days'],
    [86_400, '>= 1d', '1\u00a0day >= 1\u00a0day'],
    [1234.5, '< 2000', '1,234.5 < 2,000'],
    [0.05, '1-10%', '5\u00a0% 1 to 10\u00a0%'],
    [0, '== 0', '0 == 0'],
  ])('%d against %s reads %s', (value, limit, text) => {
    expect(shown(value, limit)).toBe(text);
  });

  it('is never rounded to the other side of its limit, and is not 0 unless it is', () => {
    const limits = fc.constantFrom('> 80%', '< 0.1%', '>= 99.9%', '<= 5%', '== 50%', '1-10%');
    fc.assert(
      fc.property(limits, fc.double({ min: 0, max: 1, noNaN: true }), (text, value) => {
        const limit = thresholdOf(text);
        if (limit === undefined) return false;
        const read = quantityOf(shownValue(value, limit));
        return (
          read !== undefined &&
          isWithin(read.value, limit) === isWithin(value, limit) &&
          (read.value !== 0 || value === 0)
        );
      }),
    );
  });

  it('counts one thing and many', () => {
    expect([counted(1, 'day'), counted(1200, 'day'), counted(2, 'series', 'series')]).toEqual([
      '1\u00a0day',
      '1,200\u00a0days',
      '2\u00a0series',
    ]);
  });

  it('shows an age in whole units', () => {
    expect([shownAge(90 * 86_400_000), shownAge(86_400_000), shownAge(90_500)]).toEqual([
      '90\u00a0days',
      '24\u00a0h',
      '90\u00a0s',
    ]);
  });
});
