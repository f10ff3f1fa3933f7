/** Only the preflight, and what a rollout would write; nothing moves, and nothing passes. */
import type { GateContext, GateResult } from '@shipgate/kit/gate';
import { foldJournal, tellRun } from './conclude.ts';
import type { Entry, JournalHead } from './journal.ts';
import { report } from './report.ts';
import { unready } from './steering/claim.ts';
import { troubleOf } from './steering/helm.ts';
import type { OpenRouter } from './steering/open-router.ts';
import { TrafficError } from './steering/traffic.ts';
import type { PlannedStep, Told } from './told.ts';

export async function dryRun(
  head: JournalHead,
  router: OpenRouter | undefined,
  { docs, signal }: GateContext,
  now: number,
): Promise<GateResult> {
  const { entry, planned } = router === undefined ? nothing : await plannedOn(head, router, signal, now);
  const about = router === undefined ? {} : { router: routerOf(router, entry) };
  const rollout = foldJournal(head, entry === undefined ? [] : [entry]);
  const told: Told = tellRun({ ...head, ...about }, rollout, null);
  return report({ ...told, dryRun: true, planned }, docs);
}

interface Planned {
  readonly entry: Extract<Entry, { event: 'traffic' }> | undefined;
  readonly planned: readonly PlannedStep[];
}

const nothing: Planned = { entry: undefined, planned: [] };

async function plannedOn(
  { plan }: JournalHead,
  { traffic, managed }: OpenRouter,
  signal: AbortSignal,
  at: number,
): Promise<Planned> {
  try {
    const seen = await traffic.read(signal);
    const planned = plan.steps.map(({ weight }) => ({ weight, effects: traffic.plan(seen, weight) }));
    const trouble = unready(plan, seen, managed);
    return {
      entry: { event: 'traffic', at, weight: seen.weight, live: seen.live, ...(trouble && { trouble }) },
      planned,
    };
  } catch (error) {
    if (!(error instanceof TrafficError)) throw error;
    return { entry: { event: 'traffic', at, weight: null, live: null, trouble: troubleOf(error) }, planned: [] };
  }
}

function routerOf({ traffic }: OpenRouter, entry: Planned['entry']): JournalHead['router'] {
  return { kind: traffic.kind, object: traffic.description, before: entry?.weight ?? 0, rollout: '' };
}
