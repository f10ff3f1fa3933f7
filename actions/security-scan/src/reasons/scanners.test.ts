import { describe, expect, it } from 'vitest';
import { allowEntry, factsOf, GHSA, scannerFacts, trouble, vulnerablePackage } from '../decide.fixture.ts';
import { broken, causes, decided, tell } from '../reasons.fixture.ts';
import { annotationOf, told } from '../report.fixture.ts';

describe('a scanner without an answer', () => {
  const error = (changes: Partial<typeof broken>) =>
    tell({ ...causes['scanner-error'], scanner: { ...broken, ...changes } });

  it('says what was expected and what came, and how to go on', () => {
    expect(error({})).toMatchObject({
      title: '`npm-audit` gave no answer: 405 Method Not Allowed',
      seen: 'expected a report of advisories, got 405 Method Not Allowed.',
      hurts: '`npm-audit` exits 1 for this and for findings alike; without a report nobody knows which.',
      mend: 'let the mirror pass this path on, or read a report made elsewhere.',
      repair: { language: 'yaml', text: 'with:\n  reports: npm-audit=reports/npm-audit.json' },
    });
  });

  it('says so when it has looked at a part, and not when it has looked at nothing', () => {
    expect(error({ seen: '8 packages' })).toMatchObject({
      title: '`npm-audit` gave no whole answer: 405 Method Not Allowed',
      hurts: 'what it found is told all the same; what is in the part that it could not answer for is not known.',
    });
    expect(error({ seen: '0 packages' }).title).toBe('`npm-audit` gave no answer: 405 Method Not Allowed');
  });

  it.each(['secrets', 'manifests'])('that runs inside the gate has no report to read: %s', (name) => {
    expect(error({ name }).repair).toBeUndefined();
    expect(error({ name }).hurts).toBe(
      'what it would have found is not known; nothing found is not the same as nothing there.',
    );
  });

  it('that was a report is not mended by a report', () => {
    const { title, hurts, mend, repair } = error({ source: 'report' });
    expect(title).toMatch(/^the report of `npm-audit` gave no answer/);
    expect(hurts).toContain('a report that cannot be read');
    expect([mend, repair]).toEqual(['let the mirror pass this path on.', undefined]);
  });

  it('has the address in what was seen and not in its title', () => {
    const got = '405 Method Not Allowed from https://registry.example/-/npm/v1/security/advisories/bulk';
    const { title, seen } = error({ trouble: { ...trouble, got } });
    expect(title).toBe('`npm-audit` gave no answer: 405 Method Not Allowed');
    expect(seen).toContain('from https://registry.example/');
  });

  it.each([
    ['Run `npm audit` by hand', 'run `npm audit` by hand, or read a report made elsewhere.'],
    ['Give a report: `reports: npm-audit=FILE`', 'give a report: `reports: npm-audit=FILE`.'],
    ['JSON is wanted', 'JSON is wanted, or read a report made elsewhere.'],
    ['one ` alone.', '``one ` alone``, or read a report made elsewhere.'],
  ])('takes the words of its trouble as they are: %s', (mend, wanted) => {
    expect(error({ trouble: { ...trouble, mend } }).mend).toBe(wanted);
  });

  it('points at the place of its trouble', () => {
    const place = { file: 'reports/semgrep.sarif', line: 3, column: 9 };
    expect(error({ trouble: { ...trouble, place } }).location).toEqual(place);
  });

  it('says something when it says nothing', () => {
    expect(error({ trouble: null }).seen).toBe('expected an answer, got none, and no reason why.');
  });

  it('is only a note when nobody asked for it', () => {
    const scanner = scannerFacts({ outcome: 'not-run', required: false, seen: null, trouble });
    const reason = tell({ code: 'scanner-not-run', scanner, isBlocking: false });
    expect([reason.severity, reason.blocks, reason.hurts]).toEqual([
      'note',
      'no',
      'what it looks for was not looked for.',
    ]);
  });

  it('has looked at a part where it has seen something', () => {
    const scanner = scannerFacts({ name: 'manifests', outcome: 'not-run', seen: '9 objects', trouble });
    const { title, hurts } = tell({ code: 'scanner-not-run', scanner, isBlocking: true });
    expect(title).toBe('`manifests` did not look at everything: 405 Method Not Allowed');
    expect(hurts).toBe('what is in the part that it left out is not known.');
  });
});

describe('a suppression', () => {
  it('that ends says from when it blocks, and what to update to', () => {
    const facts = factsOf({
      policy: { allow: [allowEntry()] },
      findings: [{ ...decided(vulnerablePackage()) }],
      today: '2027-01-20',
    });
    const [reason] = told(facts).verdict.reasons;
    expect(reason).toMatchObject({
      code: 'suppression-ending',
      title: 'suppression ends in 11 days',
      severity: 'warning',
    });
    const { title, message } = annotationOf(reason ?? tell(causes['suppression-ending']));
    expect(`${title} ${message}`).toBe(
      'security-scan: suppression ends in 11 days (suppression-ending) ' +
        `${GHSA} blocks from 2027-02-01. Update \`table-press\` to 2.4.1 or renew with a reason.`.replaceAll('`', ''),
    );
  });

  it('of something below what blocks is not said to block', () => {
    const findings = [decided(vulnerablePackage({ severity: 'low' }))];
    const facts = factsOf({ policy: { allow: [allowEntry()] }, findings, today: '2027-01-20' });
    const [reason] = told(facts).verdict.reasons;
    expect([reason?.seen, reason?.hurts].join(' ')).not.toContain('blocks');
    expect(reason?.hurts).not.toContain('stopped');
  });

  it.each([
    [0, 'suppression ends today'],
    [1, 'suppression ends in 1 day'],
    [14, 'suppression ends in 14 days'],
  ])('counts its days: %i', (daysLeft, title) => {
    expect(tell({ ...causes['suppression-ending'], daysLeft }).title).toBe(title);
  });

  it('that is too far says the last day that would do', () => {
    expect(tell(causes['suppression-too-far']).mend).toBe('let it end on 2027-02-18 or before.');
  });

  it('of a rule or a fingerprint is named by it', () => {
    const { advisory: _, package: __, ...bare } = allowEntry();
    expect(tell({ ...causes['suppression-stale'], entry: { ...bare, rule: 'B602' } }).title).toBe(
      'suppression of `B602` is for nothing',
    );
    expect(tell({ ...causes['suppression-expired'], entry: { ...bare, rule: 'B602' } }).mend).toMatch(
      /^mend it or renew/,
    );
  });
});
