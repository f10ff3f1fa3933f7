import { describe, expect, it } from 'vitest';
import { bareOf, covers, packagePattern } from './package-range.ts';

const isCovered = (text: string, purl: string, version: string | null) => {
  const pattern = packagePattern(text);
  if ('got' in pattern) throw new Error(pattern.got);
  return covers(pattern, { purl, version });
};

describe('a package of the allow list', () => {
  it.each([
    ['pkg:npm/table-press@>=2.0.0 <2.4.1', 'pkg:npm/table-press@2.3.0', '2.3.0', true],
    ['pkg:npm/table-press@>=2.0.0 <2.4.1', 'pkg:npm/table-press@2.4.1', '2.4.1', false],
    ['pkg:npm/table-press@>=2.0.0 <2.4.1', 'pkg:npm/table-press@1.9.9', '1.9.9', false],
    ['pkg:npm/table-press@>=2.0.0 <2.4.1', 'pkg:npm/table-press', null, false],
    ['pkg:npm/table-press@>=2.0.0 <2.4.1', 'pkg:npm/table-press@2.4.0-rc.1', '2.4.0-rc.1', true],
    ['pkg:npm/table-press', 'pkg:npm/table-press@9.0.0', '9.0.0', true],
    ['pkg:npm/table-press', 'pkg:npm/table-press', null, true],
    ['pkg:npm/table-press', 'pkg:npm/table-pressed@1.0.0', '1.0.0', false],
    ['pkg:npm/table-press', 'pkg:pypi/table-press@1.0.0', '1.0.0', false],
    ['pkg:npm/@acme/forms@^5', 'pkg:npm/%40acme/forms@5.1.0', '5.1.0', true],
    ['pkg:npm/%40acme/forms', 'pkg:npm/%40acme/forms@5.1.0', '5.1.0', true],
    ['pkg:npm/@acme/forms@^5', 'pkg:npm/%40acme/forms@6.0.0', '6.0.0', false],
    ['pkg:pypi/Py_YAML@<5.4', 'pkg:pypi/py-yaml@5.3.1', '5.3.1', true],
    ['pkg:pypi/pyyaml@>=5,<5.4', 'pkg:pypi/pyyaml@5.4', '5.4', false],
    ['pkg:pypi/pyyaml@~=5.3', 'pkg:pypi/pyyaml@5.3.1.post2', '5.3.1.post2', true],
    ['pkg:golang/golang.org/x/net@<0.38.0', 'pkg:golang/golang.org/x/net@v0.37.0', 'v0.37.0', true],
    [
      'pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1',
      'pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1',
      '2.14.1',
      true,
    ],
    [
      'pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1',
      'pkg:maven/org.apache.logging.log4j/log4j-core@2.14.2',
      '2.14.2',
      false,
    ],
  ])('%s covers %s: %s %s', (text, purl, version, covered) => {
    expect(isCovered(text, purl, version)).toBe(covered);
  });

  it.each([
    ['table-press', 'a package URL'],
    ['pkg:npm', 'a package URL'],
    ['pkg:npm/', 'a package URL'],
    ['pkg:npm/table-press@>=x.y', 'npm'],
    ['pkg:pypi/pyyaml@^5', 'PEP 440'],
    ['pkg:maven/a/b@[1,2)', 'one version'],
    ['', 'a package URL'],
  ])('is refused when it is %s', (text, expected) => {
    expect(packagePattern(text)).toMatchObject({ expected: expect.stringContaining(expected) });
  });

  it('has one spelling', () => {
    expect([bareOf('pkg:npm/%40acme/forms@5.1.0?a=b'), bareOf('pkg:pypi/Zope.Interface@6')]).toEqual([
      'pkg:npm/@acme/forms',
      'pkg:pypi/zope-interface',
    ]);
  });
});
