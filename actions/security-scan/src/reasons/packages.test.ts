import { describe, expect, it } from 'vitest';
import { allowEntry, factsOf, GHSA, vulnerablePackage } from '../decide.fixture.ts';
import type { DecidedFinding } from '../decided.ts';
import type { Facts } from '../facts.ts';
import type { PackageFact, RawFinding } from '../finding.ts';
import { causes, decided, tell } from '../reasons.fixture.ts';
import { annotationOf } from '../report.fixture.ts';

const fast: PackageFact = {
  purl: 'pkg:npm/fast-order-xml@2.3.1',
  name: 'fast-order-xml',
  version: '2.3.1',
  range: '<2.3.4',
  fixed: '2.3.4',
  via: ['order-forms'],
};

function vulnerable(raw: Partial<RawFinding> = {}, changes: Partial<DecidedFinding> = {}, facts: Facts = factsOf()) {
  const finding = decided(
    vulnerablePackage({ title: 'fast-order-xml 2.3.1 reads files', package: fast, ...raw }),
    changes,
  );
  return tell({ ...causes['vulnerable-package'], finding }, facts);
}

describe('a vulnerable package', () => {
  it('says advisory, range, what it comes with, and the command', () => {
    expect(vulnerable()).toMatchObject({
      title: 'high: `fast-order-xml` 2.3.1 reads files',
      seen: `${GHSA}. Affected \`<2.3.4\`; comes with \`order-forms\`.`,
      mend: 'update to 2.3.4.',
      repair: { language: 'sh', text: 'npm update table-press' },
    });
  });

  it('is used in attacks when CISA says so, with the date of the catalogue', () => {
    const facts = factsOf({ kev: { date: '2026-11-14', cves: new Set() } });
    const { seen, hurts } = vulnerable({}, { kev: true, severity: 'critical' }, facts);
    expect(hurts).toBe('in CISA KEV of 2026-11-14, so it is used in attacks.');
    expect(seen).toMatch(/^GHSA-2f4h-9q7m-c3vx, in CISA KEV\. .*; high by itself, critical by KEV\.$/);
  });

  it.each([
    ['a title that begins with the package', 'fast-order-xml reads files', 'high: `fast-order-xml` 2.3.1 reads files'],
    ['a title of the advisory alone', 'Path traversal', 'high: `fast-order-xml` 2.3.1: Path traversal'],
    [
      'a title that only holds the name',
      'Bug in fast-order-xml',
      'high: `fast-order-xml` 2.3.1: Bug in fast-order-xml',
    ],
    ['a longer name', 'fast-order-xml-js leaks', 'high: `fast-order-xml` 2.3.1: fast-order-xml-js leaks'],
  ])('is named once, with its version: %s', (_, title, wanted) => {
    expect(vulnerable({ title }).title).toBe(wanted);
  });

  it('tells its way from the direct dependency, cut in the middle', () => {
    const via = (names: readonly string[]) => vulnerable({ package: { ...fast, via: names } }).seen;
    expect(via(['a', 'b'])).toContain('comes with `a` -> `b`.');
    expect(via(['a', 'b', 'c', 'd', 'e'])).toContain('comes with `a` -> `b` -> … -> `e`.');
    expect(via([])).not.toContain('comes with');
  });

  it('says what to update without a command', () => {
    const { fix: _, ...raw } = vulnerablePackage({ package: fast });
    const { mend, repair } = tell({ ...causes['vulnerable-package'], finding: decided(raw) });
    expect(mend).toBe('update `fast-order-xml` to 2.3.4, or `order-forms` to a release that asks for it.');
    expect(repair).toBeUndefined();
  });

  it('says which package the command touches when it is another one', () => {
    expect(vulnerable({ fix: 'npm install order-forms@5.2.0' }).mend).toBe('update to 2.3.4, by way of `order-forms`.');
  });

  it('says that a newer one is right too when the command installs one', () => {
    expect(vulnerable({ fix: 'npm install fast-order-xml@2.4.0' }).mend).toBe('update to 2.3.4 or later.');
    expect(vulnerable({ fix: 'npm install fast-order-xml@2.3.4' }).mend).toBe('update to 2.3.4.');
  });

  it('without a fixed version says what is left to do, with an entry that nobody can paste without thinking', () => {
    const { fix: _, ...raw } = vulnerablePackage({ package: { ...fast, fixed: null, via: [] } });
    const { mend, repair } = tell({ ...causes['vulnerable-package'], finding: decided(raw) });
    expect(mend).toBe(
      'no fixed version is known: replace `fast-order-xml`, or let it through with a reason and an end.',
    );
    expect(repair).toEqual({
      language: 'yaml',
      text: [
        'security:',
        '  allow:',
        `    - advisory: ${GHSA}`,
        '      package: "pkg:npm/fast-order-xml@2.3.1"',
        '      reason: "…"',
        '      expires: 2026-12-20',
      ].join('\n'),
    });
  });

  it('tells aliases and the other scanners, not all when there are many', () => {
    const ids = [GHSA, 'CVE-2026-1', 'PYSEC-2026-2', 'OSV-3', 'OSV-4'];
    const { seen } = vulnerable({ advisories: ids }, { alsoBy: ['trivy'] });
    expect(seen).toContain('Also CVE-2026-1, PYSEC-2026-2, 2 more;');
    expect(seen).toContain('found by npm-audit and trivy');
  });

  it('says so when its suppression is over', () => {
    const { seen, hurts } = vulnerable({}, { hasExpired: true, entry: allowEntry(), state: 'known' });
    expect(seen).toMatch(/^suppression expired on 2027-01-31; GHSA-2f4h-9q7m-c3vx\. /);
    expect(hurts).toContain('it was let through for a time, and that time is over.');
  });

  it('has advisory, KEV and mend in its annotation, however long its title', () => {
    const title = `fast-order-xml 2.3.1 ${'reads files outside its folder '.repeat(5)}`.trim();
    const { message } = annotationOf(vulnerable({ title }, { kev: true }));
    expect(message).toBe('GHSA-2f4h-9q7m-c3vx, in CISA KEV. Update to 2.3.4.');
  });
});
