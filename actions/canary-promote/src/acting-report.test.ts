import { readHost } from '@shipgate/kit/host';
import { reportSummary } from '@shipgate/kit/report/summary';
import { reportToTerminal } from '@shipgate/kit/report/terminal';
import { buildVerdict } from '@shipgate/kit/verdict';
import { type CanaryPromoteEvidence, validateVerdict } from '@shipgate/schemas';
import { describe, expect, it } from 'vitest';
import { foldJournal } from './conclude.ts';
import { headOf } from './journal.fixture.ts';
import type { Entry, JournalHead } from './journal.ts';
import type { Plan } from './plan.ts';
import { codeOrder } from './reasons.ts';
import { recordedResult } from './recorded-run.ts';
import { parseJournal } from './replay/recorded.ts';
import { same, plan as usual } from './rollout.fixture.ts';
import type { TrafficTrouble } from './steering/router.ts';
import { type RunOptions, runIn } from './steering/run.fixture.ts';
import { type World, world } from './steering/world.fixture.ts';

const good = same(100, 0.002);
const bad = { ...good, canary: () => 0.1 };
const plan: Plan = { ...usual, steps: [10, 100].map((weight) => ({ weight, hold: 60, max: 300, manual: false })) };
const router = { kind: 'istio', object: 'VirtualService orders/order-service', before: 0, rollout: 'r' } as const;
const host = readHost({ GITHUB_REPOSITORY: 'acme/order-service' }, '/workspace');

function shown(head: JournalHead, entries: readonly Entry[]) {
  const result = recordedResult(head, foldJournal(head, entries), 'samples.jsonl');
  const verdict = buildVerdict({
    ...{ gate: 'canary-promote', version: '1.0.0', subject: {}, codeOrder },
    ...{ reasons: result.reasons, proofs: result.proofs, evidence: result.evidence },
    ...(result.headline === undefined ? {} : { headline: result.headline }),
    startedAt: new Date(0),
    finishedAt: new Date(1000),
  });
  const options = { color: false, json: false, shownDirectory: 'out' };
  const summary = reportSummary(verdict, result.view, host, options);
  const terminal = reportToTerminal(verdict, result.view, readHost({}, '/'), options);
  return {
    verdict,
    evidence: result.evidence as CanaryPromoteEvidence,
    outputs: result.view.outputs,
    lines: terminal.flatMap((effect) => (effect.kind === 'print' ? effect.lines : [])),
    summary: summary.map((effect) => ('text' in effect ? String(effect.text) : '')).join('\n'),
  };
}

async function run(w: World, given: Plan = plan, more: Partial<RunOptions> = {}) {
  const { entries } = await runIn(w, { plan: given, ...more });
  return shown({ ...headOf(given), router }, entries);
}

function cancelAt(strata: number, onCancel: Plan['onCancel']) {
  const control = new AbortController();
  const saw: RunOptions['saw'] = ({ course }) => {
    if (course.strata.length === strata) control.abort('SIGINT');
  };
  return run(world(good), { ...plan, onCancel }, { signal: control.signal, saw });
}

describe('the report of a rollout that acted', () => {
  it('says that the traffic is back, in words and in evidence', async () => {
    const { verdict, evidence, summary, outputs } = await run(world(bad));
    expect(verdict.outcome).toBe('fail');
    expect(verdict.headline).toMatch(/^rolled back at 10 % after/);
    expect(summary).toMatch(/Traffic is back on 2\.3\.2: \*\*0.%\*\* on 2\.4\.0, read back/);
    expect(evidence.router).toMatchObject({ kind: 'istio', object: router.object, before: 0, after: 0 });
    expect(outputs).toMatchObject({ decision: 'rollback', weight: 0 });
    expect(validateVerdict(JSON.parse(JSON.stringify(verdict))).ok).toBe(true);
  });

  it('says where a promoted release is', async () => {
    const { verdict, summary, evidence } = await run(world(good));
    expect(verdict.outcome).toBe('pass');
    expect(summary).toContain('VirtualService orders/order-service, weight 100');
    expect(evidence.router).toMatchObject({ before: 0, after: 100 });
  });

  it('does not say back when it is not: somebody else has the weight', async () => {
    const w = world(bad);
    const { verdict, summary } = await run(w, plan, {
      saw: ({ decision }) => {
        if (decision.action !== 'rollback') return;
        w.weight = 40;
        w.version += 1;
      },
    });
    expect(verdict.outcome).toBe('fail');
    expect(verdict.headline).toMatch(/^not rolled back at 10 %/);
    expect(verdict.reasons.find(({ code }) => code === 'rollback-incomplete')).toMatchObject({ blocks: 'fail' });
    expect(summary).toMatch(/Not all traffic is back: 40.% for 2\.4\.0/);
  });

  it('says what a cancelled run left', async () => {
    const back = await cancelAt(3, 'rollback');
    expect([back.verdict.outcome, back.evidence.router?.after]).toEqual(['unknown', 0]);
    expect(back.summary).toContain('Traffic is back on 2.3.2 (plan: `on-cancel: rollback`)');
    expect(back.verdict.reasons.map(({ code }) => code)).toEqual(expect.arrayContaining(['cancelled', 'taken-back']));
    const held = await cancelAt(3, 'hold');
    expect([held.verdict.outcome, held.evidence.router?.after]).toEqual(['unknown', 10]);
    expect(held.summary).toMatch(/\*\*10.% of the traffic is on 2\.4\.0\*\*/);
  });

  it.each(['lock-held', 'rollout-open', 'route-managed', 'weight-changed', 'router-unavailable'] as const)(
    'says that nothing began, and why: %s',
    (code: TrafficTrouble) => {
      const trouble = { code, detail: 'expected one thing, got another' };
      const entries: readonly Entry[] = [
        { event: 'traffic', at: 1000, weight: 0, live: 0, trouble },
        { event: 'end', at: 1000 },
      ];
      const { verdict } = shown({ ...headOf(plan), router }, entries);
      expect(verdict.outcome).toBe('unknown');
      expect(verdict.headline).toMatch(/^nothing began: /);
      expect(verdict.reasons.find((reason) => reason.code === code)).toMatchObject({ blocks: 'unknown' });
    },
  );

  it('keeps text of a router inert', () => {
    const detail = 'x\n::error::boo <img src=x> `code` | a\u202eb @everyone';
    const trouble = { code: 'route-changed', detail } as const;
    const entries: readonly Entry[] = [{ event: 'traffic', at: 1000, weight: null, live: null, trouble }];
    const object = 'VirtualService a\n::set-output::/<b>';
    const { lines, summary } = shown({ ...headOf(plan), router: { ...router, object } }, entries);
    for (const line of [...lines, ...summary.split('\n')]) expect(line).not.toMatch(/^\s*::|\u202e/);
    expect(lines.join('')).not.toContain('\n');
    // In a code span, or escaped.
    expect(summary.replaceAll(/`[^`]*`/g, '')).not.toMatch(/<img|<b>/);
  });

  it('is the same bytes from its journal', async () => {
    for (const load of [good, bad]) {
      const { entries } = await runIn(world(load), { plan });
      const head = { ...headOf(plan), router };
      const text = [head, ...entries].map((line) => `${JSON.stringify(line)}\n`).join('');
      const again = parseJournal(text);
      expect(JSON.stringify(shown(again.head, again.entries).verdict)).toBe(
        JSON.stringify(shown(head, entries).verdict),
      );
    }
  });
});
