/** Native histograms: a sample holds all its buckets, and only those that are not empty. Pure. */
import { readNumber } from './number.ts';

export interface NativeHistogram {
  readonly count: number;
  readonly buckets: readonly NativeBucket[];
}

interface NativeBucket {
  readonly left: number;
  readonly right: number;
  /** The left bound belongs to the bucket. */
  readonly closedLeft: boolean;
  readonly count: number;
}

/**
 * `{count, sum, buckets: [[rule, left, right, count], …]}`; rules: 0 open left, 1 open right, 2 open, 3 closed.
 * https://prometheus.io/docs/prometheus/latest/querying/api/#native-histograms
 */
export function readNative(value: unknown): NativeHistogram | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const count = readNumber('count' in value ? value.count : undefined);
  const list = 'buckets' in value && value.buckets !== null ? value.buckets : [];
  if (count === undefined || !Array.isArray(list)) return undefined;
  const buckets = list.map(readBucket).filter((bucket) => bucket !== undefined);
  return buckets.length === list.length ? { count, buckets } : undefined;
}

function readBucket(entry: unknown): NativeBucket | undefined {
  if (!Array.isArray(entry) || entry.length !== 4) return undefined;
  const left = readNumber(entry[1]);
  const right = readNumber(entry[2]);
  const count = readNumber(entry[3]);
  if (left === undefined || right === undefined || count === undefined) return undefined;
  return { left, right, count, closedLeft: entry[0] === 1 || entry[0] === 3 };
}

export interface PseudoBucket {
  /** Seconds. */
  readonly le: number;
  count(histogram: NativeHistogram): number;
}

/** Farther from the edge than two ways of writing one number, nearer than any bucket's width. */
const BESIDE = 1e-4;

/**
 * Cumulative buckets that stand for the ones around each edge: which bounds a sample names changes with what it counted, so
 * these go by the edge itself. Just below it stands what is surely within it, just above what is possibly within it.
 */
export function pseudoBuckets(edges: readonly number[], samples: readonly NativeHistogram[]): readonly PseudoBucket[] {
  const around = edges.flatMap((edge): readonly PseudoBucket[] => {
    const surely = (histogram: NativeHistogram) => countOf(histogram, ({ right }) => right <= edge);
    const possibly = (histogram: NativeHistogram) =>
      countOf(histogram, ({ left, closedLeft }) => left < edge || (left === edge && closedLeft));
    // Powers of two are bounds at every resolution of one bucket a doubling or finer.
    const isBound = Number.isInteger(Math.log2(edge)) && !samples.some(({ buckets }) => buckets.some(straddles(edge)));
    if (isBound) return [{ le: edge, count: surely }];
    return [
      { le: edge * (1 - BESIDE), count: surely },
      { le: edge * (1 + BESIDE), count: possibly },
    ];
  });
  return [...around, { le: Number.POSITIVE_INFINITY, count: ({ count }) => count }];
}

function straddles(edge: number): (bucket: NativeBucket) => boolean {
  return ({ left, right }) => left < edge && edge < right;
}

function countOf({ buckets }: NativeHistogram, takes: (bucket: NativeBucket) => boolean): number {
  return buckets.reduce((sum, bucket) => (takes(bucket) ? sum + bucket.count : sum), 0);
}
