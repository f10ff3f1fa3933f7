import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ReportRead } from '../finding.ts';
import { MARK } from '../masking/redactor.ts';
import { readBandit } from './bandit.ts';

const sample = (name: string) => readFileSync(new URL(`./samples/${name}`, import.meta.url));

function read(json: unknown): ReportRead {
  const bytes = Buffer.isBuffer(json) ? json : Buffer.from(JSON.stringify(json));
  const files = ['pkg/export.py', 'pkg/bad.py', 'clean.py'];
  return readBandit(bytes, { file: 'bandit.json', root: '/checkout', has: (path) => files.includes(path) });
}

const findingsOf = (answer: ReportRead) => ('trouble' in answer ? (answer.found?.findings ?? []) : answer.findings);
const clean = JSON.parse(sample('bandit-1.9-clean.json').toString('utf8')) as { metrics: object };
const report = (results: readonly object[], more: object = {}) => ({ ...clean, results, ...more });

/** As bandit writes one. */
const result = {
  code: '1 x = 1\n2 eval(x)\n3 \n',
  col_offset: 0,
  end_col_offset: 7,
  filename: './pkg/export.py',
  issue_confidence: 'HIGH',
  issue_cwe: { id: 78, link: '' },
  issue_severity: 'MEDIUM',
  issue_text: 'Use of possibly insecure function.',
  line_number: 2,
  line_range: [2],
  more_info: 'https://bandit.readthedocs.io/en/1.9.4/blacklists/blacklist_calls.html#b307-eval',
  test_id: 'B307',
  test_name: 'blacklist',
};

describe('a report of bandit', () => {
  it('counts columns as an editor does, where bandit counts bytes', () => {
    const answer = read(sample('bandit-1.9.json'));
    const finding = findingsOf(answer).find(({ rule }) => rule === 'B602');
    expect(finding).toEqual({
      category: 'code',
      rule: 'B602',
      title: 'subprocess call with shell=True identified, security issue',
      severity: 'high',
      message: 'subprocess call with shell=True identified, security issue. (confidence high)',
      location: { path: 'pkg/export.py', line: 7, column: 22, endLine: 7, endColumn: 68 },
      advisories: [],
      snippet: 'grüße = "grüße"; subprocess.call("export " + order, shell=True)',
      helpUri: 'https://bandit.readthedocs.io/en/1.9.4/plugins/b602_subprocess_popen_with_shell_equals_true.html',
      cwe: ['CWE-78'],
    });
    expect(answer).toMatchObject({ seen: expect.stringMatching(/^1 file\b/), version: '1.9.4' });
  });

  it('names no column of a line that its offset is not of', () => {
    const places = findingsOf(read(sample('bandit-1.9.json'))).filter(({ rule }) => rule === 'B602');
    expect(places.map(({ location }) => location)).toContainEqual({ path: 'pkg/export.py', line: 18 });
  });

  it('keeps quoted passwords out of every text, and hands them over to be masked', () => {
    const answer = read(sample('bandit-1.9.json'));
    if ('trouble' in answer) throw new Error(answer.trouble.got);
    const { secrets, findings } = answer;
    expect(secrets).toEqual(['invented-Passw0rd', 'invented-value-1']);
    for (let start = 0; start < 'invented-Passw0rd'.length - 5; start += 1) {
      expect(JSON.stringify(findings)).not.toContain('invented-Passw0rd'.slice(start, start + 6));
    }
    expect(findings.filter(({ category }) => category === 'secret')).toMatchObject([
      { rule: 'B107', title: 'Possible hardcoded password', snippet: `def connect(user, password="${MARK}"):` },
      { rule: 'B105', snippet: `token = "${MARK}"` },
    ]);
  });

  it('drops a line in which the value is written in another way', () => {
    const escaped = {
      ...result,
      test_id: 'B105',
      issue_text: "Possible hardcoded password: 'gr\u00fc\u00dfe-geheim'",
      code: '2 p = "gr\\xfc\\xdfe-geheim"\n',
    };
    const answer = read(report([escaped]));
    expect(findingsOf(answer)).toMatchObject([{ title: 'Possible hardcoded password' }]);
    expect(JSON.stringify(findingsOf(answer))).not.toContain('geheim');
  });

  it('has no severity where bandit says UNDEFINED, and no link to elsewhere', () => {
    const odd = {
      ...result,
      issue_severity: 'UNDEFINED',
      issue_confidence: 'UNDEFINED',
      more_info: 'https://evil.example/x',
    };
    const [finding] = findingsOf(read(report([odd])));
    expect(finding).toMatchObject({ severity: null, message: 'Use of possibly insecure function.' });
    expect(finding).not.toHaveProperty('helpUri');
  });

  it('is an error that names the first file that was not parsed, with what was found in the others', () => {
    const answer = read(sample('bandit-1.9-errors.json'));
    expect(answer).toMatchObject({
      trouble: { got: 'syntax error while parsing AST from file', place: { file: 'pkg/bad.py' } },
    });
    expect(findingsOf(answer)).toHaveLength(8);
  });

  it('is clean when it looked at a file and found nothing', () => {
    expect(read(sample('bandit-1.9-clean.json'))).toEqual({ findings: [], secrets: [], version: null, seen: '1 file' });
  });

  it.each([
    ['a report over 0 files', { errors: [], results: [], metrics: { _totals: {} } }],
    ['JSON of another shape', { errors: [], results: [] }],
    ['JSON of another shape', { results: [], metrics: {} }],
    ['JSON of another shape', null],
    ['result 2 without "test_id" or "filename"', report([result, { ...result, test_id: undefined }])],
  ])('is none when it is not whole: %s', (got, json) => {
    expect(read(json)).toMatchObject({ trouble: { got, place: { file: 'bandit.json' } } });
  });
});
