/** Rules of a run, as GitHub's code scanning shows them. */
import { markdown } from '@shipgate/kit/escape';
import type { DecidedFinding } from '../decided.ts';
import type { Category, Severity } from '../finding.ts';
import { LONGEST, pascalCase, plainText, sentence } from './text.ts';

/** GitHub keeps 20 and shows 10: https://docs.github.com/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit */
const MOST_TAGS = 10;

/** GitHub's bounds are 9.0, 7.0, 4.0 and 0.1: a score in the middle of each. */
const scores: Readonly<Record<Severity, string>> = { critical: '9.5', high: '8.0', medium: '5.5', low: '3.0' };

export function levelOf(severity: Severity): 'error' | 'warning' | 'note' {
  if (severity === 'critical' || severity === 'high') return 'error';
  return severity === 'medium' ? 'warning' : 'note';
}

interface Words {
  readonly code: string;
  readonly name: string;
  readonly hurts: string;
  readonly mend: string;
}

const words: Readonly<Record<Category, Words>> = {
  secret: {
    code: 'secret-found',
    name: 'SecretFound',
    hurts: 'Whoever can read the repository can use it, and its history keeps it.',
    mend: 'Revoke it first, then remove it from every commit that has it.',
  },
  dependency: {
    code: 'vulnerable-package',
    name: 'VulnerablePackage',
    hurts: 'What is built with this package has the weakness of its advisory.',
    mend: 'Update the package to a version that is not affected, or remove it.',
  },
  code: {
    code: 'code-weakness',
    name: 'CodeWeakness',
    hurts: 'The code can be made to do what it should not.',
    mend: 'Change the line as the page of the rule says.',
  },
  manifest: {
    code: 'manifest-weakness',
    name: 'ManifestWeakness',
    hurts: 'The cluster does as the manifest says, from the next deployment on.',
    mend: 'Change the manifest as the page of the rule says.',
  },
  contract: {
    code: 'contract-broken',
    name: 'ContractBroken',
    hurts: 'Whoever calls this by the old contract breaks on the day it is deployed.',
    mend: 'Keep the old form beside the new one until nobody uses it.',
  },
};

export function ruleIdOf({ finding }: DecidedFinding): string {
  return plainText(finding.rule, LONGEST.name) || 'unnamed';
}

/** By its first finding, which is the worst: GitHub knows one severity for a rule. */
export function ruleOf(decided: DecidedFinding, scanner: string, docs: (code: string) => string): object {
  const { finding, severity } = decided;
  const { code, name, hurts, mend } = words[finding.category];
  const title = sentence(finding.title || finding.rule, LONGEST.description) || 'A finding.';
  const by = `Rule ${ruleIdOf(decided)} of ${plainText(scanner, 80)}.`;
  const page = [finding.helpUri, docs(code)].find((uri) => uri !== undefined && isPage(uri));
  return {
    id: ruleIdOf(decided),
    name: pascalCase(finding.category === 'dependency' ? name : finding.title) || name,
    shortDescription: { text: title },
    fullDescription: { text: sentence(`${title} ${by} ${hurts}`, LONGEST.description) },
    help: { text: helpText(by, hurts, mend, page), markdown: helpMarkdown(by, hurts, mend, page) },
    ...(page === undefined ? {} : { helpUri: page }),
    defaultConfiguration: { level: levelOf(severity) },
    properties: { 'security-severity': scores[severity], tags: tagsOf(decided) },
  };
}

/** A URI as the schema wants it: no space or other sign that would have to be encoded; beyond U+FFFF not even .NET knows encoded ones. */
function isPage(uri: string): boolean {
  return (
    !/%F[0-4]/i.test(uri) &&
    /^https?:\/\/[\w.~:/?#[\]@!$&'()*+,;=%-]+$/.test(uri) &&
    !/%(?![0-9A-Fa-f]{2})/.test(uri) &&
    URL.canParse(uri)
  );
}

function helpText(by: string, hurts: string, mend: string, page: string | undefined): string {
  return [by, `Hurts: ${hurts}`, `Mend: ${mend}`, ...(page === undefined ? [] : [`More: ${page}`])].join('\n');
}

function helpMarkdown(by: string, hurts: string, mend: string, page: string | undefined): string {
  const more = page === undefined ? [] : [`[More of it](<${page}>)`];
  return [markdown(by), `**Hurts:** ${hurts}`, `**Mend:** ${mend}`, ...more].join('\n\n');
}

/** `external/cwe/cwe-079`, as CodeQL writes them. */
function tagsOf({ finding, kev }: DecidedFinding): readonly string[] {
  const weaknesses = (finding.cwe ?? [])
    .map((cwe) => /^CWE-(\d{1,5})$/i.exec(cwe)?.[1])
    .filter((number) => number !== undefined)
    .map((number) => `external/cwe/cwe-${number.padStart(3, '0')}`);
  const aliases = finding.category === 'dependency' ? finding.advisories.map((id) => plainText(id, 100)) : [];
  const all = ['security', finding.category, ...(kev ? ['cisa-kev'] : []), ...weaknesses, ...aliases];
  return [...new Set(all)].slice(0, MOST_TAGS);
}
