/** Which limit is about which measure of a report. Rather none than a wrong one: a limit that no measure fits is not proven. */
import { cut } from '@shipgate/kit/escape';
import type { Threshold } from '../markdown/model.ts';
import type { Measure, Report } from './measure.ts';

/** What is asked of a report. */
export interface Asked {
  /** Of the entry: name of a measure, or a word for it. */
  readonly measure?: string | undefined;
  /** Of the entry, instead of those of the item. */
  readonly threshold?: Threshold | undefined;
  readonly ofItem: readonly Threshold[];
}

export interface Check {
  readonly measure: Measure;
  readonly threshold: Threshold;
}

/** One sentence without its end, and what mends it. */
export interface Unproven {
  readonly why: string;
  readonly mend: string;
}

export interface Fit {
  readonly checks: readonly Check[];
  readonly unproven: readonly Unproven[];
}

/** Where nobody says a limit of a count of faults. */
export const NONE_WANTED: Threshold = { operator: '==', value: 0, unit: 'count', text: '0', of: '', line: 0 };

/** With a named measure the limits of the item that are of another one are left to other evidence; else each must fit. */
export function checksOf(report: Report, asked: Asked): Fit {
  const { checks, unproven } =
    asked.measure === undefined ? fitAll(report, asked) : fitOne(report, asked, asked.measure);
  const always = [...report.measures.values()]
    .filter((measure) => measure.zero === 'always' && !checks.some((check) => check.measure === measure))
    .map((measure) => ({ measure, threshold: NONE_WANTED }));
  return { checks: [...checks, ...always], unproven };
}

function fitAll(report: Report, { threshold, ofItem }: Asked): Fit {
  const limits = threshold === undefined ? ofItem : [threshold];
  const found = limits.map((limit) => measureOf(report, limit, limit === threshold));
  const checks = found.flatMap((each) => ('measure' in each ? [each] : []));
  const unproven = found.flatMap((each) => ('why' in each ? [each] : []));
  const standard = report.measures.get(report.defaultMeasure);
  const faultsAreSaid = checks.some(({ measure }) => measure.zero !== undefined);
  if (standard?.zero !== undefined && !faultsAreSaid) checks.push({ measure: standard, threshold: NONE_WANTED });
  if (checks.length > 0 || unproven.length > 0) return { checks, unproven };
  return { checks, unproven: [standard === undefined ? absent(report, report.defaultMeasure) : NO_LIMIT] };
}

function fitOne(report: Report, { threshold, ofItem }: Asked, name: string): Fit {
  const measure = named(report, name);
  if (measure === undefined) return { checks: [], unproven: [absent(report, name)] };
  if (threshold !== undefined) {
    const trouble = mismatch(measure, threshold);
    return trouble === undefined ? one(measure, threshold) : { checks: [], unproven: [trouble] };
  }
  const fitting = ofItem.filter((limit) => mismatch(measure, limit) === undefined && mayMean(report, measure, limit));
  if (fitting.length > 0) return { checks: fitting.map((limit) => ({ measure, threshold: limit })), unproven: [] };
  if (measure.zero !== undefined) return one(measure, NONE_WANTED);
  const [first] = ofItem;
  return { checks: [], unproven: [(first === undefined ? undefined : mismatch(measure, first)) ?? NO_LIMIT] };
}

function one(measure: Measure, threshold: Threshold): Fit {
  return { checks: [{ measure, threshold }], unproven: [] };
}

/** By the words of the limit, else by its unit when it has none. */
function measureOf(report: Report, limit: Threshold, isOwn: boolean): Check | Unproven {
  const spoken = spokenOf(report, limit);
  const fitting = spoken.find((measure) => mismatch(measure, limit) === undefined);
  if (fitting !== undefined) return { measure: fitting, threshold: limit };
  if (spoken[0] !== undefined) return mismatch(spoken[0], limit) ?? NO_LIMIT;
  if (limit.of !== '') return foreign(report, limit);
  const name = [report.defaultMeasure, report.defaultOf?.[limit.unit]].find(
    (each) => each !== undefined && report.measures.get(each)?.unit === limit.unit,
  );
  const measure = report.measures.get(name ?? report.defaultMeasure);
  if (measure === undefined) return absent(report, report.defaultMeasure);
  // "<= 3" without a word may be three of anything: not three failures.
  if (measure.zero !== undefined && !isOwn && !wantsNone(limit)) return foreign(report, limit);
  return mismatch(measure, limit) ?? { measure, threshold: limit };
}

/** Words that do not change what is meant. */
const NEUTRAL: ReadonlySet<string> = new Set(
  'total overall minimum api http service project code test tests unit общее общая общий кода тестами тестов'.split(
    ' ',
  ),
);

/**
 * Measures that the limit names: all of its words, but for neutral ones. "Mutation coverage" is no coverage of lines, and
 * "latency p99" is not the p95 of a report without p99. No faults at all are none of a kind too: "0 critical errors".
 */
function spokenOf({ measures, defaultMeasure }: Report, limit: Threshold): readonly Measure[] {
  const plain = wordsOf(limit.of)
    .filter((word) => !NEUTRAL.has(word))
    .join(' ');
  const all = [...measures].map(([name, measure]) => ({ measure, words: [name.toLowerCase(), ...measure.words] }));
  const spoken = [limit.of, plain].map((of) => all.filter(({ words }) => of !== '' && words.includes(of)));
  const [exact = [], loose = []] = spoken;
  const found = (exact.length > 0 ? exact : loose).map(({ measure }) => measure);
  const standard = measures.get(defaultMeasure);
  const last = wordsOf(limit.of).at(-1);
  const covers =
    standard?.zero !== undefined && wantsNone(limit) && last !== undefined && standard.words.includes(last);
  return found.length === 0 && covers ? [standard] : found;
}

function wordsOf(text: string): readonly string[] {
  return text.split(' ').filter((word) => word !== '');
}

function wantsNone({ operator, value, unit }: Threshold): boolean {
  return operator === '==' && value === 0 && unit === 'count';
}

/** Percentiles and averages: each is a measure of its own. */
const STATISTIC =
  /(?:^| )(?:p\(?\d\S*|max|maximum|min|avg|average|mean|med|median|макс\S*|мин\S*|средн\S*|медиан\S*)(?: |$)/u;

/** A limit without words, or with words for nothing else in the report; of faults only with a word for them. */
function mayMean(report: Report, measure: Measure, limit: Threshold): boolean {
  const spoken = spokenOf(report, limit);
  if (spoken.length > 0) return spoken.includes(measure);
  return measure.zero === undefined && !STATISTIC.test(limit.of);
}

function named(report: Report, name: string): Measure | undefined {
  const exact = report.measures.get(name);
  if (exact !== undefined) return exact;
  const small = name.toLowerCase();
  return [...report.measures.values()].find(({ words }) => words.includes(small));
}

/** Why a limit cannot be about a measure; undefined when it can. */
function mismatch({ unit, words, better }: Measure, limit: Threshold): Unproven | undefined {
  const title = words[0] ?? 'the measure';
  if (unit !== limit.unit) {
    return {
      why: `expected a limit of ${title} in ${UNITS[unit]}, got \`${limit.text}\`, which is in ${UNITS[limit.unit]}`,
      mend: 'Name in `measure:` what the limit is about, or give this evidence a `threshold:` of its own',
    };
  }
  const upwards = limit.operator === '>' || limit.operator === '>=';
  const downwards = limit.operator === '<' || limit.operator === '<=';
  if ((better === 'lower' && upwards) || (better === 'higher' && downwards)) {
    return {
      why: `expected a limit of ${title}, of which ${better} is better, got \`${limit.text}\``,
      mend: 'Give this evidence a `threshold:` that points the right way, or name another `measure:`',
    };
  }
  return undefined;
}

const UNITS: Readonly<Record<Threshold['unit'], string>> = {
  seconds: 'a unit of time',
  bytes: 'bytes',
  share: 'percent',
  'per-second': 'a rate per second',
  count: 'a plain number',
};

const NO_LIMIT: Unproven = {
  why: 'nobody says which number is wanted',
  mend: 'Write the limit into the item, or add `threshold:` to this evidence',
};

function foreign(report: Report, limit: Threshold): Unproven {
  const about = limit.of === '' ? '' : ` of ${limit.of}`;
  return {
    why: `the item wants \`${limit.text}\`${about}, and no measure of the report is that (it has ${listed(report)})`,
    mend:
      report.hint ??
      `Name in \`measure:\` what this report is to prove, as \`measure: ${report.defaultMeasure}\`, and prove the limit by other evidence`,
  };
}

function absent(report: Report, name: string): Unproven {
  return {
    why: `expected the measure ${cut(name, 80)}, got a report with ${listed(report)}`,
    mend: report.hint ?? 'Make the report with that measure, or name one of these in `measure:`',
  };
}

const LISTED = 8;

function listed({ measures }: Report): string {
  const names = [...measures.keys()];
  const more = names.length > LISTED ? ` and ${names.length - LISTED} more` : '';
  return names.length === 0
    ? 'no measure'
    : `${names
        .slice(0, LISTED)
        .map((name) => cut(name, 60))
        .join(', ')}${more}`;
}
