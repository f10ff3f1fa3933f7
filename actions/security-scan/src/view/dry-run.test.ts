import { render } from '@shipgate/kit/report/markdown';
import { describe, expect, it } from 'vitest';
import { reportDryRun } from '../report.ts';

describe('a dry run', () => {
  const planned = [
    { name: 'npm-audit', deed: 'run', version: '11.19.1', what: 'package-lock.json', required: true },
    { name: 'sarif', deed: 'read', version: null, what: 'reports/semgrep.sarif', required: true },
    { name: 'trufflehog', deed: 'unable', version: null, what: 'no such program', required: false },
    { name: 'manifests', deed: 'nothing', version: '1.0.0', what: 'no manifest', required: false },
  ] as const;

  it('says what would run, and proves nothing', () => {
    const { headline: said, view, proofs } = reportDryRun(planned, {});
    expect(said).toBe('a dry run proves nothing');
    expect(proofs).toMatchObject([{ required: true, outcome: 'not-proven' }]);
    expect(render(view.lead)).toBe('1 scanner would run, 1 report would be read. 1 cannot. Nothing was scanned.');
    expect(view.terminal?.notes).toEqual([
      'would run: `npm-audit` 11.19.1: package-lock.json',
      'would be read: `sarif`: reports/semgrep.sarif',
      'cannot run: `trufflehog`: no such program',
      'nothing to scan: `manifests` 1.0.0: no manifest',
    ]);
    expect((view.tables ?? []).map(render).join('')).toContain(
      '| `npm-audit` | 11.19.1 | yes | would run | package-lock.json |',
    );
  });
});
