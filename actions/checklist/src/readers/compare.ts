/** Measures held against limits. Pure. */
import { cut } from '@shipgate/kit/escape';
import { failed, type Judged, passed, unknown } from '../evidence/judged.ts';
import { isWithin } from '../evidence/limit.ts';
import { shownLimit, shownValue } from '../evidence/shown.ts';
import type { Threshold } from '../markdown/model.ts';
import { type Asked, type Check, checksOf, type Unproven } from './fit.ts';
import type { Finding, Measure, Report } from './measure.ts';

/** One measure against one limit of the same unit; another unit is `unknown`, and so is a value that is no number. */
export function compare(measure: Measure, threshold: Threshold): Judged {
  const title = cut(measure.words[0] ?? 'the measure', 80);
  if (measure.unit !== threshold.unit || !Number.isFinite(measure.value)) {
    const why = `expected ${title} in ${threshold.unit}, got ${measure.unit}`;
    return unknown(why, 'Name another `measure:`, or give this evidence a `threshold:` of its own');
  }
  const limit = threshold.operator === '==' ? shownLimit(threshold).replace(/^== /, '') : shownLimit(threshold);
  const whole = measure.unit === 'count' && Number.isInteger(measure.value);
  const value = whole ? measure.shown : shownValue(measure.value, threshold);
  const seen = `${whole ? value : `${title} is ${value}`}, wanted ${limit}`;
  const more = { value, threshold: limit, decidedBy: threshold };
  return isWithin(measure.value, threshold)
    ? passed(seen, more)
    : failed(seen, 'Mend what the report shows, and make it again', more);
}

/** All that is asked of a report: one fault fails it, one thing that is not proven makes it `unknown`. */
export function judge(report: Report, asked: Asked): Judged {
  const { checks, unproven } = checksOf(report, asked);
  const judged = checks.map(({ measure, threshold }: Check) => compare(measure, threshold));
  const wrong = judged.filter(({ outcome }) => outcome === 'fail');
  if (wrong.length > 0) return { ...together(wrong), ...repair(report.findings) };
  const open = openOf(report, unproven) ?? judged.find(({ outcome }) => outcome === 'unknown');
  if (open !== undefined) return 'why' in open ? unknown(open.why, open.mend, shownOf(judged)) : open;
  return together(judged);
}

function openOf(report: Report, unproven: readonly Unproven[]): Unproven | undefined {
  if (report.incomplete !== undefined) return report.incomplete;
  if (report.counted === 0) {
    return {
      why: 'the report is about nothing: it counted 0, which proves nothing',
      mend: 'Make the report over what the item is about',
    };
  }
  return unproven[0];
}

function shownOf(judged: readonly Judged[]): Partial<Judged> {
  const [first] = judged;
  return first?.value === undefined ? {} : { value: first.value };
}

function together(judged: readonly Judged[]): Judged {
  const [first] = judged;
  if (first === undefined) return unknown('nothing was compared', 'Name in `measure:` what the report is to prove');
  const joined = (texts: readonly (string | undefined)[], by: string) =>
    texts.filter((text) => text !== undefined).join(by);
  return {
    ...first,
    seen: joined(
      judged.map(({ seen }) => seen),
      '; ',
    ),
    value: joined(
      judged.map(({ value }) => value),
      ', ',
    ),
    threshold: joined(
      judged.map(({ threshold }) => threshold),
      ', ',
    ),
  };
}

function repair([worst]: readonly Finding[]): Partial<Judged> {
  if (worst === undefined) return {};
  const { text, file, line } = worst;
  const place = file === undefined ? '' : `${file}${line === undefined ? '' : `:${line}`}: `;
  const mend = `Begin with ${cut(`${place}${text}`, 160)}`;
  if (file === undefined || file.startsWith('…')) return { mend };
  return { mend, location: line === undefined ? { file } : { file, line } };
}
