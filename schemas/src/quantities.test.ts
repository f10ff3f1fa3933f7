import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { durationText, limitOf, secondsOf, shareOf } from './quantities.ts';

describe('quantities', () => {
  it.each([
    ['15s', 15],
    ['5m', 300],
    ['24h', 86_400],
    ['500ms', 0.5],
    ['1.5s', 1.5],
    ['7d', 604_800],
    ['0s', 0],
  ])('%s is %d seconds', (text, seconds) => expect(secondsOf(text)).toBe(seconds));

  it.each(['5', 5, '-1s', '5 m', 's', '', '5min', '1e3s', null, undefined, [], {}, '5%', '__proto__', '1constructor'])(
    '%j is no duration',
    (value) => expect(secondsOf(value)).toBeUndefined(),
  );

  it.each([
    ['5%', 0.05],
    ['0.1%', 0.001],
    ['99.9%', 0.999],
    [0.05, 0.05],
    ['100%', 1],
    [0, 0],
  ])('%j is the share %d', (value, share) => expect(shareOf(value)).toBe(share));

  it.each(['101%', 1.5, -0.1, '5', 'off', Number.NaN, true, null, '-1%'])('%j is no share', (value) => {
    expect(shareOf(value)).toBeUndefined();
  });

  it.each([
    ['85%', 0.85],
    [1000, 1000],
    ['-5%', -0.05],
    ['2s', 2],
    ['250ms', 0.25],
    ['512MiB', 536_870_912],
    ['1GB', 1e9],
  ])('%j is the limit %d', (value, limit) => expect(limitOf(value)).toBe(limit));

  it('are written the way they are read', () => {
    expect([0, 0.5, 15, 90, 300, 1800, 86_400].map(durationText)).toEqual([
      '0s',
      '500ms',
      '15s',
      '90s',
      '5m',
      '30m',
      '1d',
    ]);
    fc.assert(
      fc.property(fc.nat(10_000_000), (milliseconds) => {
        expect(secondsOf(durationText(milliseconds / 1000))).toBe(milliseconds / 1000);
      }),
    );
  });
});
