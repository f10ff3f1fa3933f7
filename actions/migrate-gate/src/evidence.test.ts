import { buildVerdict } from '@shipgate/kit/verdict';
import { validateVerdict } from '@shipgate/schemas';
import { describe, expect, it } from 'vitest';
import { decide } from './decide.ts';
import { buildEvidence } from './evidence.ts';
import type { Facts } from './facts.ts';
import { judge } from './judge.ts';
import { report } from './report.ts';
import {
  allowance,
  alone,
  changed,
  facts,
  factsOfOne,
  failed,
  noise,
  numbered,
  OK,
  policy,
  stoppedAt,
  together,
  touchIsGone,
} from './testing/facts.ts';
import { everyFinding } from './testing/findings.ts';
import { entry, step } from './testing/migrations.ts';
import { MISSING, NOT_RUN } from './trial/step.ts';

const [one, two] = [numbered(1), numbered(2)];

function evidence(seen: Facts) {
  return buildEvidence(seen, judge(decide(seen), seen, policy));
}

function verdict(seen: Facts) {
  const { reasons, proofs, headline, ...result } = report({
    facts: seen,
    policy,
    subject: { path: 'migrations' },
    dryRun: false,
    docs: (code) => `docs/${code}`,
  });
  const at = new Date('2026-11-20T14:03:45Z');
  return buildVerdict({
    gate: 'migrate-gate',
    version: '0.1.0',
    subject: {},
    reasons,
    proofs,
    headline,
    evidence: result.evidence,
    startedAt: at,
    finishedAt: at,
  });
}

const oneWay = step('2_one', 'SELECT 1', null);
const cases: readonly (readonly [string, Facts, string])[] = [
  ['a clean change', facts([one, two]), 'pass'],
  ['one that is clean but for noise', factsOfOne({ afterDown: [noise] }), 'pass'],
  [
    'drift',
    factsOfOne({ afterDown: [touchIsGone, changed('view', 'v', 'definition', 'x'.repeat(9000), null)] }),
    'fail',
  ],
  [
    'failures of each kind',
    facts([one, oneWay], {
      together: null,
      alone: [
        alone(one, { down: { outcome: 'open', durationMs: 1.26 }, reup: NOT_RUN }),
        alone(oneWay, { down: MISSING, reup: NOT_RUN }),
      ],
    }),
    'fail',
  ],
  [
    'an error with all it can have',
    factsOfOne({
      up: failed({ message: 'm', sqlState: '42P01', detail: 'd', hint: 'h', object: 'o' }),
      down: NOT_RUN,
      reup: NOT_RUN,
    }),
    'fail',
  ],
  ['a lost connection', factsOfOne({ down: { outcome: 'broken', durationMs: 3 }, reup: NOT_RUN }), 'fail'],
  ['a migration that cannot be reached', facts([one, two], { together: null, alone: stoppedAt(one, [two]) }), 'fail'],
  [
    'an allowed fault',
    factsOfOne({ afterDown: [touchIsGone] }, { allowances: new Map([['1_step', [allowance('drift')]]]) }),
    'pass',
  ],
  [
    'a history with groups and a chain',
    facts([one, two], {
      scope: 'all',
      together: null,
      groups: new Map([['1_step', ['1_step', '2_step']]]),
      chain: together([one, two]),
    }),
    'pass',
  ],
  ['nothing at all', facts([], { tool: null, engine: null }), 'unknown'],
  [
    'every reason there is',
    facts([one], { found: Object.values(everyFinding({ name: 'n', file: 'f', text: 't' })) }),
    'fail',
  ],
];

describe('the verdict', () => {
  it.each(cases)('of %s is valid by the schema', (_, seen, outcome) => {
    const built = verdict(seen);
    expect(validateVerdict(JSON.parse(JSON.stringify(built)))).toMatchObject({ ok: true });
    expect(built.outcome).toBe(outcome);
  });
});

describe('the evidence of a migration', () => {
  it('names its files, the one with the way down only where it is another', () => {
    expect(evidence(facts([one])).migrations[0]).toMatchObject({
      version: '1',
      name: 'step',
      file: 'migrations/1_step.up.sql',
      downFile: 'migrations/1_step.down.sql',
    });
    const both = { ...one, entry: entry('1_step', { down: 'migrations/1_step.up.sql' }) };
    expect(evidence(facts([both])).migrations[0]).not.toHaveProperty('downFile');
  });

  it('holds the runs of the batch where that decides, and those of the step where it does not', () => {
    const bad = alone(one, { down: failed(), reup: NOT_RUN });
    expect(evidence(facts([one, two], { alone: [bad, alone(two)] })).migrations[0]).toMatchObject({
      status: 'clean',
      alone: 'not-reversible',
      down: { outcome: 'ok' },
    });
    const stopped = together([one, two], { down: [failed(), OK], reup: [NOT_RUN, NOT_RUN] });
    expect(evidence(facts([one, two], { alone: [bad, alone(two)], together: stopped })).migrations).toMatchObject([
      { status: 'down-fails', down: { outcome: 'failed' } },
      { status: 'clean', reup: { outcome: 'ok' } },
    ]);
  });

  it('holds the batch alone where each alone was not tried', () => {
    expect(evidence(facts([one, two], { alone: [] })).migrations[0]).toMatchObject({
      alone: 'unknown',
      up: { outcome: 'ok' },
    });
    expect(evidence(facts([one], { alone: [], engine: null })).migrations[0]).toMatchObject({
      status: 'unknown',
      up: { outcome: 'not-run' },
    });
  });

  it('says whether it comes back alone, or in which group', () => {
    const seen = facts([one, two], {
      scope: 'all',
      together: null,
      groups: new Map([['1_step', ['1_step', '2_step']]]),
      alone: [alone(one, { afterDown: [touchIsGone] }), alone(two)],
    });
    expect(evidence(seen).migrations).toMatchObject([
      { alone: 'only-in-group', group: ['1_step', '2_step'], status: 'clean' },
      { alone: 'reversible' },
    ]);
  });

  it('is there for an old migration whose new way down was tried, apart from the change', () => {
    expect(evidence(facts([one], { alone: [alone(one), alone(two)] })).migrations.map(({ batch }) => batch)).toEqual([
      true,
      false,
    ]);
    expect(evidence(facts([one], { scope: 'all' })).migrations[0]?.batch).toBe(false);
  });

  it('tells differences after down from those after the second up, long texts cut', () => {
    const [first] = evidence(
      factsOfOne({ afterDown: [changed('view', 'v', 'definition', 'x'.repeat(9000), null)], afterReup: [touchIsGone] }),
    ).migrations;
    expect(first?.schema.map(({ after, object }) => `${after} ${object}`)).toEqual(['down v', 're-up touch on orders']);
    expect(first?.schema[0]?.attributes?.[0]?.expected).toHaveLength(2000);
    expect(first?.schema[1]).not.toHaveProperty('attributes');
  });
});

describe('the evidence of a batch', () => {
  it('counts its runs and says what came of it', () => {
    expect(evidence(facts([one, two])).batch).toMatchObject({
      migrations: 2,
      outcome: 'clean',
      up: { ok: 2, of: 2 },
      objects: 214,
    });
    expect(evidence(facts([one, two], { together: together([one, two], { afterDown: [noise] }) })).batch).toMatchObject(
      { outcome: 'noise' },
    );
    expect(
      evidence(facts([one, two], { together: together([one, two], { down: [failed(), OK] }) })).batch,
    ).toMatchObject({ outcome: 'fault', down: { ok: 1, of: 2 } });
    expect(evidence(facts([one]))).not.toHaveProperty('batch');
  });
});

describe('the rollback plan', () => {
  const plan = (seen: Facts) =>
    evidence(seen).plan?.map(({ file, outcome }) => `${file.replace('migrations/', '')} ${outcome}`);

  it('is that of the change, the last migration first', () => {
    expect(plan(facts([one, two], { chain: together([numbered(0), one, two]) }))).toEqual([
      '2_step.down.sql ok',
      '1_step.down.sql ok',
    ]);
  });

  it('is as rehearsed: in the batch, or alone where there is one only', () => {
    const stopped = together([one, two], { down: [NOT_RUN, failed()], reup: [NOT_RUN, NOT_RUN] });
    expect(plan(facts([one, two], { together: stopped }))).toEqual([
      '2_step.down.sql failed',
      '1_step.down.sql not-run',
    ]);
    expect(plan(factsOfOne({ step: oneWay, down: MISSING }))).toEqual(['2_one.up.sql missing']);
  });

  it('is the chain of the whole history when that was run', () => {
    const seen = facts([one, two], {
      scope: 'all',
      together: null,
      chain: together([one, two], { down: [NOT_RUN, failed()] }),
    });
    expect(plan(seen)).toEqual(['2_step.down.sql failed', '1_step.down.sql not-run']);
  });
});

it('durations are rounded to a tenth of a millisecond', () => {
  expect(evidence(facts([one])).timings).toEqual({ findMs: 12.3, proveMs: 800 });
});
