/**
 * Allowances in the code: `gitleaks:allow` on the line of the finding (https://github.com/gitleaks/gitleaks#gitleaksallow), and the
 * comments of secretlint (https://github.com/secretlint/secretlint, secretlint-rule-filter-comments). They count when policy says so. Pure.
 */
import type { Found } from './found.ts';
import type { Lines } from './lines.ts';

const COMMENT = /secretlint-(disable-next-line|disable-line|disable|enable)\b([^\n]*)/g;
const RULE = /^@secretlint\/secretlint-rule-/;

interface Range {
  readonly from: number;
  to: number;
  /** Without names: all. */
  readonly rules: readonly string[];
}

export class Inline {
  private readonly ranges: readonly Range[];
  private readonly lines: Lines;

  constructor(text: string, lines: Lines) {
    this.lines = lines;
    this.ranges = text.includes('secretlint-') ? rangesOf(text, lines) : [];
  }

  /** The comment that lets it through, for people. */
  allows(found: Found): string | undefined {
    const first = this.lines.placeOf(found.match.start).line;
    const last = this.lines.placeOf(Math.max(found.match.start, found.match.end - 1)).line;
    for (let line = first; line <= last; line++) {
      if (this.lines.textOf(line).includes('gitleaks:allow')) return 'gitleaks:allow';
    }
    const range = this.ranges.find(
      ({ from, to, rules }) => found.start >= from && found.start < to && names(rules, found.rule),
    );
    return range === undefined ? undefined : 'secretlint-disable';
  }
}

function rangesOf(text: string, lines: Lines): Range[] {
  const ranges: Range[] = [];
  for (const match of text.matchAll(COMMENT)) {
    const rules = namesOf(match[2] ?? '');
    const { line } = lines.placeOf(match.index);
    const next = line + (match[1] === 'disable-next-line' ? 1 : 0);
    if (match[1] === 'disable') ranges.push({ from: match.index, to: text.length, rules });
    else if (match[1] === 'enable') close(ranges, match.index, rules);
    else {
      const { start, end } = lines.spanOf(next);
      ranges.push({ from: start, to: end, rules });
    }
  }
  return ranges;
}

/** Names of rules behind the comment; what stands behind `--` is for people, and the end of a comment is no name. */
function namesOf(rest: string): string[] {
  const [list = ''] = rest.split('--');
  return list
    .split(',')
    .map((name) => name.trim().replace(/\s*\*\/.*$/, ''))
    .filter((name) => /^[@\w/-]{3,}$/.test(name));
}

function close(ranges: readonly Range[], at: number, rules: readonly string[]): void {
  for (const range of ranges) {
    if (range.to > at && (rules.length === 0 || rules.some((rule) => range.rules.includes(rule)))) range.to = at;
  }
}

/** `@secretlint/secretlint-rule-github` means our kinds of GitHub's tokens too. */
function names(rules: readonly string[], rule: string): boolean {
  if (rules.length === 0) return true;
  return rules.some((name) => {
    const short = name.replace(RULE, '');
    return rule === short || rule === `secretlint/${short}` || rule.startsWith(`${short}-`);
  });
}
