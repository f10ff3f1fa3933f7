import { describe, expect, it } from 'vitest';
import { judged, reportOf, sample } from './samples.fixture.ts';

interface Run {
  readonly tool?: object;
  readonly results?: unknown;
  readonly [key: string]: unknown;
}

function sarif(...runs: readonly Run[]): Buffer {
  const whole = runs.map((run) => ({ tool: { driver: { name: 'scan' } }, results: [], ...run }));
  return Buffer.from(JSON.stringify({ version: '2.1.0', runs: whole }));
}

const counts = (bytes: Buffer) => [...reportOf('sarif', bytes).measures.values()].map(({ value }) => value);

describe('SARIF', () => {
  it('takes the level of a result, else of its rule, else warning', () => {
    const rules = [
      { id: 'R1', defaultConfiguration: { level: 'error' } },
      { id: 'R2', defaultConfiguration: { level: 'note' } },
    ];
    const results = [
      { ruleId: 'R1' },
      { ruleIndex: 1 },
      { ruleId: 'R3' },
      { level: 'error', ruleId: 'R2' },
      { level: 'none' },
      { rule: { id: 'R1' } },
    ];
    expect(counts(sarif({ tool: { driver: { name: 'scan', rules } }, results }))).toEqual([5, 3, 1, 1]);
  });

  it('takes rules of extensions by their index', () => {
    const tool = {
      driver: { name: 'scan' },
      extensions: [{ rules: [{ id: 'X', defaultConfiguration: { level: 'note' } }] }],
    };
    expect(counts(sarif({ tool, results: [{ ruleIndex: 0, rule: { toolComponent: { index: 0 } } }] }))).toEqual([
      1, 0, 0, 1,
    ]);
  });

  it('takes a level that nobody knows for an error', () => {
    expect(counts(sarif({ results: [{ level: 'critical' }, { level: 7 }] }))).toEqual([2, 2, 0, 0]);
  });

  it.each([
    ['suppressed', { suppressions: [{ kind: 'inSource' }] }, 'pass'],
    ['suppressed by nothing', { suppressions: [] }, 'fail'],
    ['suppressed and under review', { suppressions: [{ kind: 'external', status: 'underReview' }] }, 'fail'],
    [
      'suppressed and rejected',
      { suppressions: [{ kind: 'inSource' }, { kind: 'external', status: 'rejected' }] },
      'fail',
    ],
    ['no longer there', { baselineState: 'absent' }, 'pass'],
    ['unchanged', { baselineState: 'unchanged' }, 'fail'],
    ['no fault', { kind: 'pass' }, 'pass'],
    ['open', { kind: 'open' }, 'fail'],
  ])('with a result that is %s', (_what, result, outcome) => {
    expect(judged('sarif', sarif({ results: [result] })).outcome).toBe(outcome);
  });

  it('counts the one that eslint suppressed not, and those with an empty list of suppressions', () => {
    const ran = sample('sarif-eslint-bad.json.txt')
      .toString()
      .replace('"executionSuccessful": false', '"executionSuccessful": true');
    expect(counts(Buffer.from(ran))).toEqual([4, 3, 1, 0]);
  });

  it.each([
    ['no run', Buffer.from('{"version":"2.1.0","runs":[]}'), 'about nothing'],
    ['another version', Buffer.from('{"version":"2.0.0","runs":[]}'), 'another shape or version'],
    ['a run without a tool', sarif({ tool: {} }), 'without a tool'],
    ['a run without results', sarif({ results: undefined }), 'without them'],
    ['a run whose results are null', sarif({ results: null }), 'without them'],
    ['results that are no objects', sarif({ results: [7] }), 'without them'],
    [
      'a run that failed among others',
      sarif({}, { invocations: [{ executionSuccessful: true }, { executionSuccessful: false }] }),
      'executionSuccessful: false',
    ],
    [
      'runs of two commits',
      sarif({ versionControlProvenance: [{ revisionId: 'a' }] }, { versionControlProvenance: [{ revisionId: 'b' }] }),
      '2 commits',
    ],
    [
      'a tool that complains of itself',
      sarif({ invocations: [{ executionSuccessful: true, toolExecutionNotifications: [{ level: 'error' }] }] }),
      'errors of its own',
    ],
  ])('proves nothing by %s', (_what, bytes, why) => {
    expect(judged('sarif', bytes)).toMatchObject({ outcome: 'unknown', seen: expect.stringContaining(why) });
  });

  it('fails by results although the tool complains of itself', () => {
    const invocations = [{ executionSuccessful: true, toolExecutionNotifications: [{ level: 'error' }] }];
    expect(judged('sarif', sarif({ invocations, results: [{ ruleId: 'R' }] })).outcome).toBe('fail');
  });

  it('says its commit, its tool and when it ended', () => {
    const provenance = sarif({
      versionControlProvenance: [{ repositoryUri: 'https://example.com', revisionId: 'abc' }],
    });
    expect(reportOf('sarif', provenance).subject).toEqual({ commit: 'abc' });
    expect(reportOf('sarif', sample('sarif-bandit-good.json.txt'))).toMatchObject({
      tool: 'Bandit 1.9.4',
      generatedAt: new Date('2026-11-28T00:47:46Z'),
    });
  });

  it('has a measure for each level', () => {
    expect(judged('sarif', sample('sarif-bandit-good.json.txt'), '== 0', 'errors').outcome).toBe('pass');
    expect(judged('sarif', sample('sarif-bandit-good.json.txt'), '<= 1', 'notes').outcome).toBe('fail');
  });

  it('names errors before warnings', () => {
    const results = [
      { ruleId: 'W' },
      {
        ruleId: 'E',
        level: 'error',
        locations: [{ physicalLocation: { artifactLocation: { uri: 'a.py' }, region: { startLine: 3 } } }],
      },
    ];
    expect(judged('sarif', sarif({ results })).mend).toBe('Begin with a.py:3: E');
  });
});
