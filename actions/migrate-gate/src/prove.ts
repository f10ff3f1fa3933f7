/** Which trials are run, in which order, with progress. What they mean is decided elsewhere. */
import type { Progress } from '@shipgate/kit/progress';
import { counted } from '@shipgate/kit/verdict';
import type { EngineInfo } from './ports.ts';
import { proveAlone } from './trial/alone.ts';
import { findGroup } from './trial/group.ts';
import type { Stage } from './trial/stage.ts';
import type { BatchFacts, Step, StepFacts } from './trial/step.ts';
import { cameBack, isClean, NotRepeatable } from './trial/step.ts';
import { proveTogether } from './trial/together.ts';

export interface ProofPlan {
  readonly scope: 'new' | 'all';
  /** What already ran before the change; empty with scope all. */
  readonly base: readonly Step[];
  readonly batch: readonly Step[];
  /** Old migrations of which only the way down changed, each with what comes before it. */
  readonly mended: readonly { readonly base: readonly Step[]; readonly step: Step }[];
  /** Also everything up, all the way down, and up. */
  readonly chain: boolean;
}

/** What was seen so far: filled while the trials run, so that nothing is lost when one of them stops everything. */
export interface Proven {
  alone: StepFacts[];
  groups: Map<string, readonly string[]>;
  together: BatchFacts | null;
  chain: BatchFacts | null;
  engine: EngineInfo | null;
}

/** Groups cost a new database each: beyond this many faulty migrations nobody is helped by looking for them. */
const MOST_GROUP_SEARCHES = 12;

/** Fills `proven`. Rejects as Stage.at does. */
export async function prove(stage: Stage, plan: ProofPlan, progress: Progress, proven: Proven): Promise<void> {
  progress.stage('engine', 'starting PostgreSQL', '..');
  await stage.at([]);
  proven.engine = stage.info ?? null;
  progress.stage('engine', `PostgreSQL ${stage.info?.version} ${stage.info?.kind}`, 'ok');
  if (plan.base.length > 0) {
    progress.stage('base', counted(plan.base.length, 'migration'), '..');
    await stage.at(plan.base);
    progress.stage('base', counted(plan.base.length, 'migration'), 'ok');
  }
  if (plan.scope === 'new' && plan.batch.length > 1) proven.together = await tryTogether(stage, plan, progress);
  await tryAlone(stage, plan, proven, progress);
  if (plan.scope === 'all') await searchGroups(stage, plan.batch, proven, progress);
  if (plan.chain) proven.chain = await tryChain(stage, plan, progress);
}

async function tryTogether(stage: Stage, plan: ProofPlan, progress: Progress): Promise<BatchFacts> {
  progress.stage('batch', `${plan.batch.length} together`, '..');
  const facts = await proveTogether(stage, plan.base, plan.batch);
  progress.stage('batch', `${plan.batch.length} up, down, up together`, isClean(facts) ? 'ok' : 'FAIL');
  return facts;
}

async function tryAlone(stage: Stage, plan: ProofPlan, proven: Proven, progress: Progress): Promise<void> {
  const total = plan.batch.length + plan.mended.length;
  const note = (facts: StepFacts) => {
    proven.alone.push(facts);
    progress.stage('step', `${proven.alone.length} of ${total}: ${facts.step.entry.id}`, '..');
  };
  await proveAlone(stage, plan.base, plan.batch, note);
  for (const { base, step } of plan.mended) await proveAlone(stage, base, [step], note);
  const bad = proven.alone.filter((facts) => !cameBack(facts)).map(({ step }) => step);
  // Of a batch that came back clean, what a migration does alone is only worth a warning.
  const batchIsClean = proven.together !== null && isClean(proven.together);
  const softened = batchIsClean && bad.every((step) => plan.batch.includes(step));
  const state = bad.length === 0 ? 'ok' : softened ? 'skip' : 'FAIL';
  progress.stage('step', `${total - bad.length} of ${total} up, down, up alone`, state);
}

async function searchGroups(stage: Stage, steps: readonly Step[], proven: Proven, progress: Progress): Promise<void> {
  const faulty = proven.alone.filter(
    (facts) => facts.up.outcome === 'ok' && facts.step.down !== null && !cameBack(facts),
  );
  const bad = new Set(faulty.map(({ step }) => step));
  const comesBack = (step: Step) => !bad.has(step);
  const tried = new Set<string>();
  for (const { step } of faulty.slice(0, MOST_GROUP_SEARCHES)) {
    const known = [...proven.groups.values()].find((ids) => ids.includes(step.entry.id));
    if (known !== undefined) proven.groups.set(step.entry.id, known);
    if (known !== undefined) continue;
    progress.stage('group', `neighbours of ${step.entry.id}`, '..');
    const group = await findGroup(stage, steps, steps.indexOf(step), comesBack, tried).catch(ignoreNotRepeatable);
    if (group !== undefined)
      proven.groups.set(
        step.entry.id,
        group.map(({ entry }) => entry.id),
      );
  }
  if (faulty.length > 0)
    progress.stage('group', `${proven.groups.size} of ${faulty.length} come back with their neighbours`, 'ok');
}

function ignoreNotRepeatable(error: unknown): undefined {
  if (!(error instanceof NotRepeatable)) throw error;
}

async function tryChain(stage: Stage, plan: ProofPlan, progress: Progress): Promise<BatchFacts> {
  const all = [...plan.base, ...plan.batch];
  progress.stage('chain', `${all.length} together`, '..');
  const facts = await proveTogether(stage, [], all);
  progress.stage('chain', `${all.length} up, all the way down, up`, isClean(facts) ? 'ok' : 'FAIL');
  return facts;
}
