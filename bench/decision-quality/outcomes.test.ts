import { describe, expect, test } from 'vitest';
import { outcomesOf, traceOf } from './outcomes.ts';
import { type Results, scenarioResult, worstFalse } from './results.ts';
import { ruleTitles } from './rivals/rivals.ts';
import { byArm, byPod, decideTrace, planOf } from './rules.ts';
import { scenarioNamed } from './scenarios.ts';
import { markdown } from './table.ts';

const few = (scenario: string, to = 4) => outcomesOf({ scenario, seed: 3, from: 0, to });

describe('outcomes', () => {
  test('are the same when traces are done in parts', () => {
    const [first, second] = [
      { from: 0, to: 2 },
      { from: 2, to: 4 },
    ].map((part) => outcomesOf({ scenario: 'tenth', seed: 3, ...part }));
    expect([...(first?.R ?? []), ...(second?.R ?? [])]).toEqual(few('tenth').R);
  });

  test('are those of every rule on one trace', () => {
    expect(Object.keys(few('fivefold', 1)).sort()).toEqual(Object.keys(ruleTitles).sort());
  });

  test('are what replay answers to the trace', () => {
    const scenario = scenarioNamed('fivefold');
    const trace = traceOf(scenario, 3, 0);
    const plan = planOf(scenario);
    const { R = [], P = [] } = few('fivefold', 1);
    expect(R[0]).toMatchObject({ decision: 'rollback', at: [decideTrace(byArm(trace, '0'), plan).at] });
    expect(P[0]).toMatchObject({ decision: 'rollback', at: [decideTrace(byPod(trace, '0'), plan).at] });
    expect(R[0]?.errors).toBe(trace.served.find(({ t }) => t === R[0]?.at[0])?.errors);
  });

  test('of a noisy baseline are held by the placebo', () => {
    expect(few('aa-pod-noise-300-placebo', 1).P?.map(({ decision }) => decision)).toEqual(['hold']);
  });

  test('of promotion give each step its time', () => {
    const { R = [] } = few('good-zero', 2);
    expect(R.map(({ at }) => at)).toEqual([[45], [60]]);
    expect(few('bad-2', 1).R?.[0]?.at).toHaveLength(3);
  });
});

describe('the table', () => {
  const results: Results = {
    date: '2026-11-27',
    seed: 3,
    scenarios: ['aa', 'tenth', 'good-zero'].map((name) => scenarioResult(scenarioNamed(name), few(name))),
  };

  test('says which targets are met and which are not', () => {
    const table = markdown(results);
    expect(table).toContain('| 10 % errors, 100/s | R | median seconds | 30 | 30 | met |');
    // Four traces prove no bound of 0.6 %.
    expect(table).toMatch(/\| independent requests, 100\/s \| R \| false rollbacks.* \*\*not met\*\* \|/);
    expect(table).toContain('| no errors at all, 100/s | 10 % | 100 % |');
  });

  test('says where a rival is earlier', () => {
    expect(markdown(results)).toContain(
      '| 10 % errors, 100/s | literal trigger | 15 | 30 | 30 | **later**, **later** |',
    );
  });

  test('counts for R and P only what they claim', () => {
    const noise = scenarioResult(scenarioNamed('aa-arm-noise-15'), {
      P: [{ decision: 'rollback', at: [15], errors: 1 }],
      peeked: [{ decision: 'rollback', at: [15], errors: 1 }],
    });
    expect([worstFalse([noise], 'P'), worstFalse([noise], 'peeked')]).toEqual([0, 1]);
  });
});
