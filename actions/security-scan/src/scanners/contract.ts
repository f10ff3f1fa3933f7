/** Compares a contract (OpenAPI, Protocol Buffers) with the one of the base: what breaks those who use it is a finding. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import type { Trouble } from '../finding.ts';
import type { Detected, ScanContext, Scanned, Scanner, Tree } from '../ports.ts';
import { contractFinding } from '../reports/contract-finding.ts';
import { type ContractFiles, contractDocuments } from './contract-documents.ts';
import { isBelow, protobufFiles, workspaceOf } from './contract-protobuf.ts';
import { type ContractTool, compare, mendOf } from './contract-tools.ts';
import { runTool } from './program.ts';
import { lastWords, versionIn, words } from './program-words.ts';

export interface ContractSettings {
  readonly tool: ContractTool;
  /** From the top: the document of an API, or for buf the folder of a module; '' or `.` is the top itself. */
  readonly path: string;
}

/** A scanner for one contract; it has the name of its tool. */
export function contractScanner({ tool, path: written }: ContractSettings): Scanner {
  const path = plain(written);
  return {
    name: tool,
    comparesTrees: true,
    detect: (tree, context) => detect(tool, path, tree, context),
    scan: (tree, context) => scan(tool, path, tree, context),
  };
}

function plain(written: string): string {
  const path = posix.normalize(written.replaceAll('\\', '/')).replace(/\/$/, '');
  return path === '.' ? '' : path;
}

/** Whether the tree has the document, or anything of the module. */
function has(tool: ContractTool, tree: Tree, path: string): boolean {
  if (tool !== 'buf') return tree.files.includes(path);
  return tree.files.some((file) => isBelow(file, path) && file.endsWith('.proto'));
}

async function detect(tool: ContractTool, path: string, tree: Tree, context: ScanContext): Promise<Detected> {
  const { base, baseTrouble } = context;
  if (baseTrouble !== undefined) return { kind: 'unable', trouble: baseTrouble };
  const inHead = has(tool, tree, path);
  if (base === undefined && inHead) return { kind: 'nothing', why: 'no base to compare with' };
  if (!inHead && (base === undefined || !has(tool, base, path))) return { kind: 'unable', trouble: absent(tool, path) };
  const mend = mendOf(tool);
  const end = await runTool({ argv: [tool, '--version'], cwd: context.scratch, context, tree, mend });
  if ('trouble' in end) return { kind: 'unable', trouble: end.trouble };
  const version = versionIn(`${end.stdout.toString('utf8')}\n${end.stderr}`);
  if (end.exitCode === 0)
    return { kind: 'ready', version: version ?? 'built without a version', what: path || 'the top' };
  const got = lastWords(end.stderr) || `exit code ${end.exitCode}`;
  return { kind: 'unable', trouble: { expected: `${tool} that tells its version`, got, mend } };
}

function absent(tool: ContractTool, path: string): Trouble {
  const expected = tool === 'buf' ? `.proto files in ${path || 'the repository'}` : `the contract ${path}`;
  return { expected, got: 'no such file, in this change and in its base', mend: 'Correct the path of the contract' };
}

async function scan(tool: ContractTool, path: string, tree: Tree, context: ScanContext): Promise<Scanned> {
  const { base, baseTrouble } = context;
  if (baseTrouble !== undefined) return { trouble: baseTrouble, notRun: true };
  if (base === undefined) return { trouble: noBase, notRun: true };
  const [inHead, inBase] = [has(tool, tree, path), has(tool, base, path)];
  if (!inHead && !inBase) return { trouble: absent(tool, path) };
  if (!inHead) return { ...none, findings: [removed(path)], seen: '1 contract' };
  if (!inBase) return { ...none, seen: '1 new contract' };
  const folder = await mkdtemp(join(context.scratch, 'contract-'));
  try {
    return await compareIn(folder, { tool, path, tree, base, context });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const got = words(error.message, [folder, tree.root, base.root]);
    return { trouble: { expected: 'contracts that can be read', got, mend: `See ${path || 'the .proto files'}` } };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const none = { findings: [], secrets: [], version: null };
const noBase = { expected: 'a base to compare with', got: 'none', mend: 'Run on a pull request' };

function removed(path: string) {
  return contractFinding({
    ...{ rule: 'contract-removed', text: `the contract ${path || 'of the repository'} is gone`, where: '' },
    ...{ severity: 'high', location: path === '' ? null : { path } },
  });
}

/** Of Swagger 2 oasdiff compares the paths and, without a word, no schema of an answer. */
const versions = { oasdiff: /^openapi 3\.\d/, 'openapi-diff': /^(?:openapi 3\.0|swagger 2)/ } as const;

interface Sides {
  readonly tool: ContractTool;
  readonly path: string;
  readonly tree: Tree;
  readonly base: Tree;
  readonly context: ScanContext;
}

async function compareIn(folder: string, { tool, path, tree, base, context }: Sides): Promise<Scanned> {
  const [before, after] = [join(folder, 'base'), join(folder, 'head')];
  const root = tool === 'buf' ? await workspaceOf(path, context.trusted) : path;
  let count = 0;
  for (const [side, to] of [
    [base, before],
    [tree, after],
  ] as const) {
    const read =
      tool === 'buf'
        ? { files: await protobufFiles(side, root, context.trusted) }
        : await contractDocuments(side, path, versions[tool]);
    if ('trouble' in read) return side === base ? { trouble: ofBase(read.trouble) } : read;
    await layOut(read.files, to);
    count = Math.max(count, read.files.size);
  }
  if (tool === 'openapi-diff' && count > 1) return { trouble: severalFiles(count) };
  const scanned = await compare(tool, { tree, context, base: before, head: after, path: root, isOneFile: count === 1 });
  const seen = `${count.toLocaleString('en')} ${count === 1 ? 'file' : 'files'}`;
  return 'trouble' in scanned
    ? scanned
    : { ...scanned, seen: scanned.seen === null ? seen : `${seen}, ${scanned.seen}` };
}

/** It looks for referenced files where it runs, not beside the document. */
function severalFiles(count: number): Trouble {
  return {
    expected: 'a contract of one file for openapi-diff',
    got: `${count} files`,
    mend: 'Use oasdiff for this contract',
  };
}

/** Its place is not in this checkout. */
function ofBase({ expected, got, mend }: Trouble): Trouble {
  return { expected: `${expected}, on the base`, got, mend };
}

async function layOut(files: ContractFiles, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [path, content] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content, { flag: 'wx' });
  }
}
