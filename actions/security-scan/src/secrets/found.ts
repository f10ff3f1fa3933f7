/** What is found in one file, before it is a finding. */
import type { Severity } from '../finding.ts';

export interface Found {
  readonly rule: string;
  readonly title: string;
  /** null: whose rule it is gives none. */
  readonly severity: Severity | null;
  readonly page?: string;
  readonly revoke?: string;
  /** Of the value, in the text of the file. */
  readonly start: number;
  readonly end: number;
  /** Of all that the rule matches. */
  readonly match: { readonly start: number; readonly end: number };
  /** What must be kept out of all texts; the value itself where left out. */
  readonly values?: readonly string[];
  /** Behind `rule … matches`, where the form is not all that it should be. */
  readonly doubt?: string;
  /** By a rule of the user's `.gitleaks.toml`. */
  readonly users?: true;
  /** The lower one is told where two overlap. */
  readonly rank: number;
}

/** What looks like a secret and is none: other rules are not asked again about it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

/** One of all that overlap: the surest, then the first by rank; in the order of the file. */
export function distinct(found: readonly Found[]): Found[] {
  const best = found.toSorted((a, b) => a.rank - b.rank || a.start - b.start || b.end - a.end);
  const kept: Found[] = [];
  for (const each of best) if (!kept.some((other) => overlaps(each, other))) kept.push(each);
  return kept.sort((a, b) => a.start - b.start);
}
