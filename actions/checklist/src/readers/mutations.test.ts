import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../scripts/vitest/thoroughly.ts';
import type { ReportFormat } from '../evidence/entry.ts';
import { readers } from './readers.ts';
import { judged, sample } from './samples.fixture.ts';

type Change = readonly [what: string, from: string | RegExp, to: string, outcome: 'fail' | 'unknown'];

interface Passing {
  readonly file: string;
  readonly format: ReportFormat;
  readonly limit?: string;
  readonly changes: readonly Change[];
}

const failure = '<testcase name="b"><failure/></testcase>';
const result = '"results": [{"ruleId": "R1", "message": {"text": "m"}}]';

const passing: readonly Passing[] = [
  {
    file: 'junit-pytest-good.xml',
    format: 'junit',
    changes: [
      ['a case that fails', '</testsuite>', `${failure}</testsuite>`, 'fail'],
      ['a case with an error', '</testsuite>', `${failure.replace('failure', 'error')}</testsuite>`, 'fail'],
      ['a suite that says so', 'failures="0"', 'failures="1"', 'fail'],
      ['an error outside of any case', 'errors="0"', 'errors="1"', 'fail'],
    ],
  },
  {
    file: 'junit-vitest-good.xml',
    format: 'junit',
    changes: [['a sum that says so', 'tests="2" failures="0"', 'tests="2" failures="1"', 'fail']],
  },
  { file: 'junit-node-good.xml', format: 'junit', changes: [['no case at all', /<testcase.*\/>/, '', 'unknown']] },
  {
    file: 'cobertura-c8-good.xml',
    format: 'cobertura',
    changes: [
      ['counts that its rate contradicts', 'lines-covered="3"', 'lines-covered="1"', 'unknown'],
      ['a rate that its counts contradict', 'line-rate="1"', 'line-rate="0.5"', 'unknown'],
      ['a line that nothing ran', '<line number="2" hits="1"', '<line number="2" hits="0"', 'fail'],
    ],
  },
  {
    file: 'cobertura-coverage-py-good.xml',
    format: 'cobertura',
    changes: [
      ['nothing to cover', 'lines-valid="5" lines-covered="5"', 'lines-valid="0" lines-covered="0"', 'unknown'],
    ],
  },
  {
    file: 'lcov-coverage-py-good.txt',
    format: 'lcov',
    changes: [['a line that nothing ran', 'DA:4,1', 'DA:4,0', 'fail']],
  },
  { file: 'lcov-c8-good.txt', format: 'lcov', changes: [['a smaller sum', 'LH:3', 'LH:1', 'fail']] },
  {
    file: 'coverage-py-good.json.txt',
    format: 'coverage-py',
    changes: [
      [
        'a percentage that its counts contradict',
        '"totals": {"covered_lines": 5',
        '"totals": {"covered_lines": 2',
        'unknown',
      ],
    ],
  },
  {
    file: 'k6-export-good.json.txt',
    format: 'k6',
    changes: [
      ['a slower p95', '"p(95)": 2.8117858000000004,\n            "avg"', '"p(95)": 200.1,\n            "avg"', 'fail'],
      ['a broken threshold of the script', '"rate<0.01": false', '"rate<0.01": true', 'fail'],
      [
        'not one request',
        '"http_reqs": {\n            "count": 549',
        '"http_reqs": {\n            "count": 0',
        'unknown',
      ],
      [
        'nothing but failures',
        '"passes": 0,\n            "fails": 549',
        '"passes": 549,\n            "fails": 0',
        'unknown',
      ],
    ],
  },
  {
    file: 'k6-handle-good.json.txt',
    format: 'k6',
    changes: [['a broken threshold of the script', '"ok": true', '"ok": false', 'fail']],
  },
  {
    file: 'k6-machine-readable-good.json.txt',
    format: 'k6',
    changes: [
      ['a slower p95', /"http_req_duration",[^}]*"p95": /, '"http_req_duration", "values": {"p95": 200', 'fail'],
    ],
  },
  { file: 'pylint-text-good.txt', format: 'pylint', changes: [['a lower score', '10.00/10', '7.99/10', 'fail']] },
  {
    file: 'pylint-parseable-good.txt',
    format: 'pylint',
    changes: [['a lower score', 'at 10.00/10', 'at 7.99/10', 'fail']],
  },
  {
    file: 'pylint-json2-good.json.txt',
    format: 'pylint',
    changes: [
      ['a lower score', '"score": 10.0', '"score": 7.996', 'fail'],
      ['not one module', '"modulesLinted": 4', '"modulesLinted": 0', 'unknown'],
    ],
  },
  {
    file: 'mypy-text-good.txt',
    format: 'mypy',
    changes: [
      ['an error', 'Success: no issues found in 2', 'Found 1 error in 1 file (checked 2', 'unknown'],
      ['a line of an error above', 'Success', 'a.py:1: error: Bad  [misc]\nSuccess', 'fail'],
      ['not one file', 'in 2 source files', 'in 0 source files', 'unknown'],
    ],
  },
  {
    file: 'mypy-any-exprs-good.txt',
    format: 'mypy',
    limit: '> 80%',
    changes: [
      [
        'totals that are not those of the modules',
        '      0      14    100.00%\n---',
        '      7      14    50.00%\n---',
        'unknown',
      ],
    ],
  },
  { file: 'flake8-count-good.txt', format: 'flake8', changes: [['a count', '0', '1', 'fail']] },
  {
    file: 'flake8-benchmark-good.txt',
    format: 'flake8',
    changes: [
      ['a problem', '0.', 'a.py:1:1: F401 unused\n0.', 'fail'],
      ['not one file', '2          total files', '0          total files', 'unknown'],
    ],
  },
  {
    file: 'black-good.txt',
    format: 'black',
    changes: [
      ['a file to reformat', '2 files would be left', '1 file would be reformatted, 1 file would be left', 'fail'],
      ['a named file', 'All done!', 'would reformat a.py\nAll done!', 'fail'],
      ['not one file', '2 files', '0 files', 'unknown'],
    ],
  },
  {
    file: 'tsc-7-good.txt',
    format: 'tsc',
    changes: [
      ['an error', 'Files:', 'a.ts(1,2): error TS2322: Bad.\nFiles:', 'fail'],
      ['not one file', ' 64', ' 0', 'unknown'],
    ],
  },
  {
    file: 'tsc-5-good.txt',
    format: 'tsc',
    changes: [['an error without a file', 'Files:', 'error TS18003: None.\nFiles:', 'fail']],
  },
  {
    file: 'eslint-good.json.txt',
    format: 'eslint',
    changes: [
      ['a count', '"errorCount":0', '"errorCount":1', 'fail'],
      ['a message', '"messages":[]', '"messages":[{"severity":2}]', 'fail'],
      ['a file that cannot be parsed', '"fatalErrorCount":0', '"fatalErrorCount":1', 'fail'],
    ],
  },
  {
    file: 'npm-audit-good.json.txt',
    format: 'npm-audit',
    changes: [
      ['a count', '"critical": 0', '"critical": 1', 'fail'],
      ['a listed package', '"vulnerabilities": {}', '"vulnerabilities": {"a": {"severity": "low"}}', 'fail'],
      ['not one package', '"total": 1', '"total": 0', 'unknown'],
    ],
  },
  {
    file: 'pip-audit-good.json.txt',
    format: 'pip-audit',
    changes: [
      ['a vulnerability', '"vulns": []', '"vulns": [{"id": "CVE-1"}]', 'fail'],
      ['a package that was not looked at', '[{', '[{"name": "a", "skip_reason": "not found"}, {', 'unknown'],
    ],
  },
  { file: 'sarif-ruff-good.json.txt', format: 'sarif', changes: [['a result', '"results": []', result, 'fail']] },
  {
    file: 'sarif-eslint-good.json.txt',
    format: 'sarif',
    changes: [
      ['a result', '"results": []', result, 'fail'],
      [
        'a run that failed',
        '"results": []',
        '"results": [], "invocations": [{"executionSuccessful": false}]',
        'unknown',
      ],
      ['a run without results', '"results": []', '"results": null', 'unknown'],
    ],
  },
];

describe.each(passing)('$file', ({ file, format, limit, changes }) => {
  const whole = sample(file);
  const text = whole.toString('utf8').trimEnd();

  it('passes as it is', () => {
    expect(judged(format, whole, limit).outcome).toBe('pass');
  });

  it.each(changes)('does not pass with %s', (_what, from, to, outcome) => {
    const changed = text.replace(from, () => to);
    expect(changed).not.toBe(text);
    expect(judged(format, Buffer.from(`${changed}\n`), limit).outcome).toBe(outcome);
  });

  it('passes at no byte at which it may be cut off', () => {
    const length = Buffer.byteLength(text);
    const cuts = Array.from({ length }, (_, cut) => cut).filter(
      (cut) => judged(format, whole.subarray(0, cut), limit).outcome === 'pass',
    );
    expect(cuts).toEqual([]);
  });

  it('is judged without a crash whatever byte is another one', () => {
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }), (at, byte) => {
        const changed = Buffer.from(whole);
        changed[at] = byte;
        expect(['pass', 'fail', 'unknown']).toContain(judged(format, changed, limit).outcome);
      }),
      { numRuns: runs(200) },
    );
  });
});

describe.each(Object.keys(readers).map((name) => name as ReportFormat))('%s', (format) => {
  it('refuses random bytes and random texts', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }).map((each) => Buffer.from(each)),
      fc.string({ unit: 'binary' }).map((each) => Buffer.from(each)),
    );
    fc.assert(
      fc.property(bytes, (each) => judged(format, each).outcome !== 'pass'),
      { numRuns: runs(300) },
    );
  });

  it('refuses JSON of any other shape', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (json) => judged(format, Buffer.from(json)).outcome !== 'pass'),
      { numRuns: runs(300) },
    );
  });

  it.each(['', ' \n', '\u0000', '{}', '[]', 'null', '{"__proto__": {"runs": []}}', '<a/>'])(
    'proves nothing by %j',
    (text) => {
      expect(judged(format, Buffer.from(text)).outcome).toBe('unknown');
    },
  );
});
