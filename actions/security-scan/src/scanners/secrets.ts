/** The scanner `secrets`: in the bundle, so that it is there where no other is. */
import { setImmediate } from 'node:timers/promises';
import type { RawFinding, ReportContent, Trouble } from '../finding.ts';
import type { ScanContext, Scanned, Scanner, Tree } from '../ports.ts';
import type { Found } from '../secrets/found.ts';
import { CONFIG, IGNORE, loadPolicy, type UserPolicy } from '../secrets/gitleaks/load.ts';
import { Inline } from '../secrets/inline.ts';
import { Lines } from '../secrets/lines.ts';
import { reportOf, type Suppression } from '../secrets/report.ts';
import { FileSearch, type FileSearched } from '../secrets/search-file.ts';

/** Files read ahead while one is searched. */
const AHEAD = 16;
/** Bytes. */
const LARGEST = 256_000_000;
/** Milliseconds after which others may have their turn. */
const TURN = 40;

/** `version`: of the gate, since the scanner comes with it. */
export function secretsScanner(version: string): Scanner {
  return {
    name: 'secrets',
    async detect(tree) {
      if (tree.files.length === 0) return { kind: 'nothing', why: 'no files' };
      return { kind: 'ready', version, what: counted(tree.files.length, 'file') };
    },
    scan: (tree, context) => scan(tree, context, version),
  };
}

async function scan(tree: Tree, context: ScanContext, version: string): Promise<Scanned> {
  const policy = await loadPolicy(context.trusted);
  if ('trouble' in policy) return policy;
  const search = new FileSearch(policy);
  const sum = new Sum(policy, context.inline);
  const turns = new Turns(context);
  const wanted = tree.files.filter((path) => !search.allowsPath(path));
  for await (const file of filesOf(tree, wanted)) {
    if (await turns.over()) return { trouble: late(context), found: sum.content(version) };
    if ('trouble' in file) return { ...file, found: sum.content(version) };
    const searched = await searchedOf(search, tree.root, file);
    if ('trouble' in searched) return { ...searched, found: sum.content(version) };
    sum.add(file.path, file.content.length, searched);
  }
  const { findings, secrets } = sum;
  const files = { looked: wanted.length, allowed: tree.files.length - wanted.length };
  return { findings, secrets: [...secrets], version, seen: sum.seen(files) };
}

/** Lets others have their turn now and then, and sees whether there is time left. */
class Turns {
  private readonly signal: AbortSignal;
  private readonly deadline: number;
  private started = performance.now();

  constructor({ timeoutMs, signal }: ScanContext) {
    this.deadline = this.started + timeoutMs;
    this.signal = signal;
  }

  async over(): Promise<boolean> {
    if (performance.now() - this.started < TURN) return this.signal.aborted;
    await setImmediate();
    this.started = performance.now();
    return this.signal.aborted || this.started > this.deadline;
  }
}

/** What all files gave. */
class Sum {
  readonly findings: RawFinding[] = [];
  readonly secrets = new Set<string>();
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
): Promise<FileSearched | { readonly trouble: Trouble }> {
  const mend = 'Exclude it in the policy';
  if (content.length > LARGEST) {
    const got = `${Math.round(content.length / 1e6)} MB`;
    return { trouble: { expected: `a file of at most ${LARGEST / 1e6} MB`, got, mend, place: { file: path } } };
  }
  try {
    return await search.in(root, path, content);
  } catch (error) {
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
