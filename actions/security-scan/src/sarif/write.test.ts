import { wholeText } from '@shipgate/kit/report/view';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scannerFacts, trouble } from '../decide.fixture.ts';
import { isTrouble } from '../finding.ts';
import { readSarif } from '../reports/sarif.ts';
import { originWith } from '../reports/sarif-samples.fixture.ts';
import { anyDecided, decidedFinding, logOf, saidBy as said, sarifInput } from './sarif.fixture.ts';
import { writeSarif } from './write.ts';

const uploaded = (...args: Parameters<typeof writeSarif>) => logOf(writeSarif(...args).files, 'results.sarif');
const full = (...args: Parameters<typeof writeSarif>) => logOf(writeSarif(...args).files, 'full.sarif');
const entry = { index: 0, advisory: 'GHSA-2f4h-9q7m-c3vx', reason: 'build time only', expires: '2027-01-31' };

describe('the two files', () => {
  it('have a run for each scanner, under a name and a category of its own', () => {
    const findings = ['bandit', 'Semgrep OSS', 'a/b', 'a-b'].map((scanner) => decidedFinding({}, { scanner }));
    for (const log of [uploaded(sarifInput(findings)), full(sarifInput(findings))])
      expect(log.runs.map((run) => [run.tool.driver.name, run.automationDetails.id])).toEqual([
        ['security-scan/bandit', 'security-scan/bandit/order-service/'],
        ['security-scan/Semgrep OSS', 'security-scan/Semgrep%20OSS/order-service/'],
        ['security-scan/a-b', 'security-scan/a-b/order-service/'],
        ['security-scan/a-b-2', 'security-scan/a-b-2/order-service/'],
      ]);
  });

  it('have an empty run for a scanner that found nothing, so that its alerts are closed', () => {
    const log = uploaded(sarifInput([], [scannerFacts({ name: 'bandit' })]));
    expect(log.runs.map(({ tool, results }) => [tool.driver.name, results])).toEqual([['security-scan/bandit', []]]);
  });

  it('have no run for code scanning of a scanner without an answer, whose alerts would be closed', () => {
    const broken = scannerFacts({ name: 'npm-audit', outcome: 'error', findings: null, trouble });
    const input = sarifInput(
      [decidedFinding({}, { scanner: 'npm-audit' })],
      [broken, scannerFacts({ name: 'bandit' })],
    );
    const log = uploaded(input);
    expect(log.runs.map(({ tool }) => tool.driver.name)).toEqual(['security-scan/bandit', 'security-scan']);
    const why = 'error: expected a report of advisories, got 405 Method Not Allowed. let the mirror pass this path on.';
    expect(said(log.runs[1])).toEqual([`error: npm-audit gave no answer, and its alerts stay as they are: ${why}`]);
    const [run] = full(input).runs;
    expect([run?.invocations[0]?.executionSuccessful, run?.results.length, said(run)]).toEqual([
      false,
      1,
      [`error: ${why}`],
    ]);
  });

  it('have a run of the gate alone, when no scanner had anything to look at', () => {
    const nothing = scannerFacts({ outcome: 'not-run', hasNothing: true });
    const names = [uploaded(sarifInput([], [nothing])), full(sarifInput([], [nothing]))].map((log) =>
      log.runs.map(({ tool }) => tool.driver.name),
    );
    expect(names).toEqual([['security-scan'], ['security-scan']]);
  });

  it('differ in what is let through: one tells it with its reason, the other leaves it out', () => {
    const suppressed = decidedFinding({ rule: 'S' }, { state: 'suppressed', isKnown: true, entry });
    const inline = decidedFinding(
      { rule: 'I', suppressedBy: { kind: 'in-source' } },
      { state: 'suppressed', inlineReason: 'let through in-source' },
    );
    const input = sarifInput([suppressed, inline, decidedFinding({}, { isKnown: true, state: 'known' })]);
    expect(uploaded(input).runs[0]?.results.map(({ ruleId }) => ruleId)).toEqual(['B602']);
    expect(
      full(input).runs[0]?.results.map(({ ruleId, suppressions, baselineState }) => [
        ruleId,
        suppressions,
        baselineState,
      ]),
    ).toEqual([
      ['B602', undefined, 'unchanged'],
      [
        'S',
        [{ kind: 'external', status: 'accepted', justification: 'build time only (until 2027-01-31)' }],
        'unchanged',
      ],
      ['I', [{ kind: 'inSource', status: 'accepted', justification: 'let through in-source' }], 'new'],
    ]);
    expect(writeSarif(input)).toMatchObject({ results: 3, uploaded: 1, dropped: 0, categories: 1 });
  });

  it('say nothing of known and new where there was nothing to compare with', () => {
    const [result] = full(sarifInput([decidedFinding()], undefined, { isCompared: false })).runs[0]?.results ?? [];
    expect(result?.baselineState).toBeUndefined();
  });
});

describe('a result', () => {
  const resultOf = (...args: Parameters<typeof decidedFinding>) =>
    uploaded(sarifInput([decidedFinding(...args)])).runs[0]?.results[0];

  it('has its place as a relative URI, and the fingerprints that GitHub and we compare', () => {
    const result = resultOf({ location: { path: 'my dir/é#1%.py', line: 3, column: 2, endLine: 3, endColumn: 9 } });
    expect(result?.locations?.[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'my%20dir/%C3%A9%231%25.py', uriBaseId: '%SRCROOT%' },
      region: { startLine: 3, startColumn: 2, endLine: 3, endColumn: 9 },
    });
    expect(result?.partialFingerprints).toEqual({
      primaryLocationLineHash: 'c129715d7a2bc9a3:1',
      'shipgateIdentity/v1': '0123456789abcdef0123456789abcdef',
      'shipgateContent/v1': 'fedcba9876543210fedcba9876543210',
    });
  });

  it.each([
    [{}, { startLine: 1 }],
    [{ line: 0 }, { startLine: 1 }],
    [{ line: 7, endLine: 3 }, { startLine: 7 }],
    [
      { line: 7, column: 9, endColumn: 9 },
      { startLine: 7, startColumn: 9 },
    ],
    [
      { line: 7, column: 9, endLine: 8, endColumn: 1 },
      { startLine: 7, startColumn: 9, endLine: 8, endColumn: 1 },
    ],
    [
      { line: 7, column: 0, endColumn: 4 },
      { startLine: 7, endColumn: 4 },
    ],
  ])('with the lines %j has %j', (lines, region) => {
    expect(resultOf({ location: { path: 'a', ...lines } })?.locations?.[0]?.physicalLocation.region).toEqual(region);
  });

  it('without a place is a notification for code scanning, which refuses such a file, and a result of the full file', () => {
    const input = sarifInput([decidedFinding({ location: null }), decidedFinding({ rule: 'other' })]);
    const [run] = uploaded(input).runs;
    expect(run?.results.map(({ ruleId, ruleIndex }) => [ruleId, ruleIndex])).toEqual([['other', 1]]);
    expect(said(run)).toEqual(['error: subprocess call with shell=True.']);
    expect(full(input).runs[0]?.results).toHaveLength(2);
  });

  it.each([
    [{ message: 'A shell runs the command.' }, 'A shell runs the command.'],
    [{ message: '' }, 'A shell runs the command.'],
    [{ message: 'see [this](https://evil.example)\nnow' }, 'see [this] (https://evil.example) now.'],
    [{ message: '', title: '' }, 'B602.'],
    [
      {
        category: 'dependency' as const,
        package: { purl: 'pkg:npm/a@1', name: 'a', version: '1', range: null, fixed: '2', via: [] },
      },
      'subprocess call with shell=True. Package a 1. Mended in 2.',
    ],
  ])('of %j says %j', (raw, text) => {
    expect(resultOf(raw)?.message.text).toBe(text);
  });
});

describe('a rule', () => {
  const ruleOf = (...args: Parameters<typeof decidedFinding>) =>
    uploaded(sarifInput([decidedFinding(...args)])).runs[0]?.tool.driver.rules[0];

  it('has what GitHub shows', () => {
    expect(ruleOf({ cwe: ['CWE-78', 'CWE-1004'], helpUri: 'https://example.org/B602' })).toMatchObject({
      id: 'B602',
      name: 'AShellRunsTheCommand',
      shortDescription: { text: 'A shell runs the command.' },
      fullDescription: { text: expect.stringContaining('Rule B602 of bandit.') },
      help: { text: expect.stringContaining('Mend: '), markdown: expect.stringContaining('**Mend:** ') },
      helpUri: 'https://example.org/B602',
      defaultConfiguration: { level: 'error' },
      properties: {
        'security-severity': '8.0',
        tags: ['security', 'code', 'external/cwe/cwe-078', 'external/cwe/cwe-1004'],
      },
    });
  });

  it('has as its severity the worst of its findings', () => {
    const findings = (['low', 'critical', 'medium'] as const).map((severity) => decidedFinding({ severity }));
    const [run] = uploaded(sarifInput(findings)).runs;
    expect(run?.tool.driver.rules.map(({ properties }) => properties['security-severity'])).toEqual(['9.5']);
    expect(run?.results.map(({ level }) => level)).toEqual(['error', 'warning', 'note']);
  });

  it.each(['javascript:alert(1)', 'https://a b', 'https://', 'file:///etc/passwd', 'https://é.example/'])(
    'has our page where %j is none',
    (helpUri) => {
      expect(ruleOf({ helpUri })?.helpUri).toContain('/docs/reasons/security-scan/code-weakness.md');
    },
  );

  it('has no more than 10 tags', () => {
    const cwe = Array.from({ length: 30 }, (_, index) => `CWE-${index + 1}`);
    expect(ruleOf({ cwe })?.properties.tags).toHaveLength(10);
  });
});

describe('whatever the findings are', () => {
  it('every result has its rule, a place within the repository and a sentence', () => {
    fc.assert(
      fc.property(fc.array(anyDecided, { maxLength: 15 }), (findings) => {
        const files = writeSarif(sarifInput(findings));
        const logs = [logOf(files.files, 'results.sarif'), logOf(files.files, 'full.sarif')];
        for (const run of logs.flatMap(({ runs }) => runs)) {
          const { rules } = run.tool.driver;
          expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
          for (const { ruleId, ruleIndex, message, locations = [] } of run.results) {
            expect(rules[ruleIndex]?.id).toBe(ruleId);
            expect(message.text).toMatch(/[.!?…]$/u);
            expect(message.text).not.toContain('](');
            expect(message.text.length).toBeLessThanOrEqual(2_048);
            expect(
              locations
                .map(({ physicalLocation }) => physicalLocation.region['startLine'] ?? 0)
                .every((line) => line >= 1),
            ).toBe(true);
          }
        }
        expect(logs[1]?.runs.flatMap(({ results }) => results)).toHaveLength(findings.length);
        expect(files.files.map(({ text }) => wholeText(text)).join('')).not.toMatch(/[\p{Cf}\p{Cs}]|##\[/u);
      }),
      { numRuns: 150 },
    );
  });

  it('our own reader finds in the full file what was written', () => {
    const findings = [
      decidedFinding(),
      decidedFinding({
        category: 'secret',
        rule: 'aws-access-key',
        title: 'AWS access key',
        message: 'AWS access key',
      }),
      decidedFinding({
        category: 'dependency',
        rule: 'GHSA-2f4h-9q7m-c3vx',
        advisories: ['GHSA-2f4h-9q7m-c3vx', 'CVE-2026-12345'],
        package: {
          purl: 'pkg:npm/%40acme/forms@5.1.0',
          name: '@acme/forms',
          version: '5.1.0',
          range: '<5.2.0',
          fixed: '5.2.0',
          via: [],
        },
      }),
      decidedFinding({ rule: 'S' }, { state: 'suppressed', entry }),
    ];
    const text = wholeText(writeSarif(sarifInput(findings)).files[1]?.text ?? '');
    const read = readSarif(Buffer.from(text), originWith(['src/app.py']));
    if (isTrouble(read)) throw new Error(read.trouble.got);
    expect(read.findings).toHaveLength(4);
    for (const [index, { finding, fingerprint }] of findings.entries()) {
      const { category, rule, severity, location, advisories } = finding;
      expect(read.findings[index]).toMatchObject({ category, rule, severity, location, advisories });
      expect(read.findings[index]?.fingerprints?.['shipgateIdentity/v1']).toBe(fingerprint);
    }
    expect(read.findings[2]?.package).toMatchObject({
      purl: 'pkg:npm/%40acme/forms@5.1.0',
      range: '<5.2.0',
      fixed: '5.2.0',
    });
    expect(read.findings[3]?.suppressedBy).toEqual({ kind: 'external', reason: 'build time only (until 2027-01-31)' });
  });
});
