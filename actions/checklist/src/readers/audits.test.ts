import { describe, expect, it } from 'vitest';
import { judged, refusalOf, reportOf, sample } from './samples.fixture.ts';

describe('npm audit', () => {
  /** Version 1, as npm 6 and pnpm write it: https://docs.npmjs.com/cli/v6/commands/npm-audit. */
  const first = (advisories: object, vulnerabilities: object, totalDependencies = 12) =>
    Buffer.from(
      JSON.stringify({
        actions: [],
        advisories,
        muted: [],
        metadata: { vulnerabilities, dependencies: totalDependencies, totalDependencies },
      }),
    );

  it('reads version 1', () => {
    const none = { info: 0, low: 0, moderate: 0, high: 0, critical: 0 };
    expect(judged('npm-audit', first({}, none))).toMatchObject({
      outcome: 'pass',
      seen: expect.stringContaining('in 12\u00a0packages'),
    });
    expect(judged('npm-audit', first({ 7: { module_name: 'minimist', severity: 'high' } }, none))).toMatchObject({
      outcome: 'fail',
      mend: 'Begin with minimist has a vulnerability of severity high',
    });
    expect(judged('npm-audit', first({}, { ...none, high: 1 })).outcome).toBe('fail');
    expect(judged('npm-audit', first({}, none, 0)).outcome).toBe('unknown');
  });

  it('has a measure for each severity', () => {
    const bad = sample('npm-audit-bad.json.txt');
    expect(judged('npm-audit', bad, '== 0', 'critical').outcome).toBe('fail');
    expect(judged('npm-audit', bad, '== 0', 'high').outcome).toBe('pass');
    expect(judged('npm-audit', bad, undefined, 'critical').outcome).toBe('fail');
  });

  it.each([
    ['{"error":{"code":"ENOLOCK","summary":"no lock"}}', 'an audit that did not happen'],
    ['{"message":"not found","error":{}}', 'an audit that did not happen'],
    ['{"auditReportVersion":2,"vulnerabilities":{}}', 'another shape'],
    [
      '{"auditReportVersion":2,"vulnerabilities":[],"metadata":{"vulnerabilities":{},"dependencies":{"total":3}}}',
      'another shape',
    ],
  ])('refuses %s', (text, why) => {
    expect(refusalOf('npm-audit', text)).toContain(why);
  });
});

describe('pip-audit', () => {
  const list = (...packages: readonly object[]) => Buffer.from(JSON.stringify(packages));

  it('reads the list of versions before 2.0', () => {
    expect(judged('pip-audit', list({ name: 'a', version: '1', vulns: [] })).outcome).toBe('pass');
    expect(judged('pip-audit', list({ name: 'a', version: '1', vulns: [{ id: 'PYSEC-1' }, {}] }))).toMatchObject({
      outcome: 'fail',
      seen: '2\u00a0vulnerabilities in 1\u00a0package, wanted 0',
      mend: 'Begin with a has PYSEC-1',
    });
  });

  it('does not pass with a package that it could not look at, unless it is the project itself', () => {
    const good = { name: 'a', vulns: [] };
    const skipped = judged('pip-audit', list(good, { name: 'b', skip_reason: 'Dependency not found on PyPI' }));
    expect(skipped).toMatchObject({ outcome: 'unknown', seen: 'pip-audit could not look at b' });
    expect(judged('pip-audit', list(good, { name: 'b', skip_reason: 'distribution marked as editable' })).outcome).toBe(
      'pass',
    );
    expect(judged('pip-audit', list({ name: 'b', skip_reason: 'distribution marked as editable' })).outcome).toBe(
      'unknown',
    );
  });

  it('fails by what it found although it skipped another', () => {
    expect(
      judged('pip-audit', list({ name: 'a', vulns: [{ id: 'X' }] }, { name: 'b', skip_reason: 'none' })).outcome,
    ).toBe('fail');
  });

  it('refuses packages of another shape', () => {
    expect(refusalOf('pip-audit', '[{"name":"a"}]')).toContain('another shape');
    expect(refusalOf('pip-audit', '{"dependencies":{}}')).toContain('another shape');
    expect(reportOf('pip-audit', sample('pip-audit-all-skipped.json.txt')).counted).toBe(0);
  });
});
