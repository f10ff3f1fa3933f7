/** From what scanners said to what can be told apart: paths from the top, source lines of both trees. */
import type { RawFinding, ReportContent } from '../finding.ts';
import type { InTree, ScannerFindings } from '../identity/identify.ts';
import { sourceLines } from '../identity/source-lines.ts';
import type { Tree } from '../ports.ts';
import type { OnBase } from './base.ts';
import type { ScannerRun } from './scan.ts';

export interface ComparedGround {
  readonly head: Tree;
  /** undefined where no worktree was made. */
  readonly base: Tree | undefined;
  /** Folder that was scanned, from the top; '' is the top. */
  readonly folder: string;
  readonly baseline: ReportContent | undefined;
}

/** In the order of the runs. */
export async function compareInputs(
  runs: readonly ScannerRun[],
  onBase: readonly OnBase[],
  ground: ComparedGround,
): Promise<readonly ScannerFindings[]> {
  const prefix = ground.folder === '' ? '' : `${ground.folder}/`;
  const baseline = ground.baseline === undefined ? undefined : await inTree(ground.baseline.findings, undefined, '');
  const all: ScannerFindings[] = [];
  for (const [index, run] of runs.entries()) {
    const head = await inTree(fromTop(run, run.content.findings, prefix), ground.head, prefix, true);
    all.push({ scanner: run.facts.name, head, base: baseline ?? (await baseOf(run, onBase[index], ground, prefix)) });
  }
  return all;
}

async function baseOf(run: ScannerRun, onBase: OnBase | undefined, { base }: ComparedGround, prefix: string) {
  if (onBase?.kind !== 'compared') return undefined;
  return await inTree(fromTop(run, onBase.content.findings, prefix), base, prefix);
}

async function inTree(
  findings: readonly RawFinding[],
  tree: Tree | undefined,
  prefix: string,
  hashes = false,
): Promise<InTree> {
  return { findings, lines: tree === undefined ? new Map() : await sourceLines(findings, tree, prefix, hashes) };
}

/** What ran was told the folder alone; reports speak of the whole repository. */
function fromTop({ scanner }: ScannerRun, findings: readonly RawFinding[], prefix: string): readonly RawFinding[] {
  if (prefix === '' || scanner === undefined) return findings;
  return findings.map((finding) => {
    const { location, fix } = finding;
    const placed =
      location === null ? finding : { ...finding, location: { ...location, path: prefix + location.path } };
    return finding.category === 'dependency' && fix !== undefined
      ? { ...placed, fix: fromFolder(fix, prefix) }
      : placed;
  });
}

/** `npm update x` in the folder that was scanned; `prefix` has `/` at its end. */
function fromFolder(fix: string, prefix: string): string {
  const folder = prefix.slice(0, -1);
  return `cd ${/^[\w./@+-]+$/.test(folder) ? folder : `'./${folder.replaceAll("'", "'\\''")}'`} && ${fix}`;
}
