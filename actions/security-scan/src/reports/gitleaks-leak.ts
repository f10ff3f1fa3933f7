/** One leak of gitleaks in every form of its reports, and the finding that it is. */

import type { Location, RawFinding } from '../finding.ts';
import { digestOf } from '../masking/digest.ts';
import type { ReportOrigin } from '../ports.ts';
import { countAt, said, textAt } from './json.ts';
import { pathFromTop } from './report-path.ts';
import { secretValues, withoutValues } from './report-secrets.ts';

export interface Leak {
  readonly rule: string;
  /** Empty where the rule has none. */
  readonly description: string;
  /** As it is written. */
  readonly file: string;
  /** From 1; 0 for a rule that looks at the file's name alone. */
  readonly startLine: number;
  readonly endLine: number;
  /** What the rule matched, with the secret in it. */
  readonly match: string;
  readonly secret: string;
  /** Empty when it was found in files, not in the history. */
  readonly commit: string;
  /** As `.gitleaksignore` has it; empty where the form has none. */
  readonly fingerprint: string;
}

/** An entry of gitleaks 8, or the words for what is wrong with it. */
export function leakOf(entry: unknown): Leak | string {
  const rule = textAt(entry, 'RuleID');
  const file = textAt(entry, 'File');
  const startLine = countAt(entry, 'StartLine');
  if (rule === undefined || rule === '') return 'no RuleID';
  if (file === undefined) return 'no File';
  if (startLine === undefined) return 'no StartLine';
  return {
    ...{ rule, file, startLine, endLine: countAt(entry, 'EndLine') ?? startLine },
    ...{ description: textAt(entry, 'Description') ?? '', commit: textAt(entry, 'Commit') ?? '' },
    ...{ match: textAt(entry, 'Match') ?? '', secret: textAt(entry, 'Secret') ?? '' },
    fingerprint: textAt(entry, 'Fingerprint') ?? '',
  };
}

/** An entry of gitleaks 7 and older, which has the words of a rule and the whole line. */
export function oldLeakOf(entry: unknown): Leak | string {
  const rule = textAt(entry, 'rule');
  const file = textAt(entry, 'file');
  const startLine = countAt(entry, 'lineNumber');
  if (rule === undefined || rule === '') return 'no rule';
  if (file === undefined) return 'no file';
  if (startLine === undefined) return 'no lineNumber';
  const offender = textAt(entry, 'offender') ?? '';
  const match = textAt(entry, 'line') ?? '';
  // Of a key the offender is its first line; the line has the rest.
  const secret = secretValues(offender).length === 0 && offender.startsWith('-----') ? match : offender;
  const commit = textAt(entry, 'commit') ?? '';
  return { rule, file, startLine, endLine: startLine, description: rule, match, secret, commit, fingerprint: '' };
}

/** The values that must not be seen. What was matched is one where the secret is not a part of it. */
export function secretsOf({ secret, match }: Leak): readonly string[] {
  const values = secretValues(secret);
  const isQuoted = secret === '' || match === '' || match.includes(secret) || match.startsWith('file detected:');
  return isQuoted ? values : [...values, ...secretValues(match)];
}

/** Where it is in the checkout as far as the report tells: of a file that is not there any more, only the path. */
export function placeOf(leak: Leak, origin: Pick<ReportOrigin, 'root' | 'has'>): Location | null {
  const path = pathFromTop(leak.file, origin);
  if (path === undefined) return null;
  if (leak.startLine === 0 || (leak.commit !== '' && !origin.has(path))) return { path };
  return { path, line: leak.startLine, ...(leak.endLine > leak.startLine ? { endLine: leak.endLine } : {}) };
}

/**
 * gitleaks gives no severity, so the policy's `unknown-severity` decides (high unless it says otherwise). Its columns are
 * not taken over: they count bytes, from 1 in the first line of a piece that it reads and from 2 in all others, and are
 * those of the match, not of the secret.
 */
export function findingOf(leak: Leak, location: Location | null): RawFinding {
  const values = secretsOf(leak);
  const snippet = withoutValues(leak.match, [leak.secret, ...values]);
  return {
    category: 'secret',
    rule: leak.rule,
    title: titleOf(leak),
    severity: null,
    message: messageOf(leak, values),
    location,
    advisories: [],
    ...(snippet === '' ? {} : { snippet }),
    ...(values.length === 0 ? {} : { secretDigest: digestOf(values.join('\n')) }),
    ...(leak.commit === '' ? {} : { commit: leak.commit }),
    ...(leak.fingerprint === '' ? {} : { fingerprints: { gitleaks: leak.fingerprint } }),
  };
}

/** `Uncovered a GitHub Personal Access Token, potentially leading to …` names it behind its first word. */
function titleOf({ description, rule }: Leak): string {
  const words =
    /^(?:Uncovered|Identified|Detected|Discovered|Found|Identifies|Detects)\s+(?:(?:an?|the)\s+)?(?:(?:possible|potential)\s+)?([^,.]+)/.exec(
      description,
    )?.[1] ?? description;
  const title = said(words, 80);
  return title === '' ? said(rule, 80) : title;
}

function messageOf({ description, rule, commit, startLine }: Leak, values: readonly string[]): string {
  const what = description === '' || description === rule ? `Rule ${rule} of gitleaks matches.` : description;
  const line = startLine === 0 ? '' : `, line ${startLine} there`;
  const text =
    commit === '' ? what : `${/[.!?]$/.test(what) ? what : `${what}.`} In commit ${commit.slice(0, 12)}${line}.`;
  return withoutValues(text, values);
}
