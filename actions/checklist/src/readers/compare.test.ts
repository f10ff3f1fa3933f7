import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thresholdOf } from '../evidence/limit.ts';
import type { Threshold } from '../markdown/model.ts';
import { compare, judge } from './compare.ts';
import { count, faults, type Measure, type Report } from './measure.ts';

function limit(text: string): Threshold {
  const threshold = thresholdOf(text);
  if (threshold === undefined) throw new Error(`no limit: ${text}`);
  return threshold;
}

function share(value: number): Measure {
  return { value, unit: 'share', shown: '', words: ['coverage'], better: 'higher' };
}

const failures = faults(0, '0 failures', ['failures']);
const report: Report = {
  measures: new Map([['failures', failures]]),
  defaultMeasure: 'failures',
  findings: [],
  counted: 3,
};

describe('compare', () => {
  it.each([
    [0.784, '> 80%', 'fail', 'coverage is 78.4 %, wanted > 80 %'],
    [0.79996, '> 80%', 'fail', 'coverage is 79.99 %, wanted > 80 %'],
    [0.8, '> 80%', 'fail', 'coverage is 80 %, wanted > 80 %'],
    [0.8, '>= 80%', 'pass', 'coverage is 80 %, wanted >= 80 %'],
    [0.80001, '> 80%', 'pass', 'coverage is 80.01 %, wanted > 80 %'],
    [0.05, '1%-10%', 'pass', 'coverage is 5 %, wanted 1 to 10 %'],
  ])('of %d with %s is %s', (value, text, outcome, seen) => {
    const result = compare(share(value), limit(text));
    expect({ outcome: result.outcome, seen: result.seen.replaceAll('\u00a0', ' ') }).toEqual({ outcome, seen });
  });

  it('puts a non-breaking space before a unit', () => {
    const time: Measure = { value: 0.188, unit: 'seconds', shown: '', words: ['p95'] };
    expect(compare(time, limit('< 200ms'))).toMatchObject({
      value: '188\u00a0ms',
      threshold: '< 200\u00a0ms',
      outcome: 'pass',
    });
  });

  it('of another unit, and of no number, is unknown', () => {
    expect(compare(share(0.9), limit('< 200ms'))).toMatchObject({
      outcome: 'unknown',
      seen: 'expected coverage in seconds, got share',
    });
    expect(compare(share(Number.NaN), limit('> 80%')).outcome).toBe('unknown');
    expect(compare(share(Number.POSITIVE_INFINITY), limit('> 80%')).outcome).toBe('unknown');
  });

  it('never shows a number on the side of the limit on which it is not', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 9999 }), (value, limitOf) => {
        const bound = limit(`> ${limitOf / 100}%`);
        const shown = Number(compare(share(value), bound).value?.replace('\u00a0%', ''));
        expect(shown * 100 > limitOf).toBe(compare(share(value), bound).outcome === 'pass');
      }),
    );
  });
});

describe('a report', () => {
  it('that is about nothing proves nothing, and fails all the same by a fault', () => {
    expect(judge({ ...report, counted: 0 }, { ofItem: [] }).outcome).toBe('unknown');
    const broken = new Map([['failures', faults(1, '1 failure', ['failures'])]]);
    expect(judge({ ...report, measures: broken, counted: 0 }, { ofItem: [] }).outcome).toBe('fail');
  });

  it('that may be cut off can fail and cannot pass', () => {
    const incomplete = { why: 'it may be cut off', mend: 'Make it again' };
    expect(judge({ ...report, incomplete }, { ofItem: [] })).toMatchObject({
      outcome: 'unknown',
      seen: 'it may be cut off',
    });
    const some = new Map([['failures', faults(2, '2 failures', ['failures'])]]);
    expect(judge({ ...report, measures: some, incomplete }, { ofItem: [] }).outcome).toBe('fail');
    expect(judge({ ...report, measures: some, incomplete }, { ofItem: [], threshold: limit('<= 5') }).outcome).toBe(
      'unknown',
    );
  });

  it('is fit for a limit of faults that the evidence itself gives', () => {
    const some = new Map([['failures', faults(2, '2 failures', ['failures'])]]);
    expect(judge({ ...report, measures: some }, { ofItem: [], threshold: limit('<= 2') }).outcome).toBe('pass');
    expect(judge({ ...report, measures: some }, { ofItem: [], threshold: limit('>= 1') }).outcome).toBe('fail');
    expect(judge(report, { ofItem: [], threshold: limit('>= 0') }).outcome).toBe('unknown');
  });

  it('wants no faults also where a limit is about a count of something else', () => {
    const measures = new Map([
      ['failures', faults(1, '1 failure', ['failures'])],
      ['tests', count(100, '100 tests', ['tests'], 'higher')],
    ]);
    const asked = { ofItem: [{ ...limit('>= 50'), of: 'tests' }] };
    expect(judge({ ...report, measures }, asked).outcome).toBe('fail');
  });

  it('names its worst finding and its place as the repair', () => {
    const some = new Map([['failures', faults(1, '1 failure', ['failures'])]]);
    const at = (file: string) =>
      judge({ ...report, measures: some, findings: [{ text: 'E1', file, line: 3 }] }, { ofItem: [] });
    expect(at('src/a.ts')).toMatchObject({
      mend: 'Begin with src/a.ts:3: E1',
      location: { file: 'src/a.ts', line: 3 },
    });
    expect(at('…/a.ts').location).toBeUndefined();
  });
});
