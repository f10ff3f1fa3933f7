/** What the gate asks of outside, besides the kit's context. */
import type { NoAnswer, ReportContent, ReportRead, Trouble } from './finding.ts';
import type { Lockfile } from './lockfile/lockfile.ts';

/** Files that a scanner looks at: the checkout, or the base in a worktree of its own. */
export interface Tree {
  /** Absolute, without links. */
  readonly root: string;
  /** Regular files that git knows or does not ignore, from the root, with `/`, sorted; those that policy excludes are left out. */
  readonly files: readonly string[];
  /** Links that lead to a file of the repository, from the root; undefined: none. No scanner of files looks at them twice. */
  readonly links?: readonly string[];
  /** Links that lead elsewhere: out of the repository, to a folder, to nothing. */
  readonly lostLinks?: readonly string[];
  /** Folders of submodules, from the root: what is in them belongs to another repository. */
  readonly submodules?: readonly string[];
  /** Bytes of one of `files`, or of what one of `links` leads to; rejects when it cannot be read. */
  read(path: string): Promise<Buffer>;
}

/** Configuration that could weaken a scanner (.npmrc, .gitleaks.toml, .gitleaksignore): of the base, on a change. */
export interface TrustedFiles {
  /** undefined when the commit that decides has no such file. */
  read(path: string): Promise<Buffer | undefined>;
}

export interface ScanContext {
  readonly trusted: TrustedFiles;
  /** Milliseconds for this scanner. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** What programs may see of our environment; see kit's `allowedEnvironment`. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Allowances inside the code (`gitleaks:allow`, `# nosec`) count. Off unless the policy says otherwise. */
  readonly inline: boolean;
  /** An empty folder of this run, removed afterwards. */
  readonly scratch: string;
  /** Whether the commit, or a file that git does not ignore, lies in a folder (absolute, links followed): no program is taken from it. */
  isFilled?(folder: string): boolean;
  /** What this change started from, for scanners that compare two trees. undefined: there is none, as on a first push. */
  readonly base?: Tree;
  /** There must be a base, and it could not be had. `base` is undefined then. */
  readonly baseTrouble?: Trouble;
}

/** Whether a scanner can answer. `version` is what the tool says of itself. */
export type Detected =
  | { readonly kind: 'ready'; readonly version: string; readonly what: string }
  /** Nothing of its kind is in the tree. */
  | { readonly kind: 'nothing'; readonly why: string }
  /** Something is there, and the tool is not, or is one that cannot be used. `broken`: it is there and gave no answer. */
  | { readonly kind: 'unable'; readonly trouble: Trouble; readonly broken?: boolean };

/** not-run: the scanner never looked, and knows it. error: it looked, or tried to, and gave no answer. */
export type Scanned = ReportContent | (NoAnswer & { readonly notRun?: boolean });

/** Port: one scanner. Never rejects for what it finds or for what the tool does: that is an outcome. */
export interface Scanner {
  /** As policies and inputs name it. */
  readonly name: string;
  /** It compares the change with its base itself: all that it finds is new. */
  readonly comparesTrees?: boolean;
  detect(tree: Tree, context: ScanContext): Promise<Detected>;
  scan(tree: Tree, context: ScanContext): Promise<Scanned>;
}

/** Where a report came from, for the messages and for paths in it. */
export interface ReportOrigin {
  /** As people named it. */
  readonly file: string;
  /** Absolute path of the checkout: reports with absolute paths are of files below it. */
  readonly root: string;
  /** Whether a path from the top is a file of the checkout. */
  has(path: string): boolean;
  /** Lock files of the checkout, so that a finding of a package has the version that is installed and points at its line. */
  readonly locks?: readonly Lockfile[];
}

/** A report as its bytes, or as its text where it was read as such: of a large one both together are too much. */
export type ReportBytes = Uint8Array | string;

/** Port: one format of saved reports. Pure, and never throws, whatever the bytes are. */
export type ReportReader = (bytes: ReportBytes, origin: ReportOrigin) => ReportRead;
