/** One cause that silences several metrics is told once. Pure. */
import { mark } from '@shipgate/kit/report/sentence';
import type { Decision } from '../decide.ts';
import type { Finding, TroubleFinding } from '../findings.ts';
import type { Plan } from '../plan.ts';
import { blocksOf } from './blocks.ts';

/** A trouble with all metrics that have it, the first of them also as `metric`. */
export type SharedTrouble = TroubleFinding & { readonly metrics?: readonly string[] };

/** Troubles that differ in nothing but the metric become one, at the place of the first. */
export function toldTogether(decision: Decision, plan: Plan): readonly Finding[] {
  const groups = new Map<string, readonly Finding[]>();
  for (const [at, finding] of decision.findings.entries()) {
    const key = keyOf(finding, decision, plan) ?? `${at}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()].flatMap(([first, ...rest]) => {
    if (first === undefined) return [];
    if (rest.length === 0 || !('policy' in first)) return [first];
    const shared: SharedTrouble = { ...first, metrics: [first, ...rest].flatMap(metricOf) };
    return [shared];
  });
}

function keyOf(finding: Finding, decision: Decision, plan: Plan): string | undefined {
  if (!('policy' in finding)) return undefined;
  return JSON.stringify({ ...finding, metric: undefined, blocks: blocksOf(finding, decision, plan) });
}

function metricOf(finding: Finding): readonly string[] {
  return 'policy' in finding ? [finding.metric] : [];
}

/** "`errors`", "`errors` and `latency`", "`a`, `b`, `c` and 2 more". */
export function namesOf({ metric, metrics = [metric] }: SharedTrouble): string {
  const more = metrics.length - 3;
  if (more > 0) return `${metrics.slice(0, 3).map(mark).join(', ')} and ${more} more`;
  const last = metrics.slice(-1).map(mark);
  return [metrics.slice(0, -1).map(mark).join(', '), ...last].filter((part) => part !== '').join(' and ');
}
