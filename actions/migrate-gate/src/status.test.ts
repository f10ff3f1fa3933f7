import { describe, expect, it } from 'vitest';
import { decide } from './decide.ts';
import type { Facts } from './facts.ts';
import { statusOf } from './status.ts';
import {
  alone,
  facts,
  factsOfOne,
  failed,
  moodIsLeft,
  noise,
  numbered,
  stoppedAt,
  together,
  touchIsGone,
} from './testing/facts.ts';
import { step } from './testing/migrations.ts';
import { MISSING, NOT_RUN } from './trial/step.ts';

const [one, two] = [numbered(1), numbered(2)];

function statuses(seen: Facts): readonly string[] {
  return seen.batch.map((each) => statusOf(each, seen, decide(seen)));
}

describe('the status of a migration', () => {
  it.each([
    ['clean', factsOfOne()],
    ['noise', factsOfOne({ afterDown: [noise] })],
    ['unknown', factsOfOne({}, { alone: [], engine: null })],
    ['no-down', factsOfOne({ step: step('1_step', 'SELECT 1', null), down: MISSING, reup: NOT_RUN })],
    ['up-fails', factsOfOne({ up: failed(), down: NOT_RUN, reup: NOT_RUN })],
    ['down-fails', factsOfOne({ down: failed(), reup: NOT_RUN })],
    ['re-up-fails', factsOfOne({ reup: failed() })],
    ['drift', factsOfOne({ afterDown: [touchIsGone] })],
    ['drift', factsOfOne({ afterReup: [touchIsGone] })],
    ['drift', factsOfOne({ afterDown: [moodIsLeft], downDidNothing: true })],
    ['drift', factsOfOne({}, { emptyDowns: new Set(['1_step']) })],
    ['down-fails', factsOfOne({ down: { outcome: 'timed-out', durationMs: 1 }, reup: NOT_RUN })],
    ['up-fails', factsOfOne({ up: { outcome: 'broken', durationMs: 1 }, down: NOT_RUN, reup: NOT_RUN })],
    ['re-up-fails', factsOfOne({ reup: { outcome: 'open', durationMs: 1 } })],
  ])('is %s', (status, seen) => {
    expect(statuses(seen)).toEqual([status]);
  });

  it('is the worst that was seen', () => {
    expect(statuses(factsOfOne({ afterDown: [touchIsGone, noise], reup: failed() }))).toEqual(['drift']);
    expect(statuses(factsOfOne({ up: failed(), down: NOT_RUN }, { emptyDowns: new Set(['1_step']) }))).toEqual([
      'drift',
    ]);
  });

  it('is unknown only where nothing worse is known', () => {
    const oneWay = step('2_one', 'SELECT 1', null);
    const seen = facts([one, oneWay, two], { alone: stoppedAt(one, [oneWay, two]), together: null });
    expect(statuses(seen)).toEqual(['up-fails', 'no-down', 'unknown']);
  });

  it('is clean in a batch that comes back clean, whatever it does alone', () => {
    expect(statuses(facts([one, two], { alone: [alone(one, { down: failed() }), alone(two)] }))).toEqual([
      'clean',
      'clean',
    ]);
  });

  it('is clean in a group that comes back clean', () => {
    const groups = new Map([['1_step', ['1_step', '2_step']]]);
    const seen = facts([one, two], {
      scope: 'all',
      together: null,
      groups,
      alone: [alone(one, { down: failed() }), alone(two)],
    });
    expect(statuses(seen)).toEqual(['clean', 'clean']);
  });

  it('is drift for all of a batch that shows it as a whole', () => {
    expect(statuses(facts([one, two], { together: together([one, two], { afterDown: [touchIsGone] }) }))).toEqual([
      'drift',
      'drift',
    ]);
  });

  it('is allowed when all that is wrong with it is, also where a run failed', () => {
    const seen = factsOfOne({ down: failed(), reup: NOT_RUN });
    expect(statusOf(one, { ...seen, batch: [one], alone: seen.alone }, [], decide(seen))).toBe('allowed');
    const drift = factsOfOne({ afterDown: [touchIsGone, moodIsLeft] });
    expect(statusOf(one, drift, decide(drift), decide(drift))).toBe('drift');
  });
});
