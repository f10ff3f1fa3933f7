import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newer } from './facts';

const telling = fc.record({
  toldAt: fc.integer({ min: 0, max: 3 }),
  name: fc.constantFrom('a', 'b', 'c'),
  url: fc.constantFrom(null, 'x'),
});

describe('the newer of two tellings', () => {
  it('is the one as of the later moment', () => {
    expect(newer({ toldAt: 2, name: 'a' }, { toldAt: 1, name: 'b' })).toEqual({ toldAt: 2, name: 'a' });
  });

  it('does not depend on order, grouping or repetition', () => {
    fc.assert(
      fc.property(telling, telling, telling, (one, two, three) => {
        expect(newer(one, two)).toEqual(newer(two, one));
        expect(newer(one, newer(two, three))).toEqual(newer(newer(one, two), three));
        expect(newer(one, one)).toEqual(one);
      }),
    );
  });
});
