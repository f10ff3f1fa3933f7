import { describe, expect, it } from 'vitest';
import type { Threshold } from '../markdown/model.ts';
import { readThresholds } from '../markdown/thresholds.ts';
import { judgedFor, sample } from './samples.fixture.ts';

/** As the reader of the checklist gives them. */
function wanted(text: string): readonly Threshold[] {
  const { thresholds } = readThresholds(text, 1);
  if (thresholds.length === 0) throw new Error(`no threshold in: ${text}`);
  return thresholds;
}

function k6(text: string, measure?: string) {
  return judgedFor('k6', sample('k6-export-good.json.txt'), { ofItem: text === '' ? [] : wanted(text), measure });
}

const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');

describe('limits of an item', () => {
  it('are each compared with the measure that they name, or that has their unit', () => {
    const result = k6('Цель: 1000 RPS, p95 <200ms');
    expect(result.outcome).toBe('fail');
    expect(plain(result.seen)).toBe('request rate is 182.18 per s, wanted >= 1,000 per s');
    expect(plain(k6('Target: 100 RPS, p95 <200ms').seen)).toBe(
      'request rate is 182.18 per s, wanted >= 100 per s; p95 is 2.81 ms, wanted < 200 ms; 0 of 2 thresholds of the script broken, wanted 0',
    );
  });

  it.each([
    ['p95 <200ms', 'pass'],
    ['Latency p95 <2ms', 'fail'],
    ['Latency <200ms', 'pass'],
    ['Error rate <0.1%', 'pass'],
    ['p90 <200ms', 'pass'],
    ['throughput >= 100 rps', 'pass'],
    // Of another measure than any that the report has: never compared with the nearest one.
    ['Latency p99 <500ms', 'unknown'],
    ['Cold start <500ms', 'unknown'],
    ['Availability >99.9%', 'unknown'],
    // An alert, which points the other way.
    ['Высокая latency (p95 >500ms)', 'unknown'],
    ['Высокий error rate (>1%)', 'unknown'],
  ])('%s is %s by a summary of k6', (text, outcome) => {
    expect(k6(text).outcome).toBe(outcome);
  });

  it('that nobody gives leave a measure unproven', () => {
    expect(k6('')).toMatchObject({ outcome: 'unknown', seen: 'nobody says which number is wanted' });
    expect(k6('', 'thresholds')).toMatchObject({
      outcome: 'pass',
      value: '0 of 2\u00a0thresholds of the script broken',
    });
    expect(judgedFor('cobertura', sample('cobertura-c8-good.xml'), { ofItem: [] }).outcome).toBe('unknown');
  });

  it.each([
    ['Coverage должен быть >80%', 'pass'],
    ['Test coverage >= 80%', 'pass'],
    ['Branch coverage >80%', 'pass'],
    ['Mutation coverage >80%', 'unknown'],
    ['Cache hit rate >70%', 'unknown'],
    ['p95 <200ms', 'unknown'],
    ['Coverage <80%', 'unknown'],
  ])('%s is %s by a report of coverage', (text, outcome) => {
    expect(judgedFor('cobertura', sample('cobertura-c8-good.xml'), { ofItem: wanted(text) }).outcome).toBe(outcome);
  });

  it('of another kind are not proven by a report that has no faults', () => {
    const typed = wanted('Type hints coverage >80%');
    expect(judgedFor('mypy', sample('mypy-text-good.txt'), { ofItem: typed })).toMatchObject({
      outcome: 'unknown',
      mend: expect.stringContaining('--any-exprs-report'),
    });
    expect(judgedFor('mypy', sample('mypy-any-exprs-good.txt'), { ofItem: typed }).outcome).toBe('pass');
    expect(judgedFor('mypy', sample('mypy-any-exprs-bad.txt'), { ofItem: typed }).outcome).toBe('fail');
    expect(judgedFor('junit', sample('junit-pytest-good.xml'), { ofItem: wanted('Coverage >80%') })).toMatchObject({
      outcome: 'unknown',
      mend: expect.stringContaining('measure: failures'),
    });
  });

  it('of faults fail a report whatever else is not proven', () => {
    expect(judgedFor('junit', sample('junit-pytest-bad.xml'), { ofItem: wanted('Coverage >80%') }).outcome).toBe(
      'fail',
    );
  });

  it.each(['0 ошибок', '0 errors', '0 type errors', '0 TypeScript errors'])('"%s" is about errors', (text) => {
    expect(judgedFor('tsc', sample('tsc-7-good.txt'), { ofItem: wanted(text) }).outcome).toBe('pass');
    expect(judgedFor('tsc', sample('tsc-7-bad.txt'), { ofItem: wanted(text) }).outcome).toBe('fail');
  });

  it('of one severity leave the others to the checklist', () => {
    const moderate = Buffer.from(sample('npm-audit-bad.json.txt').toString().replaceAll('critical', 'moderate'));
    const asked = { ofItem: wanted('0 critical vulnerabilities') };
    const none = moderate.toString().replace('"moderate": 0', '"critical": 0');
    expect(judgedFor('npm-audit', Buffer.from(none), asked).outcome).toBe('pass');
    expect(judgedFor('npm-audit', sample('npm-audit-bad.json.txt'), asked).outcome).toBe('fail');
    expect(judgedFor('npm-audit', Buffer.from(none), { ofItem: [] }).outcome).toBe('fail');
  });

  it('never let a number of faults through that is meant of something else', () => {
    for (const text of ['Replicas >= 2', 'at most 3 retries', 'pylint src/ at least 8']) {
      expect(judgedFor('junit', sample('junit-pytest-bad.xml'), { ofItem: wanted(text) }).outcome).toBe('fail');
      expect(judgedFor('junit', sample('junit-pytest-good.xml'), { ofItem: wanted(text) }).outcome).toBe('unknown');
    }
  });
});

describe('a measure that the evidence names', () => {
  it('leaves the limits of other measures to other evidence', () => {
    expect(k6('1000 RPS, p95 <200ms', 'p95').outcome).toBe('pass');
    expect(k6('1000 RPS, p95 <200ms', 'rps').outcome).toBe('fail');
    const asked = { ofItem: wanted('Coverage >80%'), measure: 'failures' };
    expect(judgedFor('junit', sample('junit-pytest-good.xml'), asked).outcome).toBe('pass');
    expect(judgedFor('junit', sample('junit-pytest-bad.xml'), asked).outcome).toBe('fail');
  });

  it('is compared with a limit that says nothing or nothing known, and with no other percentile', () => {
    const cobertura = sample('cobertura-c8-bad.xml');
    expect(
      judgedFor('cobertura', cobertura, { ofItem: wanted('Backend quality >80%'), measure: 'branches' }).outcome,
    ).toBe('fail');
    expect(
      judgedFor('cobertura', cobertura, { ofItem: wanted('Branch coverage >10%'), measure: 'lines' }).outcome,
    ).toBe('unknown');
    expect(k6('p99 <500ms', 'p95').outcome).toBe('unknown');
  });

  it('must be in the report', () => {
    expect(k6('p99 <500ms', 'p99')).toMatchObject({
      outcome: 'unknown',
      seen: expect.stringContaining('expected the measure p99'),
    });
    expect(k6('p95 <200ms', '__proto__').outcome).toBe('unknown');
  });

  it('of another unit than the limit says what was expected', () => {
    const result = k6('Error rate <0.1%', 'p95');
    expect(result).toMatchObject({ outcome: 'unknown' });
    expect(result.seen).toContain('expected a limit of p95 in a unit of time, got `<0.1%`, which is in percent');
  });

  it('does not hide that k6 ended with a broken threshold', () => {
    expect(
      judgedFor('k6', sample('k6-export-bad.json.txt'), { ofItem: wanted('p95 <200ms'), measure: 'p95' }).outcome,
    ).toBe('fail');
  });
});
