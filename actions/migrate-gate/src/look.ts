/** What reading alone tells: which migrations there are, which are new, and whether they can be run. */
import type { Progress } from '@shipgate/kit/progress';
import { counted } from '@shipgate/kit/verdict';
import type { BaseFiles } from './change.ts';
import type { Finding } from './findings.ts';
import { listingFindings, toolRefuses } from './history.ts';
import type { Options } from './inputs.ts';
import type { MigrationEntry, Tool } from './layouts/layout.ts';
import type { Prepared } from './prepare.ts';
import { prepareSteps } from './prepare.ts';
import type { ProofPlan } from './prove.ts';
import { readBaseTexts, readChange, readHead, readTexts } from './source.ts';
import type { Head } from './source.ts';
import type { Step } from './trial/step.ts';

export interface Looked {
  readonly folder: string;
  readonly tool: Tool | null;
  readonly all: readonly MigrationEntry[];
  readonly findings: readonly Finding[];
  readonly emptyDowns: Prepared['emptyDowns'];
  readonly allowances: Prepared['allowances'];
  readonly texts: ReadonlyMap<string, string>;
  /** Undefined: nothing can be run, or nothing has to. */
  readonly plan: ProofPlan | undefined;
  /** The tool would not start, so nothing is tried. */
  readonly refused: boolean;
}

export interface LookInput {
  readonly top: string;
  readonly folder: string;
  readonly options: Options;
  /** null with scope all, and where it is not known. */
  readonly base: BaseFiles | null;
  /** Found before. */
  readonly found: readonly Finding[];
}

export async function lookAt({ top, folder, options, base, found }: LookInput): Promise<Looked> {
  const head = readHead(top, folder, options.tool);
  if ('finding' in head) return nothing(folder, [...found, head.finding]);
  const findings = [...found, ...listingFindings(head.listing, head.layout.tool)];
  const looked = { ...nothing(folder, findings), tool: head.layout.tool, all: head.listing.migrations, refused: toolRefuses(head.listing) };
  if (options.scope === 'all') return lookAtAll(top, head, options, looked);
  return base === null ? looked : await lookAtNew(top, head, base, options, looked);
}

function nothing(folder: string, findings: readonly Finding[]): Looked {
  return { folder, tool: null, all: [], findings, emptyDowns: new Set(), allowances: new Map(), texts: new Map(), plan: undefined, refused: false };
}

function lookAtAll(top: string, head: Head, options: Options, looked: Looked): Looked {
  const { texts, findings } = readTexts(top, relevantFiles(head, head.listing.migrations));
  const prepared = prepareSteps(head.layout, head.listing.migrations, head.files, texts);
  // Behind a migration that cannot be sent nothing can be reached.
  const batch = unbroken(head.listing.migrations, prepared.steps);
  const plan = { scope: 'all' as const, base: [], batch, mended: [], chain: options.chain };
  return { ...looked, ...withFindings(prepared, [...looked.findings, ...findings]), texts, plan };
}

async function lookAtNew(top: string, head: Head, base: BaseFiles, options: Options, looked: Looked): Promise<Looked> {
  const { fresh, old, mended, findings, changes } = await readChange(head, base, looked.folder);
  const before = [...looked.findings, ...findings];
  if (fresh.length === 0 && mended.length === 0) {
    const quiet = findings.length > 0 || looked.findings.length > 0 && looked.findings.some(isGrave);
    const note: Finding = { code: 'nothing-new', folder: looked.folder, total: looked.all.length };
    return { ...looked, findings: quiet ? before : [...before, note] };
  }
  const { texts, findings: unreadable } = readTexts(top, relevantFiles(head, head.listing.migrations));
  const prepared = prepareSteps(head.layout, [...fresh, ...mended], head.files, texts);
  const baseSteps = prepareSteps(head.layout, old, head.files, await readBaseTexts(base, changes, texts)).steps;
  const plan = planNew(old, baseSteps, prepared.steps, fresh, mended, options);
  return { ...looked, ...withFindings(prepared, [...before, ...unreadable]), texts, plan };
}

function planNew(
  old: readonly MigrationEntry[],
  baseSteps: readonly Step[],
  prepared: readonly Step[],
  fresh: readonly MigrationEntry[],
  mended: readonly MigrationEntry[],
  options: Options,
): ProofPlan {
  const base = unbroken(old, baseSteps);
  const batch = unbroken(fresh, prepared);
  const repaired = prepared.filter(({ entry }) => mended.some(({ id }) => id === entry.id));
  const places = repaired.flatMap((step) => {
    const at = base.findIndex(({ entry }) => entry.id === step.entry.id);
    return at === -1 ? [] : [{ base: base.slice(0, at), step }];
  });
  return { scope: 'new', base, batch, mended: places, chain: options.chain };
}

/** The steps up to the first entry that has none. */
function unbroken(entries: readonly MigrationEntry[], steps: readonly Step[]): readonly Step[] {
  const byId = new Map(steps.map((step) => [step.entry.id, step]));
  const missing = entries.findIndex(({ id }) => !byId.has(id));
  const reachable = missing === -1 ? entries : entries.slice(0, missing);
  return reachable.flatMap(({ id }) => byId.get(id) ?? []);
}

function relevantFiles(head: Head, entries: readonly MigrationEntry[]): readonly string[] {
  const files = entries.flatMap((entry) => [entry.up, ...(entry.down === null ? [] : [entry.down]), ...head.layout.extras(entry, head.files)]);
  return [...new Set(files)];
}

function withFindings(prepared: Prepared, findings: readonly Finding[]): Pick<Looked, 'findings' | 'emptyDowns' | 'allowances'> {
  return { findings: [...findings, ...prepared.findings], emptyDowns: prepared.emptyDowns, allowances: prepared.allowances };
}

function isGrave(finding: Finding): boolean {
  return finding.code !== 'policy-changed' && finding.code !== 'repeatable-not-proven' && finding.code !== 'skipped-name';
}

/** The first line of progress. */
export function tellFound(progress: Progress, looked: Looked, scope: 'new' | 'all'): void {
  const total = counted(looked.all.length, 'migration');
  const tool = looked.tool === null ? '' : ` (${looked.tool})`;
  const fresh = looked.plan?.batch.length ?? 0;
  if (looked.tool === null) progress.stage('find', `no migration in ${looked.folder}`, '??');
  else if (scope === 'all') progress.stage('find', `${total}${tool}`, 'ok');
  else if (looked.findings.some(({ code }) => code === 'base-unreachable')) progress.stage('find', `base unknown, ${total}${tool}`, '??');
  else progress.stage('find', `${fresh} new of ${total}${tool}`, 'ok');
}

