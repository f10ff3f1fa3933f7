/** `.gitleaksignore`: fingerprints of findings that are let through, one a line. Pure. */
import { GitleaksFault } from './values.ts';

export interface Ignores {
  /** `lines`: where the match begins, and where the value does. */
  has(path: string, rule: string, lines: readonly number[]): boolean;
}

/** `file:rule:line`, and `commit:file:rule:line`, which is of the history and never of a file of the tree. */
const ENTRY = /^(?:(?<commit>[0-9a-f]{7,64}):)?(?<file>[^:]+):(?<rule>[^:]+):(?<line>\d+)$/i;

export function ignoresOf(file: string, text: string): Ignores {
  const known = new Set<string>();
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const groups = ENTRY.exec(line)?.groups;
    if (groups === undefined) throw malformed(file, index + 1, raw.length - raw.trimStart().length + 1);
    const path = (groups['file'] ?? '').replaceAll('\\', '/').replace(/^\.\//, '');
    if (groups['commit'] === undefined) known.add(`${path}:${groups['rule']}:${Number(groups['line'])}`);
  }
  return { has: (path, rule, lines) => lines.some((line) => known.has(`${path}:${rule}:${line}`)) };
}

function malformed(file: string, line: number, column: number): GitleaksFault {
  return new GitleaksFault({
    expected: 'a fingerprint `file:rule:line` or `commit:file:rule:line`, or a comment that begins with #',
    got: 'another text, which lets nothing through',
    mend: `Write it as gitleaks prints it, or remove it from ${file}`,
    place: { file, line, column },
  });
}
