/** What series must be: ours, new enough, numbers, and each within the limit. Pure. */

import type { Threshold } from '../markdown/model.ts';
import type { EvidenceQuestion } from '../ports.ts';
import { freshnessOf, judgeAge } from './age.ts';
import type { MetricEntry } from './entry.ts';
import { failed, gravest, type Judged, passed, unknown } from './judged.ts';
import { chosenThreshold, excess, isWithin } from './limit.ts';
import type { Series } from './prometheus-answer.ts';
import { counted, shownLimit, shownValue } from './shown.ts';
import { namedSubject } from './subject.ts';

type Question = Pick<EvidenceQuestion<MetricEntry>, 'entry' | 'item' | 'subject' | 'freshnessMs' | 'now'>;

/** No series is nothing known: a query that ends in `or vector(0)` says what nothing means. */
export function judgeSeries(series: readonly Series[], question: Question): Judged {
  if (series.length === 0)
    return unknown(
      'the query finds no series',
      'Ask for a metric that is there, or end the query in `or vector(0)` if none means 0',
    );
  const preconditions = series
    .flatMap((each) => [judgeLabel(each, question), judgeTime(each, question)])
    .filter((each) => each !== undefined);
  const worst = gravest([passed('the series are ours'), ...preconditions]);
  if (worst.outcome !== 'pass') return worst;
  const choice = chosenThreshold(question.entry.threshold, question.item.thresholds);
  if ('trouble' in choice) return unknown(choice.trouble, choice.mend);
  const trouble = series.map(({ value }) => oddity(value, choice.threshold)).find((each) => each !== undefined);
  return trouble ?? judgeValues(series, choice.threshold, question);
}

function judgeValues(series: readonly Series[], limit: Threshold, { now }: Question): Judged {
  const sorted = series.toSorted((one, two) => excess(two.value, limit) - excess(one.value, limit));
  const worst = sorted.find(({ value }) => !isWithin(value, limit)) ?? sorted[0];
  if (worst === undefined) return unknown('the query finds no series', 'Ask for a metric that is there');
  const [value, threshold] = [shownValue(worst.value, limit), shownLimit(limit)];
  const more = { value, threshold, decidedBy: limit, at: (worst.at ?? now).toISOString() };
  const of = series.length === 1 ? 'the value' : `the worst of ${counted(series.length, 'series', 'series')}`;
  if (isWithin(worst.value, limit)) return passed(`${of} is ${value}, wanted ${threshold}`, more);
  return failed(`${of} is ${value}, wanted ${threshold}`, 'Mend what the metric measures, or roll back', more);
}

/** A share of Prometheus is from 0 to 1; a percentage would pass any limit that it must be above. */
function oddity(value: number, limit: Threshold): Judged | undefined {
  if (!Number.isFinite(value))
    return unknown(
      'the value is no number (NaN or infinite)',
      'Ask over a window in which there is something to measure',
    );
  if (limit.unit !== 'share' || (value >= 0 && value <= 1.000_001)) return undefined;
  return unknown('the value is no share from 0 to 1', 'Divide the query by 100, if it gives percents');
}

function judgeLabel(series: Series, { entry, subject }: Question): Judged | undefined {
  const label = entry['subject-label'];
  if (label === undefined) return undefined;
  const said = Object.hasOwn(series.labels, label) ? series.labels[label] : undefined;
  if (said !== undefined) return namedSubject(said, subject, 'the series');
  return unknown(`the series has no label ${label}`, `Keep ${label} in the query: \`sum by (${label}) (…)\``);
}

function judgeTime(series: Series, { entry, freshnessMs, now }: Question): Judged | undefined {
  const limit = freshnessOf(entry.freshness, freshnessMs);
  if (series.at === undefined && limit !== undefined) return undefined;
  return judgeAge('the sample is of', series.at ?? now, now, limit);
}
