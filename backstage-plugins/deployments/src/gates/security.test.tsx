import type { GateResult, ScannerSummary, SecuritySummary } from '@shipgate/backstage-plugin-deployments-common';
import { screen, within } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { busy, FakeDeployments, gate, NOW, reason, release } from '../feed/deployments.fixture';
import { renderTab } from '../tab/render-tab.fixture';
import { scannerLook } from './scanner-look';

const none = { critical: 0, high: 0, medium: 0, low: 0 };
const scanner = (changes: Partial<ScannerSummary> = {}): ScannerSummary => ({
  ...{ name: 'npm-audit', version: '11.19.1', outcome: 'findings', findings: 4, reason: null, seen: '812 packages' },
  ...{ required: true, ...changes },
});
const suppressed = (changes: Partial<SecuritySummary['suppressed'][number]> = {}) => ({
  ...{ title: 'table-press hangs on a pattern', severity: 'high' as const, id: 'GHSA-7q2p-mm4x-c3vj' },
  ...{ location: { file: 'frontend/package-lock.json', line: 991 }, reason: 'Build-time only (ORD-911).' },
  ...{ expires: '2027-01-31', ...changes },
});
const security = (changes: Partial<SecuritySummary> = {}): SecuritySummary => ({
  scanners: [
    scanner({ name: 'secrets', version: '1.0.0', outcome: 'clean', findings: 0, seen: '1,204 files, 9.6 MB' }),
    scanner(),
  ],
  counts: {
    new: { ...none, critical: 1, high: 1 },
    known: { ...none, high: 1, medium: 2 },
    suppressed: { ...none, high: 1 },
  },
  suppressed: [suppressed()],
  ...changes,
});
const secret = reason({
  ...{ code: 'secret-found', title: 'critical: AWS access key in the code', repair: undefined },
  location: { file: 'internal/export/s3.go', line: 18 },
  docs: 'https://github.com/shipgate/shipgate/blob/main/docs/reasons/security-scan/secret-found.md',
});

async function show(facts: SecuritySummary | undefined, changes: Partial<GateResult> = {}): Promise<HTMLElement> {
  const headline = 'security-scan, 1 new secret, 1 new vulnerability';
  const judged = gate({ gate: 'security-scan', outcome: 'fail', headline, proofs: [], reasons: [secret], ...changes });
  const result = facts === undefined ? judged : { ...judged, security: facts };
  await renderTab(new FakeDeployments({ ...busy, releases: [release({ gates: [result] })] }));
  return await screen.findByRole('cell', { name: /security-scan/ });
}

const scannersIn = (cell: HTMLElement, name: string) =>
  [...within(cell).getByLabelText(name).querySelectorAll('li')].map(({ textContent }) => textContent);

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true, now: NOW }));
afterEach(() => void vi.useRealTimers());

describe('a security scan among the gates', () => {
  it('shows the worst finding with its place and the page of its reason', async () => {
    const cell = await show(security());
    expect(within(cell).getByText('fail')).toBeInTheDocument();
    expect(cell).toHaveTextContent('critical: AWS access key in the code');
    expect(within(cell).getByRole('link', { name: /internal\/export\/s3\.go:18/ })).toHaveAttribute(
      'href',
      expect.stringMatching(/\/blob\/[0-9a-f]{40}\/internal\/export\/s3\.go#L18$/),
    );
    expect(within(cell).getByRole('link', { name: /About secret-found/ })).toHaveAttribute('href', secret.docs);
  });

  it('counts findings by state and severity, and says none where there is none', async () => {
    const cell = await show(security({ counts: { ...security().counts, suppressed: none }, suppressed: [] }));
    const facts = within(cell).getByText('Known').closest('dl');
    expect([...(facts?.children ?? [])].map(({ textContent }) => textContent)).toEqual([
      ...['New', '1 critical · 1 high', 'Known', '1 high · 2 medium', 'Suppressed', 'none'],
    ]);
    expect(cell).not.toHaveTextContent('let through');
  });

  it('names each scanner with what came of it and how much it looked at', async () => {
    const cell = await show(security());
    expect(within(cell).getByText('Scanners: 2 of 2 answered').closest('details')).not.toHaveAttribute('open');
    expect(scannersIn(cell, 'Scanners that answered')).toEqual([
      'secrets  clean · 1.0.0 · 1,204 files, 9.6 MB',
      'npm-audit  4 findings · 11.19.1 · 812 packages',
    ]);
    expect(within(cell).getByText('clean')).toHaveAttribute('data-tone', 'good');
  });

  it.each([
    ['error', true, 'no answer · 11.19.1 · required', 'caution'],
    ['error', false, 'no answer · 11.19.1 · not required', 'rest'],
    ['not-run', true, 'not run · 11.19.1 · required', 'caution'],
  ] as const)(
    'tells why a scanner with %s (required: %s) gave no answer, and never calls it clean',
    async (outcome, required, words, tone) => {
      const why = 'expected a report of advisories, got `405 Method Not Allowed`';
      const broken = scanner({ outcome, required, findings: null, seen: null, reason: why });
      const scanners = [scanner({ name: 'secrets' }), broken];
      const cell = await show(security({ scanners }), { outcome: 'unknown' });
      const silent = 'Scanners without an answer';
      expect(scannersIn(cell, silent)).toEqual([`npm-audit  ${words}${why.replaceAll('`', '')}`]);
      expect(within(cell).getByLabelText(silent).closest('details')).toBeNull();
      expect(cell).toHaveTextContent('Scanners: 1 of 2 answered');
      expect(within(cell).getByText(words.split(' · ')[0] ?? '')).toHaveAttribute('data-tone', tone);
      expect(cell).not.toHaveTextContent('clean');
    },
  );

  it('lists what is let through, with reason and end, one click away', async () => {
    const others = [suppressed({ location: null, reason: null, expires: null, id: 'B602', title: 'shell' })];
    const counts = { ...security().counts, suppressed: { ...none, high: 2, low: 3 } };
    const cell = await show(security({ counts, suppressed: [suppressed(), ...others] }), { outcome: 'pass' });
    const folded = within(cell).getByText('5 findings are let through').closest('details');
    expect(folded).not.toHaveAttribute('open');
    const lines = [...(folded?.querySelectorAll('li') ?? [])].map(({ textContent }) => textContent);
    expect(lines).toEqual([
      expect.stringMatching(
        /^table-press hangs on a pattern high · GHSA-7q2p-mm4x-c3vjfrontend\/package-lock\.json:991.*Build-time only \(ORD-911\)\. · until 2027-01-31$/,
      ),
      'shell high · B602no reason was given · without an end',
    ]);
    expect(folded).toHaveTextContent('3 more');
    expect(folded?.querySelector('a')).toHaveAttribute('href', expect.stringContaining('package-lock.json#L991'));
  });

  it('says that nothing was looked at where no scanner is named', async () => {
    const cell = await show(security({ scanners: [] }), { outcome: 'unknown' });
    expect(cell).toHaveTextContent('No scanner has looked.');
  });

  it('that could not begin shows its headline alone', async () => {
    const cell = await show(undefined, { outcome: 'unknown', reasons: [] });
    expect(cell).toHaveTextContent('security-scan, 1 new secret');
    expect(within(cell).queryByRole('list')).toBeNull();
    expect(cell).not.toHaveTextContent('Known');
  });

  it('shows text from outside as text', async () => {
    const hostile = '<img src=x onerror=alert(1)> $t(gates.title) {{version}} \u202Egnp';
    const cell = await show(
      security({
        scanners: [
          scanner({ name: hostile, version: hostile, seen: hostile }),
          scanner({ name: hostile, version: null, outcome: 'error', findings: null, reason: hostile }),
        ],
        suppressed: [suppressed({ title: hostile, id: hostile, reason: hostile, expires: hostile })],
      }),
    );
    expect(cell.querySelector('img')).toBeNull();
    expect(cell.textContent).not.toContain('\u202E');
    expect(cell.textContent?.split('$t(gates.title) {{version}} \\u{202e}gnp')).toHaveLength(10);
  });
});

describe('a scanner', () => {
  it('looks clean only when it answered and found nothing', () => {
    const outcomes = fc.constantFrom('clean', 'findings', 'error', 'not-run', 'Clean', 'passed', 'toString');
    const counts = fc.option(fc.constantFrom(0, 1, 7));
    fc.assert(
      fc.property(fc.oneof(fc.string(), outcomes), counts, fc.boolean(), (outcome, findings, required) => {
        const look = scannerLook({ outcome: outcome as ScannerSummary['outcome'], findings, required });
        const isClean = outcome === 'clean' && findings === 0;
        expect([look.word === 'clean', look.tone === 'good', look.sign === 'tick']).toEqual(Array(3).fill(isClean));
        const isAnswer = isClean || (outcome === 'findings' && findings !== null);
        expect(['noAnswer', 'notRun'].includes(look.word)).toBe(!isAnswer);
      }),
    );
  });
});
