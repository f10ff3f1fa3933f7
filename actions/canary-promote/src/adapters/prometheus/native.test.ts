import { describe, expect, it } from 'vitest';
import { pseudoBuckets, readNative } from './native.ts';

const histogram = (...buckets: readonly (readonly [number, string, string, string])[]) => {
  const read = readNative({ count: '20', sum: '1', buckets });
  if (read === undefined) throw new RangeError('expected a histogram');
  return read;
};

describe('buckets that stand for those around an edge', () => {
  const countsAt = (edge: number, one: ReturnType<typeof histogram>) =>
    pseudoBuckets([edge], [one]).map((bucket) => bucket.count(one));

  it('are one at a bound, and two within a bucket: surely and possibly within the edge', () => {
    const one = histogram([0, '0.5', '1', '3'], [0, '1', '2', '5'], [0, '2', '4', '7']);
    expect(countsAt(1, one)).toEqual([3, 20]);
    expect(countsAt(3, one)).toEqual([8, 15, 20]);
  });

  it('are two at a power of two that a coarse bucket has in its middle', () => {
    expect(countsAt(2, histogram([0, '1', '4', '5']))).toEqual([0, 5, 20]);
  });

  it('count a bucket that begins at the edge, and holds it, as possibly within', () => {
    expect(countsAt(3, histogram([1, '3', '4', '5']))).toEqual([0, 5, 20]);
    expect(countsAt(3, histogram([0, '3', '4', '5']))).toEqual([0, 0, 20]);
  });

  it('count what is around zero, and below', () => {
    expect(countsAt(1, histogram([1, '-2', '-1', '1'], [3, '-0.001', '0.001', '2']))).toEqual([3, 20]);
  });

  it('keep to either side of the edge, apart from every other way of writing it', () => {
    const [below = { le: 0 }, above = { le: 0 }, all] = pseudoBuckets([0.3], []);
    expect([0.3 - below.le > 1e-8, above.le - 0.3 > 1e-8, all?.le]).toEqual([true, true, Number.POSITIVE_INFINITY]);
  });
});
