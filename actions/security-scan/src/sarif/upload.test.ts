import { gzipSync } from 'node:zlib';
import { wholeText } from '@shipgate/kit/report/view';
import { describe, expect, it } from 'vitest';
import { decidedFinding, logOf, saidBy as said, sarifInput } from './sarif.fixture.ts';
import { uploadLimits } from './upload.ts';
import { writeSarif } from './write.ts';

describe("GitHub's limits", () => {
  const limits = { ...uploadLimits, runs: 3, results: 4, shown: 2 };
  const many = (count: number, scanner: string, state: 'new' | 'known' = 'new') =>
    Array.from({ length: count }, (_, index) =>
      decidedFinding({ rule: `R${index}`, severity: index === count - 1 ? 'critical' : 'low' }, { scanner, state }),
    );

  it('leave the worst and the new, and say how many more there are', () => {
    const input = sarifInput([...many(4, 'bandit', 'known'), ...many(2, 'bandit')]);
    const files = writeSarif(input, limits);
    const [run] = logOf(files.files, 'results.sarif').runs;
    expect(run?.results.map(({ ruleId }) => ruleId)).toEqual(['R1', 'R0', 'R3', 'R0']);
    expect(said(run)).toEqual([
      'warning: 2 more beyond what GitHub takes: all are in full.sarif.',
      'note: GitHub shows the worst 2 of 4 findings.',
    ]);
    expect(files).toMatchObject({ results: 6, uploaded: 4, dropped: 2 });
  });

  it('leave room for the run of the gate, which says what was left out', () => {
    const input = sarifInput([...many(1, 'a'), ...many(3, 'b'), ...many(2, 'c')]);
    const files = writeSarif(input, limits);
    const log = logOf(files.files, 'results.sarif');
    expect(log.runs.map(({ tool }) => tool.driver.name)).toEqual([
      'security-scan/b',
      'security-scan/c',
      'security-scan',
    ]);
    expect(said(log.runs[2])).toEqual(['warning: 1 more runs beyond what GitHub takes: all are in full.sarif.']);
    expect(files).toMatchObject({ uploaded: 5, dropped: 1, categories: 3 });
  });

  it.each([
    ['as gzip', { gzipBytes: 6_000 }],
    ['as text', { bytes: 100_000, gzipBytes: 50_000 }],
  ])('of size %s are kept', (_what, size) => {
    const findings = Array.from({ length: 2_000 }, (_, index) =>
      decidedFinding({ rule: `R${(index * 7_919) % 997}`, message: `m${(index * 104_729) % 1_299_709}` }),
    );
    const own = { ...uploadLimits, ...size };
    const { files, uploaded: count, dropped } = writeSarif(sarifInput(findings), own);
    const text = wholeText(files[0]?.text ?? '');
    expect(text.length).toBeLessThanOrEqual(own.bytes);
    expect(gzipSync(text).length).toBeLessThanOrEqual(own.gzipBytes);
    expect(count).toBeGreaterThan(10);
    expect(count + dropped).toBe(2_000);
    expect(logOf(files, 'results.sarif').runs[0]?.results).toHaveLength(count);
  });
});
