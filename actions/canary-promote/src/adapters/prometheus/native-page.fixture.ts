/** A page with one native histogram, in the only form that Prometheus 2 takes it: protobuf. */

/** https://github.com/prometheus/client_model/blob/master/io/prometheus/client/metrics.proto */
export const nativeContentType =
  'application/vnd.google.protobuf; proto=io.prometheus.client.MetricFamily; encoding=delimited';

/** Buckets of schema 0, one a doubling: counts by the upper bound's power of two, such as -1 for (0.25, 0.5]. */
export function nativePage(
  name: string,
  labels: Readonly<Record<string, string>>,
  buckets: readonly (readonly [power: number, count: number])[],
): Buffer {
  const sorted = buckets.toSorted(([one], [two]) => one - two);
  const total = sorted.reduce((sum, [, count]) => sum + count, 0);
  let end = 0;
  const spans = sorted.map(([power], i) => {
    const offset = i === 0 ? power : power - end;
    end = power + 1;
    return field(12, Buffer.concat([number(1, zigzag(offset)), number(2, 1)]));
  });
  const deltas = sorted.map(([, count], i) => number(13, zigzag(count - (sorted[i - 1]?.[1] ?? 0))));
  const histogram = Buffer.concat([
    number(1, total),
    double(2, total),
    number(5, zigzag(0)),
    double(6, 1e-9),
    number(7, 0),
    ...spans,
    ...deltas,
  ]);
  const pairs = Object.entries(labels).map(([label, value]) =>
    field(1, Buffer.concat([field(1, Buffer.from(label)), field(2, Buffer.from(value))])),
  );
  const metric = Buffer.concat([...pairs, field(7, histogram)]);
  const family = Buffer.concat([field(1, Buffer.from(name)), number(3, 4), field(4, metric)]);
  return Buffer.concat([varint(family.byteLength), family]);
}

/** https://protobuf.dev/programming-guides/encoding/ */
function varint(value: number): Buffer {
  const bytes: number[] = [];
  let left = value;
  for (; left > 127; left = Math.floor(left / 128)) bytes.push((left % 128) + 128);
  return Buffer.from([...bytes, left]);
}

function zigzag(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value;
}

function number(tag: number, value: number): Buffer {
  return Buffer.concat([varint(tag * 8), varint(value)]);
}

function double(tag: number, value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return Buffer.concat([varint(tag * 8 + 1), bytes]);
}

function field(tag: number, content: Buffer): Buffer {
  return Buffer.concat([varint(tag * 8 + 2), varint(content.byteLength), content]);
}
