import { describe, expect, it } from 'vitest';
import { factsOf, policy, scannerFacts, trouble } from './decide.fixture.ts';
import type { Facts } from './facts.ts';
import { redFacts, told, unknownFacts } from './report.fixture.ts';

const broken = scannerFacts({ outcome: 'error', findings: null, trouble, seen: null });
const clean = scannerFacts({ name: 'secrets' });

describe('what has to answer', () => {
  it.each<[string, boolean, Facts['scanners'][number], 'block' | 'warn']>([
    ['one that was asked for', true, clean, 'block'],
    ['one that broke, asked for or not', true, { ...broken, required: false }, 'block'],
    [
      'one that is not there and that nobody asked for',
      false,
      { ...broken, outcome: 'not-run', required: false },
      'block',
    ],
    ['one that has nothing to look at', false, { ...broken, outcome: 'not-run', hasNothing: true }, 'block'],
    ['one that broke, where the policy lets it pass', false, broken, 'warn'],
  ])('is a required proof: %s', (_, required, scanner, onError) => {
    const { proofs } = told(factsOf({ policy: { ...policy, onError }, scanners: [scanner, clean] })).result;
    expect(proofs[1]?.required).toBe(required);
  });

  it('and what it found are proofs of their own', () => {
    const seen = (facts: Facts) =>
      told(facts).result.proofs.map(({ name, outcome, seen: text }) => `${name}: ${outcome}: ${text}`);
    expect(seen(unknownFacts)).toEqual([
      'Findings: pass: 0 new, 0 known, 0 suppressed, without what 1 scanner would have found',
      'secrets: pass: clean; 1,204 files, 9.6 MB',
      'npm-audit: not-proven: error: 405 Method Not Allowed',
      'manifests: pass: clean; 9 objects, 14 rules',
      'semgrep: pass: clean; 318 files',
    ]);
    expect(seen(redFacts)[0]).toBe('Findings: fail: 2 of 6 findings block: 2 new, 3 known, 1 suppressed');
    expect(seen(factsOf({ scanners: [] }))).toEqual(['Findings: not-proven: 0 new, 0 known, 0 suppressed']);
    expect(seen(factsOf({ scanners: [{ ...broken, outcome: 'not-run', hasNothing: true }] }))[1]).toBe(
      'npm-audit: not-proven: nothing to look at: 405 Method Not Allowed',
    );
  });
});
