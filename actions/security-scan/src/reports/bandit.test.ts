import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../scripts/vitest/thoroughly.ts';
import { isTrouble, type ReportContent } from '../finding.ts';
import { MARK } from '../masking/redactor.ts';
import type { ReportOrigin } from '../ports.ts';
import { readBandit } from './bandit.ts';
import { brokenReport } from './broken-report.fixture.ts';
import { mutated } from './mutated.fixture.ts';
import { leaks } from './secret-samples.fixture.ts';

const sample = (name: string) => readFileSync(new URL(`./samples/${name}`, import.meta.url));
const samples = ['bandit-1.9.json', 'bandit-1.9-errors.json', 'bandit-1.9-clean.json'];
const here: ReportOrigin = {
  file: 'bandit.json',
  root: '/work/orders',
  has: (path) => ['pkg/export.py', 'pkg/bad.py'].includes(path),
};

function read(report: Buffer | string | object, origin: ReportOrigin = here) {
  if (Buffer.isBuffer(report)) return readBandit(report, origin);
  return readBandit(Buffer.from(typeof report === 'string' ? report : JSON.stringify(report)), origin);
}

function content(report: Buffer | string | object): ReportContent {
  const found = read(report);
  if (isTrouble(found)) throw new Error(found.trouble.got);
  return found;
}

interface Result {
  readonly [key: string]: unknown;
}

const result = (more: Result = {}): Result => ({
  code: '6 def run():\n7     eval(order)\n8 \n',
  ...{ col_offset: 4, end_col_offset: 15, filename: 'pkg/export.py', issue_confidence: 'HIGH', issue_cwe: { id: 78 } },
  ...{ issue_severity: 'HIGH', issue_text: 'Use of eval.', line_number: 7, line_range: [7], test_id: 'B307', ...more },
});
const reportOf = (results: readonly Result[], more: object = {}) => ({
  errors: [],
  metrics: { 'pkg/export.py': { nosec: 0 }, _totals: { nosec: 0, skipped_tests: 0 } },
  results,
  ...more,
});
const password = (value: string, line = `password = ${JSON.stringify(value)}`, more: Result = {}) =>
  result({ test_id: 'B105', issue_text: `Possible hardcoded password: '${value}'`, code: `7 ${line}\n`, ...more });

describe('readBandit', () => {
  it('reads what bandit writes: severity, confidence, weakness, and columns of UTF-16 where its own count bytes', () => {
    const found = content(sample('bandit-1.9.json'));
    expect(
      found.findings.map(({ rule, severity, cwe, location }) => [
        rule,
        severity,
        cwe?.join(),
        location?.line,
        location?.column,
        location?.endColumn,
      ]),
    ).toEqual([
      ['B404', 'low', 'CWE-78', 3, 1, 18],
      ['B602', 'high', 'CWE-78', 7, 22, 68],
      ['B324', 'high', 'CWE-327', 8, 12, 39],
      ['B107', 'low', 'CWE-259', 11, undefined, undefined],
      ['B105', 'low', 'CWE-259', 12, 13, 31],
      ['B101', 'low', 'CWE-703', 13, 5, 16],
      ['B607', 'low', 'CWE-78', 14, undefined, undefined],
      ['B602', 'high', 'CWE-78', 18, undefined, undefined],
    ]);
    expect(found).toMatchObject({
      version: '1.9.4',
      seen: '1 file, 1 place let through by `# nosec`',
      secrets: ['invented-Passw0rd', 'invented-value-1'],
    });
    expect(found.findings[1]).toEqual({
      category: 'code',
      rule: 'B602',
      title: 'subprocess call with shell=True identified, security issue',
      severity: 'high',
      message: 'subprocess call with shell=True identified, security issue. (confidence high)',
      location: { path: 'pkg/export.py', line: 7, column: 22, endLine: 7, endColumn: 68 },
      advisories: [],
      snippet: 'grüße = "grüße"; subprocess.call("export " + order, shell=True)',
      helpUri: 'https://bandit.readthedocs.io/en/1.9.4/plugins/b602_subprocess_popen_with_shell_equals_true.html',
      cwe: ['CWE-78'],
    });
    expect(found.findings[7]?.location).toEqual({ path: 'pkg/export.py', line: 18 });
  });

  it('is clean when it looked at files and found nothing', () => {
    expect(read(sample('bandit-1.9-clean.json'))).toEqual({ findings: [], secrets: [], version: null, seen: '1 file' });
  });

  it('names the file that bandit could not read, and keeps what was found in the others', () => {
    expect(read(sample('bandit-1.9-errors.json'))).toMatchObject({
      trouble: { got: 'syntax error while parsing AST from file', place: { file: 'pkg/bad.py' } },
      found: {
        seen: '2 files, 1 place let through by `# nosec`',
        findings: content(sample('bandit-1.9.json')).findings,
      },
    });
    const errors = [{ filename: 'C:\\other\\x.py' }, {}, null];
    expect(read(reportOf([], { errors }))).toMatchObject({
      trouble: { got: 'an error without a reason (and 2 more)', place: { file: 'C:\\other\\x.py' } },
    });
    expect(read(reportOf([], { errors: [null] }))).toMatchObject({
      trouble: { place: { file: 'bandit.json' } },
      found: { findings: [] },
    });
  });

  it.each([
    ['HIGH', 'high'],
    ['MEDIUM', 'medium'],
    ['LOW', 'low'],
    ['UNDEFINED', null],
    ['constructor', null],
    [3, null],
    [undefined, null],
  ])('has for the severity %j %j', (issue_severity, severity) => {
    expect(content(reportOf([result({ issue_severity })])).findings[0]?.severity).toBe(severity);
  });

  it('tells no confidence where bandit has none', () => {
    const told = [undefined, 'UNDEFINED', 'LOW'].map(
      (issue_confidence) => content(reportOf([result({ issue_confidence })])).findings[0]?.message,
    );
    expect(told).toEqual(['Use of eval.', 'Use of eval.', 'Use of eval. (confidence low)']);
  });

  it.each([
    ['./pkg/export.py', 'pkg/export.py'],
    ['/work/orders/pkg/export.py', 'pkg/export.py'],
    ['/home/runner/x/pkg/export.py', 'pkg/export.py'],
    ['C:\\a\\orders\\pkg\\export.py', 'pkg/export.py'],
    ['.\\pkg\\export.py', 'pkg/export.py'],
    ['pkg/gone.py', 'pkg/gone.py'],
    ['../export.py', undefined],
    ['<stdin>', '<stdin>'],
  ])('finds the file of %j', (filename, path) => {
    expect(content(reportOf([result({ filename })])).findings[0]?.location?.path).toBe(path);
  });

  it('points at a line alone where the columns are of another line, and at the file where there is none', () => {
    const at = (more: Result) => content(reportOf([result(more)])).findings[0]?.location;
    expect(at({ line_range: [6, 7] })).toEqual({ path: 'pkg/export.py', line: 7 });
    expect(at({ col_offset: 900 })).toEqual({ path: 'pkg/export.py', line: 7 });
    expect(at({ end_col_offset: 2 })).toEqual({ path: 'pkg/export.py', line: 7, column: 5 });
    expect(at({ code: '' })).toEqual({ path: 'pkg/export.py', line: 7 });
    expect(at({ line_number: 0 })).toEqual({ path: 'pkg/export.py' });
    expect(at({ line_number: 1.5 })).toEqual({ path: 'pkg/export.py' });
  });

  it('makes no link of an address that is not bandit’s', () => {
    const page = (more_info: unknown) => content(reportOf([result({ more_info })])).findings[0]?.helpUri;
    expect(page('https://bandit.readthedocs.io/en/1.9.4/a.html#b404-x')).toBe(
      'https://bandit.readthedocs.io/en/1.9.4/a.html#b404-x',
    );
    expect(
      ['https://example.org', 'javascript:x', 'https://bandit.readthedocs.io.example.org/', null].map(page),
    ).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe('what readBandit makes of a password', () => {
  const texts = (found: ReportContent) => JSON.stringify(found.findings);

  it.each([
    ['as B105 quotes it', password('Xk9-invented')],
    ['with a quote in it', password("Xk9-in'vented")],
    ['with a colon in it', password('Xk9:invented')],
    ['with a line end in it', password('Xk9-inv\nented-two')],
    [
      'in double quotes',
      password('x', 'x = "Xk9-invented"', { issue_text: 'Possible hardcoded password: "Xk9-invented"' }),
    ],
    ['in no quotes', password('x', 'x = "Xk9-invented"', { issue_text: 'Possible hardcoded password: Xk9-invented' })],
    [
      'without a colon',
      password('x', 'x = "Xk9-invented"', { issue_text: "Possible hardcoded password 'Xk9-invented'" }),
    ],
    ['with escapes in the source', password('Xk9-invented', 'x = "\\x58k9-invented"')],
    ['with escapes of other letters', password('gr\u00fc\u00dfe-geheim', 'x = "gr\\xfc\\xdfe-geheim"')],
    ['of pieces that Python joins', password('Xk9-invented-two', 'x = "Xk9-inv" "ented-two"')],
    ['as a function’s argument', password('Xk9-invented', 'f(password="Xk9-invented")', { test_id: 'B106' })],
    ['as a default', password('Xk9-invented', 'def f(password="Xk9-invented"):', { test_id: 'B107' })],
  ])('keeps it out of every text, beside other findings of the line too: %s', (_, secret) => {
    const beside = result({ code: secret['code'], issue_text: `Use of ${String(secret['issue_text'])}` });
    const found = content(reportOf([secret, beside]));
    expect(found.secrets.length).toBeGreaterThan(0);
    expect([leaks(texts(found), found.secrets), /nvented|ented-two|Xk9-inv|geheim/.test(texts(found))]).toEqual([
      false,
      false,
    ]);
    expect(found.findings[0]).toMatchObject({ category: 'secret', title: 'Possible hardcoded password' });
  });

  it('keeps those of a report of its own out, and marks where they were', () => {
    const { findings, secrets } = content(sample('bandit-1.9.json'));
    expect(leaks(JSON.stringify(findings), secrets)).toBe(false);
    expect(findings.filter(({ category }) => category === 'secret')).toMatchObject([
      { rule: 'B107', title: 'Possible hardcoded password', snippet: `def connect(user, password="${MARK}"):` },
      { rule: 'B105', snippet: `token = "${MARK}"` },
    ]);
  });

  it('keeps any value out', () => {
    const value = fc.stringMatching(/^[A-Za-z0-9!$%&/()=?:;"' \\-]{6,30}$/).filter((each) => each.trim().length >= 6);
    fc.assert(
      fc.property(value, fc.boolean(), (secret, isPlain) => {
        const found = content(
          reportOf([password(secret, isPlain ? `x = '${secret}'` : undefined), result({ code: `7 ${secret}\n` })]),
        );
        const words = 'Possible hardcoded password (confidence high) pkg/export.py Use of eval. ';
        if (!leaks(words, [secret]))
          expect(
            leaks(
              found.findings.map(({ title, message, snippet }) => `${title} ${message} ${snippet}`).join('\n'),
              found.secrets,
            ),
          ).toBe(false);
        expect(found.secrets).toEqual([secret.trim()]);
      }),
      { numRuns: runs(1_000) },
    );
  });

  it('changes no other text for the sake of a short value', () => {
    const found = content(reportOf([password('e'), result()]));
    expect(found.findings[1]).toMatchObject({ message: 'Use of eval. (confidence high)', snippet: 'eval(order)' });
    expect(content(reportOf([password('')])).secrets).toEqual([]);
  });
});

describe('readBandit of what is no answer', () => {
  it.each([
    ['', 'an empty file'],
    ['null', 'JSON of another shape'],
    ['[]', 'JSON of another shape'],
    ['{"results": [], "errors": []}', 'JSON of another shape'],
    ['{"results": {}, "errors": [], "metrics": {}}', 'JSON of another shape'],
    ['{"results": [], "errors": [], "metrics": {}}', 'a report over 0 files'],
    ['{"results": [], "errors": [], "metrics": {"_totals": {}}}', 'a report over 0 files'],
    ['{"results": [{}], "errors": [], "metrics": {}}', 'result 1 without "test_id" or "filename"'],
    [JSON.stringify(reportOf([result(), result({ test_id: undefined })])), 'result 2 without "test_id" or "filename"'],
    ['Run started:2026-11-28', 'broken JSON: a word where a value belongs'],
  ])('is a trouble: %j', (text, got) => {
    expect(read(text)).toMatchObject({ trouble: { got, place: { file: 'bandit.json' } } });
  });

  it.each(samples)('never throws over a report that is a little wrong: %s', (name) => {
    fc.assert(
      fc.property(mutated(JSON.parse(sample(name).toString('utf8'))), (report) => {
        const found = read(report as object);
        for (const each of isTrouble(found) ? [] : found.findings) expect(each.message.length).toBeLessThan(400);
      }),
      { numRuns: runs(2_000) },
    );
    fc.assert(
      fc.property(
        fc.jsonValue(),
        (value) => read(reportOf([{ ...result(), code: value, line_range: value }], { errors: value })) !== undefined,
      ),
    );
  });

  it('reads a large report to its end, a password in each of its findings', () => {
    const megabytes = runs(50, 5);
    const results = Array.from({ length: megabytes * 2_200 }, (_, index) =>
      password(`invented-${index * 7_919}-value`),
    );
    const bytes = Buffer.from(JSON.stringify(reportOf(results)));
    expect(bytes.length).toBeGreaterThan(megabytes * 600_000);
    expect(content(bytes).findings).toHaveLength(results.length);
  });
});

for (const name of ['bandit-1.9.json', 'bandit-1.9-clean.json']) brokenReport(name, readBandit);
