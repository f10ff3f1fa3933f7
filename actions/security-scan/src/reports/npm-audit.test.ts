import { describe, expect, it } from 'vitest';
import type { ReportContent } from '../finding.ts';
import type { Lockfile } from '../lockfile/lockfile.ts';
import { lockOf } from '../lockfile/slow-search.fixture.ts';
import { content, lockSample, originWith, read, npmSample as sample, shopLock } from './npm-audit.fixture.ts';
import { versionOne, versionTwo } from './npm-tree.fixture.ts';

const lines = ({ findings }: ReportContent) =>
  findings.map(
    ({ rule, severity, location, fix, package: of }) =>
      `${rule} ${severity} ${of?.purl} ${location?.path}:${location?.line}:${location?.column} [${of?.via.join('>')}] fixed ${of?.fixed} | ${fix}`,
  );

describe('readNpmAudit', () => {
  it('reads version 2: one finding for each advisory and version, none for what only passes one on', () => {
    const found = content(sample('npm-audit-11.json'));
    expect(lines(found)).toEqual([
      'GHSA-2f4h-9q7m-c3vx high pkg:npm/fast-order-xml@2.3.1 package-lock.json:25:5 [order-forms>@acme/xml-tools] fixed 2.3.4 | npm update fast-order-xml',
      'GHSA-4vfx-82qm-jr6c medium pkg:npm/fast-order-xml@2.3.1 package-lock.json:25:5 [order-forms>@acme/xml-tools] fixed null | npm update fast-order-xml',
      'GHSA-9r8w-3hjc-p6gf critical pkg:npm/old-queue@1.8.0 package-lock.json:28:5 [] fixed 1.9.0 | npm install old-queue@1.9.3',
      'GHSA-3c5v-9g8w-x2hm low pkg:npm/pdf-stamp@0.9.0 package-lock.json:47:5 [order-mail] fixed 1.0.0 | npm install order-mail@4.0.0',
      'GHSA-7q2p-mm4x-c3vj low pkg:npm/table-press@2.3.0 package-lock.json:50:5 [] fixed null | undefined',
    ]);
    expect(found).toMatchObject({ seen: '8 packages', secrets: [], version: null });
    expect(found.findings[2]).toEqual({
      category: 'dependency',
      rule: 'GHSA-9r8w-3hjc-p6gf',
      title: 'old-queue runs code of a message',
      severity: 'critical',
      message: 'old-queue 1.8.0: old-queue runs code of a message; affected <1.9.0; mended in 1.9.0',
      location: { path: 'package-lock.json', line: 28, column: 5, endLine: 28, endColumn: 29 },
      package: {
        purl: 'pkg:npm/old-queue@1.8.0',
        name: 'old-queue',
        version: '1.8.0',
        range: '<1.9.0',
        fixed: '1.9.0',
        via: [],
      },
      advisories: ['GHSA-9r8w-3hjc-p6gf'],
      fix: 'npm install old-queue@1.9.3',
      helpUri: 'https://github.com/advisories/GHSA-9r8w-3hjc-p6gf',
      cwe: ['CWE-502', 'CWE-94'],
    });
  });

  it('names the folder of the lock in what mends it, and the chain in the message', () => {
    const shop = lockOf('frontend/package-lock.json', lockSample('shop.package-lock.json'));
    const { findings } = content(sample('npm-audit-11.json'), originWith([shop]));
    expect(findings[0]).toEqual({
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
    expect(findings.find(({ rule }) => rule === 'GHSA-7q2p-mm4x-c3vj')).not.toHaveProperty('fix');
  });

  it('is clean when it lists and counts nothing', () => {
    const metadata = { vulnerabilities: { high: 0, total: 0 }, dependencies: { total: 3 } };
    const clean = { auditReportVersion: 2, vulnerabilities: {}, metadata };
    expect(read(clean, originWith([]))).toEqual({ findings: [], secrets: [], version: null, seen: '3 packages' });
  });

  it('loses no advisory whose range fits no version that is installed, and has a name for one without an id', () => {
    const advisory = { source: 1, name: 'a', title: 'A', url: '', severity: 'high', range: '<1' };
    const nodes = ['node_modules/old-queue'];
    const entry = {
      name: 'old-queue',
      severity: 'high',
      isDirect: true,
      via: [advisory],
      effects: [],
      range: '*',
      nodes,
    };
    const metadata = { vulnerabilities: { high: 1, total: 1 }, dependencies: { total: 3 } };
    const report = { auditReportVersion: 2, vulnerabilities: { 'old-queue': entry }, metadata };
    expect(content(report).findings).toMatchObject([{ rule: 'npm-1', package: { version: '1.8.0' } }]);
  });

  it.each(['npm-audit-6.json', 'npm-audit-pnpm-10.json'])(
    'reads version 1, with the aliases that it has: %s',
    (name) => {
      const found = content(sample(name));
      expect(lines(found)).toEqual([
        'GHSA-2f4h-9q7m-c3vx high pkg:npm/fast-order-xml@2.3.1 package-lock.json:25:5 [order-forms>@acme/xml-tools] fixed 2.3.4 | npm update fast-order-xml',
        'GHSA-9r8w-3hjc-p6gf critical pkg:npm/old-queue@1.8.0 package-lock.json:28:5 [] fixed 1.9.0 | npm install old-queue@1.9.3',
        'npm-1200004 medium pkg:npm/table-press@2.3.0 package-lock.json:50:5 [] fixed null | undefined',
      ]);
      expect(found.findings.map(({ advisories, cwe }) => [advisories, cwe])).toEqual([
        [['GHSA-2f4h-9q7m-c3vx', 'CVE-2026-10001'], ['CWE-22']],
        [['GHSA-9r8w-3hjc-p6gf'], ['CWE-502']],
        [['npm-1200004'], undefined],
      ]);
      expect(found.seen).toBe('8 packages');
    },
  );

  it('points into a lock of version 1', () => {
    const lock = lockOf('package-lock.json', lockSample('shop-1.package-lock.json'));
    const { findings, seen } = content(sample('npm-audit-6.json'), originWith([lock]));
    expect(seen).toBe('8 packages');
    expect(findings.map((each) => [each.rule, each.severity, each.fix, each.location?.line])).toEqual([
      ['GHSA-2f4h-9q7m-c3vx', 'high', 'npm update fast-order-xml', 13],
      ['GHSA-9r8w-3hjc-p6gf', 'critical', 'npm install old-queue@1.9.3', 16],
      ['npm-1200004', 'medium', undefined, 40],
    ]);
    expect(findings[0]?.package).toMatchObject({
      ...{ via: ['order-forms', '@acme/xml-tools'], fixed: '2.3.4', version: '2.3.1' },
    });
  });

  it('tells what the report alone knows when there is no lock', () => {
    const nowhere = originWith([]);
    expect(lines(content(sample('npm-audit-6.json'), nowhere))[0]).toBe(
      'GHSA-2f4h-9q7m-c3vx high pkg:npm/fast-order-xml@2.3.1 undefined:undefined:undefined [order-forms>@acme/xml-tools] fixed 2.3.4 | npm update fast-order-xml',
    );
    expect(lines(content(sample('npm-audit-11.json'), nowhere))[3]).toBe(
      'GHSA-3c5v-9g8w-x2hm low pkg:npm/pdf-stamp undefined:undefined:undefined [order-mail] fixed 1.0.0 | npm install order-mail@4.0.0',
    );
    const named = originWith([], { has: (path) => path === 'pnpm-lock.yaml' });
    expect(content(sample('npm-audit-11.json'), named).findings[0]?.location).toEqual({ path: 'pnpm-lock.yaml' });
    const npm = originWith([], { has: (path) => path === 'package-lock.json' });
    expect(content(sample('npm-audit-11.json'), npm).findings[3]).toMatchObject({
      severity: 'low',
      location: { path: 'package-lock.json' },
      package: { version: null, via: ['order-mail'], fixed: '1.0.0', purl: 'pkg:npm/pdf-stamp' },
      fix: 'npm install order-mail@4.0.0',
    });
  });

  it('finds the same in both versions of a report over one tree', () => {
    const twice = lockOf(
      'package-lock.json',
      lockSample('shop.package-lock.json').replace('"version": "1.9.3"', '"version": "1.8.5"'),
    );
    for (const lock of [shopLock, twice]) {
      const [one, two] = [versionOne(lock), versionTwo(lock)].map((report) => content(report, originWith([lock])));
      const plain = (found: ReportContent | undefined) =>
        found?.findings.map(({ fix: _, ...rest }) => JSON.stringify(rest)).sort();
      expect(plain(one)).toEqual(plain(two));
      expect(one?.seen).toBe(two?.seen);
    }
    expect(
      content(versionTwo(twice), originWith([twice])).findings.filter(({ rule }) => rule === 'GHSA-9r8w-3hjc-p6gf'),
    ).toMatchObject([
      { package: { version: '1.8.0', via: [] }, location: { line: 28 } },
      { package: { version: '1.8.5', via: ['order-forms'] }, location: { line: 38 } },
    ]);
  });

  it('leaves a copy out whose version is not affected, and one version that is installed twice is one finding', () => {
    const text = JSON.stringify(
      {
        packages: Object.fromEntries(
          [
            ['a', '1.8.0'],
            ['b', '1.8.0'],
            ['c', '2.0.0'],
          ].flatMap(([name, version]) => [
            [`node_modules/${name}`, { version: '1.0.0' }],
            [`node_modules/${name}/node_modules/old-queue`, { version }],
          ]),
        ),
      },
      null,
      1,
    );
    const lock = lockOf('package-lock.json', text);
    const report = versionTwo(lock) as { vulnerabilities: Record<string, { nodes: string[] }> };
    report.vulnerabilities['old-queue']?.nodes.push('node_modules/c/node_modules/old-queue');
    const { findings } = content(report, originWith([lock]));
    expect(findings).toMatchObject([
      { package: { version: '1.8.0' }, location: { line: lock.at('node_modules/a/node_modules/old-queue')?.line } },
    ]);
  });

  it.each([
    [true, 'npm update old-queue'],
    [false, undefined],
    [{ name: 'old-queue', version: '2.0.0', isSemVerMajor: true }, 'npm install old-queue@2.0.0'],
    [{ name: '@acme/forms', version: '2.0.0' }, 'npm install @acme/forms@2.0.0'],
    [{ name: 'old-queue' }, undefined],
    [{ name: 'x; rm -rf .', version: '1.0.0' }, undefined],
    [{ name: 'a; rm -rf ~', version: '1.0.0', isSemVerMajor: true }, undefined],
    [{ name: 'x', version: '1.0.0 && y' }, undefined],
    [{ name: '--global', version: '1.0.0' }, undefined],
    ['yes', undefined],
    [null, undefined],
  ])('makes a command of what mends it, or none: %j', (fixAvailable, fix) => {
    expect(content(versionTwo(shopLock, fixAvailable)).findings.map((each) => each.fix)).toContain(fix);
  });

  it.each([
    ['web/package-lock.json', 'cd web && npm update old-queue'],
    ['a b/package-lock.json', "cd './a b' && npm update old-queue"],
    ["it's/npm-shrinkwrap.json", "cd './it'\\''s' && npm update old-queue"],
    ['-x/package-lock.json', "cd './-x' && npm update old-queue"],
    ['$(x)/package-lock.json', "cd './$(x)' && npm update old-queue"],
    ['a\nb/package-lock.json', undefined],
  ])('begins a command where the lock is: %j', (path, fix) => {
    const lock = lockOf(path, lockSample('shop.package-lock.json'));
    const { findings } = content(versionTwo(lock), originWith([lock]));
    expect(findings.find(({ rule }) => rule === 'GHSA-9r8w-3hjc-p6gf')).toMatchObject({ location: { path } });
    expect(findings.find(({ rule }) => rule === 'GHSA-9r8w-3hjc-p6gf')?.fix).toBe(fix);
  });

  it('has no command of npm for a lock of another program', () => {
    const pnpm = lockOf('pnpm-lock.yaml', lockSample('shop.pnpm-lock.yaml'));
    const { findings } = content(sample('npm-audit-pnpm-10.json'), originWith([pnpm]));
    expect(findings.map(({ fix, location }) => [fix, location?.line])).toEqual([
      [undefined, 27],
      ['pnpm add old-queue@1.9.3', 30],
      [undefined, 36],
    ]);
    const line = lockSample('shop.pnpm-lock.yaml').split('\n')[(findings[0]?.location?.line ?? 0) - 1];
    expect(line).toBe('  fast-order-xml@2.3.1:');
  });

  it('takes of several locks the one that has the packages, then the one beside the report', () => {
    const empty = lockOf('package-lock.json', '{"packages": {}}');
    const [web, api] = ['web/package-lock.json', 'api/package-lock.json'].map((path) =>
      lockOf(path, lockSample('shop.package-lock.json')),
    );
    if (web === undefined || api === undefined) throw new Error('no locks');
    const at = (locks: readonly Lockfile[], file: string) =>
      content(sample('npm-audit-11.json'), originWith(locks, { file })).findings[0]?.location?.path;
    expect(at([empty, web], 'audit.json')).toBe('web/package-lock.json');
    expect(at([web, api], 'web/audit.json')).toBe('web/package-lock.json');
    expect(at([web, api], 'api/audit.json')).toBe('api/package-lock.json');
    expect(at([web, api], 'audit.json')).toBe('api/package-lock.json');
  });

  it('knows an alias by what is installed, a scoped name, and a copy in a workspace', () => {
    const packages = {
      'node_modules/queue': { name: 'old-queue', version: '1.8.0' },
      'packages/one/node_modules/pdf-stamp': { version: '0.9.0' },
    };
    const lock = lockOf(
      'package-lock.json',
      JSON.stringify({
        packages: {
          '': { dependencies: { queue: '1' } },
          'packages/one': { dependencies: { 'pdf-stamp': '0' } },
          ...packages,
        },
      }),
    );
    expect(lines(content(versionTwo(lock), originWith([lock]))).map((line) => line.split(' fixed')[0])).toEqual([
      expect.stringMatching(/^GHSA-9r8w-3hjc-p6gf critical pkg:npm\/old-queue@1\.8\.0 .* \[\]$/),
      expect.stringMatching(/^GHSA-3c5v-9g8w-x2hm low pkg:npm\/pdf-stamp@0\.9\.0 .* \[\]$/),
    ]);
    const scoped = JSON.stringify(versionOne(shopLock)).replaceAll('old-queue', '@acme/old-queue');
    expect(content(scoped).findings.map((each) => each.package?.purl)).toContain('pkg:npm/%40acme/old-queue@1.8.0');
  });
});

describe('readNpmAudit of a file that a shell made', () => {
  const text = sample('npm-audit-11.json').toString('utf8');
  const expected = content(text);

  it.each([
    ['PowerShell, in UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['CRLF', Buffer.from(text.replaceAll('\n', '\r\n'))],
    ['a mark of UTF-8', Buffer.from(`\ufeff${text}`)],
    ['warnings before', Buffer.from(`npm warn config production Use \`--omit=dev\`\n[notice] x\n${text}`)],
    ['words behind', Buffer.from(`${text}\nnpm error code 1\n`)],
  ])('reads it all the same: %s', (_, bytes) => {
    expect(read(bytes)).toEqual(expected);
  });
});
