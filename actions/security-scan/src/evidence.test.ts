import { validateVerdict } from '@shipgate/schemas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowEntry, factsOf, identified, scannerFacts, trouble, vulnerablePackage } from './decide.fixture.ts';
import type { Facts } from './facts.ts';
import type { RawFinding } from './finding.ts';
import { codeFinding, ofCode } from './reasons.fixture.ts';
import { greenFacts, redFacts, told, unknownFacts } from './report.fixture.ts';

function evidence(facts: Facts, changes = {}) {
  const made = told(facts, changes);
  expect(validateVerdict(made.verdict)).toMatchObject({ ok: true });
  return JSON.parse(JSON.stringify(made.verdict.evidence));
}

describe('the evidence of the verdict', () => {
  it('has scanners, findings, counts, and what they were judged by', () => {
    const made = evidence(redFacts, { sarif: { results: 6, uploaded: 5, dropped: 0, categories: 4 } });
    expect(made).toMatchObject({
      policy: { file: '.github/shipgate.yml', commit: redFacts.base?.sha },
      failOn: { severity: 'high', state: 'new' },
      base: redFacts.base?.sha,
      baseline: null,
      counts: {
        new: { critical: 2, high: 0, medium: 0, low: 0 },
        known: { critical: 0, high: 1, medium: 2, low: 0 },
        suppressed: { critical: 0, high: 1, medium: 0, low: 0 },
      },
      omitted: 0,
      kev: { date: '2026-11-14', count: 1 },
      allow: { used: 1, stale: 0, expired: 0, ending: [] },
      sarif: { results: 6, uploaded: 5, dropped: 0 },
    });
    expect(made.findings.map(({ state }: { state: string }) => state)).toEqual([
      ...['new', 'new', 'known', 'known', 'known'],
      'suppressed',
    ]);
    expect(made.findings[0]).toEqual({
      scanner: 'npm-audit',
      rule: 'GHSA-2f4h-9q7m-c3vx',
      category: 'dependency',
      title: 'fast-order-xml 2.3.1 reads files outside its folder',
      severity: 'critical',
      state: 'new',
      location: { path: 'frontend/package-lock.json', line: 4187, column: 5 },
      package: { purl: 'pkg:npm/fast-order-xml@2.3.1', range: '<2.3.4', fixed: '2.3.4', via: ['order-forms'] },
      advisories: ['GHSA-2f4h-9q7m-c3vx', 'CVE-2026-12345'],
      kev: true,
      fingerprints: {
        'shipgateIdentity/v1': '0123456789abcdef0123456789abcdef',
        'shipgateContent/v1': 'fedcba9876543210fedcba9876543210',
      },
      message: 'Path traversal in table-press',
      fix: 'cd frontend && npm update fast-order-xml',
    });
  });

  it('knows no number of findings of a scanner that did not answer, and says why', () => {
    const [, npm] = evidence(unknownFacts).scanners;
    expect(npm).toMatchObject({
      outcome: 'error',
      findings: null,
      reason: 'error: 405 Method Not Allowed',
      required: true,
    });
    const nothing = scannerFacts({ outcome: 'not-run', findings: null, hasNothing: true, seen: null, trouble: null });
    expect(evidence(factsOf({ scanners: [scannerFacts(), nothing] })).scanners[1]).toMatchObject({
      outcome: 'not-run',
      findings: null,
      reason: 'nothing to look at',
      required: false,
    });
  });

  it('never has a number of a scanner that broke, whatever the facts say', () => {
    const partial = scannerFacts({ outcome: 'error', findings: 3, trouble });
    expect(evidence(factsOf({ scanners: [partial] })).scanners[0].findings).toBeNull();
  });

  it('says by whose word a finding is let through, until when', () => {
    expect(evidence(greenFacts).findings.at(-1).allow).toEqual({
      by: 'policy',
      reason: 'Build-time only; not in the image (ORD-911).',
      expires: '2027-01-31',
    });
    const raw = { ...ofCode('code'), suppressedBy: { kind: 'in-source' } as const };
    const inline = factsOf({ policy: { inline: true }, findings: [identified(raw)] });
    expect(evidence(inline).findings[0].allow).toEqual({ by: 'in-source', reason: null, expires: null });
  });

  it('counts entries that end, that are over and that are for nothing', () => {
    const stale = allowEntry({ index: 1, advisory: 'GHSA-7q2p-mm4x-c3vj' });
    const allow = [allowEntry(), stale];
    const findings = [identified(vulnerablePackage())];
    expect(evidence(factsOf({ policy: { allow }, findings, today: '2027-01-20' })).allow).toEqual({
      used: 1,
      stale: 1,
      expired: 0,
      ending: [{ index: 0, target: 'GHSA-2f4h-9q7m-c3vx', expires: '2027-01-31', daysLeft: 11 }],
    });
    expect(evidence(factsOf({ policy: { allow }, findings, today: '2027-02-01' })).allow).toMatchObject({
      used: 0,
      expired: 1,
    });
  });

  it('lists a thousand, what blocks first, and counts the others', () => {
    const medium = Array.from({ length: 1500 }, (_, index) =>
      codeFinding({ severity: 'medium' }, { fingerprint: `${index}` }),
    );
    const made = evidence(factsOf({ findings: [...medium, codeFinding()] }));
    expect(made.findings).toHaveLength(1000);
    expect(made.findings[0].severity).toBe('high');
    expect(made.omitted).toBe(501);
    expect(made.counts.new).toEqual({ critical: 0, high: 1, medium: 1500, low: 0 });
  });

  it('has no base that is no commit', () => {
    expect(evidence(factsOf({ base: { sha: 'main', how: 'a name' } }), { policyCommit: null }).base).toBeNull();
    expect(evidence(factsOf({ base: null }), { baseline: 'b.sarif' })).toMatchObject({
      base: null,
      baseline: 'b.sarif',
    });
  });

  it('fits the schema whatever a scanner says', () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 });
    const number = fc.oneof(fc.integer(), fc.constant(0), fc.constant(Number.NaN), fc.double());
    const location = fc.record({ path: text, line: number, column: number, endLine: number, endColumn: number });
    const packageFact = fc.record({
      purl: text,
      name: text,
      version: text,
      range: text,
      fixed: text,
      via: fc.array(text),
    });
    const raw = fc.record({
      category: fc.constantFrom('secret', 'dependency', 'code', 'manifest', 'contract'),
      rule: text,
      title: text,
      severity: fc.constantFrom('critical', 'low', null),
      message: text,
      location: fc.option(location, { nil: null }),
      package: packageFact,
      advisories: fc.array(text),
      fix: text,
      commit: text,
    });
    fc.assert(
      fc.property(raw, text, (finding, word) => {
        const scanner = scannerFacts({
          version: word,
          seen: word,
          outcome: 'error',
          trouble: { expected: word, got: word, mend: word, place: { file: word, line: -1 } },
        });
        const made = told(factsOf({ findings: [identified(finding as RawFinding)], scanners: [scanner] }));
        const judged = validateVerdict(made.verdict);
        expect(judged.ok ? [] : judged.errors).toEqual([]);
      }),
    );
  });
});
