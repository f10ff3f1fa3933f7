// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockText, describeMoment, lengthOf } from './moment';

const now = Date.parse('2026-11-20T10:20:30.000Z');
const minute = 60_000;
const milliseconds = {
  minutes: minute,
  hours: 60 * minute,
  days: 1440 * minute,
  months: 30.44 * 1440 * minute,
  years: 365.25 * 1440 * minute,
};

function said(iso: string, locale = 'en-GB') {
  const text = describeMoment(iso, now, locale);
  return text === null ? null : [text.at, text.ago === null ? null : `${text.ago.number} ${text.ago.unit}`];
}

describe('a moment', () => {
  it.each([
    ['2026-11-20T10:20:00.000Z', ['10:20', null]],
    ['2026-11-20T09:52:11.000Z', ['09:52', '28 minutes']],
    ['2026-11-20T00:00:00.000Z', ['00:00', '10 hours']],
    ['2026-11-19T16:40:00.000Z', ['Thu 16:40', '17 hours']],
    ['2026-11-15T09:31:00.000Z', ['Sun 09:31', '5 days']],
    ['2026-11-13T09:31:00.000Z', ['13 Nov', '7 days']],
    ['2026-09-01T09:31:00.000Z', ['1 Sept', '2 months']],
    ['2025-11-14T09:31:00.000Z', ['14 Nov 2025', '12 months']],
    ['2023-01-02T00:00:00.000Z', ['2 Jan 2023', '3 years']],
  ])('of %s is said as far as its distance needs', (iso, words) => {
    expect(said(iso)).toEqual(words);
  });

  it('is exact to the second in UTC', () => {
    expect(describeMoment('2026-11-20T12:52:11.900+03:00', now, 'en-GB')?.exact).toBe('20 Nov 2026, 09:52:11 UTC');
    expect(clockText(now, 'ru')).toBe('10:20:30 UTC');
  });

  it('that a clock ahead of ours has told is not in the future', () => {
    expect(said('2026-11-20T10:21:00.000Z')).toEqual(['10:21', null]);
  });

  it('is none when the text is no time', () => {
    expect(describeMoment('yesterday', now, 'en-GB')).toBeNull();
  });

  it('says days and months in the language of the words', () => {
    expect(said('2026-11-19T16:40:00.000Z', 'ru')).toEqual(['чт 16:40', '17 hours']);
  });
});

describe('a length of time', () => {
  it('is never said longer than it is, and by less than one of its unit shorter', () => {
    fc.assert(
      fc.property(fc.integer({ min: minute, max: 50 * milliseconds.years }), (length) => {
        const said = lengthOf(length);
        const unit = said === null ? 0 : milliseconds[said.unit];
        expect(said?.number).toBeGreaterThanOrEqual(1);
        expect(length - (said?.number ?? 0) * unit).toBeGreaterThanOrEqual(0);
        expect(length - (said?.number ?? 0) * unit).toBeLessThan(unit);
      }),
    );
  });

  it('is not said below a minute, nor when it is negative', () => {
    fc.assert(
      fc.property(fc.integer({ max: minute - 1 }), (length) => {
        expect(lengthOf(length)).toBeNull();
      }),
    );
  });
});
