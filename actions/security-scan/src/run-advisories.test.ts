import { afterEach, describe, expect, it } from 'vitest';
import { Checkout } from './run.fixture.ts';

let checkout: Checkout | undefined;
afterEach(() => checkout?.close());

describe('one advisory through two tools', () => {
  const GHSA = 'GHSA-2f4h-9q7m-c3vx';
  const CVE = 'CVE-2026-12345';
  const lock = {
    name: 'shop',
    lockfileVersion: 3,
    packages: {
      '': { name: 'shop', dependencies: { 'order-forms': '^5.0.0' } },
      'node_modules/order-forms': { version: '5.1.0', resolved: 'https://registry.invalid/f.tgz' },
    },
  };
  const audit = {
    auditReportVersion: 2,
    vulnerabilities: {
      'order-forms': {
        ...{
          name: 'order-forms',
          severity: 'high',
          isDirect: true,
          effects: [],
          range: '<5.2.0',
          nodes: ['node_modules/order-forms'],
        },
        via: [
          {
            source: 1,
            name: 'order-forms',
            dependency: 'order-forms',
            title: 'Path traversal',
            url: `https://github.com/advisories/${GHSA}`,
            severity: 'high',
            range: '<5.2.0',
          },
        ],
        fixAvailable: true,
      },
    },
    metadata: { vulnerabilities: { total: 1 }, dependencies: { total: 1 } },
  };
  const rule = {
    id: CVE,
    shortDescription: { text: 'order-forms: path traversal' },
    properties: { tags: [GHSA], 'security-severity': '9.8' },
  };
  const result = {
    ruleId: CVE,
    message: { text: `Package order-forms@5.1.0 is vulnerable to ${CVE} (also known as ${GHSA})` },
    locations: [{ physicalLocation: { artifactLocation: { uri: 'package-lock.json' } } }],
  };
  const sarif = {
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'osv-scanner', rules: [rule] } }, results: [result] }],
  };
  const flagsOfReports = ['--scanners', 'none', '--reports', 'npm-audit=r/npm.json', '--reports', 'sarif=r/osv.sarif'];

  it('is one finding, of the worse severity, at the line of the package', async () => {
    checkout = new Checkout({ '.gitignore': 'r/\n' }).change({ 'package-lock.json': JSON.stringify(lock, null, 2) });
    checkout.repository.write({ 'r/npm.json': JSON.stringify(audit), 'r/osv.sarif': JSON.stringify(sarif) });
    const { counts, evidence, codes } = await checkout.run({ flags: flagsOfReports });
    expect([counts, evidence.scanners?.map(({ findings }) => findings)]).toEqual([
      [1, 0, 0],
      [1, 1],
    ]);
    expect(evidence.findings).toMatchObject([
      {
        severity: 'critical',
        advisories: [GHSA, CVE],
        also: ['osv-scanner'],
        location: { path: 'package-lock.json', line: 11 },
      },
    ]);
    expect(codes).toEqual(['vulnerable-package', 'not-compared']);
  });

  it('that CISA lists is told so, by any of its ids', async () => {
    checkout = new Checkout({
      '.gitignore': 'r/\n',
      'kev.json': JSON.stringify({ dateReleased: '2026-11-14T00:00:00Z', count: 1, vulnerabilities: [{ cveID: CVE }] }),
    });
    checkout.change({ 'package-lock.json': JSON.stringify(lock, null, 2) });
    checkout.repository.write({ 'r/npm.json': JSON.stringify(audit), 'r/osv.sarif': JSON.stringify(sarif) });
    const { evidence, printed } = await checkout.run({ flags: [...flagsOfReports, '--kev-file', 'kev.json'] });
    expect(evidence).toMatchObject({ kev: { date: '2026-11-14', count: 1 }, findings: [{ kev: true }] });
    expect(printed).toContain('in CISA KEV of 2026-11-14');
  });
});
