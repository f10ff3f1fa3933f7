import { readHost } from '@shipgate/kit/host';
import { render } from '@shipgate/kit/report/markdown';
import { reportSummary } from '@shipgate/kit/report/summary';
import { reportToTerminal } from '@shipgate/kit/report/terminal';
import type { Effect } from '@shipgate/kit/report/view';
import { buildVerdict } from '@shipgate/kit/verdict';
import type { CanaryPromoteEvidence, Verdict } from '@shipgate/schemas';
import { validateVerdict } from '@shipgate/schemas';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { Rollout } from './decide.ts';
import type { Plan } from './plan.ts';
import { codeOrder } from './reasons.ts';
import { report } from './report.ts';
import type { Told } from './told.ts';
import {
  began,
  examplePlan,
  examplePreflight,
  greenTold,
  redTold,
  rolledOut,
  type Service,
  service,
  told,
  unknownTold,
} from './view/told.fixture.ts';

const commit = '3f1c9e0b7a5d4c2e8f6a1b0d9c7e5f3a2b4d6c81';
const docs = (code: string) => `https://github.com/OWNER/REPO/blob/${commit}/docs/reasons/canary-promote/${code}.md`;
const github = readHost(
  {
    GITHUB_ACTIONS: 'true',
    GITHUB_REPOSITORY: 'acme/order-service',
    GITHUB_SHA: '9b41c7e2d05f8a63b1c4e7f09a2d5b8c6e3f1a70',
    GITHUB_ACTION_REPOSITORY: 'OWNER/REPO',
    GITHUB_ACTION_REF: commit,
    GITHUB_WORKSPACE: '/workspace',
    RUNNER_TEMP: '/temp',
  },
  '/workspace',
);
const options = { color: false, json: false, shownDirectory: 'out' };

function shown(given: Told) {
  const result = report(given, docs);
  const verdict = buildVerdict({
    gate: 'canary-promote',
    version: '1.0.0',
    subject: result.subject ?? {},
    reasons: result.reasons,
    proofs: result.proofs,
    evidence: result.evidence,
    headline: result.headline,
    codeOrder,
    startedAt: new Date(began),
    finishedAt: new Date(Math.max(began, given.decision.at)),
  });
  // As it is written and read again: JSON has neither undefined nor infinity.
  const written = JSON.parse(JSON.stringify(verdict)) as Verdict;
  return {
    verdict: written,
    evidence: written.evidence as CanaryPromoteEvidence,
    valid: validateVerdict(written),
    summary: textOf(reportSummary(verdict, result.view, github, options), 'summary'),
    terminal: textOf(reportToTerminal(verdict, result.view, readHost({}, '/folder'), options), 'print'),
    view: result.view,
    proof: (name: string) => verdict.proofs.find((proof) => proof.name === name),
  };
}

function textOf(effects: readonly Effect[], kind: 'summary' | 'print'): string {
  return effects
    .map((effect) =>
      effect.kind === 'summary' ? effect.markdown : effect.kind === 'print' ? effect.lines.join('\n') : '',
    )
    .filter((_, index) => effects[index]?.kind === kind)
    .join('\n');
}

function run(changes: Partial<Plan>, at: Partial<Service> = {}, longest?: number): Told {
  const plan = { ...examplePlan, ...changes };
  const ready = examplePreflight();
  return told(plan, rolledOut(plan, { ...service, ...at }, ready, longest));
}

const dead = { kind: 'trouble', code: 'source-unavailable', detail: 'expected 200, got 503' } as const;

describe('three rollouts', () => {
  it.each([
    ['red', redTold],
    ['green', greenTold],
    ['unknown', unknownTold],
  ] as const)('have summary, terminal and evidence as they are reviewed: %s', async (name, make) => {
    const { summary, terminal, valid, evidence } = shown(make());
    expect(valid).toMatchObject({ ok: true });
    expect(terminal.split('\n').filter((line) => line.length > 80)).toEqual([]);
    await expect(summary).toMatchFileSnapshot(`view/golden/summary-${name}.md`);
    await expect(`${terminal}\n`).toMatchFileSnapshot(`view/golden/terminal-${name}.txt`);
    await expect(`${JSON.stringify(evidence, null, 2)}\n`).toMatchFileSnapshot(`view/golden/evidence-${name}.json.txt`);
  });

  it('are told the same from the same', () => {
    expect(shown(redTold()).verdict).toEqual(shown(redTold()).verdict);
  });
});

const cases: readonly (readonly [string, Verdict['outcome'], string, () => Told])[] = [
  ['a good release', 'pass', '2.4.0 is proven through 50 %, and kept its limits at 100 %', greenTold],
  [
    'a plan that ends below 100 %',
    'pass',
    '2.4.0 is proven through 25 %',
    () => run({ steps: examplePlan.steps.slice(0, 2) }),
  ],
  [
    'blue-green, where nothing is compared',
    'pass',
    '2.4.0 kept its limits at 100 %, nothing was compared',
    () => run({ strategy: 'blue-green', steps: examplePlan.steps.slice(3) }),
  ],
  [
    'thresholds as written that never fire',
    'pass',
    '2.4.0 set off no trigger through 100 %',
    () => run({ mode: 'literal' }),
  ],
  [
    'steps that go on without proof, as the plan says',
    'pass',
    '2.4.0 went through 100 %, 3 of 3 steps without proof',
    () => run({ atMax: 'promote', steps: short }, { perSecond: 2 }),
  ],
  [
    'errors above the limit at 100 %',
    'fail',
    'roll back at 100 % after 30 s: 2.4.0 fails 11.67 % of its requests, limit 5 %',
    () => run({ strategy: 'blue-green', steps: examplePlan.steps.slice(3) }, { canary: 0.12 }),
  ],
  [
    'a literal trigger',
    'fail',
    'roll back at 10 % after 15 s: 2.4.0 fails 14.01 % of its requests, trigger 5 %',
    () => run({ mode: 'literal' }, { canary: 0.1 }),
  ],
  [
    'failed probes',
    'fail',
    'roll back at 10 % after 45 s: 3 health probes of 2.4.0 failed within 2 min',
    () => run({}, { failing: () => 1 }),
  ],
  [
    'a step without proof, with at-max: rollback',
    'fail',
    'roll back at 10 % after 2 min: 2.4.0 is not proven at 10 % (`at-max: rollback`)',
    () => run({ atMax: 'rollback', steps: short }, { perSecond: 2 }),
  ],
  [
    'no data, with no-data: rollback',
    'fail',
    'roll back at 10 % after 5 min 15 s: no data of `errors` for 5 min (`no-data: rollback`)',
    () => run({ noData: 'rollback' }, { reading: () => dead }),
  ],
  [
    'no data, with no-data: fail',
    'fail',
    'stopped at 10 %, no usable data of `errors` for 5 min (`no-data: fail`)',
    () => run({ noData: 'fail' }, { reading: () => dead }),
  ],
  [
    'no data',
    'unknown',
    'held at 10 %, no usable data of `errors` for 29 min 45 s',
    () => run({}, { reading: () => dead }),
  ],
  ['too little traffic', 'unknown', 'held at 10 %, not proven', () => run({ steps: short }, { perSecond: 2 })],
  [
    'a step that waits for a person',
    'unknown',
    'held at 10 %, proven, and a person has to let it go on',
    () => run({ steps: examplePlan.steps.map((step) => ({ ...step, manual: true })) }),
  ],
  ['a run that ends too early', 'unknown', 'held at 10 %, not proven', () => run({}, {}, 120)],
  ['a dry run', 'unknown', 'a dry run proves nothing, only the preflight was done', dryRun],
  ['a noisy baseline', 'unknown', 'nothing began: 2.3.2 is too noisy for the test', noisy],
  ['a weight that never arrives', 'unknown', 'held at 10 %, the traffic does not reach 25 %', notArrived],
];

const short = examplePlan.steps.map((step) => ({ ...step, hold: 60, max: 120 }));

function dryRun(): Told {
  const rollout = new Rollout(examplePlan, examplePreflight().ground);
  return told(examplePlan, rollout, { dryRun: true, samples: null });
}

function noisy(): Told {
  const rollout = new Rollout(examplePlan, examplePreflight().ground);
  const finding = { code: 'noisy-baseline', groups: 44, reached: 12, mean: null, weight: 0, after: 0 } as const;
  return told(examplePlan, rollout, {
    preflight: { ...examplePreflight(), method: null },
    decision: { action: 'stop', at: began, findings: [finding], logE: 0 },
  });
}

function notArrived(): Told {
  const rollout = rolledOut({ ...examplePlan, steps: examplePlan.steps.slice(0, 1) }, service, examplePreflight(), 285);
  const waiting = new Rollout(examplePlan, examplePreflight().ground);
  const first = rollout.course.strata;
  waiting.take({ event: 'step', step: 0, at: began });
  for (const { stratum } of first) waiting.take({ event: 'stratum', stratum });
  waiting.take({ event: 'moving', step: 1, at: began + 300_000 });
  const last = first.at(-1)?.stratum ?? { from: 0, to: 0, readings: {} };
  waiting.take({ event: 'stratum', stratum: { ...last, from: began + 2_100_000, to: began + 2_115_000 } });
  return told(examplePlan, waiting);
}

describe('a report', () => {
  it.each(cases)('of %s is %s', (_, outcome, headline, make) => {
    const given = make();
    const { verdict, valid } = shown(given);
    expect(verdict.outcome).toBe(outcome);
    expect(verdict.headline).toBe(headline);
    expect(valid).toMatchObject({ ok: true });
  });

  it.each(cases)('of %s never says that traffic was moved, nor leaves a gap', (_, __, ___, make) => {
    const { summary, terminal } = shown(make());
    expect(`${summary}${terminal}`).not.toMatch(/undefined|NaN|Infinity|\[object|rolled back (at|after|to)/);
    expect(terminal.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it.each(cases)('of %s draws at most 40 points, and as many in each line', (_, __, ___, make) => {
    const lines = Array.from(shown(make()).summary.matchAll(/^ {2}(?:bar|line) \[(.*)\]$/gm), ([, list = '']) =>
      list.split(', '),
    );
    for (const values of lines) {
      expect(values.length).toBeLessThanOrEqual(40);
      expect(values.every((value) => Number.isFinite(Number(value)))).toBe(true);
    }
  });

  it('passes only what was finished, and no dry run, whatever the plan requires', () => {
    const lax = { mode: 'literal', triggers: { errorRate: undefined, latency: undefined, health: undefined } } as const;
    const plan = { ...examplePlan, ...lax, atMax: 'promote' as const };
    const rollout = new Rollout(plan, examplePreflight().ground);
    for (const action of ['hold', 'wait', 'promote', 'stop'] as const) {
      const decision = { action, at: began, findings: [], logE: 0 };
      expect(shown(told(plan, rollout, { decision })).verdict.outcome).toBe('unknown');
    }
    expect(shown(told(plan, rollout, { dryRun: true })).verdict.outcome).toBe('unknown');
  });
});

describe('the proofs', () => {
  it('hold at 100 % by limits only, and compare nothing there', () => {
    const { proof } = shown(run({ strategy: 'blue-green', steps: examplePlan.steps.slice(3) }));
    expect(proof('limits at 100 %')).toMatchObject({ outcome: 'pass' });
    expect(proof('errors against stable')).toMatchObject({ required: false, outcome: 'not-proven' });
  });

  it('require health where the plan has a trigger for it: a probe that was never counted is not healthy', () => {
    const blind = run({});
    for (const seen of blind.course.strata) delete (seen.stratum.readings as Record<string, unknown>).health;
    const { proof, verdict } = shown(blind);
    expect(proof('health')).toMatchObject({ required: true, outcome: 'not-proven', seen: 'no probe was counted' });
    expect(verdict.outcome).toBe('unknown');
    expect(verdict.headline).toBe('2.4.0 went through 100 %, and a required proof is missing');
  });

  it('say how many intervals have samples, and why the others have none', () => {
    expect(shown(unknownTold()).proof('errors against stable')?.seen).toContain(
      '5 of 119 intervals have samples (metrics-stale)',
    );
  });

  it('say why there is no placebo', () => {
    const without = { ...examplePreflight(), placebo: [], withoutPlacebo: 'the source keeps no past' };
    expect(shown({ ...greenTold(), preflight: without }).proof('placebo')).toEqual({
      name: 'placebo',
      required: false,
      outcome: 'not-proven',
      seen: 'the source keeps no past',
    });
  });
});

describe('the evidence', () => {
  it('has the numbers of the table', () => {
    const { evidence, view } = shown(redTold());
    const [step] = evidence.steps ?? [];
    expect(step).toMatchObject({ weight: 10, decision: 'rollback', breaker: { logE: expect.closeTo(-1.057, 3) } });
    expect(render(view.tables?.[0] ?? '').replaceAll('\u00a0', ' ')).toContain(
      `(${step?.errors.canary} of ${step?.requests.canary})`,
    );
    expect(evidence.decision).toMatchObject({ action: 'rollback', reason: 'error-rate-higher' });
    expect(evidence.decision?.logE).toBeCloseTo(step?.logE ?? 0, 12);
    expect(evidence.router).toEqual({ kind: 'none', object: null, before: null, after: null });
  });

  it('keeps a long rollout short, with its last point', () => {
    const plan = { ...examplePlan, steps: [{ weight: 10, hold: 14_100, max: 15_000, manual: false }] };
    const long = told(plan, rolledOut(plan, { ...service, perSecond: 4 }, examplePreflight()));
    const { evidence } = shown(long);
    expect(evidence.series?.length).toBeLessThanOrEqual(400);
    expect(evidence.series?.at(-1)?.t).toBe(14_100);
  });
});

const page = new MarkdownIt({ html: true, linkify: true });
const hostile = 'a\n::add-mask::x | `b` ``c <img src=x> \u202e [l](https://evil.example) </details> @acme/team';

describe('text from outside', () => {
  const poisoned = (): Told => {
    const plan: Plan = { ...examplePlan, metrics: examplePlan.metrics.map((each) => ({ ...each, name: hostile })) };
    const reading = () => ({ ...dead, detail: hostile });
    const renamed = rolledOut({ ...examplePlan }, { ...service, reading }, examplePreflight());
    return {
      ...told(plan, renamed),
      names: { canary: hostile, stable: hostile },
      source: hostile,
      samples: hostile,
      preflight: { ...examplePreflight(), withoutPlacebo: hostile },
      subject: { service: hostile },
    };
  };

  it('is no markup in the summary, no command and no control character in the terminal', () => {
    const { summary, terminal, valid } = shown(poisoned());
    expect(valid).toMatchObject({ ok: true });
    const html = page.render(summary);
    expect(html).not.toMatch(/<img|\u202e|href="(?!https:\/\/github\.com\/OWNER\/REPO)/);
    expect(html.match(/<details>/g)?.length).toBe(html.match(/<\/details>/g)?.length);
    expect(terminal).not.toMatch(/^\s*::|\u202e/m);
  });
});
