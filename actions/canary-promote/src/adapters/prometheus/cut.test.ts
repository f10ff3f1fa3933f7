import { describe, expect, it } from 'vitest';
import { cutter } from './cut.ts';

describe('a window out of a long answer', () => {
  it('has the samples of both its ends, in order, and no series without any', () => {
    const answer = [
      {
        labels: { a: '1' },
        samples: [
          [30, 3],
          [10, 1],
          [20, 2],
          [40, 4],
        ] as const,
        histograms: [],
      },
      { labels: { a: '2' }, samples: [[5, 1]] as const, histograms: [] },
      { labels: { a: '3' }, samples: [], histograms: [[20, { count: 1, buckets: [] }]] as const },
    ];
    expect(cutter(answer)({ from: 10, to: 30 })).toEqual([
      {
        labels: { a: '1' },
        samples: [
          [10, 1],
          [20, 2],
          [30, 3],
        ],
        histograms: [],
      },
      { labels: { a: '3' }, samples: [], histograms: [[20, { count: 1, buckets: [] }]] },
    ]);
  });
});
