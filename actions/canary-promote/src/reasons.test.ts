import { annotationText } from '@shipgate/kit/report/annotations';
import { render } from '@shipgate/kit/report/markdown';
import { plainSentence } from '@shipgate/kit/report/sentence';
import type { Reason } from '@shipgate/schemas';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { Course } from './course.ts';
import type { Decision } from './decide.ts';
import type { Finding, FindingCode, TroubleFinding } from './findings.ts';
import { findingOf, findings } from './reasons/findings.fixture.ts';
import { sceneOf } from './reasons/scene.ts';
import { type SharedTrouble, toldTogether } from './reasons/together.ts';
import { codeOrder, reasonTexts, tellFinding } from './reasons.ts';
import type { Told } from './told.ts';
import { examplePlan, redTold } from './view/told.fixture.ts';

const red = redTold();
const burning = { slo: 0.999, windows: [{ long: 3600, short: 300, factor: 14.4 }] };
const base: Told = { ...red, plan: { ...examplePlan, burnRate: burning } };

function tell(finding: Finding, action: Decision['action'] = 'rollback', given: Told = base): Reason {
  const told = { ...given, decision: { ...given.decision, action, findings: [finding] } };
  return tellFinding(finding, told, sceneOf(told), (code) => `docs/reasons/canary-promote/${code}.md`);
}

const sentences = (reason: Reason) => [reason.title, reason.seen, reason.hurts, reason.mend];

describe('every reason', () => {
  it('is there for every code, once in the order', () => {
    expect(findings.map(({ code }) => code).toSorted()).toEqual(Object.keys(reasonTexts).toSorted());
    expect([...codeOrder].sort()).toEqual(Object.keys(reasonTexts).sort());
  });

  it.each(findings)('says of $code what was seen, what it hurts and how to mend it, without a gap', (finding) => {
    for (const action of ['rollback', 'stop', 'finish', 'hold'] as const) {
      for (const text of sentences(tell(finding, action))) {
        expect(text).not.toMatch(/undefined|NaN|null|\[object|Infinity| {2}/);
        expect(text.length).toBeGreaterThan(10);
        expect(text.length).toBeLessThan(600);
      }
    }
  });

  it.each(findings)('fits $code into an annotation: nothing of its first sentences is cut', (finding) => {
    const { title, message } = annotationText('canary-promote', tell(finding));
    expect(title.length + message.length).toBeLessThanOrEqual(200);
    expect(`${title} ${message}`).not.toContain('…');
  });

  it.each(findings)('is plain ASCII for $code: a terminal without UTF-8 shows it as it is', (finding) => {
    expect(sentences(tell(finding)).join('')).toMatch(/^[ -~]*$/);
  });

  it.each(findings)('never says of $code that traffic was moved', (finding) => {
    expect(sentences(tell(finding)).join(' ')).not.toMatch(/rolled back at|traffic is (back )?on|was moved/i);
  });

  it('names releases without a version as what they are', () => {
    const nameless = { ...base, names: { canary: undefined, stable: undefined } };
    expect(tell(findingOf('error-rate-higher'), 'rollback', nameless).title).toBe(
      'the canary fails 5.9 times as often as stable',
    );
  });
});

describe('a step whose time is over', () => {
  it('is held, not unproven, where its own proof stands', () => {
    const held = { ...findingOf('promotion-not-proven'), promotion: 31.4 } as Finding;
    const { title, seen, mend } = tell(held, 'stop');
    expect(title).toBe('2.4.0 was held at 10 % until its time was over');
    expect(seen).toContain('its proof stands, with evidence of 31.4, limit 20');
    expect(mend).toContain('mend what held it');
  });

  it('says nothing of a step before when there was none', () => {
    const before = { ...base, course: new Course(base.plan, base.preflight.ground) };
    expect(tell(findingOf('weight-not-reached'), 'stop', before).seen).toBe('25 % was asked for 30 min ago.');
    expect(tell(findingOf('weight-not-reached'), 'stop').seen).toContain('10.12 % came to the canary');
  });
});

describe('troubles of several metrics', () => {
  const gone = (metric: string, more: object = {}) =>
    ({ ...findingOf('source-unavailable'), metric, ...more }) as Finding;
  const together = (...found: readonly Finding[]) =>
    toldTogether({ ...base.decision, action: 'stop', findings: found }, base.plan);

  it('are told once where they have one cause', () => {
    const [first, ...rest] = together(gone('errors'), findingOf('share-off'), gone('latency'));
    expect(rest).toEqual([findingOf('share-off')]);
    const reason = tell(first ?? gone('errors'), 'stop');
    expect(reason.title).toBe('the source of `errors` and `latency` is not available');
    expect(reason.evidence).toMatchObject({ metrics: ['errors', 'latency'] });
  });

  it('stay apart where anything else differs', () => {
    const found = [gone('errors'), gone('latency', { detail: 'expected 200, got 404' }), gone('db-pool')];
    expect(together(...found)).toEqual(found);
  });

  it('are counted from the fourth on', () => {
    const many: SharedTrouble = { ...(gone('a') as TroubleFinding), metrics: ['a', 'b', 'c', 'd', 'e'] };
    expect(tell(many, 'stop').title).toBe('the source of `a`, `b`, `c` and 2 more is not available');
  });
});

describe('numbers in a reason', () => {
  const told = tell(findingOf('error-rate-higher'));

  it('stand with their counts, the limit with what it means and under which assumption', () => {
    expect(told.seen).toContain('2.99 % `errors` (44 of 1,474) against 0.50 % (68 of 13,526) at 10 %');
    expect(told.seen).toContain('Evidence 107, limit 100');
    expect(told.seen).toContain('if pods of one load are alike, at most 1 in 100 rollouts of an equally good release');
  });

  it('say what it costs now and at 100 %, and where the page of the way back is', () => {
    expect(told.hurts).toMatch(
      /^about 37 more requests failed than on 2\.3\.2; at 100 % it would be about [\d.]+ a second\.$/,
    );
    expect(told.mend).toContain('The runbook `docs/runbooks/rollback.md` says how.');
    expect(told.mend).toContain('`node dist/index.cjs --replay samples.jsonl --json`');
  });

  it('do not claim what the counts of the step do not show', () => {
    const finding = { ...findingOf('error-rate-higher'), stable: { requests: 100, bad: 50 } } as Finding;
    const { title, hurts } = tell(finding);
    expect(title).toBe('2.4.0 fails more often than 2.3.2');
    expect(hurts).not.toMatch(/about \d/);
  });

  it('say what a margin allows', () => {
    const wide = { ...base, plan: { ...base.plan, margin: 1.5 } };
    expect(tell(findingOf('error-rate-higher'), 'rollback', wide).seen).toContain('fails at most 1.5 times as often');
  });

  it('say jointly, mostly, where no metric is proven alone', () => {
    const { title, seen } = tell(findingOf('jointly-worse'));
    expect(title).toContain('jointly, mostly `latency`');
    expect(seen).toContain('No metric reaches it alone');
  });
});

const outsideAlpha: readonly FindingCode[] = [
  'trigger-error-rate',
  'trigger-latency',
  'burn-rate-exceeded',
  'health-failed',
  'gauge-beyond-limit',
  'promotion-not-proven',
];

describe('what fires outside alpha', () => {
  it.each(outsideAlpha)('says so: %s', (code) => {
    expect(tell(findingOf(code)).seen).toContain('outside alpha');
  });

  it('says so of data that is missing, when the policy decides', () => {
    const gone = { ...findingOf('metrics-stale'), decided: true, policy: 'rollback' } as Finding;
    expect(tell(gone).seen).toContain('`no-data: rollback`, outside alpha');
  });
});

describe('what a finding makes of the outcome', () => {
  const gone = (policy: 'hold' | 'rollback' | 'fail', decided = true, metric = 'errors') =>
    ({ ...findingOf('metrics-missing'), policy, decided, metric }) as Finding;

  it.each<[string, Reason['blocks'], Finding, Decision['action']]>([
    ['evidence takes it back', 'fail', findingOf('error-rate-higher'), 'rollback'],
    ['a trigger takes it back', 'fail', findingOf('trigger-error-rate'), 'rollback'],
    ['missing data takes it back by the plan', 'fail', gone('rollback'), 'rollback'],
    ['missing data ends it by the plan', 'fail', gone('fail'), 'stop'],
    ['missing data holds it', 'unknown', gone('hold'), 'stop'],
    ['missing data before the time of the plan', 'unknown', gone('rollback', false), 'stop'],
    ['missing data of a gauge', 'no', gone('hold', true, 'db-pool'), 'stop'],
    ['the time of a step takes it back', 'fail', findingOf('promotion-not-proven'), 'rollback'],
    ['the time of a step ends it', 'unknown', findingOf('promotion-not-proven'), 'stop'],
    ['a person is missing', 'unknown', findingOf('manual-step'), 'stop'],
    ['noise', 'unknown', findingOf('noisy-baseline'), 'stop'],
    ['a hold beside a rollback', 'no', findingOf('share-off'), 'rollback'],
    ['a step without proof', 'no', findingOf('promoted-without-proof'), 'finish'],
    ['missing health beside a finish', 'no', gone('hold', false, 'health'), 'finish'],
  ])('%s: %s', (_, blocks, finding, action) => {
    const reason = tell(finding, action);
    expect(reason.blocks).toBe(blocks);
    expect(reason.severity === 'error').toBe(blocks !== 'no');
  });
});

/** As GitHub reads a summary: HTML of our own passes, addresses become links. */
const page = new MarkdownIt({ html: true, linkify: true });

const hostile = [
  'a\n::add-mask::secret',
  'a|b',
  'a`b``c',
  '<img src=x onerror=alert(1)>',
  'a\u202egnp.exe',
  '[x](https://evil.example)',
  '@acme/team #1',
  '`'.repeat(40),
  'x'.repeat(5000),
];

describe('text from outside', () => {
  const fields = ['metric', 'gauge', 'detail'] as const;
  const poisoned = (finding: Finding, text: string) =>
    ({
      ...finding,
      ...Object.fromEntries(fields.filter((field) => field in finding).map((field) => [field, text])),
    }) as Finding;

  it.each(hostile)('stays text in every reason: %j', (text) => {
    const named = { ...base, names: { canary: text, stable: text }, plan: { ...base.plan, runbook: text } };
    for (const finding of findings) {
      const reason = tell(poisoned(finding, text), 'rollback', named);
      for (const sentence of sentences(reason)) {
        const html = page.renderInline(render(sentence));
        expect(html).not.toMatch(/\n|\u202e|<(?!\/?(code|wbr)\b)/);
        expect(plainSentence(sentence)).not.toMatch(/\n|\u202e/);
      }
      const { title, message } = annotationText('canary-promote', reason);
      expect(title.length + message.length).toBeLessThanOrEqual(200);
    }
  });
});
