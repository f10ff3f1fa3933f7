/** buf, oasdiff and openapi-diff: one run over two folders, of the base and of the change. */
import { join } from 'node:path';
import type { ReportContent, Trouble } from '../finding.ts';
import type { ReportOrigin, ReportReader, ScanContext, Scanned, Tree } from '../ports.ts';
import { readBuf } from '../reports/buf.ts';
import { readOasdiff } from '../reports/oasdiff.ts';
import { readOpenapiDiff } from '../reports/openapi-diff.ts';
import { placeless } from './placeless.ts';
import { runTool, type ToolEnd } from './program.ts';
import { words } from './program-words.ts';

export const contractTools = ['buf', 'oasdiff', 'openapi-diff'] as const;
export type ContractTool = (typeof contractTools)[number];

export interface Comparison {
  readonly tree: Tree;
  readonly context: ScanContext;
  /** Absolute, with the files of each side at their own paths. */
  readonly base: string;
  readonly head: string;
  /** The document, or the folder of the module. */
  readonly path: string;
  /** Whether the document is all there is. */
  readonly isOneFile: boolean;
}

interface Tool {
  argv(comparison: Comparison): readonly [string, ...string[]];
  readonly reader: ReportReader;
  /** Whether this end is an answer at all; the report decides which. */
  answers(end: ToolEnd): boolean;
  /** buf alone says nothing when nothing breaks. */
  readonly isSilentWhenClean: boolean;
}

/** Where buf breaks none of its rules it ends with 0, where it does with 100, and with 1 where it could not look. */
const buf: Tool = {
  argv: ({ base, head, path }) => [
    ...(['buf', 'breaking', join(head, path), '--against', join(base, path)] as const),
    ...['--error-format=json', '--disable-symlinks'],
  ],
  reader: readBuf,
  answers: ({ exitCode, stdout }) => (exitCode === 0 ? stdout.length === 0 : exitCode === 100),
  isSilentWhenClean: true,
};

const oasdiff: Tool = {
  argv: ({ base, head, path, isOneFile }) => [
    ...(['oasdiff', 'breaking', join(base, path), join(head, path), '--format', 'json'] as const),
    ...(isOneFile ? ['--allow-external-refs=false'] : []),
  ],
  reader: readOasdiff,
  answers: ({ exitCode }) => exitCode === 0,
  isSilentWhenClean: false,
};

/** It ends with 1 when something breaks, and when it could not look. */
const openapiDiff: Tool = {
  argv: ({ base, head, path }) => ['openapi-diff', join(base, path), join(head, path)],
  reader: readOpenapiDiff,
  answers: ({ exitCode, stdout }) => (exitCode === 0 || exitCode === 1) && stdout.length > 0,
  isSilentWhenClean: false,
};

const tools: Readonly<Record<ContractTool, Tool>> = { buf, oasdiff, 'openapi-diff': openapiDiff };

export function mendOf(tool: ContractTool): string {
  return `Install ${tool}, pinned, or leave this contract out`;
}

export async function compare(name: ContractTool, comparison: Comparison): Promise<Scanned> {
  const tool = tools[name];
  const { context, tree, head, base } = comparison;
  // Not in one of the folders: oasdiff takes settings from where it runs, and a contract may name a file as it likes.
  const request = { argv: tool.argv(comparison), cwd: context.scratch, context, tree, mend: mendOf(name) };
  const end = await runTool(request);
  if ('trouble' in end) return { trouble: end.trouble };
  if (!tool.answers(end)) return { trouble: brokenOff(name, end, [head, base, context.scratch]) };
  if (tool.isSilentWhenClean && end.exitCode === 0) return nothing;
  const read = tool.reader(end.stdout, originOf(name, comparison));
  return 'trouble' in read ? { trouble: placeless(read.trouble) } : withPlaces(read, comparison.path);
}

const nothing: ReportContent = { findings: [], secrets: [], version: null, seen: null };

function brokenOff(name: ContractTool, end: ToolEnd, folders: readonly string[]): Trouble {
  const lines = `${end.stderr}\n${end.stdout.toString('utf8')}`.split('\n').map((line) => line.trim());
  const got = words(lines.find((line) => line !== '') ?? '', folders) || `exit code ${end.exitCode} and no word`;
  return { expected: `a comparison by ${name}`, got, mend: `Run ${name} by hand and see what it says` };
}

function originOf(name: ContractTool, { head, tree }: Comparison): ReportOrigin {
  const files = new Set(tree.files);
  return { file: `the report of ${name}`, root: head, has: (path) => files.has(path) };
}

/** What breaks without a place is of the contract as a whole. */
function withPlaces(content: ReportContent, path: string): ReportContent {
  const findings = content.findings.map((finding) => ({ ...finding, location: finding.location ?? { path } }));
  return { ...content, findings };
}
