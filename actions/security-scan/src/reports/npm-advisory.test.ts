import { describe, expect, it } from 'vitest';
import { fixedIn, idsOf, isIn, npmCommand, npmPurl } from './npm-advisory.ts';

describe('what a range says', () => {
  it.each([
    ['<2.3.4', '2.3.1', '2.3.4'],
    ['>=1.0.0 <1.2.3 || >=2.0.0 <2.0.5', '2.0.1', '2.0.5'],
    ['>=1.0.0 <1.2.3 || >=2.0.0 <2.0.5', null, null],
    ['<1.2.3 || >=1.2.3 <1.2.5', '1.0.0', '1.2.5'],
    ['<=2.3.2', '2.3.1', null],
    ['*', '1.0.0', null],
    ['<2.x', '1.0.0', '2.0.0'],
    ['no range', '1.0.0', null],
  ])('%s at %s is mended in %s', (range, version, fixed) => {
    expect(fixedIn(range, version)).toBe(fixed);
  });

  it('means what cannot be compared', () => {
    expect([isIn('1.0.0', '<2'), isIn('3.0.0', '<2'), isIn('words', '<2'), isIn('1.0.0', 'words')]).toEqual([
      true,
      false,
      true,
      true,
    ]);
  });
});

describe('ids, names and commands', () => {
  it('writes ids as their databases do, GHSA first', () => {
    expect(idsOf('https://github.com/advisories/ghsa-2F4H-9q7m-c3vx', ['cve-2021-23337'], 1)).toEqual([
      'GHSA-2f4h-9q7m-c3vx',
      'CVE-2021-23337',
    ]);
    expect(idsOf(undefined, [], undefined)).toEqual(['npm-advisory']);
  });
  it('writes purls of scopes', () => {
    expect(npmPurl('@acme/forms', '5.1.0')).toBe('pkg:npm/%40acme/forms@5.1.0');
  });
  it('quotes a folder that a shell would read otherwise', () => {
    expect(npmCommand("my site's/package-lock.json", 'update', 'a')).toBe("cd './my site'\\''s' && npm update a");
    expect(npmCommand('-x/package-lock.json', 'update', 'a')).toBe("cd './-x' && npm update a");
    expect(npmCommand('package-lock.json', 'install', 'a', 'latest; x')).toBeUndefined();
  });
});
