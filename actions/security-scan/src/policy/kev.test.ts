import { describe, expect, it } from 'vitest';
import { readKev } from './kev.ts';

const catalogue = (changes: object = {}) =>
  Buffer.from(
    JSON.stringify({
      title: 'CISA Catalog of Known Exploited Vulnerabilities',
      catalogVersion: '2026.11.14',
      dateReleased: '2026-11-14T15:00:12.3456Z',
      count: 2,
      vulnerabilities: [{ cveID: 'CVE-2021-44228' }, { cveID: 'cve-2023-1234' }],
      ...changes,
    }),
  );

describe('the catalogue of exploited vulnerabilities', () => {
  it('is read with its date, and its ids in upper case', () => {
    expect(readKev(catalogue())).toEqual({ date: '2026-11-14', cves: new Set(['CVE-2021-44228', 'CVE-2023-1234']) });
  });

  it('is read behind a byte order mark', () => {
    expect(readKev(Buffer.concat([Buffer.from('\ufeff'), catalogue()]))).toMatchObject({ date: '2026-11-14' });
  });

  it.each([
    ['no JSON', Buffer.from('{'), 'no JSON'],
    ['empty', Buffer.alloc(0), 'no JSON'],
    ['a list', Buffer.from('[]'), 'another shape'],
    ['null', Buffer.from('null'), 'another shape'],
    ['without a date', catalogue({ dateReleased: undefined }), 'dateReleased'],
    ['with a date that is none', catalogue({ dateReleased: '2026-13-40' }), 'dateReleased'],
    ['without entries', catalogue({ vulnerabilities: [], count: 0 }), 'no list'],
    ['with an entry without an id', catalogue({ vulnerabilities: [{ cveID: 'CVE-2021-44228' }, {}] }), 'entry 2 of 2'],
    ['cut', catalogue({ count: 3 }), '2'],
  ])('is refused when it is %s', (_what, bytes, got) => {
    expect(readKev(bytes)).toMatchObject({ got: expect.stringContaining(got) });
  });
});
