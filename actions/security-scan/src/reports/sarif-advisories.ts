/** What a result says of weaknesses and advisories, in the places where tools put it. */
import { distinctIds, isAdvisory } from '../identity/advisories.ts';
import { at, listAt, textAt, textsAt } from './sarif-fields.ts';
import type { RuleOf } from './sarif-rules.ts';

/**
 * The advisory that a result is about, with its aliases; none for a rule that only mentions one. trivy and osv-scanner
 * take it as the rule's id, grype puts it before the package, snyk has its own with the CVE in the description.
 */
export function advisoriesOf(result: unknown, { id = '', rule }: RuleOf): readonly string[] {
  const own = idsIn(id);
  const said = textsAt(result, 'properties', 'advisories').filter(isAdvisory);
  if (own.length === 0 && said.length === 0 && !isOfPackages(rule)) return [];
  const aliases = [
    ...textsAt(rule, 'deprecatedIds'),
    ...['aliases', 'cve', 'cves', 'ghsa', 'tags'].flatMap((key) => textsAt(rule, 'properties', key)),
    ...['aliases', 'cve', 'cves', 'ghsa'].flatMap((key) => textsAt(result, 'properties', key)),
    ...['CVE', 'GHSA'].flatMap((key) => textsAt(rule, 'properties', 'identifiers', key)),
  ].filter(isAdvisory);
  const described = /^SNYK-/i.test(id) ? idsIn((textAt(rule, 'fullDescription', 'text') ?? '').slice(0, 200)) : [];
  return distinctIds([...said, ...own, ...aliases, ...described]);
}

const ID_INSIDE =
  /\b(?:CVE-\d{4}-\d{4,}|GHSA(?:-[23456789cfghjmpqrvwx]{4}){3}|PYSEC-\d{4}-\d+|RUSTSEC-\d{4}-\d{4}|GO-\d{4}-\d{4,}|MAL-\d{4}-\d+)(?![0-9a-z])/gi;

/** An id with a package behind it. */
const LONGEST = 500;

function idsIn(text: string): readonly string[] {
  return isAdvisory(text) ? [text] : (text.slice(0, LONGEST).replaceAll('_', ' ').match(ID_INSIDE) ?? []);
}

function isOfPackages(rule: unknown): boolean {
  return /PackageVulnerability$/.test(textAt(rule, 'name') ?? '');
}

/** `CWE-79`, from `external/cwe/cwe-079`, `CWE-79: …`, properties, taxa and relationships. */
export function weaknessesOf(result: unknown, rule: unknown): readonly string[] {
  const texts = [
    ...textsAt(rule, 'properties', 'tags'),
    ...['cwe', 'cwes', 'cwe_id'].flatMap((key) => [
      ...textsAt(rule, 'properties', key),
      ...textsAt(result, 'properties', key),
    ]),
  ];
  const taxa = [...listAt(result, 'taxa'), ...listAt(rule, 'relationships').map((each) => at(each, 'target'))]
    .filter((taxon) => /^cwe$/i.test(textAt(taxon, 'toolComponent', 'name') ?? ''))
    .map((taxon) => `CWE-${(textAt(taxon, 'id') ?? '').replace(/^CWE-/i, '')}`);
  const numbers = [...texts, ...taxa].map((text) => /(?:^|[^a-z])CWE[-: ]?0*([1-9]\d{0,4})(?!\d)/i.exec(text)?.[1]);
  return [...new Set(numbers.filter((number) => number !== undefined))].map((number) => `CWE-${number}`);
}
