/** The decision: a pure function of plan, step log and frozen strata. canary-promote.md, "Decision". */
import { Course } from './course.ts';
import { type Ground, isCounts } from './evidence/rollout.ts';
import type { Finding, UnprovenFinding } from './findings.ts';
import type { Entry } from './journal.ts';
import type { Metric, Plan } from './plan.ts';
import { evidenceRule } from './rules/evidence.ts';
import { placeboRule, shareOf, shareRule } from './rules/guards.ts';
import { gaugeRule, healthRule } from './rules/health.ts';
import type { Ruled } from './rules/rule.ts';
import { calendarRule, lostRule, trafficRule } from './rules/traffic.ts';
import { triggerRule } from './rules/triggers.ts';
import { troubleRule } from './rules/troubles.ts';

export interface Decision {
  /**
   * `hold` goes on looking, `wait` too, but for a person; `promote` sets the next step's weight; `finish` ends the last step;
   * `rollback` takes the traffic back; `stop` leaves it as it is, and ends.
   */
  readonly action: 'hold' | 'wait' | 'promote' | 'finish' | 'rollback' | 'stop';
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly findings: readonly Finding[];
  /** Natural logarithm of the rollout's E. */
  readonly logE: number;
}

/** Rollback first, since a first crossing is final; then what ends, what holds, what is missing. */
const rules: readonly ((course: Course) => readonly Ruled[])[] = [
  evidenceRule,
  triggerRule,
  healthRule,
  gaugeRule,
  troubleRule,
  placeboRule,
  shareRule,
  trafficRule,
  calendarRule,
  lostRule,
];

/** What is to be done behind the last entry. */
export function decide(plan: Plan, ground: Ground, journal: readonly Entry[]): Decision {
  const rollout = new Rollout(plan, ground);
  for (const entry of journal) rollout.take(entry);
  return rollout.decision;
}

/** The same, entry by entry: what a run asks after each stratum. */
export class Rollout {
  readonly course: Course;
  private final: Decision | undefined;
  private warnings = new Map<string, Finding>();

  constructor(plan: Plan, ground: Ground) {
    this.course = new Course(plan, ground);
  }

  take(entry: Entry): void {
    if (this.final?.action === 'stop' && entry.event === 'resumed' && entry.anew) this.final = undefined;
    if (this.final !== undefined) {
      if (entry.event === 'traffic') this.course.see(entry);
      return;
    }
    this.course.take(entry);
    const { decision } = this;
    for (const finding of decision.findings) {
      if (finding.code === 'promoted-without-proof' || isWarning(finding)) this.warnings.set(keyOf(finding), finding);
    }
    if (['rollback', 'stop', 'finish'].includes(decision.action)) {
      this.final = { ...decision, findings: withWarnings(decision.findings, this.warnings) };
    }
  }

  get decision(): Decision {
    return this.final ?? judge(this.course);
  }
}

function judge(course: Course): Decision {
  const ruled = rules.flatMap((rule) => rule(course));
  const findings = ruled.map(({ finding }) => finding);
  const decision: Decide = (action, more = []) => ({
    action,
    at: course.now,
    findings: [...findings, ...more],
    logE: Math.log(course.evidence.value),
  });
  const asked = (asks: Ruled['asks']) => ruled.some((each) => each.asks === asks);
  // Time in which nobody looked decides nothing.
  if (course.isUnseen && !course.ended) return decision('hold');
  if (asked('rollback')) return decision('rollback');
  if (asked('fail')) return decision('stop');
  const { step, plan } = course;
  if (course.ended) return decision('stop', [unprovenFinding(course)]);
  if (course.moving !== undefined) return arriving(course, decision);
  // Nothing has moved yet: a route or a calendar that is not ready is no place to begin.
  if (step === undefined) return decision(asked('hold') ? 'stop' : 'hold');
  const { hold = 0, max = 0, manual = false } = plan.steps[step.step] ?? {};
  const proven = isProven(course);
  const late = course.after >= max;
  if (asked('hold')) return late ? atMax(course, decision, false) : decision('hold');
  if (course.after < hold || !isFresh(course)) return late ? atMax(course, decision, false) : decision('hold');
  if (!proven) return late ? atMax(course, decision, !manual || step.approved) : decision('hold');
  if (manual && !step.approved) {
    const finding = { code: 'manual-step' as const, weight: step.weight, after: course.after };
    return decision(late ? 'stop' : 'wait', [finding]);
  }
  return decision(goOn(course));
}

type Decide = (action: Decision['action'], more?: readonly Finding[]) => Decision;

/** The next weight was asked for: nothing is promoted until it arrived, and not for longer than its step may last. */
function arriving({ plan, moving, now, step }: Course, decision: Decide): Decision {
  const { weight = 100, max = 0 } = plan.steps[moving?.step ?? 0] ?? {};
  const after = (now - (moving?.since ?? now)) / 1000;
  if (after < max) return decision('hold');
  return decision('stop', [
    { code: 'weight-not-reached', weight, after, measured: shareOf([...(step?.sums.values() ?? [])][0]) },
  ]);
}

function goOn({ plan, steps }: Course): 'promote' | 'finish' {
  return (steps.at(-1)?.step ?? 0) + 1 < plan.steps.length ? 'promote' : 'finish';
}

/** At 100 % there is nothing to compare with, and thresholds prove nothing: there the hold alone counts. */
function isProven({ plan, step, evidence }: Course): boolean {
  if (plan.mode !== 'evidence' || (step?.weight ?? 0) >= 100) return true;
  return evidence.promotion >= 1 / plan.beta;
}

/** The last stratum counted every metric without which nothing is promoted, after the step settled. */
function isFresh({ plan, strata, step }: Course): boolean {
  const last = strata.at(-1);
  if (last === undefined || last.step !== step?.step || last.use !== 'used') return false;
  const deciding = plan.metrics.filter(({ dryRun }) => !dryRun);
  const critical = deciding.filter((metric) => metric.critical);
  const needed = critical.length > 0 ? critical : deciding;
  return needed.every((metric) => isCountedLast({ strata }, metric));
}

function isCountedLast({ strata }: Pick<Course, 'strata'>, { name }: Metric): boolean {
  const reading = strata.at(-1)?.stratum.readings[name];
  return isCounts(reading) && reading.canary.requests.some((requests) => requests > 0);
}

function atMax(course: Course, decision: Decide, canPromote: boolean): Decision {
  const { plan, step } = course;
  const unproven = unprovenFinding(course);
  if (plan.atMax === 'rollback') return decision('rollback', [unproven]);
  // Promoting without proof is not promoting without data, against a guard, or past a person.
  if (
    plan.atMax === 'promote' &&
    canPromote &&
    plan.metrics.every((metric) => metric.dryRun || isCountedLast(course, metric))
  ) {
    return decision(goOn(course), [{ code: 'promoted-without-proof', weight: step?.weight ?? 0, after: course.after }]);
  }
  return decision('stop', [unproven]);
}

function unprovenFinding(course: Course): UnprovenFinding {
  const { plan, step, evidence } = course;
  const name = plan.metrics.find(({ critical }) => critical)?.name ?? plan.metrics[0]?.name ?? '';
  const sums = step?.sums.get(name);
  return {
    code: 'promotion-not-proven',
    weight: step?.weight ?? 0,
    after: course.after,
    promotion: evidence.promotion,
    limit: 1 / plan.beta,
    atMax: plan.atMax,
    canary: sums?.canary ?? { requests: 0, bad: 0 },
    stable: sums?.stable ?? { requests: 0, bad: 0 },
  };
}

function isWarning(finding: Finding): boolean {
  return finding.code === 'gauge-beyond-limit' && finding.action === 'warn';
}

function keyOf(finding: Finding): string {
  return finding.code === 'gauge-beyond-limit' ? `gauge ${finding.gauge}` : `${finding.code} ${finding.weight}`;
}

/** What was said on the way and still matters at the end. */
function withWarnings(findings: readonly Finding[], warnings: ReadonlyMap<string, Finding>): readonly Finding[] {
  const said = new Set(findings.map(keyOf));
  return [...findings, ...[...warnings].filter(([key]) => !said.has(key)).map(([, finding]) => finding)];
}
