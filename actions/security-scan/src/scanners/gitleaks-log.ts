/**
 * What gitleaks says of its scan. Its exit code and its report tell too little: when git fails (no repository, a broken
 * object) or a file cannot be read it logs that, writes `[]` and ends with 0.
 */
import type { Trouble } from '../finding.ts';
import { words } from './program-words.ts';

export interface GitleaksLog {
  /** undefined: the scan came to its end and left nothing out. */
  readonly trouble: Trouble | undefined;
  /** How much was looked at: `12 commits, 2.04 KB`; null where it does not say. */
  readonly seen: string | null;
  /** Leaks as the last line counts them; undefined where there is no such line. */
  readonly leaks: number | undefined;
  /** Commits, as it counts those with something written; undefined where it scanned files. */
  readonly commits: number | undefined;
}

const mend = 'Run gitleaks by hand with `--log-level debug` and see what it says';

/**
 * Said at the end of every whole scan, by all versions that are asked: before 8.22 files have no count, but a line all the
 * same. Without it nobody knows whether anything was looked at.
 */
const told = { git: /\b(\d+) commits scanned/, dir: /\b(?:scanned ~\d+ bytes|scan completed in)\b/ };
const uncounted = { git: 'no word of how many commits were scanned', dir: 'no word of how much was scanned' };

/** `stderr` of a run with `--no-color`; `folders` are cut out of what is quoted. */
export function gitleaksLog(
  command: 'git' | 'dir',
  stderr: string,
  exitCode: number,
  folders: readonly string[],
): GitleaksLog {
  const lines = stderr.replace(/\u001b\[[0-9;]*m/g, '').split(/\r?\n/);
  const bad = lines.map((line) => faultIn(line)).find((fault) => fault !== undefined);
  const leaks = leaksIn(lines);
  const seen = [
    match(lines, /\b(\d+) commits scanned/, ' commits'),
    match(lines, /scanned ~\d+ bytes \(([^)]+)\)/, ''),
  ];
  const expected = 'a scan of gitleaks to its end';
  const got =
    bad ??
    (exitCode === 0 ? undefined : `exit code ${exitCode}`) ??
    (leaks === undefined ? 'none' : undefined) ??
    (lines.some((line) => told[command].test(line)) ? undefined : uncounted[command]);
  const commits = lines.map((line) => told.git.exec(line)?.[1]).find((count) => count !== undefined);
  return {
    trouble: got === undefined ? undefined : { expected, got: words(got, folders), mend },
    seen: seen.filter((part) => part !== '').join(', ') || null,
    leaks,
    commits: commits === undefined ? undefined : Number(commits),
  };
}

/** `4:03AM ERR [git] fatal: …` and the warnings after which something was not looked at. */
function faultIn(line: string): string | undefined {
  const [, level, text = ''] = /^\S+ (DBG|WRN|ERR|FTL|PNC)\s+(.*)$/.exec(line) ?? [];
  if (level === 'ERR' || level === 'FTL' || level === 'PNC') return text;
  if (level === 'WRN' && /^(?:skipping (?!archive|unknown archive)|issue reading|partial scan)/i.test(text))
    return text;
  // git was killed behind its back: it goes on with what came until then.
  if (level === 'DBG' && text.startsWith('command aborted')) return 'git ended before it had told all';
  return /^(?:panic: |fatal error: |Error: )/.test(line) ? line : undefined;
}

function leaksIn(lines: readonly string[]): number | undefined {
  for (const line of lines.toReversed()) {
    if (/\bno leaks found\s*$/.test(line)) return 0;
    const count = /\bleaks found: (\d+)\s*$/.exec(line)?.[1];
    if (count !== undefined) return Number(count);
  }
  return undefined;
}

function match(lines: readonly string[], pattern: RegExp, unit: string): string {
  const found = lines.map((line) => pattern.exec(line)?.[1]).find((part) => part !== undefined);
  return found === undefined
    ? ''
    : `${Number.isInteger(Number(found)) ? Number(found).toLocaleString('en') : found}${unit}`;
}
