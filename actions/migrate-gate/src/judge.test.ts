import { describe, expect, it } from 'vitest';
import { decide } from './decide.ts';
import type { Facts, Policy } from './facts.ts';
import type { Finding } from './findings.ts';
import { judge } from './judge.ts';
import {
  allowance,
  alone,
  difference,
  facts,
  factsOfOne,
  failed,
  moodIsLeft,
  numbered,
  policy,
  together,
  touchIsGone,
} from './testing/facts.ts';
import { NOT_RUN } from './trial/step.ts';

const drifting = (more: Partial<Facts> = {}) => factsOfOne({ afterDown: [touchIsGone, moodIsLeft] }, more);
const inline = (...all: readonly ReturnType<typeof allowance>[]) => ({ allowances: new Map([['1_step', all]]) });

/** "drift touch on orders, mood: fail"; what is allowed says by what. */
function judged(seen: Facts, changes: Partial<Policy> = {}): readonly string[] {
  return judge(decide(seen), seen, { ...policy, ...changes }).map(({ finding, blocks, allowance: by }) => {
    const objects = 'differences' in finding ? finding.differences.map(({ object }) => object).join(', ') : '';
    return `${[finding.code, objects].filter((text) => text !== '').join(' ')}: ${by === undefined ? blocks : `${blocks} by ${by.by}`}`;
  });
}

const place = { file: 'migrations/x.sql', line: 1, column: 1 };
const found = (finding: Finding) => factsOfOne({}, { found: [finding] });

describe('a finding', () => {
  it('blocks when it is an error', () => {
    expect(judged(drifting())).toEqual(['drift touch on orders, mood: fail']);
  });

  it('does not block when its proof is not required', () => {
    expect(judged(drifting(), { required: ['round-trip', 'hygiene'] })).toEqual(['drift touch on orders, mood: no']);
    expect(judged(factsOfOne({ down: failed(), reup: NOT_RUN }), { required: ['schema'] })).toEqual(['down-fails: no']);
    expect(judged(found({ code: 'edited-migration', migration: '0_old', place }), { required: ['schema'] })).toEqual([
      'edited-migration: no',
    ]);
    expect(judged(found({ code: 'engine-failed', message: 'x', mend: 'y' }), { required: ['hygiene'] })).toEqual([
      'engine-failed: no',
    ]);
  });

  it('blocks as a warning only with fail-on warning', () => {
    const warning = found({ code: 'skipped-name', expected: 'a.up.sql', tool: 'golang-migrate', place });
    expect(judged(warning)).toEqual(['skipped-name: no']);
    expect(judged(warning, { failOn: 'warning' })).toEqual(['skipped-name: fail']);
  });

  it('never blocks as a note', () => {
    const note = found({ code: 'policy-changed', keys: ['required'], place });
    expect(judged(note, { failOn: 'warning' })).toEqual(['policy-changed: no']);
  });
});

describe('a comment in the migration', () => {
  it('allows by code until its last day', () => {
    expect(judged(drifting(inline(allowance('drift'))))).toEqual(['drift touch on orders, mood: no by comment']);
  });

  it('gives its reason and its end', () => {
    const seen = drifting(inline(allowance('drift')));
    expect(judge(decide(seen), seen, policy)[0]?.allowance).toEqual({
      by: 'comment',
      reason: 'agreed',
      expires: '2026-11-20',
    });
  });

  it('allows nothing of another code', () => {
    expect(judged(drifting(inline(allowance('down-fails'))))).toEqual(['drift touch on orders, mood: fail']);
  });

  it.each(['trigger touch on orders', 'touch on orders'])('allows a part by the object %s', (object) => {
    expect(judged(drifting(inline(allowance('drift', { object }))))).toEqual([
      'drift touch on orders: no by comment',
      'drift mood: fail',
    ]);
  });

  it('allows all by several objects', () => {
    const seen = drifting(
      inline(allowance('drift', { object: 'trigger touch on orders' }), allowance('drift', { object: 'type mood' })),
    );
    expect(judged(seen)).toEqual(['drift touch on orders: no by comment', 'drift mood: no by comment']);
  });

  it('allows a table with all that belongs to it', () => {
    const afterDown = [
      difference('table', 'orders', 'new'),
      difference('column', 'orders.id', 'new'),
      difference('index', 'i on orders', 'new'),
      moodIsLeft,
    ];
    const seen = factsOfOne({ afterDown }, inline(allowance('drift', { object: 'table orders' })));
    expect(judged(seen)).toEqual(['drift orders, orders.id, i on orders: no by comment', 'drift mood: fail']);
  });

  it('allows nothing by an object that is not there', () => {
    expect(judged(drifting(inline(allowance('drift', { object: 'table users' }))))).toEqual([
      'drift touch on orders, mood: fail',
    ]);
  });

  it('allows a failure by the object that the server names', () => {
    const byName = failed({ message: 'column "note" of relation "orders" does not exist', object: 'orders' });
    for (const object of ['orders', 'note']) {
      const seen = factsOfOne({ down: byName, reup: NOT_RUN }, inline(allowance('down-fails', { object })));
      expect(judged(seen)).toEqual(['down-fails: no by comment']);
    }
    const other = factsOfOne({ down: byName, reup: NOT_RUN }, inline(allowance('down-fails', { object: 'users' })));
    expect(judged(other)).toEqual(['down-fails: fail']);
  });

  it('does not make what has no object vanish when it names one', () => {
    const seen = factsOfOne(
      {},
      { ...inline(allowance('empty-down', { object: 'table x' })), emptyDowns: new Set(['1_step']) },
    );
    expect(judged(seen)).toEqual(['empty-down: fail']);
  });

  it('ends: then what it allowed blocks again, and the end is told where the comment stands', () => {
    const seen = drifting(inline(allowance('drift', { expires: '2026-11-19' })));
    expect(judged(seen)).toEqual(['drift touch on orders, mood: fail', 'allowance-expired: no']);
    expect(judge(decide(seen), seen, policy)[1]?.finding).toEqual({
      code: 'allowance-expired',
      allowed: 'drift',
      expires: '2026-11-19',
      place: { file: 'migrations/1_step.up.sql', line: 3, column: 4 },
    });
  });

  it('is not told to have ended for an object that is in order', () => {
    expect(judged(drifting(inline(allowance('drift', { expires: '2026-11-19', object: 'table users' }))))).toEqual([
      'drift touch on orders, mood: fail',
    ]);
  });

  it('that ended is silent when a newer one holds', () => {
    const seen = drifting(inline(allowance('drift', { expires: '2026-11-19' }), allowance('drift')));
    expect(judged(seen)).toEqual(['drift touch on orders, mood: no by comment']);
  });

  it('allows nothing where the policy switches comments off', () => {
    expect(judged(drifting(inline(allowance('drift'))), { inlineAllowances: false })).toEqual([
      'drift touch on orders, mood: fail',
    ]);
  });

  it('in any migration of a batch allows what only the batch shows', () => {
    const steps = [numbered(1), numbered(2)];
    const seen = facts(steps, {
      together: together(steps, { afterDown: [touchIsGone] }),
      ...inline(allowance('drift')),
    });
    expect(judged(seen)).toEqual(['drift touch on orders: no by comment']);
  });

  it('never allows what is unknown', () => {
    const steps = [numbered(1), numbered(2)];
    const seen = facts(steps, {
      together: null,
      alone: [
        alone(numbered(1), { up: failed(), down: NOT_RUN, reup: NOT_RUN }),
        alone(numbered(2), { up: NOT_RUN, down: NOT_RUN, reup: NOT_RUN }),
      ],
      ...inline(allowance('up-fails'), allowance('not-reached'), allowance('base-fails')),
      found: [{ code: 'base-fails', migration: '1_step', place, error: { message: 'x' } }],
    });
    expect(judged(seen)).toEqual(['base-fails: unknown', 'up-fails: no by comment', 'not-reached: unknown']);
  });
});

describe('a baseline', () => {
  const known = (migration: string, code: string, object?: string) => ({
    baseline: [{ migration, code, ...(object === undefined ? {} : { object }) }],
  });

  it('lets an old fault pass, by migration and code', () => {
    expect(judged(drifting(), known('1_step', 'drift'))).toEqual(['drift touch on orders, mood: no by baseline']);
    expect(judged(drifting(), known('2_step', 'drift'))).toEqual(['drift touch on orders, mood: fail']);
    expect(judged(drifting(), known('1_step', 'noop-down'))).toEqual(['drift touch on orders, mood: fail']);
  });

  it('lets one object of it pass', () => {
    expect(judged(drifting(), known('1_step', 'drift', 'type mood'))).toEqual([
      'drift mood: no by baseline',
      'drift touch on orders: fail',
    ]);
  });

  it('holds where comments are switched off', () => {
    expect(judged(drifting(), { ...known('1_step', 'drift'), inlineAllowances: false })).toEqual([
      'drift touch on orders, mood: no by baseline',
    ]);
  });

  it('lets an old fault of names pass, by version', () => {
    const lone = found({ code: 'down-without-up', version: '7', place });
    expect(judged(lone, known('7', 'down-without-up'))).toEqual(['down-without-up: no by baseline']);
  });

  it('never lets pass what is unknown', () => {
    const odd = found({ code: 'base-fails', migration: '1_step', place, error: { message: 'x' } });
    expect(judged(odd, known('1_step', 'base-fails'))).toEqual(['base-fails: unknown']);
  });
});
