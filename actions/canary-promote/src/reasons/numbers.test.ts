import { describe, expect, it } from 'vitest';
import { about, evidence, limit, rated, short, shortPercent, span, timesAsOften } from './numbers.ts';

describe('a number for people', () => {
  it.each([
    [0.004, 'under 0.01'],
    [0.159, '0.15'],
    [8.679, '8.67'],
    [58.79, '58.7'],
    [99.99, '99.9'],
    [107.9, '107'],
    [1234.5, '1,234'],
    [1e9, 'over 1,000,000'],
    [Number.POSITIVE_INFINITY, 'over 1,000,000'],
  ])('rounds evidence of %d down, so that nothing reads as a limit that it has not reached', (value, text) => {
    expect(evidence(value)).toBe(text);
  });

  it.each([
    [0, '0 s'],
    [0.5, '0.5 s'],
    [45, '45 s'],
    [150, '2 min 30 s'],
    [300, '5 min'],
    [3900, '1 h 5 min'],
    [86_400, '24 h'],
  ])('says %d seconds in units without zeros', (seconds, text) => {
    expect(span(seconds)).toBe(text);
  });

  it('gives a rate with the counts behind it, and no rate without requests', () => {
    expect(rated({ requests: 1474, bad: 44 })).toBe('2.99 % (44 of 1,474)');
    expect(rated({ requests: 0, bad: 0 })).toBe('no requests');
  });

  it('compares rates only where there is something to compare with, and the canary is worse', () => {
    const canary = { requests: 1474, bad: 44 };
    expect(timesAsOften(canary, { requests: 13_526, bad: 68 })).toBe('5.9 times');
    expect(timesAsOften(canary, { requests: 100_000, bad: 200 })).toBe('15 times');
    expect(timesAsOften(canary, { requests: 13_526, bad: 0 })).toBeUndefined();
    expect(timesAsOften(canary, { requests: 100, bad: 3 })).toBeUndefined();
  });

  it('keeps limits short', () => {
    expect([limit(1 / 0.01), limit(1 / 0.07), shortPercent(0.05), shortPercent(0.0125), short(2)]).toEqual([
      '100',
      '14.3',
      '5 %',
      '1.25 %',
      '2',
    ]);
  });

  it('says about, where nothing was counted', () => {
    expect([about(36.7), about(2.48), about(0.01)]).toEqual(['about 37', 'about 2.5', 'less than 0.1']);
  });
});
