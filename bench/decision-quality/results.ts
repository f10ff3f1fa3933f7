/** What a run of the bench came to: plain data, as results.jsonl keeps it, a scenario a line. */
import type { Outcome } from './outcomes.ts';
import type { RuleName } from './rivals/rivals.ts';
import type { Scenario } from './scenario.ts';
import { type Tally, tallyOf } from './tally.ts';
import { type Judged, judge } from './targets.ts';

export interface Results {
  /** ISO day. */
  readonly date: string;
  readonly seed: number;
  readonly scenarios: readonly ScenarioResult[];
}

export interface ScenarioResult {
  readonly name: string;
  readonly title: string;
  readonly kind: Scenario['kind'];
  readonly place: Scenario['place'];
  readonly twin?: string;
  /** When the canary became worse. */
  readonly faultFrom: number;
  readonly weights: readonly number[];
  readonly rules: Readonly<Partial<Record<RuleName, Tally>>>;
  readonly targets: Readonly<Partial<Record<'R' | 'P', readonly Judged[]>>>;
}

export function scenarioResult(
  scenario: Scenario,
  outcomes: Readonly<Partial<Record<RuleName, readonly Outcome[]>>>,
): ScenarioResult {
  const rules: Partial<Record<RuleName, Tally>> = {};
  const stepwise = scenario.kind === 'good' || scenario.kind === 'bad';
  for (const [rule, list] of Object.entries(outcomes)) {
    const tally = tallyOf(list);
    rules[rule as RuleName] = stepwise ? tally : { ...tally, steps: [] };
  }
  const targets: Partial<Record<'R' | 'P', readonly Judged[]>> = {};
  for (const rule of ['R', 'P'] as const) {
    const target = scenario.target[rule];
    const tally = rules[rule];
    if (target !== undefined && tally !== undefined) targets[rule] = judge(target, tally);
  }
  const { name, title, kind, place, twin, service } = scenario;
  return {
    name,
    title,
    kind,
    place,
    ...(twin === undefined ? {} : { twin }),
    faultFrom: service.fault?.from ?? 0,
    weights: service.steps.map(({ weight }) => weight),
    rules,
    targets,
  };
}

/** First what all have in common, then a scenario a line, numbers to six digits. */
export function toLines({ scenarios, ...head }: Results): string {
  const short = (_: string, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(6)) : value);
  return [head, ...scenarios].map((each) => `${JSON.stringify(each, short)}\n`).join('');
}

/** Only for what `toLines` wrote. */
export function fromLines(text: string): Results {
  const [head = '{}', ...rest] = text.trimEnd().split('\n');
  return { ...JSON.parse(head), scenarios: rest.map((line) => JSON.parse(line)) };
}

/** The most that a rule rolls back of good releases, over scenarios that are claimed; of R and P what each claims. */
export function worstFalse(results: readonly ScenarioResult[], rule: RuleName): number {
  const shares = results
    .filter(({ kind, place }) => kind === 'same' && place !== 'beyond')
    .filter(({ targets }) => (rule !== 'R' && rule !== 'P') || targets[rule] !== undefined)
    .flatMap(({ rules }) => {
      const tally = rules[rule];
      return tally === undefined ? [] : [tally.rolledBack / tally.traces];
    });
  return Math.max(0, ...shares);
}
