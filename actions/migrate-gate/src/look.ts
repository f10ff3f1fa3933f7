/** What reading alone tells: which migrations there are, which are new, and whether they can be run. */

import type { BaseFiles } from '@shipgate/kit/base-files';
import type { Progress } from '@shipgate/kit/progress';
import { mark } from '@shipgate/kit/report/sentence';
import { counted } from '@shipgate/kit/verdict';
import type { Finding } from './findings.ts';
import { listingFindings, toolRefuses } from './history.ts';
import type { Options } from './inputs.ts';
import type { MigrationEntry, Tool } from './layouts/layout.ts';
import type { Prepared } from './prepare.ts';
import { prepareSteps } from './prepare.ts';
import type { ProofPlan } from './prove.ts';
import type { ChangeRead, Head } from './source.ts';
import { readBaseTexts, readChange, readHead, readTexts } from './source.ts';
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
  /** How many migrations are new; with scope all every one counts. */
  readonly fresh: number;
}

export interface LookInput {
  readonly top: string;
  readonly folder: string;
  readonly options: Options;
  /** null with scope all, and where it is not known. */
  readonly base: BaseFiles | null;
  /** Found before. */
  readonly found: readonly Finding[];
  /** Told as soon as it is clear that something is to be tried, while the rest is still being read. */
  readonly expectTrials: () => void;
}

export async function lookAt(input: LookInput): Promise<Looked> {
  const { top, folder, options, base, found, expectTrials } = input;
  // A whole history is tried whatever the folder holds, unless it holds none.
  if (options.scope === 'all') expectTrials();
  const head = readHead(top, folder, options.tool);
  if ('finding' in head) return nothing(folder, [...found, head.finding]);
  const findings = [...found, ...listingFindings(head.listing, head.layout.tool), ...head.passedOver];
  const { migrations } = head.listing;
  const refused = toolRefuses(head.listing);
  const looked = { ...nothing(folder, findings), tool: head.layout.tool, all: migrations, refused };
  if (options.scope === 'all') return lookAtAll(top, head, options, looked);
  return base === null ? looked : await lookAtNew({ ...input, head, base, looked });
}

function nothing(folder: string, findings: readonly Finding[]): Looked {
  const empty = { all: [], emptyDowns: new Set<string>(), allowances: new Map(), texts: new Map() };
  return { ...empty, folder, tool: null, findings, plan: undefined, refused: false, fresh: 0 };
}

function lookAtAll(top: string, head: Head, options: Options, looked: Looked): Looked {
  const { migrations } = head.listing;
  const { texts, findings } = readTexts(top, relevantFiles(head, migrations), head.layout);
  const prepared = prepareSteps(head.layout, migrations, head.files, texts);
  // Behind a migration that cannot be sent nothing can be reached.
  const batch = unbroken(migrations, prepared.steps);
  const plan = { scope: 'all' as const, base: [], batch, mended: [], chain: options.chain };
  const found = withFindings(prepared, [...looked.findings, ...findings]);
  return { ...looked, ...found, texts, plan, fresh: migrations.length };
}

interface NewInput extends Omit<LookInput, 'found'> {
  readonly head: Head;
  readonly base: BaseFiles;
  /** What the folder alone tells. */
  readonly looked: Looked;
}

async function lookAtNew({ top, head, base, options, looked, expectTrials }: NewInput): Promise<Looked> {
  const change = await readChange(top, head, base, looked.folder);
  const { fresh, mended } = change;
  const before = [...looked.findings, ...change.findings];
  if (fresh.length === 0 && mended.length === 0) {
    const quiet = change.findings.length > 0 || looked.findings.some(isGrave);
    const note: Finding = { code: 'nothing-new', folder: looked.folder, total: looked.all.length, base: base.how };
    return { ...looked, findings: quiet ? before : [...before, note] };
  }
  if (!looked.refused) expectTrials();
  const { texts, findings } = readTexts(top, relevantFiles(head, head.listing.migrations), head.layout);
  const prepared = prepareSteps(head.layout, [...fresh, ...mended], head.files, texts);
  const old = await prepareBase(head, base, change, texts);
  const found = withFindings(prepared, [...before, ...findings, ...old.findings]);
  // On half a base a migration may go up and down in a way that no real database would see.
  const plan = old.whole ? planNew(change, old.steps, prepared.steps, options) : undefined;
  return { ...looked, ...found, texts, plan, fresh: fresh.length };
}

interface BasePrepared {
  readonly steps: readonly Step[];
  readonly findings: readonly Finding[];
  /** Every migration of the base can be sent. */
  readonly whole: boolean;
}

async function prepareBase(
  { layout }: Head,
  base: BaseFiles,
  change: ChangeRead,
  head: ReadonlyMap<string, string>,
): Promise<BasePrepared> {
  const { texts, findings } = await readBaseTexts(base, change, head, layout);
  const files = change.baseFiles.map(({ path }) => path);
  const { steps, findings: refusals } = prepareSteps(layout, change.old, files, texts);
  const refused = refusals.filter(({ code }) => code === 'script-refused');
  return { steps, findings: [...findings, ...refused], whole: steps.length === change.old.length };
}

function planNew(
  { old, fresh, mended }: ChangeRead,
  baseSteps: readonly Step[],
  prepared: readonly Step[],
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
  const files = entries.flatMap((entry) => [
    entry.up,
    ...(entry.down === null ? [] : [entry.down]),
    ...head.layout.extras(entry, head.files),
  ]);
  return [...new Set(files)];
}

function withFindings(
  prepared: Prepared,
  findings: readonly Finding[],
): Pick<Looked, 'findings' | 'emptyDowns' | 'allowances'> {
  return {
    findings: [...findings, ...prepared.findings],
    emptyDowns: prepared.emptyDowns,
    allowances: prepared.allowances,
  };
}

function isGrave(finding: Finding): boolean {
  return (
    finding.code !== 'policy-changed' && finding.code !== 'repeatable-not-proven' && finding.code !== 'skipped-name'
  );
}

/** The first line of progress. */
export function tellFound(
  progress: Progress,
  { all, tool, folder, findings, fresh }: Looked,
  scope: 'new' | 'all',
): void {
  const total = `${counted(all.length, 'migration')} (${tool})`;
  const isUnknown = findings.some(({ code }) => code === 'base-unreachable');
  if (tool === null) progress.stage('find', `no migration in ${mark(folder)}`, '??');
  else if (scope === 'all') progress.stage('find', total, 'ok');
  else if (isUnknown) progress.stage('find', `base unknown, ${total}`, '??');
  else progress.stage('find', `${fresh} new of ${total}`, 'ok');
}
