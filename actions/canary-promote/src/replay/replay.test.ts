import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headOf, journal, textOf } from '../journal.fixture.ts';
import { journalOf, plan, random, same, successes } from '../rollout.fixture.ts';
import { replayTrace } from './answer.ts';
import { replayPlan } from './default-plan.ts';
import { isJournal, parseJournal } from './recorded.ts';
import { ShapeError } from './shape.ts';
import { parseTrace } from './trace.ts';

type Cell = readonly [number, number, number, number, number, number];

/** One step of `seconds` at 10 %, by the ends of its cells. */
function cellsOf(canary: number, stable: number, seconds = 300, perSecond = 100, seed = 1): readonly Cell[] {
  const next = random(seed);
  return Array.from({ length: seconds / 15 }, (_, i) => {
    const [n, m] = [Math.round(perSecond * 1.5), Math.round(perSecond * 13.5)];
    return [(i + 1) * 15, 0, n, successes(n, canary, next), m, successes(m, stable, next)] as const;
  });
}

function traceOf(cells: readonly unknown[], more: object = {}): object {
  return { id: 'a', interval: 15, steps: [{ weight: 10, from: 0, to: 300 }], cells, ...more };
}

function answer(trace: unknown) {
  return replayTrace(parseTrace(trace, replayPlan, false), replayPlan);
}

describe('a trace', () => {
  it('of a broken release is a rollback, at the end of the cell that proved it', () => {
    const { decision, at, reason, logE } = answer(traceOf(cellsOf(0.1, 0.005)));
    expect({ decision, reason }).toEqual({ decision: 'rollback', reason: 'error-rate-higher' });
    expect(at).toBeLessThanOrEqual(60);
    expect(logE).toBeGreaterThanOrEqual(Math.log(100));
  });

  it('of a good release is a promotion, when every step had its proof', () => {
    expect(answer(traceOf(cellsOf(0, 0)))).toMatchObject({ decision: 'promote', at: 45, reason: 'promotion-proven' });
  });

  it('with too little traffic is held', () => {
    expect(answer(traceOf(cellsOf(0, 0, 300, 0.5)))).toMatchObject({
      decision: 'hold',
      at: null,
      reason: 'promotion-not-proven',
    });
  });

  it('of which the last step is proven but an earlier one is not is held', () => {
    const steps = [
      { weight: 10, from: 0, to: 15 },
      { weight: 25, from: 15, to: 600 },
    ];
    const cells = [[15, 0, 3, 0, 30, 0], ...Array.from({ length: 30 }, (_, i) => [30 + 15 * i, 1, 400, 0, 1100, 0])];
    expect(answer(traceOf(cells, { steps }))).toMatchObject({ decision: 'hold' });
  });

  it('is not promoted by a step of 100 % without a request', () => {
    const steps = [{ weight: 100, from: 0, to: 300 }];
    expect(answer({ id: 'a', interval: 15, steps, cells: [[15, 0, 0, 0, 0, 0]] })).toMatchObject({ decision: 'hold' });
    expect(answer({ id: 'a', interval: 15, steps, cells: [[15, 0, 9, 0, 0, 0]] })).toMatchObject({
      decision: 'promote',
    });
  });

  it('without a plan has the starts of its own steps', () => {
    expect(parseTrace(traceOf(cellsOf(0, 0)), replayPlan, false).starts).toBe(1);
    expect(parseTrace(traceOf(cellsOf(0, 0)), replayPlan, true).starts).toBe(3);
  });

  it('says the same whether its times are starts or ends of cells', () => {
    const cells = cellsOf(0.05, 0.005);
    const starts = cells.map(([t, ...rest]) => [t - 15, ...rest]);
    expect(answer(traceOf(starts))).toEqual(answer(traceOf(cells)));
  });

  it('says the same in whatever order its cells arrive', () => {
    const cells = cellsOf(0.03, 0.005);
    const expected = JSON.stringify(answer(traceOf(cells)));
    fc.assert(
      fc.property(fc.shuffledSubarray([...cells], { minLength: cells.length }), (shuffled) => {
        expect(JSON.stringify(answer(traceOf(shuffled)))).toBe(expected);
      }),
      { numRuns: 50 },
    );
  });

  it('by pods is decided by pods: one bad pod of stable is no fault of the canary, whichever order they have', () => {
    const next = random(3);
    const cells = Array.from({ length: 20 }, (_, i) => {
      const pods = Array.from({ length: 20 }, (_, pod) => successes(75, pod === 19 ? 0.5 : 0.01, next));
      return [(i + 1) * 15, 0, [75, 75], pods.slice(0, 2), Array(18).fill(75), pods.slice(2)];
    });
    expect(answer(traceOf(cells)).decision).not.toBe('rollback');
    expect(parseTrace(traceOf(cells), replayPlan, false).method).toEqual({ test: 'P', merge: 1 });
  });

  it("takes stable's hour before for what the fast part allows", () => {
    const cells = cellsOf(0.1, 0.06);
    const known = answer(traceOf(cells, { before: { requests: 100_000, errors: 6000 } }));
    expect(known.logE).not.toBe(answer(traceOf(cells)).logE);
  });
});

describe('a line that is no trace', () => {
  const good = traceOf(cellsOf(0, 0));
  it.each([
    [7, '', 'an object'],
    [{ ...good, id: undefined }, 'id', 'a text'],
    [{ ...good, interval: 0 }, 'interval', 'above 0'],
    [{ ...good, steps: [] }, 'steps', 'a list'],
    [
      {
        ...good,
        steps: [
          { weight: 25, from: 0, to: 15 },
          { weight: 10, from: 15, to: 30 },
        ],
      },
      'steps[1].weight',
      'above 25',
    ],
    [{ ...good, steps: [{ weight: 101, from: 0, to: 15 }] }, 'steps[0].weight', 'at most 100'],
    [{ ...good, steps: [{ weight: 10, from: 5, to: 5 }] }, 'steps[0].to', 'to after from'],
    [traceOf([[15, 0, 1, 2, 3]]), 'cells[0]', '[t, step'],
    [traceOf([[15, 0, 1, 2, 3, 0]]), 'cells[0][3]', 'at most 1'],
    [traceOf([[15, 0, 1.5, 0, 3, 0]]), 'cells[0][2]', 'a whole number'],
    [traceOf([[15, 0, -1, 0, 3, 0]]), 'cells[0][2]', 'a whole number'],
    [traceOf([[15, 0, null, 0, 3, 0]]), 'cells[0][2]', 'a whole number'],
    [traceOf([[15, 1, 1, 0, 3, 0]]), 'cells[0][1]', 'the number of a step'],
    [traceOf([[15, 0, [1, 2], [0], 3, 0]]), 'cells[0][3]', 'as many pods'],
    [
      traceOf([
        [15, 0, 1, 0, 3, 0],
        [15, 0, 1, 0, 3, 0],
      ]),
      'cells',
      'one cell for each time',
    ],
    [traceOf(cellsOf(0, 0), { before: 3 }), 'before', '{requests, errors}'],
  ])('%# says where, what was expected and what came', (value, at, expected) => {
    try {
      parseTrace(value, replayPlan, false);
      expect.unreachable('it was read');
    } catch (error) {
      expect(error).toBeInstanceOf(ShapeError);
      if (error instanceof ShapeError) {
        expect(error.at).toBe(at);
        expect(error.expected).toContain(expected);
        expect(error.got).not.toBe('');
      }
    }
  });
});

describe('a journal', () => {
  const text = textOf(journal(journalOf(same(50, 0.01))));

  it('is told from a trace by its first line', () => {
    expect(isJournal(text.split('\n')[0] ?? '')).toBe(true);
    expect(isJournal(JSON.stringify(traceOf([])))).toBe(false);
    expect(isJournal('no JSON')).toBe(false);
  });

  it('is read as it was written', () => {
    expect(parseJournal(text)).toEqual(journal(journalOf(same(50, 0.01))));
  });

  it('that a kill cut off in its last line is read without that line', () => {
    const cut = text.slice(0, -20);
    expect(parseJournal(cut).entries).toHaveLength(parseJournal(text).entries.length - 1);
  });

  it.each([
    ['a head of another version', JSON.stringify({ ...headOf(plan), version: 2 })],
    ['a broken line', `${JSON.stringify(headOf(plan))}\n{"event":\n`],
    ['an entry that is none', `${JSON.stringify(headOf(plan))}\n{"event":"unknown","at":1}\n`],
    [
      'counts that are none',
      `${JSON.stringify(headOf(plan))}\n{"event":"stratum","stratum":{"from":0,"to":1,"readings":{"errors":{"kind":"counts","canary":{"requests":[-1],"bad":[]},"stable":{"requests":[],"bad":[]}}}}}\n`,
    ],
  ])('with %s is refused', (_, broken) => {
    expect(() => parseJournal(`${broken}\n`)).toThrow(ShapeError);
  });

  const stratum = (reading: object) =>
    `{"event":"stratum","stratum":{"from":0,"to":1,"readings":{"errors":${JSON.stringify(reading)}}}}`;
  const arm = (requests: number, bad: number) => ({ requests: [requests], bad: [[bad]] });
  it.each([
    ['more bad events than requests', headOf(plan), stratum({ kind: 'counts', canary: arm(1, 2), stable: arm(1, 0) })],
    ['a trouble that nobody knows', headOf(plan), stratum({ kind: 'trouble', code: 'fine', detail: '' })],
    ['a preflight that is none', { ...headOf(plan), preflight: {} }, '{"event":"end","at":1}'],
    ['no date', { ...headOf(plan), startedAt: 'today' }, '{"event":"end","at":1}'],
    ['a head alone', headOf(plan), ''],
  ])('with %s is refused', (_, head, line) => {
    expect(() => parseJournal(`${JSON.stringify(head)}\n${line === '' ? '' : `${line}\n`}`)).toThrow(ShapeError);
  });
});
