import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ReportContent, ReportRead } from '../finding.ts';
import { indexLock } from '../lockfile/index-lock.ts';
import type { Lockfile } from '../lockfile/lockfile.ts';
import { fixedIn, idsOf, isIn, npmCommand, npmPurl } from './npm-advisory.ts';
import { readNpmAudit } from './npm-audit.ts';

const sample = (name: string) => readFileSync(new URL(`./samples/${name}`, import.meta.url));
const lockText = (name: string) => readFileSync(new URL(`../lockfile/samples/${name}`, import.meta.url));

function lockAt(path: string, name: string): Lockfile {
  const lock = indexLock(path, lockText(name));
  if (lock === undefined || 'fault' in lock) throw new Error('the sample is no lock');
  return lock;
}

const shop = lockAt('frontend/package-lock.json', 'shop.package-lock.json');

function origin(locks: readonly Lockfile[] = [], files: readonly string[] = []) {
  return { file: 'reports/npm-audit.json', root: '/checkout', has: (path: string) => files.includes(path), locks };
}

function read(json: unknown, locks: readonly Lockfile[] = [], files: readonly string[] = []): ReportRead {
  const bytes = Buffer.isBuffer(json) ? json : Buffer.from(JSON.stringify(json));
  return readNpmAudit(bytes, origin(locks, files));
}

function contentOf(answer: ReportRead): ReportContent {
  if ('trouble' in answer) throw new Error(answer.trouble.got);
  return answer;
}

const parsed = (name: string) => JSON.parse(sample(name).toString('utf8')) as Record<string, never>;

describe('a report of npm 7 and later', () => {
  it('is one finding for each advisory and version, with chain, range, way out and line', () => {
    const content = contentOf(read(sample('npm-audit-11.json'), [shop]));
    expect(content.seen).toBe('8 packages');
    expect(content.findings.map(({ rule }) => rule)).toHaveLength(5);
    expect(content.findings[0]).toEqual({
      category: 'dependency',
      rule: 'GHSA-2f4h-9q7m-c3vx',
      title: 'fast-order-xml reads files outside its folder',
      severity: 'high',
      message:
        'fast-order-xml 2.3.1: fast-order-xml reads files outside its folder; affected <2.3.4; mended in 2.3.4; comes with order-forms > @acme/xml-tools',
      location: { path: 'frontend/package-lock.json', line: 25, column: 5, endLine: 25, endColumn: 34 },
      package: {
        purl: 'pkg:npm/fast-order-xml@2.3.1',
        name: 'fast-order-xml',
        version: '2.3.1',
        range: '<2.3.4',
        fixed: '2.3.4',
        via: ['order-forms', '@acme/xml-tools'],
      },
      advisories: ['GHSA-2f4h-9q7m-c3vx'],
      fix: 'cd frontend && npm update fast-order-xml',
      helpUri: 'https://github.com/advisories/GHSA-2f4h-9q7m-c3vx',
      cwe: ['CWE-22'],
    });
  });

  it('knows chains without a lock too, and no version', () => {
    const content = contentOf(read(sample('npm-audit-11.json'), [], ['package-lock.json']));
    const stamp = content.findings.find((each) => each.package?.name === 'pdf-stamp');
    expect(stamp).toMatchObject({
      severity: 'low',
      location: { path: 'package-lock.json' },
      package: { version: null, via: ['order-mail'], fixed: '1.0.0', purl: 'pkg:npm/pdf-stamp' },
      fix: 'npm install order-mail@4.0.0',
    });
  });

  it('maps moderate and info, and gives no way out where npm has none', () => {
    const { findings } = contentOf(read(sample('npm-audit-11.json'), [shop]));
    const of = (rule: string) => findings.find((each) => each.rule === rule);
    expect(of('GHSA-4vfx-82qm-jr6c')).toMatchObject({ severity: 'medium', package: { fixed: null } });
    expect(of('GHSA-7q2p-mm4x-c3vj')).toMatchObject({ severity: 'low' });
    expect(of('GHSA-7q2p-mm4x-c3vj')).not.toHaveProperty('fix');
  });

  it('takes the lock that has what the report names', () => {
    const other = indexLock('package-lock.json', Buffer.from('{"lockfileVersion": 3, "packages": {}}'));
    const locks = other === undefined || 'fault' in other ? [shop] : [other, shop];
    expect(contentOf(read(sample('npm-audit-11.json'), locks)).findings[0]?.location?.path).toBe(shop.path);
  });

  const entry = {
    name: 'a',
    severity: 'high',
    isDirect: true,
    effects: [],
    range: '*',
    nodes: [],
    fixAvailable: false,
  };
  const advisory = { source: 1, name: 'a', title: 'A', url: '', severity: 'high', range: '<2' };
  const metadata = { vulnerabilities: { high: 1, total: 1 }, dependencies: { total: 3 } };
  const report = (vulnerabilities: object, more: object = {}) => ({
    auditReportVersion: 2,
    vulnerabilities,
    metadata,
    ...more,
  });

  it.each([
    ['an entry that leads to no advisory: a', report({ a: { ...entry, via: ['b'] } })],
    ['an entry that leads to no advisory: a', report({ a: { ...entry, via: ['b'] }, b: { ...entry, via: ['a'] } })],
    ['an entry without "via": a', report({ a: entry })],
    ['a "via" of another shape: a', report({ a: { ...entry, via: [3] } })],
    ['a report that counts high vulnerabilities and lists none', report({})],
    ['no "metadata" with its counts', report({}, { metadata: undefined })],
    [
      'a report that counts 4 and lists 1',
      report({ a: { ...entry, via: [advisory] } }, { metadata: { ...metadata, vulnerabilities: { total: 4 } } }),
    ],
    ['a report of version 3; versions 1 and 2 are known', { auditReportVersion: 3, vulnerabilities: {} }],
    ['JSON of another shape', { auditReportVersion: 2 }],
    ['JSON of another shape', []],
    ['JSON of another shape', null],
  ])('is none when it is not whole: %s', (got, json) => {
    expect(read(json)).toMatchObject({ trouble: { got, place: { file: 'reports/npm-audit.json' } } });
  });

  it('is clean when it lists and counts nothing', () => {
    const clean = report({}, { metadata: { vulnerabilities: { high: 0, total: 0 }, dependencies: { total: 3 } } });
    expect(read(clean)).toEqual({ findings: [], secrets: [], version: null, seen: '3 packages' });
  });

  it('loses no advisory whose range fits no version that is installed, and has a name for one without an id', () => {
    const one = { ...entry, name: 'old-queue', nodes: ['node_modules/old-queue'], via: [{ ...advisory, range: '<1' }] };
    expect(contentOf(read(report({ 'old-queue': one }), [shop])).findings).toMatchObject([
      { rule: 'npm-1', package: { version: '1.8.0' } },
    ]);
  });

  it('pastes nothing into a shell that is no name and no version', () => {
    const fixAvailable = { name: 'a; rm -rf ~', version: '1.0.0', isSemVerMajor: true };
    const [finding] = contentOf(read(report({ a: { ...entry, via: [advisory], fixAvailable } }))).findings;
    expect(finding).not.toHaveProperty('fix');
  });
});

describe('a report of npm 6 and of pnpm', () => {
  it('is one finding for each advisory and version, whatever the number of chains', () => {
    const { findings, seen } = contentOf(
      read(sample('npm-audit-6.json'), [lockAt('package-lock.json', 'shop-1.package-lock.json')]),
    );
    expect(seen).toBe('8 packages');
    expect(findings.map((each) => [each.rule, each.severity, each.fix, each.location?.line])).toEqual([
      ['GHSA-2f4h-9q7m-c3vx', 'high', 'npm update fast-order-xml', 13],
      ['GHSA-9r8w-3hjc-p6gf', 'critical', 'npm install old-queue@1.9.3', 16],
      ['npm-1200004', 'medium', undefined, 40],
    ]);
    expect(findings[0]).toMatchObject({
      advisories: ['GHSA-2f4h-9q7m-c3vx', 'CVE-2026-10001'],
      package: { via: ['order-forms', '@acme/xml-tools'], fixed: '2.3.4', version: '2.3.1' },
    });
    expect(findings[2]?.package?.fixed).not.toBe('0.0.0');
  });

  it('points into the lock of pnpm', () => {
    const lock = lockAt('pnpm-lock.yaml', 'shop.pnpm-lock.yaml');
    const { findings } = contentOf(read(sample('npm-audit-pnpm-10.json'), [lock]));
    const line = lockText('shop.pnpm-lock.yaml').toString('utf8').split('\n')[(findings[0]?.location?.line ?? 0) - 1];
    expect(line).toBe('  fast-order-xml@2.3.1:');
  });

  it('is none when an advisory names no package', () => {
    const json = { ...parsed('npm-audit-6.json'), advisories: { 7: { severity: 'high' } } };
    expect(read(json)).toMatchObject({ trouble: { got: 'an advisory without "module_name": 7' } });
  });
});

describe('what npm writes in place of a report', () => {
  it.each([
    ['npm-audit-11-405.json', '405 Method Not Allowed from http://127.0.0.1:4873/-/npm/v1/security/advisories/bulk'],
    ['npm-audit-11-no-lock.json', 'ENOLOCK: This command requires an existing lockfile.'],
  ])('is an error: %s', (name, got) => {
    expect(read(sample(name))).toMatchObject({ trouble: { got, place: { file: 'reports/npm-audit.json' } } });
  });

  it('is an error when the registry sent a page', () => {
    expect(read(sample('npm-audit-11-page.json'))).toMatchObject({
      trouble: { got: expect.stringMatching(/^invalid json response body at /) },
    });
  });

  it('shows no credential and no query of an address', () => {
    const json = { message: 'x', statusCode: 403, uri: 'https://user:hunter22@npm.acme.example/a?token=hunter22' };
    const answer = read(json);
    expect(answer).toMatchObject({ trouble: { got: '403 Forbidden from https://npm.acme.example/a' } });
    expect(JSON.stringify(answer)).not.toContain('hunter');
    expect(JSON.stringify(read({ error: { code: 'E', summary: 'at https://u:hunter22@a.example/' } }))).not.toContain(
      'hunter',
    );
  });

  it('is an error even beside an empty report', () => {
    const json = { ...parsed('npm-audit-11.json'), error: { code: 'EAUDIT', summary: 'it failed' } };
    expect(read(json)).toMatchObject({ trouble: { got: 'EAUDIT: it failed' } });
  });
});

describe('what a range says', () => {
  it.each([
    ['<2.3.4', '2.3.1', '2.3.4'],
    ['>=1.0.0 <1.2.3 || >=2.0.0 <2.0.5', '2.0.1', '2.0.5'],
    ['>=1.0.0 <1.2.3 || >=2.0.0 <2.0.5', null, null],
    ['<1.2.3 || >=1.2.3 <1.2.5', '1.0.0', '1.2.5'],
    ['<=2.3.2', '2.3.1', null],
    ['*', '1.0.0', null],
    ['<2.x', '1.0.0', '2.0.0'],
    ['no range', '1.0.0', null],
  ])('%s at %s is mended in %s', (range, version, fixed) => {
    expect(fixedIn(range, version)).toBe(fixed);
  });

  it('means what cannot be compared', () => {
    expect([isIn('1.0.0', '<2'), isIn('3.0.0', '<2'), isIn('words', '<2'), isIn('1.0.0', 'words')]).toEqual([
      true,
      false,
      true,
      true,
    ]);
  });
});

describe('ids, names and commands', () => {
  it('writes ids as their databases do, GHSA first', () => {
    expect(idsOf('https://github.com/advisories/ghsa-2F4H-9q7m-c3vx', ['cve-2021-23337'], 1)).toEqual([
      'GHSA-2f4h-9q7m-c3vx',
      'CVE-2021-23337',
    ]);
    expect(idsOf(undefined, [], undefined)).toEqual(['npm-advisory']);
  });
  it('writes purls of scopes', () => {
    expect(npmPurl('@acme/forms', '5.1.0')).toBe('pkg:npm/%40acme/forms@5.1.0');
  });
  it('quotes a folder that a shell would read otherwise', () => {
    expect(npmCommand("my site's/package-lock.json", 'update', 'a')).toBe("cd './my site'\\''s' && npm update a");
    expect(npmCommand('-x/package-lock.json', 'update', 'a')).toBe("cd './-x' && npm update a");
    expect(npmCommand('package-lock.json', 'install', 'a', 'latest; x')).toBeUndefined();
  });
});
