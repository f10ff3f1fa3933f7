/** The three shapes of k6's summary, as one list of metrics. */
import { at, type JsonRecord, listAt, recordOf, textAt } from './json.ts';

export interface K6Metric {
  readonly name: string;
  /** `time`, `data` or `default`; undefined where the shape does not say it. */
  readonly contains: string | undefined;
  /** `p(95)`, `avg`, `rate`, `count`, `value`, … */
  readonly values: ReadonlyMap<string, number>;
  /** Expressions of k6's own thresholds, true for those that hold. */
  readonly thresholds: ReadonlyMap<string, boolean>;
}

/** Undefined: none of the shapes. */
export function metricsOf(json: unknown): readonly K6Metric[] | undefined {
  const listed = listAt(json, 'results', 'metrics');
  if (listed !== undefined)
    return [...listed, ...(listAt(json, 'results', 'checks', 'metrics') ?? [])].flatMap((each) =>
      machineReadable(each, json),
    );
  const metrics = recordOf(at(json, 'metrics'));
  if (metrics === undefined) return undefined;
  const read = Object.entries(metrics).map(([name, metric]) => ofSummary(name, metric));
  return read.includes(undefined) ? undefined : read.flatMap((each) => each ?? []);
}

/** `--summary-export` has the numbers in the metric itself, `handleSummary(data)` in its `values`. */
function ofSummary(name: string, metric: unknown): K6Metric | undefined {
  const record = recordOf(metric);
  if (record === undefined) return undefined;
  const values = recordOf(at(record, 'values'));
  const thresholds = recordOf(at(record, 'thresholds')) ?? {};
  const held = Object.entries(thresholds).map(([text, value]) => [text, holds(value)] as const);
  return {
    name,
    contains: textAt(record, 'contains'),
    values: numbersOf(values ?? record),
    thresholds: new Map(held),
  };
}

/** `{ok: true}` in `handleSummary`; the export says whether it has failed: `false` is good. */
function holds(value: unknown): boolean {
  return value === false || at(value, 'ok') === true;
}

/** `--new-machine-readable-summary`: a list, counts without rates, `p95` for `p(95)`, and nothing of k6's own thresholds. */
function machineReadable(metric: unknown, json: unknown): readonly K6Metric[] {
  const name = textAt(metric, 'name');
  const values = recordOf(at(metric, 'values'));
  if (name === undefined || values === undefined) return [];
  const numbers = new Map(
    [...numbersOf(values)].map(([key, value]) => [key.replace(/^p([\d.]+)$/, 'p($1)'), value] as const),
  );
  const duration = at(json, 'config', 'duration');
  const times = numbers.get('count');
  if (times !== undefined && typeof duration === 'number' && duration > 0) numbers.set('rate', times / duration);
  return [
    {
      name: name === 'checks_succeeded' ? 'checks' : name,
      contains: textAt(metric, 'contains'),
      values: numbers,
      thresholds: new Map(),
    },
  ];
}

function numbersOf(record: JsonRecord): ReadonlyMap<string, number> {
  const pairs = Object.entries(record).filter((pair): pair is [string, number] => Number.isFinite(pair[1]));
  return new Map(pairs);
}
