import { describe, expect, it } from 'vitest';
import type { ReportFormat } from '../evidence/entry.ts';
import { makers, readers } from './readers.ts';
import { judged, sample, sampleNames } from './samples.fixture.ts';

type Row = readonly [file: string, format: ReportFormat, outcome: string, seen: string, limit?: string];

const rows: readonly Row[] = [
  ['junit-pytest-good.xml', 'junit', 'pass', '0 failures of 3 tests, wanted 0'],
  ['junit-pytest-bad.xml', 'junit', 'fail', '2 failures of 4 tests, wanted 0'],
  ['junit-vitest-good.xml', 'junit', 'pass', '0 failures of 2 tests, wanted 0'],
  ['junit-vitest-bad.xml', 'junit', 'fail', '2 failures of 4 tests, wanted 0'],
  ['junit-node-good.xml', 'junit', 'pass', '0 failures of 1 test, wanted 0'],
  ['junit-node-bad.xml', 'junit', 'fail', '1 failure of 1 test, wanted 0'],
  ['cobertura-coverage-py-good.xml', 'cobertura', 'pass', 'coverage is 100 %, wanted > 80 %'],
  ['cobertura-coverage-py-bad.xml', 'cobertura', 'fail', 'coverage is 71.43 %, wanted > 80 %'],
  ['cobertura-c8-good.xml', 'cobertura', 'pass', 'coverage is 100 %, wanted > 80 %'],
  ['cobertura-c8-bad.xml', 'cobertura', 'fail', 'coverage is 62.5 %, wanted > 80 %'],
  ['lcov-coverage-py-good.txt', 'lcov', 'pass', 'coverage is 100 %, wanted > 80 %'],
  ['lcov-coverage-py-bad.txt', 'lcov', 'fail', 'coverage is 71.43 %, wanted > 80 %'],
  ['lcov-c8-good.txt', 'lcov', 'pass', 'coverage is 100 %, wanted > 80 %'],
  ['lcov-c8-bad.txt', 'lcov', 'fail', 'coverage is 62.5 %, wanted > 80 %'],
  ['coverage-py-good.json.txt', 'coverage-py', 'pass', 'coverage is 100 %, wanted > 80 %'],
  ['coverage-py-bad.json.txt', 'coverage-py', 'fail', 'coverage is 70 %, wanted > 80 %'],
  [
    'k6-export-good.json.txt',
    'k6',
    'pass',
    'p95 is 2.81 ms, wanted < 200 ms; 0 of 2 thresholds of the script broken, wanted 0',
  ],
  ['k6-export-bad.json.txt', 'k6', 'fail', '2 of 2 thresholds of the script broken, wanted 0'],
  [
    'k6-handle-good.json.txt',
    'k6',
    'pass',
    'p95 is 3.25 ms, wanted < 200 ms; 0 of 2 thresholds of the script broken, wanted 0',
  ],
  ['k6-handle-bad.json.txt', 'k6', 'fail', '2 of 2 thresholds of the script broken, wanted 0'],
  ['k6-machine-readable-good.json.txt', 'k6', 'pass', 'p95 is 1.52 ms, wanted < 200 ms'],
  ['pylint-text-good.txt', 'pylint', 'pass', 'score 10 of 10, wanted >= 8'],
  ['pylint-text-bad.txt', 'pylint', 'fail', 'score is 7.14, wanted >= 8'],
  ['pylint-parseable-good.txt', 'pylint', 'pass', 'score 10 of 10, wanted >= 8'],
  ['pylint-parseable-bad.txt', 'pylint', 'fail', 'score is 7.14, wanted >= 8'],
  ['pylint-json2-good.json.txt', 'pylint', 'pass', 'score 10 of 10, wanted >= 8'],
  ['pylint-json2-bad.json.txt', 'pylint', 'fail', 'score is 7.14, wanted >= 8'],
  ['pylint-json-good.json.txt', 'pylint', 'unknown', 'the report is about nothing: it counted 0, which proves nothing'],
  ['pylint-json-bad.json.txt', 'pylint', 'unknown', 'expected the measure score, got a report with errors, messages'],
  ['mypy-text-good.txt', 'mypy', 'pass', '0 errors in 2 files, wanted 0'],
  ['mypy-text-bad.txt', 'mypy', 'fail', '1 error in 2 files, wanted 0'],
  ['mypy-text-broken.txt', 'mypy', 'fail', '2 errors in 1 file, wanted 0'],
  ['mypy-json-bad.txt', 'mypy', 'fail', '1 error, wanted 0'],
  ['mypy-any-exprs-good.txt', 'mypy', 'pass', 'type coverage is 100 %, wanted > 80 %', '> 80%'],
  ['mypy-any-exprs-bad.txt', 'mypy', 'fail', 'type coverage is 76.67 %, wanted > 80 %', '> 80%'],
  ['flake8-count-good.txt', 'flake8', 'pass', '0 problems, wanted 0'],
  ['flake8-count-bad.txt', 'flake8', 'fail', '3 problems, wanted 0'],
  ['flake8-benchmark-good.txt', 'flake8', 'pass', '0 problems in 2 files, wanted 0'],
  ['flake8-benchmark-bad.txt', 'flake8', 'fail', '3 problems in 2 files, wanted 0'],
  [
    'flake8-benchmark-no-files.txt',
    'flake8',
    'unknown',
    'the report is about nothing: it counted 0, which proves nothing',
  ],
  ['flake8-statistics-good.txt', 'flake8', 'pass', '0 problems, wanted 0'],
  ['flake8-statistics-bad.txt', 'flake8', 'fail', '3 problems, wanted 0'],
  ['flake8-plain-bad.txt', 'flake8', 'fail', '3 problems, wanted 0'],
  ['black-good.txt', 'black', 'pass', '0 of 2 files not formatted, wanted 0'],
  ['black-bad.txt', 'black', 'fail', '1 of 2 files not formatted, wanted 0'],
  ['black-broken.txt', 'black', 'fail', '1 of 1 file not formatted, wanted 0'],
  [
    'black-no-files.txt',
    'black',
    'unknown',
    'expected the stderr of `black --check`, up to its line of sums, got text without it',
  ],
  ['tsc-7-good.txt', 'tsc', 'pass', '0 errors in 64 files, wanted 0'],
  ['tsc-7-bad.txt', 'tsc', 'fail', '3 errors in 64 files, wanted 0'],
  ['tsc-5-good.txt', 'tsc', 'pass', '0 errors in 64 files, wanted 0'],
  ['tsc-5-bad.txt', 'tsc', 'fail', '3 errors in 64 files, wanted 0'],
  ['tsc-pretty-bad.txt', 'tsc', 'fail', '3 errors, wanted 0'],
  ['eslint-good.json.txt', 'eslint', 'pass', '0 errors in 1 file, wanted 0'],
  ['eslint-bad.json.txt', 'eslint', 'fail', '4 errors in 2 files, wanted 0'],
  ['npm-audit-good.json.txt', 'npm-audit', 'pass', '0 vulnerabilities in 1 package, wanted 0'],
  ['npm-audit-bad.json.txt', 'npm-audit', 'fail', '1 vulnerability in 1 package, wanted 0'],
  [
    'npm-audit-error.json.txt',
    'npm-audit',
    'unknown',
    'expected the report of `npm audit --json`, got the error of an audit that did not happen',
  ],
  ['pip-audit-good.json.txt', 'pip-audit', 'pass', '0 vulnerabilities in 1 package, wanted 0'],
  ['pip-audit-bad.json.txt', 'pip-audit', 'fail', '1 vulnerability in 2 packages, wanted 0'],
  ['pip-audit-all-skipped.json.txt', 'pip-audit', 'unknown', 'pip-audit could not look at idna'],
  ['sarif-ruff-good.json.txt', 'sarif', 'pass', '0 findings in 1 run, wanted 0'],
  ['sarif-ruff-bad.json.txt', 'sarif', 'fail', '1 finding in 1 run, wanted 0'],
  ['sarif-eslint-good.json.txt', 'sarif', 'pass', '0 findings in 1 run, wanted 0'],
  [
    'sarif-eslint-bad.json.txt',
    'sarif',
    'unknown',
    'expected SARIF 2.1.0 of a tool that ran to its end, got executionSuccessful: false',
  ],
  ['sarif-bandit-good.json.txt', 'sarif', 'fail', '2 findings in 1 run, wanted 0'],
  ['sarif-bandit-bad.json.txt', 'sarif', 'fail', '2 findings in 1 run, wanted 0'],
];

const cases = rows.map(([file, format, outcome, seen, limit]) => ({ file, format, outcome, seen, limit }));

describe('readers of what real tools wrote', () => {
  it.each(cases)('$file is $outcome', ({ file, format, outcome, seen, limit }) => {
    const result = judged(format, sample(file), limit);
    expect({ outcome: result.outcome, seen: result.seen.replaceAll('\u00a0', ' ') }).toEqual({ outcome, seen });
  });

  it('read every sample that there is', () => {
    expect(rows.map(([file]) => file).sort()).toEqual(sampleNames());
  });

  it('have a command that makes each format', () => {
    expect(Object.keys(makers).sort()).toEqual(Object.keys(readers).sort());
    expect(Object.values(makers).filter((maker) => !maker.includes('FILE'))).toEqual([]);
  });

  it('name the worst first, with its place and never with its message', () => {
    expect(judged('tsc', sample('tsc-7-bad.txt'))).toMatchObject({
      mend: 'Begin with src/total.ts:2: TS2322',
      location: { file: 'src/total.ts', line: 2 },
    });
    expect(judged('pylint', sample('pylint-text-bad.txt')).mend).toBe(
      'Begin with orders/total.py:1: W0611 (unused-import)',
    );
  });

  it('keep no message of a tool, which may hold a secret', () => {
    const read = rows.flatMap(([file, format]) => readers[format](sample(file)));
    const kept = JSON.stringify(read.flatMap((each) => ('refused' in each ? [] : each.findings)));
    expect(kept).not.toMatch(/no database|assert 7|Prototype|ReDoS|not assignable|imported but|Missing/);
    expect(kept).toMatch(/TS2322/);
  });
});
