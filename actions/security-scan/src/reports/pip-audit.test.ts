import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../scripts/vitest/thoroughly.ts';
import { isTrouble, type ReportContent } from '../finding.ts';
import { lockOf } from '../lockfile/slow-search.fixture.ts';
import type { ReportOrigin } from '../ports.ts';
import { brokenReport } from './broken-report.fixture.ts';
import { mutated } from './mutated.fixture.ts';
import { readPipAudit } from './pip-audit.ts';

const sample = (name: string) => readFileSync(new URL(`./samples/${name}`, import.meta.url));
const samples = ['pip-audit-2.10.json', 'pip-audit-2.10-skipped.json'];
const requirements = 'order-mail==2.0\n\nOrder_Export==1.4.0  # by orders\n';
const uv = 'version = 1\n[[package]]\nname = "order-export"\nversion = "1.4"\n';

function originWith(locks: Readonly<Record<string, string>>): ReportOrigin {
  const read = Object.entries(locks).map(([path, text]) => lockOf(path, text));
  return { file: 'audit.json', root: '/work/orders', has: (path) => Object.hasOwn(locks, path), locks: read };
}

const here = originWith({ 'requirements.txt': requirements });

function read(report: Buffer | string | object, origin: ReportOrigin = here) {
  if (Buffer.isBuffer(report)) return readPipAudit(report, origin);
  return readPipAudit(Buffer.from(typeof report === 'string' ? report : JSON.stringify(report)), origin);
}

function content(report: Buffer | string | object, origin?: ReportOrigin): ReportContent {
  const found = read(report, origin);
  if (isTrouble(found)) throw new Error(found.trouble.got);
  return found;
}

const vulnerability = (more: object = {}) => ({
  id: 'PYSEC-2026-9001',
  fix_versions: ['1.4.1'],
  aliases: [],
  description: 'It breaks. Always.',
  ...more,
});
const reportOf = (vulns: readonly object[], more: object = {}) => ({
  dependencies: [{ name: 'order-export', version: '1.4.0', vulns, ...more }],
  fixes: [],
});

describe('readPipAudit', () => {
  it('reads what pip-audit writes: the advisory at the line that pins the package, with its aliases and no severity', () => {
    expect(read(sample('pip-audit-2.10.json'))).toEqual({
      findings: [
        {
          category: 'dependency',
          rule: 'PYSEC-2026-9001',
          title: 'order-export runs formulas of a customer',
          severity: null,
          message:
            'order-export 1.4.0: order-export runs formulas of a customer. Cells that begin with = are kept.; mended in 1.4.1',
          location: { path: 'requirements.txt', line: 3, column: 1, endLine: 3, endColumn: 13 },
          package: {
            purl: 'pkg:pypi/order-export@1.4.0',
            name: 'order-export',
            version: '1.4.0',
            range: null,
            fixed: '1.4.1',
            via: [],
          },
          advisories: ['PYSEC-2026-9001', 'CVE-2026-19001', 'GHSA-6x7p-9q2v-m4jh'],
          helpUri: 'https://osv.dev/vulnerability/PYSEC-2026-9001',
        },
      ],
      secrets: [],
      version: null,
      seen: '2 packages',
    });
  });

  it('reads the bare list of versions before 2, without aliases and description', () => {
    const list = [
      { name: 'order-export', version: '1.4.0', vulns: [{ id: 'PYSEC-2026-9001', fix_versions: ['1.4.1'] }] },
    ];
    const files = { ...originWith({}), has: (path: string) => path === 'requirements.txt' };
    expect(content(list, files).findings).toMatchObject([{ location: { path: 'requirements.txt' } }]);
    expect(content(list)).toMatchObject({
      findings: [{ title: 'PYSEC-2026-9001', advisories: ['PYSEC-2026-9001'] }],
      seen: '1 package',
    });
    expect(content([{ name: 'order-mail', version: '2.0', vulns: [] }])).toMatchObject({
      findings: [],
      seen: '1 package',
    });
  });

  it.each([
    ['requirements.txt', requirements, 3, undefined],
    ['scripts/uv.lock', uv, 3, 'cd ./scripts && uv lock --upgrade-package order-export==1.4.1'],
    ['poetry.lock', `${uv.replace('version = 1\n', '')}[metadata]\n`, 2, 'poetry update order-export'],
    ['a b/pdm.lock', `${uv.replace('version = 1\n', '')}[metadata]\n`, 2, undefined],
    ['Pipfile.lock', '{"default": {"Order.Export": {"version": "==1.4.0"}}}', 1, 'pipenv upgrade order-export'],
    ['pylock.toml', 'lock-version = "1.0"\n[[packages]]\nname = "order-export"\nversion = "1.4.0"\n', 3, undefined],
  ])('finds the package in %s, however name and version are spelled there', (path, text, line, fix) => {
    const { findings } = content(sample('pip-audit-2.10.json'), originWith({ [path]: text }));
    expect(findings.map((each) => [each.location?.path, each.location?.line, each.fix])).toEqual([[path, line, fix]]);
  });

  it('is at every file that pins the package, at the file alone where none does, and nowhere without a file', () => {
    const both = originWith({ 'requirements.txt': requirements, 'uv.lock': uv });
    expect(content(sample('pip-audit-2.10.json'), both).findings.map(({ location }) => location?.path)).toEqual([
      'requirements.txt',
      'uv.lock',
    ]);
    expect(content(sample('pip-audit-2.10.json'), both).findings[1]?.location).toEqual({
      ...{ path: 'uv.lock', line: 3, column: 1, endLine: 3, endColumn: 22 },
    });
    const other = originWith({ 'requirements.txt': 'order-export==1.3' });
    expect(content(sample('pip-audit-2.10.json'), other).findings[0]?.location).toEqual({ path: 'requirements.txt' });
    expect(content(sample('pip-audit-2.10.json'), originWith({})).findings[0]?.location).toBeNull();
  });

  it.each([
    [['1.4.1'], '1.4.0', '1.4.1'],
    [['2.0', '1.5', '1.3.9'], '1.4.0', '1.5'],
    [['1.10', '1.9'], '1.4.0', '1.9'],
    [['1.0'], '1.4.0', null],
    [[], '1.4.0', null],
    [['one', ''], '1.4.0', null],
    [['2.0rc1', '2.0'], '1.4.0', '2.0rc1'],
    [['1.5'], 'unknown', '1.5'],
    [['1.5', '1.6'], 'unknown', null],
  ])('takes of %j for %s as the one that mends it %j', (fix_versions, version, fixed) => {
    expect(content(reportOf([vulnerability({ fix_versions })], { version })).findings[0]?.package?.fixed).toBe(fixed);
  });

  it('tells an advisory once, whatever names it twice', () => {
    const twice = reportOf([vulnerability(), vulnerability({ description: 'Again.' })]);
    const spelled = [{ name: 'Order_Export', version: '1.4.0', vulns: [vulnerability()] }];
    expect(content({ dependencies: [...twice.dependencies, ...twice.dependencies, ...spelled] }).findings).toHaveLength(
      1,
    );
    const versions = { dependencies: [...twice.dependencies, { ...twice.dependencies[0], version: '1.3' }] };
    expect(content(versions).findings.map((each) => each.package?.version)).toEqual(['1.4.0', '1.3']);
  });

  it('writes ids as their databases do, and normalises names (PEP 503)', () => {
    const report = reportOf(
      [vulnerability({ id: 'ghsa-6X7P-9q2v-m4jh', aliases: ['cve-2026-19001', 'GHSA-6x7p-9q2v-m4jh'] })],
      { name: 'Order__Export.x' },
    );
    expect(content(report).findings).toMatchObject([
      {
        rule: 'GHSA-6x7p-9q2v-m4jh',
        advisories: ['GHSA-6x7p-9q2v-m4jh', 'CVE-2026-19001'],
        package: { purl: 'pkg:pypi/order-export-x@1.4.0' },
      },
    ]);
  });
});

describe('aliases of pip-audit', () => {
  it('have one order, whichever the report gives them', () => {
    const ids = ['GHSA-6x7p-9q2v-m4jh', 'CVE-2026-19001', 'CVE-2025-1999'];
    const told = [ids, ids.toReversed()].map((aliases) => content(reportOf([vulnerability({ aliases })])).findings);
    expect(told[0]).toEqual(told[1]);
    expect(told[0]?.[0]?.advisories).toEqual(['PYSEC-2026-9001', 'CVE-2025-1999', 'CVE-2026-19001', ids[0]]);
  });
});

describe('readPipAudit of what is no whole answer', () => {
  it('is a trouble when packages were not looked at, and keeps what was found', () => {
    expect(read(sample('pip-audit-2.10-skipped.json'))).toMatchObject({
      trouble: {
        expected: 'an answer for every package',
        got: 'jinja2 and 1 more of 2 not looked at: Dependency not found on PyPI and could not be audited: jinja2 (2.11.2)',
        place: { file: 'audit.json' },
      },
      found: { findings: [], seen: '0 packages' },
    });
    const part = { dependencies: [...reportOf([vulnerability()]).dependencies, { name: 'x', skip_reason: 'why' }] };
    expect(read(part)).toMatchObject({
      trouble: { got: 'x of 2 not looked at: why' },
      found: { findings: [{ rule: 'PYSEC-2026-9001' }], seen: '1 package' },
    });
    const own = {
      dependencies: [...reportOf([]).dependencies, { name: 'x', skip_reason: 'distribution marked as editable' }],
    };
    expect(content(own)).toMatchObject({ findings: [], seen: '1 package' });
  });

  it.each([
    ['', 'an empty file'],
    ['null', 'JSON of another shape'],
    ['{}', 'JSON of another shape'],
    ['{"dependencies": {}}', 'JSON of another shape'],
    ['{"auditReportVersion": 2, "vulnerabilities": {}}', 'JSON of another shape'],
    ['[]', 'a report over 0 packages'],
    ['{"dependencies": []}', 'a report over 0 packages'],
    ['[null]', 'entry 1 with no name'],
    ['[{"name": "", "vulns": []}]', 'entry 1 with no name'],
    ['[{"name": "a", "version": "1"}]', 'entry 1 with neither "vulns" nor "skip_reason"'],
    ['[{"name": "a", "version": "1", "vulns": {}}]', 'entry 1 with neither "vulns" nor "skip_reason"'],
    ['[{"name": "a", "version": "1", "vulns": [{}]}]', 'entry 1 with a vulnerability without an id'],
    ['[{"name": "a", "version": "1", "vulns": []}, {"version": "1", "vulns": []}]', 'entry 2 with no name'],
    ['ERROR:pip_audit._cli:requirement has no pin', 'broken JSON: a word where a value belongs'],
    ['['.repeat(100_000), 'broken JSON: the end of the text in the middle of it'],
  ])('is a trouble: %.60s', (text, got) => {
    expect(read(text)).toMatchObject({ trouble: { got, place: { file: 'audit.json' } } });
  });

  it.each(samples)('never throws over a report that is a little wrong: %s', (name) => {
    fc.assert(
      fc.property(mutated(JSON.parse(sample(name).toString('utf8'))), (report) => {
        const found = read(report as object);
        for (const each of isTrouble(found) ? [] : found.findings) {
          expect(each.package?.purl).toMatch(/^pkg:pypi\/./);
          expect(each.message.length).toBeLessThan(1_000);
        }
      }),
      { numRuns: runs(2_000) },
    );
    fc.assert(
      fc.property(
        fc.jsonValue(),
        (value) => read({ dependencies: [value, { name: 'a', vulns: value }] }) !== undefined,
      ),
    );
  });

  it('is done with a large report in seconds', () => {
    const megabytes = runs(50, 5);
    const one = { ...vulnerability({ description: 'It breaks. '.repeat(50) }) };
    const dependencies = Array.from({ length: megabytes * 1_400 }, (_, index) => ({
      name: `p${index}`,
      version: '1.0',
      vulns: [one],
    }));
    const bytes = Buffer.from(JSON.stringify({ dependencies }));
    expect(bytes.length).toBeGreaterThan(megabytes * 900_000);
    const pins = dependencies.map(({ name }) => `${name}==1.0`).join('\n');
    const start = performance.now();
    expect(content(bytes, originWith({ 'requirements.txt': pins })).findings).toHaveLength(dependencies.length);
    expect(performance.now() - start).toBeLessThan(megabytes * 400);
  });
});

for (const name of samples) brokenReport(name, readPipAudit);
