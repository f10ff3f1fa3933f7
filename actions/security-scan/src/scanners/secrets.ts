/** The scanner `secrets`: in the bundle, so that it is there where no other is. */
import { setImmediate } from 'node:timers/promises';
import type { RawFinding, ReportContent, Trouble } from '../finding.ts';
import type { ScanContext, Scanned, Scanner, Tree } from '../ports.ts';
import { TooLate } from '../secrets/deadline.ts';
import type { Found } from '../secrets/found.ts';
import { CONFIG, IGNORE, loadPolicy, type UserPolicy } from '../secrets/gitleaks/load.ts';
import { Inline } from '../secrets/inline.ts';
import { Lines } from '../secrets/lines.ts';
import { reportOf, type Suppression } from '../secrets/report.ts';
import { FileSearch, type FileSearched, type Manner } from '../secrets/search-file.ts';
import { decodeAs } from '../secrets/text.ts';
import { fileEncodings } from './file-encodings.ts';
import { withTroubles } from './program-answer.ts';

/** Files read ahead while one is searched. */
const AHEAD = 16;
/** Bytes. */
const LARGEST = 256_000_000;
/** Milliseconds after which others may have their turn. */
const TURN = 40;

/** `version`: of the gate, since the scanner comes with it. `now`: milliseconds that only go up. */
export function secretsScanner(version: string, now: () => number = () => performance.now()): Scanner {
  return {
    name: 'secrets',
    async detect(tree) {
      if (tree.files.length === 0) return { kind: 'nothing', why: 'no files' };
      return { kind: 'ready', version, what: counted(tree.files.length, 'file') };
    },
    scan: (tree, context) => scan(tree, context, version, now),
  };
}

async function scan(tree: Tree, context: ScanContext, version: string, now: () => number): Promise<Scanned> {
  const policy = await loadPolicy(context.trusted);
  if ('trouble' in policy) return policy;
  const encodings = await fileEncodings(tree, context);
  if ('trouble' in encodings) return encodings;
  const search = new FileSearch(policy);
  const sum = new Sum(policy, context.inline);
  const turns = new Turns(context, now);
  const wanted = tree.files.filter((path) => !search.allowsPath(path));
  for await (const file of filesOf(tree, wanted)) {
    if (await turns.over()) return sum.ended(late(context), version);
    if ('trouble' in file) {
      sum.troubles.push(file.trouble);
      continue;
    }
    const encoding = encodings.get(file.path);
    const isInTime = await addFile(file, search, sum, { root: tree.root, encoding, turns });
    if (!isInTime) return sum.ended({ ...late(context), place: { file: file.path } }, version);
  }
  const files = { looked: wanted.length, allowed: tree.files.length - wanted.length };
  return withTroubles({ ...sum.content(version), seen: sum.seen(files) }, sum.troubles);
}

interface Surroundings {
  readonly root: string;
  readonly encoding: string | undefined;
  readonly turns: Turns;
}

/** False: its search would take more time than there is. */
async function addFile(
  file: Content,
  search: FileSearch,
  sum: Sum,
  { root, encoding, turns }: Surroundings,
): Promise<boolean> {
  const encoded = encoding === undefined ? undefined : decodeAs(file.content, encoding);
  if (encoding !== undefined && encoded === undefined) sum.troubles.push(unknownEncoding(file.path));
  const check = () => turns.check();
  const searched = await searchedOf(search, root, file, { check, ...(encoded === undefined ? {} : { encoded }) });
  if ('late' in searched) return false;
  if ('trouble' in searched) sum.troubles.push(searched.trouble);
  else sum.add(file.path, file.content.length, searched);
  return true;
}

function unknownEncoding(file: string): Trouble {
  return {
    expected: 'a text in an encoding that is known here',
    got: 'a working-tree-encoding in .gitattributes that is not',
    mend: 'Name an encoding that browsers know, or UTF-32 or UTF-7, or keep the file in UTF-8',
    place: { file },
  };
}

/** Lets others have their turn now and then, and sees whether there is time left. */
class Turns {
  private readonly signal: AbortSignal;
  private readonly now: () => number;
  private readonly deadline: number;
  private started: number;

  constructor({ timeoutMs, signal }: ScanContext, now: () => number) {
    this.now = now;
    this.started = now();
    this.deadline = this.started + timeoutMs;
    this.signal = signal;
  }

  async over(): Promise<boolean> {
    if (this.now() - this.started < TURN) return this.signal.aborted;
    await setImmediate();
    this.started = this.now();
    return this.signal.aborted || this.started > this.deadline;
  }

  /** Inside of a file; throws TooLate. */
  check(): void {
    if (this.signal.aborted || this.now() > this.deadline) throw new TooLate();
  }
}

/** What all files gave. */
class Sum {
  readonly findings: RawFinding[] = [];
  readonly secrets = new Set<string>();
  /** Of files that were not looked at, or not to their end. */
  readonly troubles: Trouble[] = [];
  private bytes = 0;
  private binary = 0;
  private allowed = 0;
  private readonly policy: UserPolicy;
  private readonly inline: boolean;

  constructor(policy: UserPolicy, inline: boolean) {
    this.policy = policy;
    this.inline = inline;
  }

  add(path: string, bytes: number, searched: FileSearched): void {
    const text = searched.kind === 'text' ? searched.text : '';
    if (searched.kind === 'text') {
      this.bytes += bytes;
      this.allowed += searched.allowed;
    } else this.binary += 1;
    if (searched.found.length === 0) return;
    const lines = new Lines(text);
    const comments = this.inline ? new Inline(text, lines) : undefined;
    const reported = reportOf(path, text, searched.found, lines, (found) =>
      this.suppression(path, found, lines, comments),
    );
    for (const finding of reported.findings) this.findings.push(finding);
    for (const secret of reported.secrets) this.secrets.add(secret);
  }

  private suppression(path: string, found: Found, lines: Lines, comments: Inline | undefined): Suppression | undefined {
    const places = [lines.placeOf(found.match.start).line, lines.placeOf(found.start).line];
    if (this.policy.ignores.has(path, found.rule, places)) return { kind: 'external', reason: IGNORE };
    const comment = comments?.allows(found);
    return comment === undefined ? undefined : { kind: 'in-source', reason: comment };
  }

  /** What was found so far, when something keeps the rest from being looked at. */
  content(version: string): ReportContent {
    return { findings: this.findings, secrets: [...this.secrets], version, seen: null };
  }

  /** Before all files were looked at. */
  ended(trouble: Trouble, version: string): Scanned {
    return withTroubles(this.content(version), [trouble, ...this.troubles]);
  }

  seen({ looked, allowed }: { readonly looked: number; readonly allowed: number }): string {
    const parts = [`${counted(looked - this.binary, 'file')}, ${(this.bytes / 1e6).toFixed(1)} MB`];
    if (this.binary > 0) parts.push(`${counted(this.binary, 'binary file')} not looked into`);
    if (allowed > 0) parts.push(`${counted(allowed, 'file')} let through by ${CONFIG}`);
    if (this.allowed > 0) parts.push(`${counted(this.allowed, 'finding')} let through by ${CONFIG}`);
    if (this.policy.config?.useDefault === false) parts.push(`by the rules of ${CONFIG} alone`);
    return parts.join('; ');
  }
}

interface Content {
  readonly path: string;
  readonly content: Buffer;
}
type Read = Content | { readonly trouble: Trouble };

/** A file that is no file of a repository: GitHub takes none above 100 MB. Nothing of an error's own text is told: it may quote the file. */
async function searchedOf(
  search: FileSearch,
  root: string,
  { path, content }: Content,
  manner: Manner,
): Promise<FileSearched | { readonly trouble: Trouble } | { readonly late: true }> {
  const mend = 'Exclude it in the policy';
  if (content.length > LARGEST) {
    const got = `${Math.round(content.length / 1e6)} MB`;
    return { trouble: { expected: `a file of at most ${LARGEST / 1e6} MB`, got, mend, place: { file: path } } };
  }
  try {
    return await search.in(root, path, content, manner);
  } catch (error) {
    if (error instanceof TooLate) return { late: true };
    const got = error instanceof Error ? error.name : 'an error';
    return { trouble: { expected: 'a file that can be searched', got, mend, place: { file: path } } };
  }
}

/** In their order; some are read while others are searched. */
async function* filesOf(tree: Tree, paths: readonly string[]): AsyncGenerator<Read> {
  const ahead: Promise<Read>[] = [];
  for (const path of paths) {
    ahead.push(read(tree, path));
    if (ahead.length > AHEAD) yield (await ahead.shift()) as Read;
  }
  for (const each of ahead) yield await each;
}

async function read(tree: Tree, path: string): Promise<Read> {
  try {
    return { path, content: await tree.read(path) };
  } catch (error) {
    const got = error instanceof Error && 'code' in error ? String(error.code) : 'an error';
    return {
      trouble: {
        expected: 'a file that can be read',
        got,
        mend: 'Make it readable, or exclude it in the policy',
        place: { file: path },
      },
    };
  }
}

function late({ timeoutMs, signal }: ScanContext): Trouble {
  return {
    expected: `all files searched within ${timeoutMs / 1000} s`,
    got: signal.aborted ? 'the run was stopped' : 'more time needed',
    mend: 'Raise the timeout, or exclude what is not yours in the policy',
  };
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}
