import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advisoryFault } from './advisory-id.ts';
import { dayFault } from './calendar-day.ts';
import { packageFault } from './package-pattern.ts';

const pad = (value: number, width: number) => String(value).padStart(width, '0');

describe('a day', () => {
  it('is one of the calendar, as dates are counted elsewhere', () => {
    const day = fc.tuple(fc.integer({ min: 1900, max: 2400 }), fc.nat(13), fc.nat(32));
    fc.assert(
      fc.property(day, ([year, month, date]) => {
        const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
        const time = new Date(Date.UTC(year, month - 1, date));
        expect(dayFault(text) === undefined).toBe(time.toISOString().startsWith(text));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['31.01.2027', 'write 2027-01-31'],
    ['1.2.2027', 'write 2027-02-01'],
    ['2027/1/5', 'write 2027-01-05'],
    ['20270131', 'write 2027-01-31'],
    ['2027-01-31T10:00:00Z', 'write 2027-01-31'],
    ['01/02/2027', 'write year, month and day with hyphens'],
    ['31.02.2027', 'write year, month and day with hyphens'],
    ['2027131', 'write year, month and day with hyphens'],
    ['never', 'write year, month and day with hyphens'],
  ])('in another form is told as it would be right: %s', (text, mend) => {
    expect(dayFault(text)?.do).toBe(mend);
  });
});

describe('an advisory', () => {
  it.each([
    ...['GHSA-7q2p-mm4x-c3vj', 'ghsa-7q2p-mm4x-c3vj', 'CVE-2026-0001', 'CVE-2026-1234567', 'PYSEC-2026-1', 'GO-2026-1'],
    ...[
      'RUSTSEC-2026-0012',
      'RHSA-2026:1234',
      'SUSE-SU-2026:1234-1',
      'USN-1234-1',
      'OSV-2026-1',
      'MAL-2026-1',
      'DSA-1-2',
    ],
    ...['SNYK-JS-TABLEPRESS-590103', 'UBUNTU-CVE-2026-0001', 'CGA-7q2p-mm4x-c3vj', 'sonatype-2026-1'],
  ])('has an id: %s', (id) => expect(advisoryFault(id)).toBeUndefined());

  it.each([
    ...[
      'GHSA-7q2p-mm4x',
      'GHSA-7q2p-mm4x-c3vj-x',
      'GHSA-0000-aaaa-1111',
      'CVE-26-1',
      'CVE-2026-1',
      'CVE-2026-X',
      'GO-1',
    ],
    ...['RUSTSEC-2026', 'PYSEC-1', 'CVE_2026_1234', '2026-1234', 'a b-1', 'CVE', 'https://example.com/CVE-2026-0001'],
  ])('has none: %s', (id) => expect(advisoryFault(id)).toBeDefined());

  it.each([
    ['GSHA-7q2p-mm4x-c3vj', 'did you mean "GHSA-7q2p-mm4x-c3vj"?'],
    ['CEV-2026-12345', 'did you mean "CVE-2026-12345"?'],
    ['RUSTSEK-2026-0012', 'did you mean "RUSTSEC-2026-0012"?'],
  ])('with a slip in its prefix is guessed: %s', (id, mend) => expect(advisoryFault(id)?.do).toBe(mend));
});

describe('a package', () => {
  it.each([
    ...['pkg:npm/a', 'pkg:npm/@acme/forms@>=2 <3', 'pkg:npm/%40acme/forms@^1.2 || 2.x', 'pkg:npm/a@>= 2.0.0, < 2.4.1'],
    ...[
      'pkg:npm/a@1.2.3 - 2.0',
      'pkg:npm/a@2.3.0-beta.1',
      'pkg:npm/a@*',
      'pkg:pypi/a@~=2.4, !=2.4.3',
      'pkg:pypi/a@2.4',
    ],
    ...[
      'pkg:pypi/a@==2.*',
      'pkg:pypi/a@1!2.0.post1',
      'pkg:golang/example.com/a/b@v1.8.0',
      'pkg:maven/org.a/b@1.0.Final',
    ],
  ])('is named: %s', (text) => expect(packageFault(text)).toBeUndefined());

  it.each([
    ...[
      'a',
      'npm/a',
      'pkg:npm',
      'pkg:/a',
      'pkg:npm/a b',
      'pkg:npm/a@',
      'pkg:npm/a@ ',
      'pkg:npm/a@>=',
      'pkg:npm/a@latest',
    ],
    ...[
      'pkg:npm/a@>=2 and <3',
      'pkg:npm/a@!=2',
      'pkg:npm/a@1 ||',
      'pkg:npm/a@1-beta',
      'pkg:pypi/a@,',
      'pkg:npm/a@[1.0,2.0)',
      'pkg:pypi/a@^1',
      'pkg:pypi/a@1.x',
    ],
    ...['pkg:maven/org.a/b@>1', 'pkg:generic/a@>1 <2', 'pkg:maven/org.a/b@[1.0,2.0)'],
  ])('is not named: %s', (text) => expect(packageFault(text)).toBeDefined());
});
