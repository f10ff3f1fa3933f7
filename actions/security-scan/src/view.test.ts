import { render } from '@shipgate/kit/report/markdown';
import { describe, expect, it } from 'vitest';
import { factsOf, identified, scannerFacts, trouble } from './decide.fixture.ts';
import type { Facts } from './facts.ts';
import type { IdentifiedFinding } from './identity/identified.ts';
import { causes, codeFinding, ofCode } from './reasons.fixture.ts';
import { greenFacts, redFacts, told, unknownFacts } from './report.fixture.ts';

const remark = (facts: Facts) => render(told(facts).view.remark ?? '');
const tables = (facts: Facts) => (told(facts).view.tables ?? []).map(render);
const broken = scannerFacts({ outcome: 'error', findings: null, trouble, seen: null });
const clean = scannerFacts({ name: 'secrets' });
const weak = (severity: 'high' | 'medium' | null, identity: Partial<IdentifiedFinding> = {}) =>
  codeFinding({ severity }, identity);

describe('the tables', () => {
  const figures = (facts: Facts) =>
    (tables(facts)[0] ?? '')
      .split('\n')
      .slice(2)
      .map((row) => row.replaceAll('*', '').split('|').slice(2, 5).map(Number));

  it.each([greenFacts, redFacts])('have every finding in one cell', (facts) => {
    const { decision, view } = told(facts);
    const sums = [0, 1, 2].map((state) => figures(facts).reduce((sum, row) => sum + (row[state] ?? NaN), 0));
    expect(sums).toEqual([view.outputs?.['new'], view.outputs?.['known'], view.outputs?.['suppressed']]);
    expect(sums.reduce((sum, each) => sum + each, 0)).toBe(decision.findings.length);
  });

  it('have no zeros of what was not looked at', () => {
    const [only, ...others] = tables(unknownFacts);
    expect(others).toEqual([]);
    expect(only).toContain('| **npm-audit** | 11.19.1 | **error** | not known | 0 of 812 packages |');
  });

  it('say why a scanner has nothing to say', () => {
    const [, scanners = ''] = tables(
      factsOf({
        scanners: [
          clean,
          {
            ...broken,
            version: null,
            outcome: 'not-run',
            hasNothing: true,
            trouble: { ...trouble, got: 'no lock file' },
          },
        ],
      }),
    );
    expect(scanners).toContain('| npm-audit | not known | nothing to scan | not known | no lock file |');
  });

  it('name what was read and what is embedded', () => {
    const [, scanners = ''] = tables(greenFacts);
    expect(scanners).toContain('| secrets (embedded) | 1.0.0 | clean | 0 |');
    expect(scanners).toContain('| semgrep (report) | 1.139.0 | findings | 1 | 318 files | read |');
  });
});

describe('what is folded', () => {
  const folded = (facts: Facts, changes = {}) =>
    (told(facts, changes).view.folded ?? []).map(({ title, body }) => ({ title: render(title), body: render(body) }));

  it('is what does not block, suppressed first, each with its reason', () => {
    const [listed] = folded(redFacts);
    expect(listed?.title).toBe('1 suppressed, 3 known');
    expect(listed?.body.split('\n').slice(2)).toEqual([
      '| suppressed | high | GHSA-7q2p-mm4x-c3vj `table-press` 2.3.0 | "Build-time only; not in the image (ORD-911)", expires 2027-01-31, 72 days left |',
      '| known | high | GHSA-9r8w-3hjc-p6gf `old-queue` 1.8.0 | on the base too |',
      '| known | medium | GHSA-4vfx-82qm-jr6c `order-forms` 1.8.0 | on the base too |',
      expect.stringContaining(
        '| known | medium | `go.lang.sql-format` [internal/report/report.go:77](https://github.com/',
      ),
    ]);
  });

  it('says what a baseline is the reason of', () => {
    expect(folded(greenFacts, { baseline: '.github/baseline.sarif' })[0]?.body).toContain('| in the baseline |');
  });

  it('says whose word it is when it is not the policy', () => {
    const raw = { ...ofCode('code'), suppressedBy: { kind: 'in-source', reason: 'checked' } as const };
    const facts = factsOf({ policy: { inline: true }, findings: [identified(raw)] });
    expect(folded(facts)[0]?.body).toContain('| suppressed | high | `B602` [src/run.py:7]');
    expect(folded(facts)[0]?.body).toContain('"checked", by the code or the report itself');
  });

  it('is cut at a hundred rows, and says how many more there are', () => {
    const findings = Array.from({ length: 150 }, (_, index) =>
      weak('medium', { isKnown: true, fingerprint: `${index}` }),
    );
    const [listed] = folded(factsOf({ findings }));
    expect(listed?.title).toBe('150 known');
    expect(listed?.body.match(/^\| known/gm)).toHaveLength(100);
    expect(listed?.body).toMatch(/\n\n50 more findings, in the SARIF beside the verdict\.$/);
  });

  it('gives fingerprints of what blocks and has no advisory', () => {
    const sections = folded(redFacts);
    const prints = sections.find(({ title }) => title.startsWith('Fingerprints'));
    expect(prints?.body.split('\n').slice(2)).toHaveLength(1);
    expect(prints?.body).toContain('| `0123456789abcdef0123456789abcdef` |');
    expect(folded(greenFacts).map(({ title }) => title)).toEqual(['1 suppressed, 3 known']);
  });
});

describe('the last lines', () => {
  it('tell what ends soon', () => {
    expect(remark(greenFacts)).toBe(
      '⚠️ 1 suppression ends within 14 days: GHSA-7q2p-mm4x-c3vj (`table-press`) on 2027-01-31, 11 days left. After that it blocks.',
    );
    expect(remark(redFacts)).toBe('');
  });

  it('tell how what is not known can pass knowingly, where it can', () => {
    expect(remark(unknownFacts)).toBe(
      'Nothing found is not the same as nothing there. To let this pass knowingly: `on-error: warn` under `security:`; the report then says "not proven". Exit code 2.',
    );
    expect(remark(factsOf({ found: [causes['base-unreachable']] }))).toBe(
      'Nothing found is not the same as nothing there. Exit code 2.',
    );
  });

  it('name head and base, KEV and SARIF', () => {
    const footer = (facts: Facts, changes = {}) => (told(facts, changes).view.footer ?? []).map(render);
    const sarif = { results: 6, uploaded: 5, dropped: 0, categories: 4 };
    expect(footer(redFacts, { sarif })).toEqual([
      'head `9b41c7e` against base `4c02d1a`',
      'CISA KEV of 2026-11-14',
      'SARIF, 4 categories',
    ]);
    const how = 'merge base of HEAD and main';
    expect(footer(factsOf({ base: { sha: '4c02d1a0', how } }))).toEqual([
      'head `9b41c7e` against merge base `4c02d1a`',
    ]);
    expect(footer(factsOf({ base: null }), { subject: {} })).toEqual(['head unknown, no base']);
    expect(footer(factsOf({ base: null }), { baseline: 'a.sarif' })).toEqual(['head `9b41c7e` against a baseline']);
  });

  it('tell a terminal what is known and suppressed', () => {
    expect(told(redFacts).view.terminal?.notes).toEqual(['known: 3, suppressed: 1 (ends 2027-01-31)']);
    expect(told(factsOf()).view.terminal?.notes).toEqual([]);
    expect(told(factsOf({ base: null, findings: [codeFinding()] })).view.terminal?.notes).toEqual([
      'no base to compare with (base-ref), so every finding counts as new',
    ]);
  });

  it('become outputs', () => {
    expect(told(redFacts, { fullSarif: '/temp/out/full.sarif' }).view.outputs).toEqual({
      new: 2,
      known: 3,
      suppressed: 1,
      critical: 2,
      high: 0,
      errors: 0,
      'full-sarif': '/temp/out/full.sarif',
    });
    expect(told(unknownFacts).view.outputs).toMatchObject({ new: 0, errors: 1 });
  });
});
