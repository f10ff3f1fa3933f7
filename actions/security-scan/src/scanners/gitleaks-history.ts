/** The history that `gitleaks git` looks at, and how git tells it: without what the checkout could say about it. */
import { readFile } from 'node:fs/promises';
import { devNull } from 'node:os';
import { join, resolve } from 'node:path';
import { isCommitId } from '@shipgate/kit/git';
import type { Trouble } from '../finding.ts';
import type { ScanContext, Tree } from '../ports.ts';
import { runTool } from './program.ts';
import { lastWords } from './program-words.ts';

export interface History {
  /** Of the working tree: `.git`, or a folder in it for a worktree. */
  readonly folder: string;
  readonly head: string;
  /** Of the tree from the top of the repository, with `/` at its end; '' for the top itself. */
  readonly prefix: string;
  readonly isShallow: boolean;
  /** Commits at which a shallow clone ends: git shows all of their files as added there. */
  readonly ends: ReadonlySet<string>;
}

export type HistoryFound =
  | { readonly kind: 'history'; readonly history: History }
  | { readonly kind: 'none'; readonly why: string }
  | { readonly kind: 'unable'; readonly trouble: Trouble };

const quiet = { GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: devNull, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };

export async function historyOf(tree: Tree, context: ScanContext): Promise<HistoryFound> {
  const trusted = ['-c', `safe.directory=${tree.root}`];
  const asked = ['--absolute-git-dir', '--show-prefix', '--git-path', 'shallow', '--verify', 'HEAD'];
  const end = await runTool({
    argv: ['git', ...trusted, 'rev-parse', ...asked],
    cwd: tree.root,
    ...{ context, tree, set: quiet, mend: 'Install git' },
  });
  if ('trouble' in end) return { kind: 'unable', trouble: end.trouble };
  const lines = end.stdout.toString('utf8').split('\n').slice(0, -1);
  const [folder = '', prefix = '', shallow = '', head = ''] = lines;
  if (end.exitCode === 0 && lines.length === 4 && isCommitId(head)) {
    const ends = await lineSet(resolve(tree.root, shallow));
    return { kind: 'history', history: { folder, prefix, head, ends, isShallow: ends.size > 0 } };
  }
  if (/not a git repository/.test(end.stderr)) return { kind: 'none', why: 'no git history' };
  if (lines.length === 3) return { kind: 'none', why: 'no commit yet' };
  const got = lastWords(end.stderr, [tree.root]) || 'an answer of git that cannot be read';
  return { kind: 'unable', trouble: { expected: 'the history in git', got, mend: 'See `git log`' } };
}

/** Lines of a file; none when it is not there. */
async function lineSet(file: string): Promise<ReadonlySet<string>> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return new Set(text.split('\n').filter((line) => line !== ''));
}

/**
 * Variables for git. The working tree is the folder given, and there is no index: `.gitattributes` of the checkout would
 * call a file binary, and of those git shows no content. Settings of the repository that change the form of `git log -p`
 * are set back.
 */
export function gitVariables(history: History, workTree: string): Readonly<Record<string, string>> {
  const settings = {
    ...{ 'diff.noprefix': 'false', 'diff.mnemonicPrefix': 'false', 'diff.external': '', 'diff.renames': 'true' },
    ...{ 'log.showRoot': 'true', 'log.showSignature': 'false', 'log.date': 'default', 'format.pretty': 'medium' },
    ...{ 'color.ui': 'false', 'core.attributesFile': devNull, 'core.quotePath': 'true', 'core.fsmonitor': 'false' },
  };
  const numbered = Object.entries(settings).flatMap(([key, value], number) => [
    [`GIT_CONFIG_KEY_${number}`, key],
    [`GIT_CONFIG_VALUE_${number}`, value],
  ]);
  return {
    ...quiet,
    ...{ GIT_DIR: history.folder, GIT_WORK_TREE: workTree, GIT_INDEX_FILE: join(workTree, '.no-index') },
    ...{ GIT_NO_REPLACE_OBJECTS: '1', GIT_OPTIONAL_LOCKS: '0', GIT_CONFIG_COUNT: String(Object.keys(settings).length) },
    ...Object.fromEntries(numbered),
  };
}
