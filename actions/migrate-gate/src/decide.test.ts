import { describe, expect, it } from 'vitest';
import { decide } from './decide.ts';
import type { Facts } from './facts.ts';
import type { Finding, FindingOf, ReasonCode } from './findings.ts';
import type { RunResult } from './ports.ts';
import {
  alone,
  difference,
  facts,
  factsOfOne,
  failed,
  moodIsLeft,
  noise,
  numbered,
  OK,
  stoppedAt,
  together,
  touchIsGone,
} from './testing/facts.ts';
import { step } from './testing/migrations.ts';
import { MISSING, NOT_RUN } from './trial/step.ts';

const [one, two] = [numbered(1), numbered(2)];

function codes(seen: Facts): readonly string[] {
  return decide(seen).map((finding) =>
    'migration' in finding ? `${finding.code} ${finding.migration}` : finding.code,
  );
}

function finding<Code extends ReasonCode>(seen: Facts, code: Code): FindingOf<Code> {
  const found = decide(seen).find((each) => each.code === code);
  if (found === undefined) throw new Error(`no ${code}`);
  return found as unknown as FindingOf<Code>;
}

const ran = (outcome: RunResult['outcome']): RunResult => ({ outcome, durationMs: 1, error: { message: outcome } });

describe('a migration alone', () => {
  it('that comes back gives no finding', () => {
    expect(decide(factsOfOne())).toEqual([]);
  });

  it.each([
    ['up-fails', { up: failed(), down: NOT_RUN, reup: NOT_RUN }],
    ['down-fails', { down: failed(), reup: NOT_RUN }],
    ['re-up-fails', { reup: failed() }],
    ['timed-out', { up: ran('timed-out'), down: NOT_RUN, reup: NOT_RUN }],
    ['connection-lost', { down: ran('broken'), reup: NOT_RUN }],
    ['transaction-left-open', { reup: ran('open') }],
    ['drift', { afterDown: [touchIsGone] }],
    ['noop-down', { afterDown: [moodIsLeft], downDidNothing: true }],
    ['re-up-differs', { afterReup: [touchIsGone] }],
  ] as const)('gives %s', (code, seen) => {
    expect(codes(factsOfOne(seen))).toEqual([`${code} 1_step`]);
  });

  it('tells the direction of what does not end, breaks the connection or leaves a transaction open', () => {
    expect(finding(factsOfOne({ up: ran('timed-out') }), 'timed-out')).toMatchObject({
      direction: 'up',
      limitMs: 120_000,
    });
    expect(finding(factsOfOne({ down: ran('broken') }), 'connection-lost')).toMatchObject({
      direction: 'down',
      error: { message: 'broken' },
    });
    expect(finding(factsOfOne({ reup: ran('open') }), 'transaction-left-open')).toMatchObject({
      direction: 'second up',
    });
  });

  it('gives every fault it has, not the first only', () => {
    expect(codes(factsOfOne({ afterDown: [moodIsLeft], reup: failed() }))).toEqual([
      'drift 1_step',
      're-up-fails 1_step',
    ]);
  });

  it('has no way down, whether or not it goes up', () => {
    const oneWay = step('1_step', 'SELECT 1', null);
    expect(codes(factsOfOne({ step: oneWay, down: MISSING, reup: NOT_RUN }))).toEqual(['no-down 1_step']);
    expect(codes(factsOfOne({ step: oneWay, up: failed(), down: NOT_RUN }))).toEqual([
      'up-fails 1_step',
      'no-down 1_step',
    ]);
  });

  it('has an empty way down, which is told with what it leaves, and not as drift besides', () => {
    const seen = factsOfOne({ afterDown: [moodIsLeft], downDidNothing: true }, { emptyDowns: new Set(['1_step']) });
    expect(codes(seen)).toEqual(['empty-down 1_step']);
    expect(finding(seen, 'empty-down').differences).toEqual([moodIsLeft]);
    expect(codes(factsOfOne({}, { emptyDowns: new Set(['1_step']) }))).toEqual(['empty-down 1_step']);
  });

  it('gives nothing for noise', () => {
    expect(decide(factsOfOne({ afterDown: [noise], afterReup: [noise] }))).toEqual([]);
  });

  it('tells what down did not bring back once, not again after the second up', () => {
    const seen = factsOfOne({ afterDown: [touchIsGone], afterReup: [touchIsGone, moodIsLeft] });
    expect(codes(seen)).toEqual(['drift 1_step', 're-up-differs 1_step']);
    expect(finding(seen, 're-up-differs').differences).toEqual([moodIsLeft]);
  });

  it('points at the statement that has to do with the difference', () => {
    const odd = step('1_step', 'SELECT 1;', 'SELECT 1;\nDROP TRIGGER touch ON orders;');
    expect(finding(factsOfOne({ step: odd, afterDown: [touchIsGone] }), 'drift').place).toMatchObject({
      file: 'migrations/1_step.down.sql',
      line: 2,
      column: 1,
    });
  });
});

describe('what was not run', () => {
  it('still shows what reading tells', () => {
    const oneWay = step('2_one', 'SELECT 1', null);
    const seen = facts([one, oneWay], { alone: [], together: null, engine: null, emptyDowns: new Set(['1_step']) });
    expect(codes(seen)).toEqual(['empty-down 1_step', 'no-down 2_one']);
  });

  it('is named behind the migration that does not go up', () => {
    const rest = [numbered(2), numbered(3)];
    const seen = facts([one, ...rest], {
      alone: stoppedAt(one, rest),
      together: together([one, ...rest], { up: [failed(), NOT_RUN, NOT_RUN] }),
    });
    expect(codes(seen)).toEqual(['up-fails 1_step', 'not-reached']);
    expect(finding(seen, 'not-reached')).toMatchObject({
      migrations: ['2_step', '3_step'],
      after: '1_step',
      place: { file: rest[0]?.entry.up },
    });
  });
});

describe('a batch', () => {
  it('that comes back clean makes the fault of a step a warning, with the fault inside', () => {
    const seen = facts([one, two], { alone: [alone(one, { afterDown: [touchIsGone] }), alone(two)] });
    expect(codes(seen)).toEqual(['not-reversible-alone 1_step']);
    expect(finding(seen, 'not-reversible-alone').why).toMatchObject({ code: 'drift', differences: [touchIsGone] });
  });

  it('that comes back but for noise is clean', () => {
    const seen = facts([one, two], {
      alone: [alone(one, { reup: failed() }), alone(two)],
      together: together([one, two], { afterDown: [noise] }),
    });
    expect(codes(seen)).toEqual(['not-reversible-alone 1_step']);
  });

  it('does not excuse an old migration whose new way down is wrong', () => {
    const old = numbered(9);
    const seen = facts([one, two], { alone: [alone(one), alone(two), alone(old, { afterDown: [touchIsGone] })] });
    expect(codes(seen)).toEqual(['drift 9_step']);
  });

  it('that does not come back is told when no step shows it', () => {
    const seen = facts([one, two], {
      together: together([one, two], { afterDown: [touchIsGone], afterReup: [touchIsGone, moodIsLeft] }),
    });
    expect(codes(seen)).toEqual(['drift 2_step', 're-up-differs 2_step']);
    expect(finding(seen, 'drift')).toMatchObject({ migrations: ['1_step', '2_step'], differences: [touchIsGone] });
    expect(finding(seen, 're-up-differs').differences).toEqual([moodIsLeft]);
  });

  it.each([
    ['up', 'up-fails 2_step'],
    ['down', 'down-fails 2_step'],
    ['reup', 're-up-fails 2_step'],
  ] as const)('whose %s fails where each alone does not says so', (run, code) => {
    expect(codes(facts([one, two], { together: together([one, two], { [run]: [OK, failed()] }) }))).toEqual([code]);
  });

  it('adds to what a step shows only what that step does not', () => {
    const steps = [alone(one, { afterDown: [touchIsGone] }), alone(two, { down: failed(), reup: NOT_RUN })];
    const batch = together([one, two], { down: [NOT_RUN, failed()], afterDown: [touchIsGone, moodIsLeft] });
    const seen = facts([one, two], { alone: steps, together: batch });
    expect(codes(seen)).toEqual(['drift 1_step', 'down-fails 2_step', 'drift 2_step']);
    expect(decide(seen).at(-1)).toMatchObject({ differences: [moodIsLeft] });
  });
});

describe('a history', () => {
  it('softens a step whose neighbours make it clean', () => {
    const seen = facts([one, two], {
      scope: 'all',
      together: null,
      alone: [alone(one, { down: failed() }), alone(two, { afterDown: [touchIsGone] })],
      groups: new Map([['1_step', ['1_step', '2_step']]]),
    });
    expect(codes(seen)).toEqual(['only-in-group 1_step', 'drift 2_step']);
  });

  it('as a chain shows what no step does, and nothing twice', () => {
    const leftovers = [moodIsLeft, difference('extension', 'citext', 'new')];
    const seen = facts([one, two], {
      scope: 'all',
      together: null,
      alone: [alone(one, { afterDown: [moodIsLeft] }), alone(two)],
      chain: together([one, two], { afterDown: leftovers }),
    });
    expect(codes(seen)).toEqual(['drift 1_step', 'drift 2_step']);
    expect(decide(seen).at(-1)).toMatchObject({ differences: [leftovers[1]], migrations: ['1_step', '2_step'] });
  });

  it('as a chain that comes back is silent', () => {
    expect(decide(facts([one, two], { scope: 'all', together: null, chain: together([one, two]) }))).toEqual([]);
  });

  it('names an old migration without a way down once, although the chain stops there too', () => {
    const oneWay = step('1_old', 'SELECT 1', null);
    const found: Finding = { code: 'no-down', migration: '1_old', place: { file: oneWay.entry.up } };
    const seen = factsOfOne({ step: two }, { found: [found], chain: together([oneWay, two], { down: [MISSING, OK] }) });
    expect(decide(seen)).toEqual([found]);
  });
});
