/** Single values: gauges, and the series of the health trigger. Pure. */
import type { Arms } from '../../plan.ts';
import { selectorText } from '../../promql/matcher.ts';
import { isSelectorFault, parseSelector } from '../../promql/selector.ts';
import type { Reading, Trouble } from '../../strata.ts';
import { trouble } from '../trouble.ts';
import type { ApiSeries } from './answer.ts';

/**
 * An instant answer carries the time of the question, not of the sample, and Prometheus looks back 5 min for it. So a plain
 * selector is asked for its raw samples, and for stale ones too: they are told from none. Anything else goes with a shorter
 * look-back, which servers that do not know it read over.
 */
export function valueForm(query: string, oldest: number): Readonly<Record<string, string>> {
  const selector = parseSelector(query);
  if (isSelectorFault(selector)) return { query, ...fresh(oldest / 1000) };
  const reach = Math.max(2 * oldest, LEAST_REACH);
  return { query: `${selectorText([selector.name], selector.matchers)}[${Math.ceil(reach)}ms]` };
}

/** VictoriaMetrics has its own word for the look-back, and without nocache answers as of 30 s ago with the time of the question. */
function fresh(seconds: number): Readonly<Record<string, string>> {
  return { lookback_delta: String(seconds), max_lookback: `${seconds}s`, nocache: '1' };
}

/** Milliseconds. */
const LEAST_REACH = 60_000;

export interface Asked {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** A sample that is older is no answer. Milliseconds. */
  readonly oldest: number;
}

export function gaugeReading(answer: readonly ApiSeries[], asked: Asked): Reading {
  const values = freshValues(answer, asked);
  if (!Array.isArray(values)) return values;
  const [only, ...others] = values;
  if (only === undefined) return trouble('metrics-missing', 'expected one series, got none');
  if (others.length > 0) return trouble('several-series', `expected one series, got ${values.length}`);
  return oddity(only) ?? { kind: 'gauge', value: only };
}

/**
 * One probe a series; series of another release say nothing about the canary. A single series without the label is the canary's:
 * the query says so. Several may be anybody's, and a sick pod of stable must not roll the canary back.
 */
export function healthReading(answer: readonly ApiSeries[], asked: Asked, arms: Arms): Reading {
  const hasRelease = ({ labels }: ApiSeries) => ![undefined, ''].includes(labels[arms.label]);
  if (answer.length > 1 && !answer.some(hasRelease)) {
    const expected = `series with the label ${arms.label}, or one series`;
    return trouble('several-series', `canary: expected ${expected}, got ${answer.length} without it`);
  }
  const canary =
    answer.length === 1 && !answer.some(hasRelease)
      ? answer
      : answer.filter(({ labels }) => labels[arms.label] === arms.canary);
  const values = freshValues(canary, asked);
  if (!Array.isArray(values)) return values;
  if (values.length === 0) return trouble('metrics-missing', 'canary: expected a series a pod, got none');
  const odd = values.map(oddity).find((each) => each !== undefined);
  if (odd !== undefined) return odd;
  const other = values.find((value) => value !== 0 && value !== 1);
  if (other !== undefined) return trouble('metrics-inconsistent', `expected 1 for healthy or 0, got ${other}`);
  return { kind: 'health', probes: values.length, failures: values.filter((value) => value === 0).length };
}

/** Newest value of each series that is fresh. */
function freshValues(answer: readonly ApiSeries[], { at, oldest }: Asked): number[] | Trouble {
  const newest = answer.flatMap(({ samples }) => {
    const times = samples.filter(([time]) => time <= at);
    return times.length === 0 ? [] : [times.reduce((one, two) => (two[0] >= one[0] ? two : one))];
  });
  const fresh = newest.filter(([time]) => at - time <= oldest);
  if (fresh.length > 0 || newest.length === 0) return fresh.map(([, value]) => value);
  const age = Math.round((at - newest.reduce((last, [time]) => Math.max(last, time), Number.NEGATIVE_INFINITY)) / 1000);
  return trouble('metrics-stale', `the newest sample is ${age} s old`);
}

function oddity(value: number): Trouble | undefined {
  if (Number.isNaN(value)) return trouble('metrics-not-a-number', 'expected a number, got NaN');
  return Number.isFinite(value) ? undefined : trouble('metrics-infinite', 'expected a number, got infinity');
}
