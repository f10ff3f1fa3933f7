/** Edge: the source at findings, for their identity and for GitHub's hash of the line. One file at a time is held. */
import type { RawFinding } from '../finding.ts';
import type { Tree } from '../ports.ts';
import { lineHasher } from './line-hash.ts';

export interface SourceLine {
  /** Unmasked: for comparing alone. */
  readonly text: string;
  /** All lines of the finding, when it has several. */
  readonly whole?: string;
  /** GitHub's `primaryLocationLineHash`. */
  readonly hash?: string;
}

/**
 * By the finding's index; nothing for those whose file or line the tree does not have. Paths of findings are from the top,
 * `prefix` is the tree's folder there, '' or with `/` at its end.
 */
export async function sourceLines(
  findings: readonly RawFinding[],
  tree: Tree,
  prefix: string,
  withHashes: boolean,
): Promise<ReadonlyMap<number, SourceLine>> {
  const lines = new Map<number, SourceLine>();
  const known = new Set(tree.files);
  for (const [path, indexes] of byPath(findings)) {
    const below = path.startsWith(prefix) ? path.slice(prefix.length) : undefined;
    if (below === undefined || !known.has(below)) continue;
    const text = await textOf(tree, below);
    if (text === undefined) continue;
    const lineAt = lineReader(text);
    const hashAt = withHashes ? lineHasher(text) : undefined;
    for (const index of indexes) {
      const { line = 1, endLine = line } = findings[index]?.location ?? {};
      const found = lineAt(line);
      if (found === undefined) continue;
      const hash = hashAt?.(line);
      const whole = endLine > line ? { whole: wholeOf(lineAt, line, endLine) } : {};
      lines.set(index, { text: found, ...whole, ...(hash === undefined ? {} : { hash }) });
    }
  }
  return lines;
}

function byPath(findings: readonly RawFinding[]): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  for (const [index, { location, commit }] of findings.entries()) {
    // A finding of the history says nothing of the line that stands there now.
    if (location === null || commit !== undefined) continue;
    const group = groups.get(location.path) ?? [];
    groups.set(location.path, group);
    group.push(index);
  }
  return groups;
}

/** As GitHub decodes it. A file that cannot be read gives no lines: its findings are told by what the scanner quotes. */
async function textOf(tree: Tree, path: string): Promise<string | undefined> {
  try {
    return (await tree.read(path)).toString('utf8');
  } catch {
    return undefined;
  }
}

/** Keys have some hundred lines at most. */
const MOST_LINES = 500;

function wholeOf(lineAt: (line: number) => string | undefined, from: number, to: number): string {
  const count = Math.min(to - from + 1, MOST_LINES);
  return Array.from({ length: count }, (_, index) => lineAt(from + index) ?? '').join('\n');
}

const LF = 0x0a;
const CR = 0x0d;
/** Longer lines (of minified files) count by their beginning. */
const LONGEST = 4_000;

function lineReader(text: string): (line: number) => string | undefined {
  const starts = [0];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === LF || (sign === CR && text.charCodeAt(at + 1) !== LF)) starts.push(at + 1);
  }
  return (line) => {
    const start = starts[line - 1];
    if (start === undefined) return undefined;
    const end = starts[line] ?? text.length;
    return text.slice(start, Math.min(end, start + LONGEST)).replace(/[\r\n]+$/, '');
  };
}
