/**
 * The commits that `gitleaks git` is to look at, as git itself lists them: what gitleaks counts is compared with it, and what
 * a merge only passes on is told once.
 */
import type { NoAnswer, Trouble } from '../finding.ts';
import type { ScanContext, Tree } from '../ports.ts';
import type { Leak } from '../reports/gitleaks-leak.ts';
import { type GitleaksSettings, namesCommits } from './gitleaks-settings.ts';
import { runTool } from './program.ts';
import { counted } from './program-answer.ts';
import { lastWords } from './program-words.ts';

/**
 * Of `git log -p`, for git 2.31 or later. A merge shows what it has and its first parent has not: what it adds of its own is
 * in no other commit. A file with a NUL is text too, and so is what became a file in the place of a link.
 */
export const LOG_OPTIONS = '--full-history --diff-filter=d --text --diff-merges=first-parent --relative';

export interface Commits {
  readonly all: number;
  /** With a file in which something was written: gitleaks counts these, and older ones others too. */
  readonly written: number;
  /** Of each merge its parents without the first one. */
  readonly merges: ReadonlyMap<string, readonly string[]>;
}

export interface CommitsAsked {
  readonly tree: Tree;
  readonly context: ScanContext;
  readonly cwd: string;
  readonly set: Readonly<Record<string, string>>;
  readonly head: string;
}

const mend = 'See `git log --raw`, or run gitleaks by hand with `--log-level debug`';

/** Cheap beside the patches: trees alone are compared. */
export async function commitsOf({ tree, context, cwd, set, head }: CommitsAsked): Promise<Commits | NoAnswer> {
  const argv = ['log', '--format=%H %P', '--raw', '--abbrev=12', ...LOG_OPTIONS.split(' '), head];
  const end = await runTool({ argv: ['git', ...argv], cwd, context, tree, set, mend: 'Install git' });
  if ('trouble' in end) return { trouble: end.trouble };
  if (end.exitCode === 0) return commitsIn(end.stdout.toString('latin1'));
  const got = lastWords(end.stderr, [cwd, tree.root]) || `exit code ${end.exitCode} of git`;
  return { trouble: { expected: 'the commits of the history', got, mend } };
}

function commitsIn(log: string): Commits {
  const merges = new Map<string, readonly string[]>();
  let [all, written, isWritten] = [0, 0, false];
  for (const line of log.split('\n')) {
    const header = /^([0-9a-f]{40,64}) ?(.*)$/.exec(line);
    if (header === null) {
      if (!isWritten && writes(line)) [isWritten, written] = [true, written + 1];
      continue;
    }
    [isWritten, all] = [false, all + 1];
    const [, ...others] = (header[2] ?? '').split(' ');
    if (others.length > 0) merges.set(header[1] ?? '', others);
  }
  return { all, written, merges };
}

/** First digits of a file of no bytes, by SHA-1 and by SHA-256. */
const nothing = /^(?:e69de29bb2d1|473a0f4c3be8)/;

/** `:100644 100644 4bcfe98e640c d00491fd7e5b M	a`: not of a mode, a name or an empty file alone. */
function writes(line: string): boolean {
  const [, before, after = '', status, alike] = /^:\d+ \d+ (\S+) (\S+) ([A-Z])(\d*)\t/.exec(line) ?? [];
  if (status === undefined) return false;
  if (status === 'R' || status === 'C') return alike !== '100';
  return status === 'M' ? before !== after : !nothing.test(after);
}

/** What gitleaks says that it looked at, beside what is there. `scanned`: commits as its log counts them. */
export function notAll(
  scanned: number | undefined,
  commits: Commits | NoAnswer,
  settings: GitleaksSettings,
): Trouble | undefined {
  if ('trouble' in commits) return commits.trouble;
  const got = `${counted(scanned ?? 0, 'commit')} scanned`;
  if ((scanned ?? 0) > commits.all) return { expected: `at most ${counted(commits.all, 'commit')}`, got, mend };
  // Those that the trusted settings let through are not counted.
  if ((scanned ?? 0) >= commits.written || namesCommits(settings)) return undefined;
  return { expected: `${counted(commits.written, 'commit')} looked at`, got, mend };
}

/**
 * Without what a merge only brings: where the file of another parent holds the value too, the commit that wrote it is looked
 * at by itself. `prefix` is of the scanned folder, from the top.
 */
export async function ownOfMerges(
  leaks: readonly Leak[],
  commits: Commits | NoAnswer,
  asked: CommitsAsked & { readonly prefix: string },
): Promise<readonly Leak[]> {
  if ('trouble' in commits) return leaks;
  const parentsOf = ({ commit, file }: Leak) => (file.includes('\n') ? [] : (commits.merges.get(commit) ?? []));
  const nameOf = (parent: string, { file }: Leak) => `${parent}:${asked.prefix}${file}`;
  const names = new Set(leaks.flatMap((leak) => parentsOf(leak).map((parent) => nameOf(parent, leak))));
  const texts = await textsOf([...names], asked);
  const isBrought = (leak: Leak) => {
    const value = leak.secret === '' ? leak.match : leak.secret;
    return value !== '' && parentsOf(leak).some((parent) => texts.get(nameOf(parent, leak))?.includes(value));
  };
  return leaks.filter((leak) => !isBrought(leak));
}

/** Files by `commit:path`; those that are not there, and all where git does not tell, are missing. */
async function textsOf(
  names: readonly string[],
  { tree, context, cwd, set }: CommitsAsked,
): Promise<ReadonlyMap<string, Buffer>> {
  const found = new Map<string, Buffer>();
  if (names.length === 0) return found;
  const input = names.map((name) => `${name}\n`).join('');
  const end = await runTool({
    argv: ['git', 'cat-file', '--batch'],
    input,
    cwd,
    context,
    tree,
    set,
    mend: 'Install git',
  });
  if ('trouble' in end || end.exitCode !== 0) return found;
  let at = 0;
  for (const name of names) {
    const line = end.stdout.indexOf(10, at);
    const size = / blob (\d+)$/.exec(end.stdout.toString('utf8', at, Math.max(at, line)))?.[1];
    at = line + 1;
    if (line < 0 || size === undefined) continue;
    found.set(name, end.stdout.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return found;
}
