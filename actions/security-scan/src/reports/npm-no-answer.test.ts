import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isThorough, runs } from '../../../../scripts/vitest/thoroughly.ts';
import { isTrouble } from '../finding.ts';
import { lockOf } from '../lockfile/slow-search.fixture.ts';
import { brokenReport } from './broken-report.fixture.ts';
import { mutated } from './mutated.fixture.ts';
import { answers, content, originWith, read, refusals, npmSample as sample } from './npm-audit.fixture.ts';
import { readNpmAudit } from './npm-audit.ts';

interface Counted {
  high(count: number | undefined): void;
  total(count: number | undefined): void;
}

describe('readNpmAudit of what is no answer', () => {
  it.each([
    ['npm-audit-11-405.json', '405 Method Not Allowed from http://127.0.0.1:4873/-/npm/v1/security/advisories/bulk'],
    ['npm-audit-11-no-lock.json', 'ENOLOCK: This command requires an existing lockfile.'],
    ['npm-audit-11-page.json', expect.stringMatching(/^invalid json response body at /)],
  ])('is a trouble, and says what was there: %s', (name, got) => {
    expect(read(sample(name))).toMatchObject({ trouble: { got, place: { file: 'audit.json' } } });
    expect(read(sample(name))).not.toHaveProperty('found');
  });

  it.each([
    [
      '{"error": {"code": "ENOAUDIT", "summary": "Your configured registry does not support audits.", "detail": ""}}',
      'ENOAUDIT: Your configured registry does not support audits.',
    ],
    [
      '{"error": {"code": "ERR_PNPM_AUDIT_BAD_RESPONSE", "message": "The audit endpoint responded with 500"}}',
      'ERR_PNPM_AUDIT_BAD_RESPONSE: The audit endpoint responded with 500',
    ],
    [
      '{"message": "x", "method": "POST", "uri": "https://me:s3cretpass@example.org/a?token=s3cretpass", "statusCode": 401}',
      '401 Unauthorized from https://example.org/a',
    ],
    [
      '{"message": "request to https://me:s3cr@etpass@example.org/a?token=s3cretpass failed", "error": {}}',
      'request to https://example.org/a failed',
    ],
    ['{"error": "nothing"}', 'nothing'],
    ['{"error": null}', 'an error without words'],
    ['{"error": {}, "auditReportVersion": 2, "vulnerabilities": {}}', 'an error without words'],
    ['<!doctype html><title>Sign in</title>', 'broken JSON: a "<" (a page?) where a value belongs'],
    ['', 'an empty file'],
    ['null', 'JSON of another shape'],
    ['[]', 'JSON of another shape'],
    ['{}', 'JSON of another shape'],
    ['{"auditReportVersion": 3, "vulnerabilities": {}}', 'a report of version 3; versions 1 and 2 are known'],
    [
      '{"auditReportVersion": "2", "vulnerabilities": {}}',
      'a report of version another kind; versions 1 and 2 are known',
    ],
    [
      `{"auditReportVersion": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      'a report of version another kind; versions 1 and 2 are known',
    ],
    ['{"auditReportVersion": 2, "vulnerabilities": {}}', 'no "metadata" with its counts'],
    ['{"auditReportVersion": 2, "vulnerabilities": {"a": {}}}', 'an entry without "via": a'],
    [
      '{"auditReportVersion": 2, "vulnerabilities": {"a": {"via": ["b"]}, "b": {"via": ["a"]}}}',
      'an entry that leads to no advisory: a',
    ],
    ['{"auditReportVersion": 2, "vulnerabilities": {"a": {"via": [1]}}}', 'a "via" of another shape: a'],
    ['{"auditReportVersion": 2}', 'JSON of another shape'],
    ['{"advisories": {"1": {}}}', 'an advisory without "module_name": 1'],
    [
      '{"type":"auditAdvisory","data":{}}\n{"type":"auditSummary","data":{}}',
      'something else behind the JSON document',
    ],
    ['{"type":"auditSummary","data":{"vulnerabilities":{}}}', 'JSON of another shape'],
  ])('is a trouble: %.80s', (text, got) => {
    expect(read(text)).toMatchObject({ trouble: { got } });
    expect(read(text)).not.toHaveProperty('found');
  });

  const advisory = { source: 1, name: 'a', title: 'A', url: '', severity: 'high', range: '<2' };
  const entry = { name: 'a', severity: 'high', isDirect: true, effects: [], range: '*', nodes: [] };
  const metadata = { vulnerabilities: { high: 1, total: 1 }, dependencies: { total: 3 } };
  it.each([
    ['an entry that leads to no advisory: a', { a: { ...entry, via: ['b'] } }, metadata],
    ['an entry that leads to no advisory: a', { a: { ...entry, via: ['b'] }, b: { ...entry, via: ['a'] } }, metadata],
    ['an entry without "via": a', { a: entry }, metadata],
    ['a "via" of another shape: a', { a: { ...entry, via: [3] } }, metadata],
    ['a report that counts high vulnerabilities and lists none', {}, metadata],
    ['no "metadata" with its counts', {}, undefined],
    [
      'a report that counts 4 and lists 1',
      { a: { ...entry, via: [advisory] } },
      { ...metadata, vulnerabilities: { total: 4 } },
    ],
  ])('is a trouble with its file when it is not whole: %s', (got, vulnerabilities, counts) => {
    const report = { auditReportVersion: 2, vulnerabilities, metadata: counts };
    expect(read(report)).toMatchObject({ trouble: { got, place: { file: 'audit.json' } } });
  });

  it('is a trouble beside a whole report, and of an advisory without a name', () => {
    const whole = JSON.parse(sample('npm-audit-11.json').toString('utf8'));
    expect(read({ ...whole, error: { code: 'EAUDIT', summary: 'it failed' } })).toMatchObject({
      trouble: { got: 'EAUDIT: it failed' },
    });
    const six = JSON.parse(sample('npm-audit-6.json').toString('utf8'));
    expect(read({ ...six, advisories: { 7: { severity: 'high' } } })).toMatchObject({
      trouble: { got: 'an advisory without "module_name": 7' },
    });
  });

  it('shows no credential and no query of an address', () => {
    const answer = read({
      message: 'x',
      statusCode: 403,
      uri: 'https://user:hunter22@npm.acme.example/a?token=hunter22',
    });
    expect(answer).toMatchObject({ trouble: { got: '403 Forbidden from https://npm.acme.example/a' } });
    expect(JSON.stringify(answer)).not.toContain('hunter');
    const summary = read({ error: { code: 'E', summary: 'at https://u:hunter22@a.example/' } });
    expect(JSON.stringify(summary)).not.toContain('hunter');
  });

  it('is a trouble when npm counted more than the file lists', () => {
    const report = JSON.parse(sample('npm-audit-11.json').toString('utf8'));
    const without = (name: string) => ({
      ...report,
      vulnerabilities: { ...report.vulnerabilities, [name]: undefined },
    });
    expect(read(without('old-queue'))).toMatchObject({
      trouble: { got: 'a report that counts critical vulnerabilities and lists none' },
    });
    expect(read({ ...report, vulnerabilities: {} })).toHaveProperty('trouble');
    expect(read(without('order-mail'))).toMatchObject({ trouble: { got: 'a report that counts 5 and lists 4' } });
  });

  it.each<[string, (report: Counted) => void, string]>([
    ['npm-audit-11.json', ({ high }) => high(0), 'a report that counts 0 high vulnerabilities and lists 1'],
    ['npm-audit-11.json', ({ high }) => high(2), 'a report that counts 2 high vulnerabilities and lists 1'],
    ['npm-audit-11.json', ({ total }) => total(0), 'a report that counts 0 and lists 5'],
    ['npm-audit-11.json', ({ total }) => total(4), 'a report that counts 4 and lists 5'],
    ['npm-audit-11.json', ({ total }) => total(6), 'a report that counts 6 and lists 5'],
    ['npm-audit-11.json', ({ total }) => total(undefined), 'a report that counts no total and lists 5'],
    ['npm-audit-6.json', ({ high }) => high(0), 'a report that counts 0 high vulnerabilities and lists 2'],
    ['npm-audit-6.json', ({ high }) => high(3), 'a report that counts 3 high vulnerabilities and lists 2'],
    ['npm-audit-6.json', ({ total }) => total(2), 'a report that counts 2 and lists 3'],
    [
      'npm-audit-pnpm-10.json',
      ({ high }) => high(undefined),
      'a report that counts 0 high vulnerabilities and lists 2',
    ],
  ])('is a trouble when the counts of %s say something else than its list, both ways', (name, change, got) => {
    const report = JSON.parse(sample(name).toString('utf8'));
    const { vulnerabilities } = report.metadata;
    const set = (key: string) => (count: number | undefined) => Object.assign(vulnerabilities, { [key]: count });
    change({ high: set('high'), total: set('total') });
    expect(read(report)).toMatchObject({ trouble: { got, place: { file: 'audit.json' } } });
  });

  it('of npm 6 is none when it counts fewer chains than advisories, and one when it counts every chain', () => {
    const report = JSON.parse(sample('npm-audit-6.json').toString('utf8'));
    report.metadata.vulnerabilities.high = 1;
    expect(content(report).findings).toHaveLength(3);
    report.advisories['7'] = { ...Object.values(report.advisories as object)[0], id: 7 };
    expect(read(report)).toMatchObject({ trouble: { got: 'a report that counts 1 high vulnerabilities and lists 4' } });
  });

  it.each([...answers, ...refusals])('reads no beginning of a report as an answer: %s', (name) => {
    const bytes = sample(name);
    const whole = bytes.toString('utf8').trimEnd().length;
    for (let end = 0; end < whole; end += isThorough ? 1 : 3)
      expect([end, isTrouble(read(bytes.subarray(0, end)))]).toEqual([end, true]);
  });

  it.each([...answers, ...refusals])(
    'never throws over a report that is a little wrong, and keeps its errors: %s',
    (name) => {
      const json: unknown = JSON.parse(sample(name).toString('utf8'));
      fc.assert(
        fc.property(mutated(json), (report) => {
          const found = read(report as object);
          for (const each of isTrouble(found) ? [] : found.findings) {
            expect(each.rule).not.toBe('');
            expect(each.package?.purl).toMatch(/^pkg:npm\/./);
            expect(each.message.length).toBeLessThan(1_500);
          }
        }),
        { numRuns: runs(2_000) },
      );
    },
  );

  it('never throws over any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => read({ auditReportVersion: 2, vulnerabilities: value }) !== undefined),
    );
    fc.assert(
      fc.property(
        fc.jsonValue(),
        (value) => read({ advisories: { 1: value }, actions: value, metadata: value }) !== undefined,
      ),
    );
  });
});

for (const name of answers) brokenReport(name, readNpmAudit);

describe('readNpmAudit of a large report', () => {
  const megabytes = runs(50, 5);
  const total = megabytes * 2_000;
  const entry = (index: number, via: object | string) => ({
    name: `p${index}`,
    severity: 'high',
    isDirect: index % 10 === 0,
    via: [via],
    effects: [`p${index - 1}`],
    range: '*',
    nodes: [`node_modules/p${index}`],
    fixAvailable: true,
  });
  const advisory = {
    title: 'x'.repeat(80),
    url: 'https://github.com/advisories/GHSA-2f4h-9q7m-c3vx',
    severity: 'high',
    cwe: ['CWE-22'],
    range: '<2.3.4',
  };

  it('is read to its end, with a lock and without', () => {
    const vulnerabilities = Object.fromEntries(
      Array.from({ length: total }, (_, index) => [
        `p${index}`,
        entry(index, { ...advisory, source: index, padding: 'x'.repeat(150) }),
      ]),
    );
    const metadata = { vulnerabilities: { high: total, total }, dependencies: { total } };
    const bytes = Buffer.from(JSON.stringify({ auditReportVersion: 2, vulnerabilities, metadata }));
    const packages = Object.fromEntries(
      Array.from({ length: total }, (_, index) => [
        `node_modules/p${index}`,
        { version: '1.0.0', dependencies: { [`p${index + 1}`]: '1' } },
      ]),
    );
    const lock = lockOf(
      'package-lock.json',
      JSON.stringify({ packages: { '': { dependencies: { p0: '1' } }, ...packages } }),
    );
    expect(content(bytes, originWith([])).findings).toHaveLength(total);
    expect(bytes.length).toBeGreaterThan(megabytes * 900_000);
    expect(content(bytes, originWith([lock])).findings).toHaveLength(total);
  });
});
