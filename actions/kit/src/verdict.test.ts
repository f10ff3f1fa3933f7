import type { Outcome, Proof, Reason } from '@shipgate/schemas';
import { validateVerdict } from '@shipgate/schemas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proof, reason, verdictOf } from './report/migrations.fixture.ts';
import { buildVerdict, duration, exitCode, grouped, headlineOf, outcomeOf, worstFirst } from './verdict.ts';

const blocks = (value: Reason['blocks']) => reason({ code: 'drift', blocks: value });

describe('the outcome', () => {
  it.each<[Outcome, Reason['blocks'][], Proof['outcome'][]]>([
    ['pass', [], []],
    ['pass', ['no'], ['pass']],
    ['fail', ['fail'], ['pass']],
    ['unknown', ['unknown'], ['pass']],
    ['fail', ['unknown', 'fail'], ['not-proven']],
    ['unknown', [], ['not-proven']],
    ['fail', [], ['fail', 'not-proven']],
  ])('is %s for reasons that block %j and required proofs %j', (outcome, reasons, proofs) => {
    expect(
      outcomeOf(
        reasons.map(blocks),
        proofs.map((each) => proof('a', true, each, 'b')),
      ),
    ).toBe(outcome);
  });

  it('is not made by a proof that is not required', () => {
    expect(outcomeOf([], [proof('a', false, 'fail', 'b'), proof('c', false, 'not-proven', 'd')])).toBe('pass');
  });

  it('never passes without every required proof', () => {
    const outcomes = fc.array(
      fc.record({ required: fc.boolean(), outcome: fc.constantFrom('pass', 'fail', 'not-proven') }),
    );
    fc.assert(
      fc.property(outcomes, (all) => {
        const missing = all.some(({ required, outcome }) => required && outcome !== 'pass');
        expect(
          outcomeOf(
            [],
            all.map(({ required, outcome }) => proof('a', required, outcome, 'b')),
          ) === 'pass',
        ).toBe(!missing);
      }),
    );
  });

  it('has one exit code', () => {
    expect((['pass', 'fail', 'unknown'] as const).map(exitCode)).toEqual([0, 1, 2]);
  });
});

describe('the reasons', () => {
  it('are sorted by severity, then file and line', () => {
    const at = (severity: Reason['severity'], file: string, line: number) =>
      reason({ code: 'a', severity, location: { file, line } });
    const sorted = worstFirst([
      at('note', 'a', 1),
      at('error', 'b', 1),
      at('error', 'a', 10),
      at('error', 'a', 2),
      at('data-loss', 'z', 9),
      at('warning', 'a', 1),
    ]);
    expect(sorted.map(({ severity, location }) => `${severity} ${location?.file}${location?.line}`)).toEqual([
      'data-loss z9',
      'error a2',
      'error a10',
      'error b1',
      'warning a1',
      'note a1',
    ]);
  });

  it('of one severity follow the order of codes that the gate gives', () => {
    const sorted = worstFirst([reason({ code: 'b' }), reason({ code: 'other' }), reason({ code: 'a' })], ['a', 'b']);
    expect(sorted.map(({ code }) => code)).toEqual(['a', 'b', 'other']);
  });

  it('stay as the gate gives them when it says so, but for severity and what they block', () => {
    const at = (file: string, severity: Reason['severity'], blocks: Reason['blocks']) =>
      reason({ code: 'b', severity, blocks, location: { file } });
    const reasons = [
      at('z', 'warning', 'no'),
      at('y', 'error', 'unknown'),
      at('x', 'error', 'fail'),
      at('a', 'error', 'fail'),
    ];
    const { reasons: kept } = buildVerdict({
      ...{ gate: 'security-scan', version: '1.0.0', subject: {}, proofs: [], evidence: {}, codeOrder: ['a'] },
      ...{ startedAt: new Date(0), finishedAt: new Date(1), reasons, keepsOrder: true },
    });
    expect(kept.map(({ location }) => location?.file)).toEqual(['x', 'a', 'y', 'z']);
  });
});

describe('the headline', () => {
  it.each([
    ['fail', [blocks('fail')], [], '1 fault blocks this change'],
    ['fail', [blocks('fail'), blocks('unknown'), blocks('no')], [], '2 faults block this change'],
    ['fail', [], [proof('a', true, 'fail', 'b')], '1 required proof does not hold'],
    ['unknown', [], [], 'not proven, so it blocks'],
    ['pass', [], [proof('a', true, 'pass', 'b'), proof('c', false, 'fail', 'd')], '1 of 1 required proofs hold'],
  ] as const)('of %s says it in numbers', (outcome, reasons, proofs, headline) => {
    expect(headlineOf(outcome, reasons, proofs)).toBe(headline);
  });

  it('is never longer than the schema takes', () => {
    expect(validateVerdict(verdictOf({ headline: '😀'.repeat(400) }))).toMatchObject({ ok: true });
  });
});

describe('numbers', () => {
  it.each([
    [400, '0.4 s'],
    [59_940, '59.9 s'],
    [59_960, '1 min 0 s'],
    [221_000, '3 min 41 s'],
    [3_725_000, '1 h 2 min'],
  ])('%i ms are %s', (ms, text) => {
    expect(duration(ms)).toBe(text);
  });

  it('have a comma for thousands', () => {
    expect([0, 999, 1000, 1_234_567].map(grouped)).toEqual(['0', '999', '1,000', '1,234,567']);
  });
});
