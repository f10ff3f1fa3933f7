/** Saved reports, read in place of running a scanner. A report that is not there is no answer, and not "clean". */
import { readdir } from 'node:fs/promises';
import { join, posix, relative, sep } from 'node:path';
import type { Clock } from '@shipgate/kit/gate';
import { hasSigns, pathPattern } from '@shipgate/kit/path-pattern';
import type { NoAnswer, ReportRead, Trouble } from '../finding.ts';
import type { ReportOrigin, ReportReader } from '../ports.ts';
import { readSarifRuns } from '../reports/sarif.ts';
import type { Brought } from './brought.ts';
import { contentOf, outcomeOf, type ScannerRun } from './scan.ts';
import { readWorkspaceFile } from './workspace-file.ts';

/** `NAME=PATH` of the policy or of an input. */
export interface NamedReport {
  /** A scanner, or `sarif`. */
  readonly name: string;
  /** From the top of the repository; `*` and `**` are patterns. */
  readonly path: string;
}

export interface SavedGround {
  /** Absolute top of the checkout. */
  readonly top: string;
  readonly origin: Omit<ReportOrigin, 'file'>;
  readonly clock: Clock;
  /** Why a report is not listened to. */
  readonly brought: Brought;
  /** Reader by the name of its scanner; `sarif` is not among them. */
  readonly readers: ReadonlyMap<string, ReportReader>;
}

/** One run for each report, or for each tool of a SARIF file; all of them are required. */
export async function readSaved(reports: readonly NamedReport[], ground: SavedGround): Promise<readonly ScannerRun[]> {
  const runs: ScannerRun[] = [];
  // One after the other: each may be large.
  for (const report of reports) {
    const files = await filesOf(report.path, ground.top);
    if (files.length === 0) runs.push(broken(report.name, missing(report)));
    for (const file of files) runs.push(...(await readOne(report.name, file, ground)));
  }
  return runs;
}

async function filesOf(path: string, top: string): Promise<readonly string[]> {
  // `./a//b` is `a/b`: what the change brings is known by its plain path.
  const plain = posix.normalize(path);
  if (!hasSigns(plain)) return [plain];
  const { folder, matches } = pathPattern(plain);
  // Node's own glob is not there in Node 20.
  const entries = await readdir(join(top, folder), { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files
    .map((file) => relative(top, file).split(sep).join('/'))
    .filter(matches)
    .sort();
}

async function readOne(name: string, file: string, ground: SavedGround): Promise<readonly ScannerRun[]> {
  const began = ground.clock.elapsed();
  const read = await textOf(ground.top, file);
  if (typeof read !== 'string') return [broken(name, { ...read, place: { file } })];
  const trouble = await ground.brought(file);
  if (trouble !== undefined) return [broken(name, trouble)];
  const origin = { ...ground.origin, file };
  const durationMs = () => Math.max(0, ground.clock.elapsed() - began);
  const reader = ground.readers.get(name);
  if (reader !== undefined) return [runOf(name, reader(read, origin), durationMs())];
  const drivers = readSarifRuns(read, origin);
  if ('trouble' in drivers) return [runOf(name, drivers, durationMs())];
  return drivers.map(({ tool, read: ofTool }) => runOf(slug(tool) || name, ofTool, durationMs()));
}

async function textOf(top: string, file: string): Promise<string | Trouble> {
  const read = await readWorkspaceFile(top, file);
  const mend = 'let the step before write it, and give its path from the top of the repository';
  return typeof read === 'string' ? read : { ...read, mend };
}

function runOf(name: string, read: ReportRead, durationMs: number): ScannerRun {
  const content = contentOf(read);
  const told = {
    name,
    version: content.version,
    source: 'report' as const,
    required: true,
    hasNothing: false,
    durationMs,
  };
  return { scanner: undefined, content, facts: { ...told, ...outcomeOf(read) } };
}

function broken(name: string, trouble: Trouble): ScannerRun {
  const read: NoAnswer = { trouble };
  return runOf(name, read, 0);
}

function missing({ path }: NamedReport): Trouble {
  return {
    expected: `a saved report that ${path} names`,
    got: 'no file',
    mend: 'let the step before write it, and give its path from the top of the repository',
    place: { file: path },
  };
}

/** A tool's name as a part of a category and of a file: `Semgrep OSS` is `semgrep-oss`. */
function slug(tool: string): string {
  return tool
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
}

/** Two reports of one tool, or two contracts, are two lines of the table: the second has a number. */
export function withNames(runs: readonly ScannerRun[]): readonly ScannerRun[] {
  const counts = new Map<string, number>();
  return runs.map((run) => {
    const { name } = run.facts;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count === 1 ? run : { ...run, facts: { ...run.facts, name: `${name}-${count}` } };
  });
}
