import { readdirSync, readFileSync } from 'node:fs';
import { readCanaryPlan } from '@shipgate/schemas';
import { describe, expect, it } from 'vitest';
import { MetricEvidence } from './evidence/metric.ts';
import { isCounts } from './evidence/rollout.ts';
import { reasonTexts } from './reasons.ts';
import { redTold } from './view/told.fixture.ts';

const top = new URL('../../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, top), 'utf8');
const pages = readdirSync(new URL('docs/reasons/canary-promote/', top)).map(
  (name) => `docs/reasons/canary-promote/${name}`,
);
const documents = ['docs/canary-promote.md', 'actions/canary-promote/README.md', ...pages];

/** A plan, or a part of one: no workflow, no piece of a step, and no object of a cluster. */
function plansOf(path: string): readonly string[] {
  const blocks = Array.from(read(path).matchAll(/```yaml\n([\s\S]*?)```/g), ([, text = '']) => text);
  return blocks.filter((text) => !/^(name|jobs|on|with|concurrency|rules|route|spec| {8}\w+):/m.test(text));
}

/** With what the page leaves out: the file around a section, the metrics of a part. */
function wholeOf(text: string): string {
  const bare = text.replace(/^(version|service):.*\n/gm, '');
  if (/^canary:/m.test(bare)) return `version: 1\nservice: { name: order-service }\n${bare}`;
  return /^metrics:/m.test(bare) ? bare : `${bare}\nmetrics: [{ name: errors, total: a, bad: b }]\n`;
}

const plans = documents.flatMap((path) => plansOf(path).map((text) => [path, text] as const));
const isBad = (path: string) => path.endsWith('/configuration.md');

/** E of the example's errors behind its last stratum, by a test. */
function errorsBy(test: 'P' | 'R'): MetricEvidence {
  const { plan, course, preflight } = redTold();
  const [metric] = plan.metrics;
  if (metric === undefined) throw new Error('the example has no metric');
  const evidence = new MetricEvidence(metric, plan, { test, merge: 1 }, preflight.ground.before[metric.name]);
  evidence.begin(0);
  for (const { stratum, use } of course.strata) {
    const reading = stratum.readings[metric.name];
    if (use === 'used' && isCounts(reading)) evidence.advance(reading, 15, false);
  }
  return evidence;
}

describe('one rollout, number by number', () => {
  const text = read('docs/canary-promote.md').replaceAll(',', '');
  it('has the numbers of the code', () => {
    const pods = errorsBy('P');
    const { course } = redTold();
    for (const number of [pods.value, pods.parts.main, errorsBy('R').parts.main, course.evidence.value]) {
      expect(text).toContain(number.toFixed(1));
    }
  });
});

describe('the documentation', () => {
  it('shows plans', () => {
    expect(plans.length).toBeGreaterThan(15);
  });

  it.each(plans.filter(([path]) => !isBad(path)))('shows a plan that can be read: %s', (path, text) => {
    expect(readCanaryPlan(wholeOf(text), { file: path }).faults).toEqual([]);
  });

  it.each(plans.filter(([path]) => isBad(path)))('shows a bad plan that is refused: %s', (path, text) => {
    expect(readCanaryPlan(`version: 1\n${text}`, { file: path }).faults.length).toBeGreaterThan(2);
  });

  it.each(documents)('leads only to pages that are there: %s', (path) => {
    const links = Array.from(read(path).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g), ([, to = '']) => to);
    const here = new URL(path, top);
    for (const to of links.filter((each) => !each.startsWith('http'))) {
      expect(() => readdirSync(new URL('.', new URL(to, here))), to).not.toThrow();
      if (/\.\w+$/.test(to)) expect(readFileSync(new URL(to, here), 'utf8').length, to).toBeGreaterThan(0);
    }
  });

  it('lists every reason, with what it blocks', () => {
    const index = read('docs/reasons/canary-promote/README.md');
    for (const code of Object.keys(reasonTexts)) expect(index).toContain(`| [${code}](${code}.md) |`);
  });
});
