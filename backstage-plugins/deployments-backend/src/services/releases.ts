import type { GateResult, Release } from '@shipgate/backstage-plugin-deployments-common';
import { GATE_ORDER } from '@shipgate/backstage-plugin-deployments-common';
import type { DeploymentRow } from '../store/rows';
import type { VerdictSummaryRow } from '../store/verdicts';
import { refName, versionOf } from './deployment-view';
import type { GateSummary } from './gate-result';

/** What the releases are made of. */
export interface ReleaseRows {
  /** The newest first. */
  readonly commits: readonly string[];
  /** Deployments of these commits, the newest first. */
  readonly deployments: readonly DeploymentRow[];
  /** Verdicts on these commits, the newest first. */
  readonly verdicts: readonly VerdictSummaryRow[];
  /** Environments with the commit that runs there. */
  readonly running: readonly { readonly environment: string; readonly commit: string }[];
}

export interface DatedCommit {
  readonly commit: string;
  readonly at: number;
}

/** Commits that were deployed or judged, the newest first: those of `always`, and of the others as many as fit into `most`. */
export function newestOf(
  dated: readonly DatedCommit[],
  most: number,
  always: readonly string[] = [],
): readonly string[] {
  const newest = new Map<string, number>();
  for (const { commit, at } of dated) newest.set(commit, Math.max(at, newest.get(commit) ?? at));
  const inOrder = [...newest].sort(([one, oneAt], [two, twoAt]) => twoAt - oneAt || (one < two ? 1 : -1));
  const kept = new Set(always);
  for (const [commit] of inOrder) if (kept.size < most) kept.add(commit);
  const known = inOrder.map(([commit]) => commit).filter((commit) => kept.has(commit));
  return [...known, ...[...kept].filter((commit) => !newest.has(commit))];
}

export function releasesOf(rows: ReleaseRows): readonly Release[] {
  return rows.commits.map((commit) => {
    const verdicts = rows.verdicts.filter(({ sha }) => sha === commit);
    const deployment = rows.deployments.find(({ sha }) => sha === commit);
    return {
      commit,
      version: deployment === undefined ? refName(verdicts[0]?.ref ?? commit.slice(0, 7)) : versionOf(deployment),
      runsIn: rows.running.filter((one) => one.commit === commit).map(({ environment }) => environment),
      gates: GATE_ORDER.flatMap((gate) => wordOf(verdicts.filter((verdict) => verdict.gate === gate))),
    };
  });
}

const WORST_FIRST = ['fail', 'unknown', 'pass'];

/**
 * What one gate says of a commit: of each subject (a monorepo has a path for each service) the newest verdict, and of those
 * the worst, so that none hides another. Where a verdict gates, those that are only shown do not count: whoever wrote the
 * change could have written them.
 */
function wordOf(verdicts: readonly VerdictSummaryRow[]): readonly GateResult[] {
  const gating = verdicts.filter((one) => Boolean(one.is_gating));
  const bySubject = new Map<string, VerdictSummaryRow>();
  for (const one of gating.length > 0 ? gating : verdicts)
    if (!bySubject.has(one.subject_hash)) bySubject.set(one.subject_hash, one);
  const results = [...bySubject.values()].map(({ id, summary }) => ({ id, ...(JSON.parse(summary) as GateSummary) }));
  const worst = results.sort((one, two) => WORST_FIRST.indexOf(one.outcome) - WORST_FIRST.indexOf(two.outcome));
  return worst.slice(0, 1);
}
