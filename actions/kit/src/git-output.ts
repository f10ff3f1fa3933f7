/** Reads what git prints, and the little arithmetic on it. No process, no I/O. */
import { isUtf8 } from 'node:buffer';
import type { CommandResult } from './command.ts';

/** A file as a commit holds it. Submodules are no files. */
export interface CommittedFile {
  /** From the top of the repository, with /. */
  readonly path: string;
  /** 100644 file, 100755 program, 120000 symbolic link (its content is the target). */
  readonly mode: string;
  /** Id of the blob. */
  readonly sha: string;
}

export interface FileChange {
  /** A only in the working tree, D only in the base, M in both and (perhaps) different. A rename is D and A. */
  readonly status: 'A' | 'M' | 'D';
  readonly path: string;
}

/** git ran and could not do it. `message` is safe to show: no credentials, one line. */
export class GitError extends Error {
  readonly code: 'git-failed' | 'git-timed-out' | 'too-much-output' | 'file-not-found' | 'name-not-utf-8';
  constructor(code: GitError['code'], message: string) {
    super(message);
    this.name = 'GitError';
    this.code = code;
  }
}

/** Whether the text is a whole commit id (SHA-1 or SHA-256), which no option and no expression can be. */
export function isCommitId(value: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value);
}

export const text = (output: Buffer) => output.toString('utf8');

export function raise(code: GitError['code'], message: string): never {
  throw new GitError(code, message);
}

export function mergeChanges(differing: readonly FileChange[], untracked: readonly string[]): FileChange[] {
  const loose = new Set(untracked);
  // Taken out of the index and still there: git calls it deleted and untracked at once.
  const seen = differing.map((change) => (loose.delete(change.path) ? { ...change, status: 'M' as const } : change));
  const added = [...loose].map((path) => ({ status: 'A' as const, path }));
  return [...seen, ...added].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Lays edits of the working tree over changes of the index. */
export function mergeEdits(changes: readonly FileChange[], edits: readonly FileChange[]): FileChange[] {
  const merged = new Map(changes.map((change) => [change.path, change]));
  for (const edit of edits) {
    const isNew = merged.get(edit.path)?.status === 'A';
    if (isNew && edit.status === 'D') merged.delete(edit.path);
    else if (!isNew) merged.set(edit.path, edit);
  }
  return [...merged.values()];
}

/** Lines of `ls-tree -z` ("mode type id<TAB>path") and of `ls-files --stage -z` ("mode id stage<TAB>path"). */
export function treeEntries(output: Buffer): CommittedFile[] {
  return names(output).map((line) => {
    const tab = line.indexOf('\t');
    const fields = line.slice(0, tab).split(' ');
    return { path: line.slice(tab + 1), mode: fields[0] ?? '', sha: fields.find(isCommitId) ?? '' };
  });
}

export const isFile = (entry: CommittedFile) => entry.mode.startsWith('100') || entry.mode === '120000';

/** Contents in the order asked for; each is "id type size<LF>content<LF>". */
export function batchContents(output: Buffer, count: number): Buffer[] {
  const contents: Buffer[] = [];
  let at = 0;
  for (let number = 0; number < count; number += 1) {
    const end = output.indexOf(10, at);
    const size = Number(output.subarray(at, end).toString('latin1').split(' ')[2]);
    if (end < 0 || !Number.isInteger(size)) raise('git-failed', 'git cat-file gave an answer that cannot be read');
    contents.push(output.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  return contents;
}

export function names(output: Buffer): string[] {
  if (!isUtf8(output)) return raise('name-not-utf-8', `the name of a file is not UTF-8: ${oddName(output)}`);
  return text(output).split('\0').slice(0, -1);
}

/** The first one, as ASCII: `src/\xff.txt`. Its bytes are put so that no two names look alike. */
function oddName(output: Buffer): string {
  for (let start = 0; ; ) {
    const found = output.indexOf(0, start);
    const end = found < 0 ? output.length : found;
    const entry = output.subarray(start, end);
    if (!isUtf8(entry) || found < 0) return escaped(entry.toString('latin1').replace(/^\d{6} [^\t]*\t/, ''));
    start = end + 1;
  }
}

function escaped(bytes: string): string {
  return bytes.replace(/[^ -[\]-~]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

/** "exit 128: fatal: …": the first line that git printed, without the name and password that a URL may carry. */
export function failureOf(result: CommandResult): string {
  const lines = text(result.stderr).split(/[\r\n]+/);
  const line = lines.find((one) => /^(?:fatal|error):/.test(one)) ?? lines[0] ?? '';
  const how = result.timedOut
    ? 'timed out'
    : result.exitCode === null
      ? `ended by ${result.signal}`
      : `exit ${result.exitCode}`;
  const safe = line.replace(/:\/\/[^\s/@]*@/g, '://').slice(0, 300);
  return safe === '' ? how : `${how}: ${safe}`;
}

/** '' for the whole tree; without ./ and trailing /. */
export function plainFolder(folder: string): string {
  return folder.replace(/^\.(?:\/+|$)/, '').replace(/\/+$/, '');
}

/** Arguments that keep a command of git to a folder. */
export function below(folder: string): string[] {
  const path = plainFolder(folder);
  return path === '' ? [] : ['--', path];
}

/** Of `ls-tree`, which shows what is in a folder only when its name ends with /. */
export function inFolder(folder: string): string[] {
  const path = plainFolder(folder);
  return path === '' ? [] : ['--', `${path}/`];
}

/** Before git sees it. Throws TypeError. */
export function assertCommitId(value: string): void {
  if (!isCommitId(value)) throw new TypeError(`not a whole commit id: ${JSON.stringify(value)}`);
}

/** The error of a process that ended with another code than 0. */
export function failed(args: readonly string[], result: CommandResult): GitError {
  return new GitError('git-failed', `git ${args[0]} failed (${failureOf(result)})`);
}
