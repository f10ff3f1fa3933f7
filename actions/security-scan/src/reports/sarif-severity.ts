/** How bad a result is, as far as its tool says so. */
import type { Severity } from '../finding.ts';
import { at, textAt, textsAt } from './sarif-fields.ts';

/**
 * What GitHub counts comes first: `security-severity` of the result or its rule. Then the tool's own word, in properties
 * or tags. Then the level, when the result or its rule gives one: what the standard puts in its place where there is none
 * (3.27.10: warning) is nobody's judgement of the finding, so then there is no severity.
 */
export function severityOf(result: unknown, rule: unknown): Severity | null {
  const score = scoreOf(result) ?? scoreOf(rule);
  if (score !== undefined) return score;
  const word = wordOf(result) ?? wordOf(rule) ?? tagOf(rule);
  if (word !== undefined) return word;
  const level = textAt(result, 'level') ?? textAt(rule, 'defaultConfiguration', 'level');
  return levels[level?.toLowerCase() ?? ''] ?? null;
}

const levels: Readonly<Record<string, Severity>> = { error: 'high', warning: 'medium', note: 'low' };

/** docs.github.com, "SARIF support for code scanning": above 9.0 critical, 7.0 to 8.9 high, 4.0 to 6.9 medium, 0.1 to 3.9 low; 0 says nothing. */
function scoreOf(holder: unknown): Severity | undefined {
  const given = at(holder, 'properties', 'security-severity');
  const score = typeof given === 'number' ? given : typeof given === 'string' ? Number(given.trim()) : Number.NaN;
  if (!(score > 0 && score <= 10)) return undefined;
  if (score >= 9) return 'critical';
  if (score >= 7) return 'high';
  return score >= 4 ? 'medium' : 'low';
}

const words: Readonly<Record<string, Severity | null>> = {
  critical: 'critical',
  blocker: 'critical',
  high: 'high',
  important: 'high',
  error: 'high',
  medium: 'medium',
  moderate: 'medium',
  warning: 'medium',
  low: 'low',
  minor: 'low',
  negligible: 'low',
  info: 'low',
  informational: 'low',
  note: 'low',
  // The tool says that it does not know.
  unknown: null,
  undefined: null,
  unspecified: null,
};

/** bandit says `issue_severity`, Black Duck `securityRisk`, most others `severity`. */
function wordOf(holder: unknown): Severity | null | undefined {
  for (const key of ['severity', 'issue_severity', 'securityRisk', 'impact']) {
    const word = textAt(holder, 'properties', key)?.trim().toLowerCase();
    if (word !== undefined && Object.hasOwn(words, word)) return words[word];
  }
  return undefined;
}

/** trivy has `"tags": ["vulnerability", "security", "HIGH"]`. */
function tagOf(rule: unknown): Severity | null | undefined {
  const tag = textsAt(rule, 'properties', 'tags').find((each) => /^(?:CRITICAL|HIGH|MEDIUM|LOW|UNKNOWN)$/.test(each));
  return tag === undefined ? undefined : words[tag.toLowerCase()];
}
