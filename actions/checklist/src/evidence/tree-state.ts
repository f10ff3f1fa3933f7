/** Whether a file of the working tree is what the commit has. */
import { createHash } from 'node:crypto';
import type { Git } from '@shipgate/kit/git';
import type { SeenFile } from '../ports.ts';

type State = Exclude<SeenFile['state'], null>;

/** Paths are from the top of the repository. */
export class TreeState {
  readonly head: string;
  private readonly git: Git;
  /** Path to the id of its blob. */
  private readonly committed: ReadonlyMap<string, string>;
  private readonly differing: ReadonlySet<string>;

  private constructor(git: Git, head: string, committed: ReadonlyMap<string, string>, differing: ReadonlySet<string>) {
    this.git = git;
    this.head = head;
    this.committed = committed;
    this.differing = differing;
  }

  /** Undefined in a repository without commits. Throws GitError. */
  static async of(git: Git): Promise<TreeState | undefined> {
    const head = git.head();
    if (head === null) return undefined;
    const [files, changes] = await Promise.all([git.listFiles(head, ''), git.changedFiles(head, '')]);
    const committed = new Map(files.map(({ path, sha }) => [path, sha]));
    return new TreeState(git, head, committed, new Set(changes.map(({ path }) => path)));
  }

  committedPaths(): Iterable<string> {
    return this.committed.keys();
  }

  /** `path` as asked for, `real` with links followed: a link that was bent to another file is a change too. */
  async stateOf(path: string, real: string, bytes: Buffer): Promise<State> {
    if (prefixesOf(path).some((prefix) => this.differing.has(prefix) && this.committed.has(prefix))) return 'changed';
    const blob = this.committed.get(real);
    if (blob === undefined) return 'made';
    if (this.differing.has(real)) return 'changed';
    return (await this.isContentOf(blob, real, bytes)) ? 'committed' : 'changed';
  }

  /** git believes marks in its index (`assume-unchanged`) and times of files, so the content itself is asked. */
  private async isContentOf(blob: string, path: string, bytes: Buffer): Promise<boolean> {
    if (blobId(bytes, blob.length) === blob) return true;
    const content = (await this.git.readFiles(this.head, [path])).get(path);
    if (content === undefined) return false;
    // A checkout may turn line ends, and Git LFS puts the file where the commit has a pointer to it.
    return (
      unixLines(content).equals(unixLines(bytes)) ||
      pointedTo(content) === createHash('sha256').update(bytes).digest('hex')
    );
  }
}

/** https://git-scm.com/book/en/v2/Git-Internals-Git-Objects */
function blobId(bytes: Buffer, hexDigits: number): string {
  const hash = createHash(hexDigits === 64 ? 'sha256' : 'sha1');
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

function unixLines(bytes: Buffer): Buffer {
  return bytes.includes('\r\n') ? Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1') : bytes;
}

/** https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md */
function pointedTo(content: Buffer): string | undefined {
  if (content.length > 1024) return undefined;
  const text = content.toString('latin1');
  if (!text.startsWith('version https://git-lfs.github.com/spec/v1\n')) return undefined;
  return /^oid sha256:([0-9a-f]{64})$/mu.exec(text)?.[1];
}

function prefixesOf(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
