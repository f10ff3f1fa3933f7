import { describe, expect, it } from 'vitest';
import { decide } from './decide.ts';
import type { Facts, Policy } from './facts.ts';
import type { Finding } from './findings.ts';
import { judge } from './judge.ts';
import { comparedObjects, listProofs } from './proofs.ts';
import {
  allowance,
  alone,
  facts,
  factsOfOne,
  failed,
  moodIsLeft,
  noise,
  numbered,
  policy,
  stoppedAt,
  together,
  touchIsGone,
} from './testing/facts.ts';
import { step } from './testing/migrations.ts';
import { MISSING, NOT_RUN } from './trial/step.ts';

const [one, two] = [numbered(1), numbered(2)];
const place = { file: 'x.sql' };

function proof(name: string, seen: Facts, changes: Partial<Policy> = {}) {
  const {
    required,
    outcome,
    seen: text,
  } = listProofs(seen, judge(decide(seen), seen, { ...policy, ...changes }), { ...policy, ...changes }).find(
    (each) => each.name === name,
  ) ?? { required: false, outcome: 'none', seen: '' };
  return `${required ? 'required' : 'not required'}: ${outcome}: ${text}`;
}

describe('the round trip', () => {
  it('is proven by up, down and up of each migration', () => {
    expect(proof('round-trip', factsOfOne())).toBe('required: pass: up, down, up: 3 of 3 runs without an error');
    expect(proof('round-trip', facts([one, two]))).toBe('required: pass: up, down, up: 6 of 6 runs without an error');
  });

  it.each(['up', 'down', 'reup'] as const)('fails with %s', (run) => {
    expect(proof('round-trip', factsOfOne({ [run]: failed() }))).toBe(
      'required: fail: up, down, up: 2 of 3 runs without an error',
    );
  });

  it('counts the runs of the batch, which decides', () => {
    const seen = facts([one, two], { alone: [alone(one, { down: failed(), reup: NOT_RUN }), alone(two)] });
    expect(proof('round-trip', seen)).toBe('required: pass: up, down, up: 6 of 6 runs without an error');
  });

  it('is not proven while a migration was not tried', () => {
    expect(proof('round-trip', facts([one, two], { alone: [alone(one)], together: null }))).toMatch(
      /^required: not-proven: .* 3 of 6/,
    );
    expect(proof('round-trip', facts([one], { alone: [], engine: null }))).toBe(
      'required: not-proven: nothing was run',
    );
    expect(proof('round-trip', facts([]))).toMatch('not-proven');
  });

  it('is not proven by an old migration in place of a new one', () => {
    expect(proof('round-trip', facts([one], { alone: [alone(two)] }))).toMatch('not-proven');
  });

  it('is proven for an old migration whose way down was edited, when that was tried', () => {
    const edited: Finding = { code: 'edited-down', migration: '2_step', place };
    expect(proof('round-trip', facts([], { found: [edited], alone: [alone(two)] }))).toBe(
      'required: pass: up, down, up: 3 of 3 runs without an error',
    );
    expect(proof('round-trip', facts([one], { found: [edited] }))).toMatch('not-proven');
    expect(
      proof('round-trip', facts([one], { found: [edited], alone: [alone(one), alone(two, { down: failed() })] })),
    ).toMatch('required: fail');
  });

  it('is proven when nothing is new', () => {
    const note: Finding = { code: 'nothing-new', folder: 'migrations', total: 3, base: 'main' };
    const seen = facts([], { all: [one.entry], found: [note], engine: null });
    expect(['round-trip', 'schema', 'hygiene'].map((name) => proof(name, seen))).toEqual([
      'required: pass: nothing new',
      'required: pass: nothing new',
      'required: pass: 1 migration read',
    ]);
  });

  it('is not proven where the engine or the base gave up', () => {
    for (const finding of [
      { code: 'engine-failed', message: 'x', mend: 'y' },
      { code: 'base-fails', migration: '0_old', error: { message: 'x' }, place },
      { code: 'not-sql', expected: 'x', tool: 'goose', place },
    ] as const) {
      expect(proof('round-trip', factsOfOne({}, { found: [finding] }))).toMatch('required: not-proven');
    }
  });

  it('holds where what fails is allowed', () => {
    const allowances = new Map([['1_step', [allowance('down-fails')]]]);
    expect(proof('round-trip', factsOfOne({ down: failed(), reup: NOT_RUN }, { allowances }))).toMatch(
      'required: pass',
    );
  });

  it('that is not required can fail', () => {
    expect(proof('round-trip', factsOfOne({ down: failed() }), { required: ['hygiene'] })).toMatch(
      'not required: fail',
    );
  });
});

describe('the schema', () => {
  it('is proven by comparing it after down', () => {
    expect(proof('schema', factsOfOne())).toBe('required: pass: 214 of 214 objects same');
    expect(proof('schema', factsOfOne({ afterDown: [noise] }))).toBe('required: pass: 214 of 214 objects same');
  });

  it('fails with a difference after down, and after the second up', () => {
    expect(proof('schema', factsOfOne({ afterDown: [touchIsGone] }))).toBe(
      'required: fail: 1 object of 214 differs after down',
    );
    expect(proof('schema', factsOfOne({ afterDown: [touchIsGone, moodIsLeft] }))).toBe(
      'required: fail: 2 objects of 214 differ after down',
    );
    expect(proof('schema', factsOfOne({ afterReup: [touchIsGone] }))).toMatch('required: fail');
  });

  it('is what the batch leaves, not what a step does alone', () => {
    const seen = facts([one, two], { alone: [alone(one, { afterDown: [touchIsGone] }), alone(two)] });
    expect(proof('schema', seen)).toBe('required: pass: 214 of 214 objects same');
  });

  it('is not proven where a migration did not come down', () => {
    const seen = facts([one, two], {
      together: null,
      scope: 'all',
      alone: [alone(one), alone(two, { down: failed(), reup: NOT_RUN })],
    });
    expect(proof('schema', seen)).toBe('required: not-proven: not every migration came down');
    expect(proof('schema', factsOfOne({ step: step('1_step', 'SELECT 1', null), down: MISSING, reup: NOT_RUN }))).toBe(
      'required: not-proven: nothing was compared',
    );
    expect(proof('schema', facts([one, two], { together: null, alone: stoppedAt(one, [two]) }))).toMatch('not-proven');
  });

  it('counts no object that was not compared', () => {
    expect(comparedObjects(factsOfOne({ down: failed() }))).toBe(0);
    expect(comparedObjects(facts([one, two], { alone: [], together: together([one, two], { objects: 7 }) }))).toBe(7);
  });
});

describe('hygiene', () => {
  it('is proven by reading', () => {
    expect(proof('hygiene', factsOfOne())).toBe('required: pass: 1 migration read');
  });

  it.each<Finding>([
    { code: 'edited-migration', migration: '0_old', place },
    { code: 'removed-migration', migration: '0_old', place },
    { code: 'duplicate-version', version: '1', files: ['a', 'b'], place },
    { code: 'no-down', migration: '0_old', place },
    { code: 'allowance-malformed', expected: 'x', got: 'y', place },
  ])('fails with $code', (finding) => {
    expect(proof('hygiene', factsOfOne({}, { found: [finding] }))).toMatch('required: fail');
  });

  it('holds with a warning', () => {
    expect(proof('hygiene', factsOfOne({}, { found: [{ code: 'edited-down', migration: '1_step', place }] }))).toMatch(
      'required: pass',
    );
  });

  it('is not proven without a migration', () => {
    expect(proof('hygiene', facts([]))).toBe('required: not-proven: 0 migrations read');
  });
});

describe('what this version does not prove', () => {
  it('is said, and not required', () => {
    for (const name of ['data', 'trace', 'previous-release'])
      expect(proof(name, factsOfOne())).toMatch(/^not required: not-proven: .+ by this version$/);
  });
});

describe('the chain', () => {
  it('is proven when it was asked for', () => {
    expect(proof('chain', factsOfOne())).toBe('not required: not-proven: not asked for (`chain: true`)');
    expect(proof('chain', factsOfOne({}, { chain: together([one, two]) }))).toBe(
      'not required: pass: 2 migrations up, all the way down, and up',
    );
    expect(proof('chain', factsOfOne({}, { chain: together([one, two], { afterDown: [moodIsLeft] }) }))).toMatch(
      'not required: fail',
    );
  });
});
