import { describe, expect, it } from 'vitest';
import { findingsIn, originWith, resultsOf } from './sarif-samples.fixture.ts';

const origin = originWith(['package-lock.json', 'go.mod', 'pom.xml']);
const of = (uri: string, result: object, rule: object) => {
  const locations = [{ physicalLocation: { artifactLocation: { uri } } }];
  return findingsIn(resultsOf([{ locations, ...result }], [rule]), origin)[0];
};
/** Shapes as these tools write them, with packages and advisories that do not exist. */
const shapes: readonly (readonly [string, ReturnType<typeof of>, readonly string[], object | undefined])[] = [
  [
    'trivy',
    of(
      'package-lock.json',
      {
        ruleId: 'CVE-2020-0001',
        level: 'error',
        message: {
          text: 'Package: @acme/forms\nInstalled Version: 1.2.0\nVulnerability CVE-2020-0001\nSeverity: HIGH\nFixed Version: 1.2.1, 2.0.0\nLink: [CVE-2020-0001](https://example.org)',
        },
      },
      { id: 'CVE-2020-0001', name: 'LanguageSpecificPackageVulnerability', properties: { 'security-severity': '8.8' } },
    ),
    ['CVE-2020-0001'],
    { purl: 'pkg:npm/%40acme/forms@1.2.0', name: '@acme/forms', version: '1.2.0', fixed: '1.2.1' },
  ],
  [
    'osv-scanner',
    of(
      'file:///build/app/package-lock.json',
      {
        ruleId: 'CVE-2020-0002',
        level: 'warning',
        message: {
          text: "Package '@acme/forms@1.2.0' is vulnerable to 'CVE-2020-0002' (also known as 'GHSA-2222-3333-4444').",
        },
      },
      { id: 'CVE-2020-0002', deprecatedIds: ['CVE-2020-0002', 'GHSA-2222-3333-4444'] },
    ),
    ['CVE-2020-0002', 'GHSA-2222-3333-4444'],
    { purl: 'pkg:npm/%40acme/forms@1.2.0', fixed: null },
  ],
  [
    'grype',
    of(
      'image/app.jar',
      {
        ruleId: 'GHSA-2222-3333-4444-com.acme:forms',
        message: {
          text: 'A high vulnerability in java-archive package: com.acme:forms, version 1.0 was found at: /app.jar',
        },
      },
      {
        id: 'GHSA-2222-3333-4444-com.acme:forms',
        properties: { 'security-severity': '7.5', purls: ['pkg:maven/com.acme/forms@1.0'] },
      },
    ),
    ['GHSA-2222-3333-4444'],
    { purl: 'pkg:maven/com.acme/forms@1.0', name: 'com.acme:forms', version: '1.0' },
  ],
  [
    'an old grype',
    of('Dockerfile', { ruleId: 'ANCHOREVULN_app:1_CVE-2020-0003_npm_forms_1.0', ruleIndex: 0 }, { id: 'other' }),
    ['CVE-2020-0003'],
    undefined,
  ],
  [
    'snyk',
    of(
      'package.json',
      {
        ruleId: 'SNYK-JS-FORMS-1000001',
        level: 'error',
        message: { text: 'This file introduces a vulnerable forms package.' },
      },
      {
        id: 'SNYK-JS-FORMS-1000001',
        shortDescription: { text: 'High severity - Traversal in forms' },
        fullDescription: { text: '(CVE-2020-0004) forms@0.4.7' },
        properties: { tags: ['security', 'CWE-22', 'npm'] },
      },
    ),
    ['SNYK-JS-FORMS-1000001', 'CVE-2020-0004'],
    { purl: 'pkg:npm/forms@0.4.7', version: '0.4.7' },
  ],
  [
    'govulncheck',
    of(
      'go.mod',
      {
        ruleId: 'GO-2020-0005',
        level: 'error',
        message: { text: 'Your code calls vulnerable functions in 1 package.' },
      },
      { id: 'GO-2020-0005', properties: { tags: ['CVE-2020-0005', 'GHSA-2222-3333-5555'] } },
    ),
    ['GO-2020-0005', 'CVE-2020-0005', 'GHSA-2222-3333-5555'],
    undefined,
  ],
  [
    'dependency-check',
    of(
      'pom.xml',
      {
        ruleId: 'CVE-2020-0006',
        locations: [
          {
            physicalLocation: { artifactLocation: { uri: 'pom.xml' } },
            logicalLocations: [{ fullyQualifiedName: 'pkg:maven/com.acme/forms@2.0' }],
          },
        ],
      },
      { id: 'CVE-2020-0006' },
    ),
    ['CVE-2020-0006'],
    { purl: 'pkg:maven/com.acme/forms@2.0' },
  ],
];

describe('advisories and packages', () => {
  it.each(shapes)('of %s are found', (_tool, finding, advisories, packageFact) => {
    expect(finding?.category).toBe('dependency');
    expect(finding?.advisories).toEqual(advisories);
    if (packageFact === undefined) expect(finding?.package).toBeUndefined();
    else expect(finding?.package).toMatchObject(packageFact);
  });

  it('are not those that a rule for code mentions', () => {
    const rule = { id: 'java.log-injection', properties: { tags: ['CVE-2021-44228', 'external/cwe/cwe-117'] } };
    const finding = of('a.java', { ruleId: 'java.log-injection', message: { text: 'as in CVE-2021-44228' } }, rule);
    expect(finding).toMatchObject({ category: 'code', advisories: [] });
  });

  it.each(['xCVE-2020-00011x', 'CVE-20-1', 'CWE-79', 'NOTGHSA-2222-3333-4444', 'GHSA-2222-3333-444'])(
    'are none in %s',
    (ruleId) => {
      expect(of('a.js', { ruleId }, { id: ruleId })?.advisories).toEqual([]);
    },
  );

  it.each(['pkg:', 'pkg:npm', 'pkg:npm/', 'pkg:npm/%zz@1', 'nothing'])(
    'are read over a package URL that is none: %s',
    (purl) => {
      const finding = of('x', { ruleId: 'CVE-2020-0007', properties: { purl } }, { id: 'CVE-2020-0007' });
      expect(finding?.package).toBeUndefined();
    },
  );
});
