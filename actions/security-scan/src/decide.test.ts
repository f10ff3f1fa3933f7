import { describe, expect, it } from 'vitest';
import {
  allowEntry,
  CVE,
  factsOf,
  foundSecret,
  GHSA,
  identified,
  scannerFacts,
  trouble,
  vulnerablePackage,
} from './decide.fixture.ts';
import { decide, TOLD } from './decide.ts';
import type { Facts } from './facts.ts';
import { severities } from './finding.ts';
import { advisoryClasses } from './identity/classes.ts';
import { dayOf } from './policy/allow.ts';
import { packagePattern } from './policy/package-range.ts';

const codes = (facts: Facts) => decide(facts).causes.map(({ code }) => code);
const blocking = (facts: Facts) => decide(facts).findings.map(({ isBlocking }) => isBlocking);
const states = (facts: Facts) => decide(facts).findings.map(({ state }) => state);
const one = identified(vulnerablePackage());

describe('a finding', () => {
  it('that is new and high blocks, by the code of its kind', () => {
    const findings = [one, identified(foundSecret()), identified(vulnerablePackage({ category: 'code' }))];
    expect(codes(factsOf({ findings }))).toEqual(['secret-found', 'vulnerable-package', 'code-weakness']);
    expect(blocking(factsOf({ findings }))).toEqual([true, true, true]);
  });

  it('that is known blocks only where the policy counts any', () => {
    const findings = [{ ...one, isKnown: true }];
    expect([codes(factsOf({ findings })), states(factsOf({ findings }))]).toEqual([[], ['known']]);
    const any = factsOf({ findings, policy: { failOn: { severity: 'high', state: 'any' } } });
    expect(codes(any)).toEqual(['vulnerable-package']);
  });

  it('blocks from the severity of the policy on, for each pair of the two', () => {
    for (const [at, severity] of severities.entries())
      for (const [limitAt, limit] of severities.entries()) {
        const findings = [identified(vulnerablePackage({ severity }))];
        const facts = factsOf({ findings, policy: { failOn: { severity: limit, state: 'new' } } });
        expect([severity, limit, blocking(facts)]).toEqual([severity, limit, [at <= limitAt]]);
      }
  });

  it('without a severity has that of the policy', () => {
    const findings = [identified(vulnerablePackage({ severity: null }))];
    expect(decide(factsOf({ findings })).findings[0]?.severity).toBe('high');
    expect(blocking(factsOf({ findings, policy: { unknownSeverity: 'low' } }))).toEqual([false]);
  });

  it('that is used in attacks is critical, by any of its ids', () => {
    const findings = [identified(vulnerablePackage({ severity: 'low', advisories: [GHSA, CVE.toLowerCase()] }))];
    const kev = { date: '2026-11-14', cves: new Set([CVE]) };
    expect(decide(factsOf({ findings, kev })).findings[0]).toMatchObject({
      severity: 'critical',
      kev: true,
      isBlocking: true,
    });
    expect(decide(factsOf({ findings })).findings[0]).toMatchObject({ severity: 'low', kev: false, isBlocking: false });
  });

  it('without a CVE id is one that the catalogue cannot be asked about', () => {
    const kev = { date: '2026-11-14', cves: new Set([CVE]) };
    const findings = [one, identified(vulnerablePackage({ advisories: [GHSA, CVE] })), identified(foundSecret())];
    const unasked = decide(factsOf({ findings, kev })).causes.filter(({ code }) => code === 'kev-unasked');
    expect(unasked).toEqual([{ code: 'kev-unasked', count: 1, by: ['npm-audit'] }]);
    expect(codes(factsOf({ findings }))).not.toContain('kev-unasked');
  });

  it('that the code lets through does so only where the policy honours it', () => {
    const findings = [identified(foundSecret({ suppressedBy: { kind: 'in-source' } }))];
    expect(states(factsOf({ findings }))).toEqual(['new']);
    expect(states(factsOf({ findings, policy: { inline: true } }))).toEqual(['suppressed']);
  });

  it('is told among many until they are too many to be read, and none is lost from the count', () => {
    const findings = Array.from({ length: TOLD.blocking + 7 }, () => one);
    const causes = decide(factsOf({ findings })).causes;
    expect(causes).toHaveLength(TOLD.blocking + 1);
    expect(causes.at(-1)).toEqual({ code: 'more-findings', count: 7, isBlocking: true });
    expect(decide(factsOf({ findings })).findings).toHaveLength(TOLD.blocking + 7);
  });
});

describe('an entry of the allow list', () => {
  const listed = (today: string, changes = {}, isKnown = false) =>
    factsOf({ findings: [{ ...one, isKnown }], policy: { allow: [allowEntry(changes)] }, today });

  it.each([
    ['2026-12-01', 'suppressed', []],
    ['2027-01-17', 'suppressed', ['suppression-ending']],
    ['2027-01-31', 'suppressed', ['suppression-ending']],
    ['2027-02-01', 'new', ['vulnerable-package', 'suppression-expired']],
    ['2026-10-30', 'new', ['vulnerable-package', 'suppression-too-far']],
    ['2026-11-02', 'suppressed', []],
  ])('that ends on 2027-01-31 makes on %s a finding %s: %j', (today, state, told) => {
    const facts = listed(today);
    expect([states(facts), codes(facts)]).toEqual([[state], told]);
  });

  it('that is over blocks what the base has too, once it is grave enough', () => {
    expect(blocking(listed('2027-02-01', {}, true))).toEqual([true]);
    const findings = [{ ...identified(vulnerablePackage({ severity: 'low' })), isKnown: true }];
    expect(blocking(factsOf({ findings, policy: { allow: [allowEntry()] }, today: '2027-02-01' }))).toEqual([false]);
  });

  it('ends for all at once: by the day in UTC, wherever the clock stands', () => {
    expect(dayOf(new Date('2027-01-31T23:59:59.999Z'))).toBe('2027-01-31');
    expect(dayOf(new Date('2027-01-31T23:30:00-11:00'))).toBe('2027-02-01');
    expect(dayOf(new Date('2027-02-01T13:00:00+14:00'))).toBe('2027-01-31');
  });

  it('is about the range of its package alone', () => {
    const later = vulnerablePackage();
    const version = { ...later, package: { ...later.package, purl: 'pkg:npm/table-press@2.4.1', version: '2.4.1' } };
    const findings = [identified(version as typeof later)];
    const facts = factsOf({ findings, policy: { allow: [allowEntry()] } });
    expect([states(facts), codes(facts)]).toEqual([['new'], ['vulnerable-package', 'suppression-stale']]);
  });

  it('knows an advisory by its alias', () => {
    const classes = advisoryClasses([[GHSA, CVE]]);
    const allow = [allowEntry({ advisory: CVE.toLowerCase() })];
    expect(states(factsOf({ findings: [one], classes, policy: { allow } }))).toEqual(['suppressed']);
    expect(states(factsOf({ findings: [one], policy: { allow } }))).toEqual(['new']);
  });

  it('knows a finding by its fingerprint, and one copy of it by the count behind', () => {
    const fingerprint = one.fingerprint;
    const copies = [
      { ...one, fingerprint },
      { ...one, fingerprint: `${fingerprint}:2` },
    ];
    const bare = { index: 0, reason: 'A test key of the vendor.', expires: '2027-01-31' };
    const by = (wanted: string) =>
      states(factsOf({ findings: copies, policy: { allow: [{ ...bare, fingerprint: wanted }] } }));
    expect(by(fingerprint.toUpperCase())).toEqual(['suppressed', 'suppressed']);
    expect(by(`${fingerprint}:2`)).toEqual(['new', 'suppressed']);
  });

  it('for a secret is for one alone, and for no other value in its place', () => {
    const secret = identified(foundSecret());
    const bare = { index: 0, reason: 'A test key of the vendor.', expires: '2027-01-31' };
    const allow = [{ ...bare, fingerprint: secret.fingerprint }];
    const findings = [secret, { ...secret, fingerprint: `${secret.fingerprint}:2` }];
    expect(states(factsOf({ findings, policy: { allow } }))).toEqual(['new', 'suppressed']);
    const swapped = [{ ...secret, isSwapped: true }];
    expect(states(factsOf({ findings: swapped, policy: { allow } }))).toEqual(['new']);
  });

  it('for nothing is told, unless a scanner that could have found it gave no answer', () => {
    const policy = { allow: [allowEntry()] };
    expect(codes(factsOf({ policy }))).toEqual(['suppression-stale']);
    for (const outcome of ['error', 'not-run'] as const) {
      const scanners = [scannerFacts(), scannerFacts({ name: 'pip-audit', outcome, findings: null, trouble })];
      expect(codes(factsOf({ policy, scanners }))).not.toContain('suppression-stale');
    }
    const nothing = scannerFacts({ name: 'pip-audit', outcome: 'not-run', findings: null, trouble, hasNothing: true });
    expect(codes(factsOf({ policy, scanners: [scannerFacts(), nothing] }))).toEqual(['suppression-stale']);
  });

  it('that holds goes before one that is over', () => {
    const pattern = packagePattern('pkg:npm/table-press');
    if ('got' in pattern) throw new Error(pattern.got);
    const allow = [allowEntry({ expires: '2026-01-31' }), allowEntry({ index: 1, package: pattern })];
    const { findings } = decide(factsOf({ findings: [one], policy: { allow } }));
    expect(findings[0]).toMatchObject({ state: 'suppressed', entry: { index: 1 } });
  });
});

describe('a scanner', () => {
  const broken = scannerFacts({ outcome: 'error', findings: null, trouble });
  const absent = scannerFacts({ outcome: 'not-run', findings: null, trouble });

  it('that broke blocks, asked for or not, unless the policy only warns', () => {
    for (const required of [true, false])
      for (const onError of ['block', 'warn'] as const) {
        const { causes } = decide(factsOf({ scanners: [{ ...broken, required }], policy: { onError } }));
        expect(causes).toMatchObject([{ code: 'scanner-error', isBlocking: onError === 'block' }]);
      }
  });

  it('that did not run blocks where it was asked for', () => {
    const others = [scannerFacts({ name: 'secrets' })];
    const of = (required: boolean) => decide(factsOf({ scanners: [...others, { ...absent, required }] })).causes;
    expect(of(true)).toMatchObject([{ code: 'scanner-not-run', isBlocking: true }]);
    expect(of(false)).toMatchObject([{ code: 'scanner-not-run', isBlocking: false }]);
  });

  it('with nothing to look at is not told, beside one that looked', () => {
    expect(codes(factsOf({ scanners: [scannerFacts({ name: 'secrets' }), { ...absent, hasNothing: true }] }))).toEqual(
      [],
    );
  });

  it('must have looked: without one nothing is proven', () => {
    expect(codes(factsOf({ scanners: [] }))).toEqual(['nothing-scanned']);
    expect(codes(factsOf({ scanners: [{ ...absent, hasNothing: true }] }))).toEqual(['nothing-scanned']);
  });

  it('whose findings could not be compared is named', () => {
    const scanners = [scannerFacts({ notCompared: 'the base could not be read' })];
    expect(decide(factsOf({ scanners })).causes).toMatchObject([{ code: 'not-compared', scanners }]);
  });
});
