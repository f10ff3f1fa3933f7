import { describe, expect, it } from 'vitest';
import type { VerdictSummaryRow } from '../store/verdicts';
import { newestOf, releasesOf } from './releases';

const commit = 'a'.repeat(40);

/** The newest first, as the store gives them. */
function verdict(
  id: string,
  run: string,
  outcome: string,
  { gate = 'migrate-gate', subject = 's', gating = true } = {},
): VerdictSummaryRow {
  const summary = JSON.stringify({ gate, outcome });
  const times = { finished_at: 1, received_at: 1 };
  return {
    id,
    host: 'h',
    repo_id: '1',
    run_id: run,
    run_attempt: 1,
    gate,
    subject_hash: subject,
    sha: commit,
    ref: 'refs/heads/main',
    is_gating: gating,
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
        verdict('c', '1', 'pass', { gate: 'canary-promote' }),
        verdict('m', '1', 'pass'),
        verdict('k', '1', 'pass', { gate: 'checklist' }),
      ]),
    ).toEqual(['m', 'k', 'c']);
  });

  it('are those of the newest run', () => {
    expect(gatesOf([verdict('new', '2', 'pass'), verdict('old', '1', 'fail')])).toEqual(['new']);
  });

  it('show the worst where several paths were judged, by whatever run: a pass hides no fail, and no unknown', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((subject) => ({ subject }));
    const rows = [verdict('a', '3', 'pass', a), verdict('b', '2', 'fail', b), verdict('c', '1', 'unknown', c)];
    expect(gatesOf(rows)).toEqual(['b']);
    expect(gatesOf([verdict('a', '2', 'pass', a), verdict('c', '1', 'unknown', c)])).toEqual(['c']);
    expect(gatesOf([verdict('new', '4', 'pass', b), ...rows])).toEqual(['c']);
  });

  it('are those that gate, whatever a change later says of itself', () => {
    const shown = { gating: false };
    expect(gatesOf([verdict('shown', '2', 'pass', shown), verdict('gates', '1', 'fail')])).toEqual(['gates']);
    expect(gatesOf([verdict('shown', '2', 'pass', shown)])).toEqual(['shown']);
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
    expect(newestOf(dated, 2, ['c'])).toEqual(['a', 'c']);
    expect(newestOf(dated, 1, ['b', 'unknown'])).toEqual(['b', 'unknown']);
  });
});
