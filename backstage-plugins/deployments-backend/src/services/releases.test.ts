import { describe, expect, it } from 'vitest';
import type { VerdictSummaryRow } from '../store/verdicts';
import { newestOf, releasesOf } from './releases';

const commit = 'a'.repeat(40);

/** The newest first, as the store gives them. */
function verdict(id: string, run: string, outcome: string, gate = 'migrate-gate'): VerdictSummaryRow {
  const summary = JSON.stringify({ gate, outcome });
  const times = { finished_at: 1, received_at: 1 };
  return {
    id,
    host: 'h',
    repo_id: '1',
    run_id: run,
    run_attempt: 1,
    gate,
    sha: commit,
    ref: 'refs/heads/main',
    is_gating: true,
    summary,
    ...times,
  };
}
const gatesOf = (verdicts: readonly VerdictSummaryRow[]) =>
  releasesOf({ commits: [commit], deployments: [], verdicts, running: [] })[0]?.gates.map(({ id }) => id);

describe('the gates of a release', () => {
  it('come in their fixed order', () => {
    expect(
      gatesOf([
        verdict('c', '1', 'pass', 'canary-promote'),
        verdict('m', '1', 'pass'),
        verdict('k', '1', 'pass', 'checklist'),
      ]),
    ).toEqual(['m', 'k', 'c']);
  });

  it('are those of the newest run', () => {
    expect(gatesOf([verdict('new', '2', 'pass'), verdict('old', '1', 'fail')])).toEqual(['new']);
  });

  it('show the worst where one run judged several paths: a pass hides no fail, and no unknown', () => {
    expect(gatesOf([verdict('a', '2', 'pass'), verdict('b', '2', 'fail'), verdict('c', '2', 'unknown')])).toEqual([
      'b',
    ]);
    expect(gatesOf([verdict('a', '2', 'pass'), verdict('c', '2', 'unknown')])).toEqual(['c']);
  });
});

describe('the newest commits', () => {
  it('are each there once, by the newest of their times', () => {
    const dated = [
      { commit: 'a', at: 1 },
      { commit: 'b', at: 2 },
      { commit: 'a', at: 3 },
      { commit: 'c', at: 0 },
    ];
    expect(newestOf(dated, 2)).toEqual(['a', 'b']);
  });
});
