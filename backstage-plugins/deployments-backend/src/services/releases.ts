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

/** The newest `most` of commits that were deployed or judged. */
export function newestOf(dated: readonly DatedCommit[], most: number): readonly string[] {
  const newest = new Map<string, number>();
  for (const { commit, at } of dated) newest.set(commit, Math.max(at, newest.get(commit) ?? at));
  const inOrder = [...newest].sort(([one, oneAt], [two, twoAt]) => twoAt - oneAt || (one < two ? 1 : -1));
  return inOrder.slice(0, most).map(([commit]) => commit);
}

export function releasesOf(rows: ReleaseRows): readonly Release[] {
  return rows.commits.map((commit) => {
    const verdicts = rows.verdicts.filter(({ sha }) => sha === commit);
    const deployment = rows.deployments.find(({ sha }) => sha === commit);
    return {
      commit,
      version: deployment === undefined ? refName(verdicts[0]?.ref ?? commit.slice(0, 7)) : versionOf(deployment),
      runsIn: rows.running.filter((one) => one.commit === commit).map(({ environment }) => environment),
      gates: GATE_ORDER.flatMap((gate) => newestRun(verdicts.filter((verdict) => verdict.gate === gate))),
    };
  });
}

const WORST_FIRST = ['fail', 'unknown', 'pass'];

/**
 * Of several verdicts of one gate the newest; where one run gave several (of a monorepo's paths), the worst of them, so
 * that none hides another.
 */
function newestRun(verdicts: readonly VerdictSummaryRow[]): readonly GateResult[] {
  const [newest] = verdicts;
  if (newest === undefined) return [];
  const sameRun = verdicts.filter((one) => one.run_id === newest.run_id && one.run_attempt === newest.run_attempt);
  const results = sameRun.map(({ id, summary }) => ({ id, ...(JSON.parse(summary) as GateSummary) }));
  const worst = results.sort((one, two) => WORST_FIRST.indexOf(one.outcome) - WORST_FIRST.indexOf(two.outcome));
  return worst.slice(0, 1);
}
