import { describe, expect, it } from 'vitest';
import { madeAt, madeAtEpoch } from './date.ts';

describe('madeAt', () => {
  it('reads ISO times with a zone', () => {
    expect(madeAt(['2026-11-28T03:00:00.123456+03:00'])).toEqual({ generatedAt: new Date('2026-11-28T00:00:00.123Z') });
    expect(madeAt(['2026-11-28T00:00:00Z'])).toEqual({ generatedAt: new Date('2026-11-28T00:00:00Z') });
  });

  it('takes a time without a zone for UTC and says so', () => {
    expect(madeAt(['2026-11-28T03:00:00'])).toEqual({ generatedAt: new Date('2026-11-28T03:00:00Z'), zone: 'unsaid' });
  });

  it('takes the oldest of several', () => {
    expect(madeAt(['2026-11-28T03:00:00Z', undefined, '2026-11-20T03:00:00Z'])).toEqual({
      generatedAt: new Date('2026-11-20T03:00:00Z'),
    });
  });

  it.each(['', 'yesterday', '2026-13-45T99:00:00Z', '2026-11-28', '12:00:00'])('gives nothing for %j', (text) => {
    expect(madeAt([text])).toEqual({});
  });
});

describe('madeAtEpoch', () => {
  it('tells seconds from milliseconds', () => {
    expect(madeAtEpoch(1_795_826_745)).toEqual({ generatedAt: new Date(1_795_826_745_000) });
    expect(madeAtEpoch(1_795_826_745_629)).toEqual({ generatedAt: new Date(1_795_826_745_629) });
  });

  it.each([undefined, 0, 12, Number.MAX_VALUE])('gives nothing for %s', (value) => {
    expect(madeAtEpoch(value)).toEqual({});
  });
});
