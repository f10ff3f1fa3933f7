/** The scanner `secrets`: in the bundle, so that it is there where no other is. */
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { RawFinding, Trouble } from '../finding.ts';
import type { ScanContext, Scanned, Scanner, Tree } from '../ports.ts';
import { reportOf } from '../secrets/report.ts';
import { FileSearch } from '../secrets/search-file.ts';

/** Files read ahead while one is searched. */
const AHEAD = 16;
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
  const search = new FileSearch(new Set());
  const findings: RawFinding[] = [];
  const secrets = new Set<string>();
  const deadline = performance.now() + context.timeoutMs;
  let turn = performance.now();
  let bytes = 0;
  let binary = 0;
  for await (const file of filesOf(tree)) {
    if (performance.now() - turn > TURN) {
      await setImmediate();
      turn = performance.now();
      if (context.signal.aborted || turn > deadline) return { trouble: late(context) };
    }
    if ('trouble' in file) return file;
    bytes += file.content.length;
    const searched = await search.in(join(tree.root, file.path), file.content);
    if (searched === 'binary') {
      binary += 1;
      continue;
    }
    const reported = reportOf(file.path, searched.text, searched.found, () => undefined);
    findings.push(...reported.findings);
    for (const secret of reported.secrets) secrets.add(secret);
  }
  return { findings, secrets: [...secrets], version, seen: seenOf(tree.files.length - binary, bytes, binary) };
}

type Read = { readonly path: string; readonly content: Buffer } | { readonly trouble: Trouble };

/** In their order; some are read while others are searched. */
async function* filesOf(tree: Tree): AsyncGenerator<Read> {
  const ahead: Promise<Read>[] = [];
  for (const path of tree.files) {
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

function seenOf(files: number, bytes: number, binary: number): string {
  const size = `${counted(files, 'file')}, ${(bytes / 1e6).toFixed(1)} MB`;
  return binary === 0 ? size : `${size}; ${counted(binary, 'binary file')} not looked into`;
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}
