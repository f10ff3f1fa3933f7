import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Threshold } from '../markdown/model.ts';
import { chosenThreshold, excess, isWithin, quantityOf, thresholdOf } from './limit.ts';

function limit(text: string): Threshold {
  const read = thresholdOf(text);
  if (read === undefined) throw new Error(text);
  return read;
}

describe('a quantity', () => {
  it.each([
    ['84.5%', 0.845, 'share'],
    ['0.1 %', 0.001, 'share'],
    ['200ms', 0.2, 'seconds'],
    ['4\u00a0h', 14_400, 'seconds'],
    ['30 days', 2_592_000, 'seconds'],
    ['512MiB', 536_870_912, 'bytes'],
    ['1,000 rps', 1000, 'per-second'],
    ['12', 12, 'plain'],
    ['-3', -3, 'plain'],
    ['1e-3', 0.001, 'plain'],
  ])('of %s is read', (text, value, unit) => {
    expect(quantityOf(text)).toEqual({ value, unit });
  });

  it.each(['', '%', '1,00', '1.2.3', 'x12', '12 apples', '0x10', 'NaN', 'Infinity', '1'.repeat(61)])(
    'is not read of %s',
    (text) => {
      expect(quantityOf(text)).toBeUndefined();
    },
  );
});

describe('a threshold', () => {
  it.each([
    ['> 80%', { operator: '>', value: 0.8, unit: 'share' }],
    ['<200ms', { operator: '<', value: 0.2, unit: 'seconds' }],
    ['>= 30d', { operator: '>=', value: 2_592_000, unit: 'seconds' }],
    ['≤ 5', { operator: '<=', value: 5, unit: 'count' }],
    ['== 0', { operator: '==', value: 0, unit: 'count' }],
    ['1-10%', { operator: 'in', value: 0.01, upTo: 0.1, unit: 'share' }],
    ['1%-10%', { operator: 'in', value: 0.01, upTo: 0.1, unit: 'share' }],
  ])('of %s is read', (text, expected) => {
    expect(thresholdOf(text)).toMatchObject(expected);
  });

  it.each(['', '80%', '> many', '=> 3', '10-1%', '>', '< 5 apples'])('is not read of "%s"', (text) => {
    expect(thresholdOf(text)).toBeUndefined();
  });

  it('has its edge on the right side', () => {
    const at = (text: string) => isWithin(5, limit(text));
    expect([at('< 5'), at('<= 5'), at('> 5'), at('>= 5'), at('== 5'), at('5-6'), at('4-5'), at('6-7')]).toEqual([
      ...[false, true, false, true, true, true, true, false],
    ]);
  });

  it('is never met by what is no number', () => {
    for (const text of ['< 5', '<= 5', '> 5', '>= 5', '== 5', '1-5'])
      expect(isWithin(Number.NaN, limit(text))).toBe(false);
  });

  it('has the greatest excess where it is broken most', () => {
    const operators = fc.constantFrom('<', '<=', '>', '>=', '==');
    fc.assert(
      fc.property(
        operators,
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: -50, max: 50 }),
        (operator, one, two) => {
          const wanted = limit(`${operator} 7`);
          const worse = excess(one, wanted) > excess(two, wanted);
          return !(worse && isWithin(one, wanted) && !isWithin(two, wanted));
        },
      ),
    );
  });
});

describe('the threshold that decides', () => {
  const ofItem = [limit('> 80%'), limit('< 200ms')];

  it('is the entry’s own before the item’s', () => {
    expect(chosenThreshold('== 0', ofItem)).toEqual({ threshold: limit('== 0') });
  });

  it('is the only one of the item with the unit of the number', () => {
    expect(chosenThreshold(undefined, ofItem, 'seconds')).toEqual({ threshold: ofItem[1] });
  });

  it('is none when several could be meant', () => {
    expect(chosenThreshold(undefined, ofItem)).toMatchObject({
      trouble: 'the item has 2 limits that this number could be meant by',
    });
    expect(chosenThreshold(undefined, ofItem, 'plain')).toHaveProperty('trouble');
  });

  it('is the one that the item says twice', () => {
    expect(chosenThreshold(undefined, [ofItem[0]!, { ...ofItem[0]!, text: '>80%', line: 9 }])).toEqual({
      threshold: ofItem[0],
    });
  });

  it('is none when the item has none, has one of another unit, or the entry’s own is broken', () => {
    expect(chosenThreshold(undefined, [])).toMatchObject({ trouble: 'nobody says which number is wanted' });
    expect(chosenThreshold(undefined, ofItem, 'bytes')).toMatchObject({
      trouble: 'the item wants numbers of another unit',
    });
    expect(chosenThreshold('much', ofItem)).toMatchObject({ trouble: 'the threshold of the evidence cannot be read' });
  });
});
