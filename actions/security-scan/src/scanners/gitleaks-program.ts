/** The program gitleaks: whether it is there and new enough, and one run of it. */
import { readFile } from 'node:fs/promises';
import type { NoAnswer, Trouble } from '../finding.ts';
import type { Detected, ScanContext, Tree } from '../ports.ts';
import { readLeaks } from '../reports/gitleaks.ts';
import type { Leak } from '../reports/gitleaks-leak.ts';
import { gitleaksLog } from './gitleaks-log.ts';
import { placeless } from './placeless.ts';
import { runTool, type ToolEnd } from './program.ts';
import { lastWords, versionIn } from './program-words.ts';

/** The commands `git` and `dir` came with it; before there was `detect` alone. */
const oldest = [8, 19] as const;
const mend = `Install gitleaks ${oldest.join('.')} or newer, pinned, or leave this scanner out`;

/** Whether gitleaks can be asked. A build without a version (`go install`) is asked whether it knows the command. */
export async function detectGitleaks(
  tree: Tree,
  context: ScanContext,
  command: 'git' | 'dir',
  what: string,
): Promise<Detected> {
  const request = { cwd: context.scratch, context, tree, mend };
  const said = await runTool({ ...request, argv: ['gitleaks', 'version'] });
  if ('trouble' in said) return { kind: 'unable', trouble: said.trouble };
  const version = versionIn(said.stdout.toString('utf8'));
  if (version !== null) return isOld(version) ? unable(version) : { kind: 'ready', version, what };
  const help = await runTool({ ...request, argv: ['gitleaks', command, '--help'] });
  if ('trouble' in help) return { kind: 'unable', trouble: help.trouble };
  const knows = help.exitCode === 0 && help.stdout.toString('utf8').includes(`gitleaks ${command} `);
  if (knows) return { kind: 'ready', version: 'built without a version', what };
  return unable(`one without the command \`gitleaks ${command}\``);
}

function unable(got: string): Detected {
  return { kind: 'unable', trouble: { expected: `gitleaks ${oldest.join('.')} or newer`, got, mend } };
}

function isOld(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < oldest[0] || (major === oldest[0] && minor < oldest[1]);
}

export interface GitleaksRun {
  readonly tree: Tree;
  readonly context: ScanContext;
  readonly command: 'git' | 'dir';
  /** Flags of the command and what it scans. */
  readonly args: readonly string[];
  readonly cwd: string;
  /** Path of the report, absolute. */
  readonly report: string;
  readonly set?: Readonly<Record<string, string>>;
}

export interface GitleaksAnswer {
  readonly leaks: readonly Leak[];
  readonly seen: string | null;
  /** Of `git`: as many as its log counts. */
  readonly commits: number | undefined;
  /** The scan broke: what it found until then is not all. */
  readonly trouble: Trouble | undefined;
}

/** Runs it and believes report and log only where they agree. */
export async function runGitleaks(run: GitleaksRun): Promise<GitleaksAnswer | NoAnswer> {
  const flags = ['--no-banner', '--no-color', '--exit-code=0', '--report-format=json', `--report-path=${run.report}`];
  if (!run.context.inline) flags.push('--ignore-gitleaks-allow');
  const argv: [string, ...string[]] = ['gitleaks', run.command, ...flags, ...run.args];
  const end = await runTool({ argv, mend, cwd: run.cwd, context: run.context, tree: run.tree, set: run.set ?? {} });
  if ('trouble' in end) return { trouble: end.trouble };
  return await answerOf(end, run);
}

async function answerOf(end: ToolEnd, { command, report, cwd, tree }: GitleaksRun): Promise<GitleaksAnswer | NoAnswer> {
  const folders = [cwd, tree.root];
  const log = gitleaksLog(command, end.stderr, end.exitCode, folders);
  const bytes = await readFile(report).catch(() => undefined);
  if (bytes === undefined) return { trouble: log.trouble ?? noReport(end, folders) };
  const read = readLeaks(bytes, { file: 'the report of gitleaks' });
  if ('trouble' in read) return { trouble: log.trouble ?? placeless(read.trouble) };
  const { leaks } = read;
  const trouble = log.trouble ?? disagreement(leaks.length, log.leaks);
  return { leaks, seen: log.seen, commits: log.commits, trouble };
}

function noReport(end: ToolEnd, folders: readonly string[]): Trouble {
  const got = lastWords(end.stderr, folders) || `exit code ${end.exitCode} and no report`;
  return { expected: 'a report of gitleaks', got, mend };
}

function disagreement(inReport: number, inLog: number | undefined): Trouble | undefined {
  if (inLog === inReport) return undefined;
  const got = `${inReport} in the report, ${inLog ?? 'none'} in the log`;
  return { expected: 'as many leaks in the report of gitleaks as it counts', got, mend };
}
