import { durationText } from '../quantities.ts';
import type { Finding } from '../schema-faults.ts';
import { listText, shownValue } from '../value-text.ts';
import { metricKinds } from './metric-faults.ts';
import type { PlanPath } from './plan-path.ts';
import type { WrittenPlan } from './written-plan.ts';

/** Seconds: the highest of the edges of a metric that names none. */
const HIGHEST_EDGE = 2;

const QUANTILES = ['latency-p50', 'latency-p90', 'latency-p95', 'latency-p99'];

/** Triggers without their metric, two of a kind, and the burn rate. */
export function triggerFaults(plan: WrittenPlan): Finding[] {
  return [
    ...orphanFaults(plan),
    ...edgelessFaults(plan),
    ...quantileFaults(plan),
    ...healthFaults(plan),
    ...burnRateFaults(plan),
  ];
}

function written(plan: WrittenPlan, names: readonly string[]): readonly string[] {
  return names.filter((name) => plan.has(['triggers', name]) && plan.text(['triggers', name]) === undefined);
}

function orphanFaults(plan: WrittenPlan): Finding[] {
  const kinds = metricKinds(plan);
  return written(plan, ['error-rate', ...QUANTILES]).flatMap((name) => {
    const [kind, keys] =
      name === 'error-rate' ? (['errors', 'total and bad'] as const) : (['latency', 'histogram'] as const);
    if (kinds.has(kind)) return [];
    const words = {
      title: `trigger ${name} has no metric`,
      expected: `a metric with ${keys}`,
      got: 'metrics without one',
      do: `add such a metric, or write ${name}: off`,
      related: plan.place(['metrics']),
    };
    return [plan.finding(['triggers', name], words, 'key')];
  });
}

/** Requests slower than the limit are only counted where an edge is not below it: else the trigger could never fire. */
function edgelessFaults(plan: WrittenPlan): Finding[] {
  const metrics = plan.entries(['metrics']).filter((metric) => plan.has([...metric, 'histogram']));
  const highest = Math.max(
    ...metrics.map((metric) => highestEdge(plan, metric)),
    plan.has(['metrics']) ? 0 : HIGHEST_EDGE,
  );
  if (highest === 0) return [];
  return written(plan, QUANTILES).flatMap((name) => {
    const path = ['triggers', name, 'above'];
    const above = plan.seconds(path) ?? 0;
    if (above <= highest) return [];
    const words = {
      title: `trigger ${name} lies above every edge`,
      expected: `at most ${durationText(highest)}, the highest edge of a metric that decides`,
      got: shownValue(plan.value(path)),
      do: `add ${durationText(above)} to the edges of a metric`,
      related: plan.place(['metrics']),
    };
    return [plan.finding(path, words)];
  });
}

function highestEdge(plan: WrittenPlan, metric: PlanPath): number {
  if (plan.value([...metric, 'dry-run']) === true) return 0;
  const path = [...metric, 'edge'];
  if (!plan.has(path)) return HIGHEST_EDGE;
  return plan.seconds(path) ?? Math.max(0, ...plan.entries(path).map((edge) => plan.seconds(edge) ?? 0));
}

function quantileFaults(plan: WrittenPlan): Finding[] {
  const [first, ...others] = written(plan, QUANTILES);
  return others.map((name) => {
    const words = { title: 'a second latency trigger', expected: `one of ${listText(QUANTILES)}`, got: name };
    const related = plan.place(['triggers', first ?? '']);
    return plan.finding(['triggers', name], { ...words, do: 'keep one of the two', related }, 'key');
  });
}

function healthFaults(plan: WrittenPlan): Finding[] {
  const path = ['triggers', 'health'];
  if (!plan.has([...path, 'path']) || !plan.has([...path, 'series'])) return [];
  const words = { title: 'the health check has two sources', expected: 'path or series', got: 'both' };
  return [plan.finding([...path, 'series'], { ...words, do: 'keep one of the two' }, 'key')];
}

function burnRateFaults(plan: WrittenPlan): Finding[] {
  const isOn = plan.value(['mode']) === 'burn-rate';
  const windows = plan.entries(['burn-rate', 'windows']).flatMap((window) => windowFaults(plan, window));
  if (isOn && !plan.has(['burn-rate'])) {
    const words = { title: 'mode burn-rate has no objective', expected: 'burn-rate with slo', got: 'no burn-rate' };
    return [plan.finding(['mode'], { ...words, do: 'add burn-rate: { slo: 99.9% }' })];
  }
  if (isOn || !plan.has(['burn-rate'])) return [...windows, ...(isOn ? errorlessFaults(plan) : [])];
  const got = `mode ${plan.text(['mode']) ?? 'evidence'}`;
  const words = { title: 'burn-rate is not read in this mode', expected: 'mode: burn-rate', got };
  return [...windows, plan.finding(['burn-rate'], { ...words, do: 'write mode: burn-rate, or drop burn-rate' }, 'key')];
}

function errorlessFaults(plan: WrittenPlan): Finding[] {
  if (metricKinds(plan).has('errors')) return [];
  const words = { title: 'mode burn-rate has no metric', expected: 'a metric with total and bad', got: 'none' };
  return [plan.finding(['mode'], { ...words, do: 'add such a metric', related: plan.place(['metrics']) })];
}

function windowFaults(plan: WrittenPlan, window: PlanPath): Finding[] {
  const long = plan.seconds([...window, 'long']);
  const short = plan.seconds([...window, 'short']);
  if (long === undefined || short === undefined || short < long) return [];
  const words = {
    title: 'the short window is not shorter than the long one',
    expected: `less than ${plan.text([...window, 'long'])} (${plan.place([...window, 'long'])})`,
    got: shownValue(plan.value([...window, 'short'])),
    do: 'give a twelfth of the long window, as the workbook does',
  };
  return [plan.finding([...window, 'short'], words)];
}
