import { describe, expect, it } from 'vitest';
import { findingsIn, originWith, resultsOf } from './sarif-samples.fixture.ts';

const one = (result: object, rule?: object, run: object = {}) => {
  const rules = rule === undefined ? [] : [{ id: 'r', ...rule }];
  return findingsIn(resultsOf([{ ruleId: 'r', message: { text: 'm' }, ...result }], rules, run))[0];
};
const severity = (result: object, rule?: object) => one(result, rule)?.severity;

describe('the severity of a result', () => {
  it.each([
    ['9.0', 'critical'],
    ['8.9', 'high'],
    ['7.0', 'high'],
    ['6.9', 'medium'],
    ['4.0', 'medium'],
    ['3.9', 'low'],
    ['0.1', 'low'],
    [9.8, 'critical'],
  ])('is that of the security-severity %s', (score, expected) => {
    expect(severity({ level: 'note' }, { properties: { 'security-severity': score } })).toBe(expected);
  });

  it.each(['0.0', '', 'high', '11', '-1', null, 'NaN'])('is not that of the security-severity %j', (score) => {
    expect(severity({ level: 'warning' }, { properties: { 'security-severity': score } })).toBe('medium');
  });

  it.each([
    [{ properties: { issue_severity: 'HIGH' } }, {}, 'high'],
    [{ properties: { severity: 'Critical' } }, {}, 'critical'],
    [{ level: 'error', properties: { securityRisk: 'CRITICAL' } }, {}, 'critical'],
    [{}, { properties: { severity: 'moderate' } }, 'medium'],
    [{ level: 'error' }, { properties: { tags: ['vulnerability', 'security', 'LOW'] } }, 'low'],
    [{ level: 'note' }, { properties: { tags: ['vulnerability', 'UNKNOWN'] } }, null],
    [{ level: 'error' }, {}, 'high'],
    [{ level: 'Warning' }, {}, 'medium'],
    [{ level: 'note' }, {}, 'low'],
    [{ level: 'none' }, {}, null],
    [{ level: 'strange' }, {}, null],
    [{}, { defaultConfiguration: { level: 'error' } }, 'high'],
    [{ level: 'note' }, { defaultConfiguration: { level: 'error' } }, 'low'],
  ])('of %j under %j is %s', (result, rule, expected) => {
    expect(severity(result, rule)).toBe(expected);
  });

  it('is not known when nobody says anything of it: what the standard puts there is no judgement', () => {
    expect([severity({}), severity({}, {})]).toEqual([null, null]);
  });
});

describe('what counts', () => {
  it.each([
    [{ kind: 'pass' }, 0],
    [{ kind: 'notApplicable' }, 0],
    [{ kind: 'informational' }, 0],
    [{ kind: 'open' }, 0],
    [{ kind: 'review' }, 0],
    [{ kind: 'fail' }, 1],
    [{ kind: 'strange' }, 1],
    [{ baselineState: 'absent' }, 0],
    [{ baselineState: 'unchanged' }, 1],
    [{ baselineState: 'new' }, 1],
  ])('%j is %i finding', (result, count) => {
    expect(findingsIn(resultsOf([{ ruleId: 'r', message: { text: 'm' }, ...result }]))).toHaveLength(count);
  });

  it.each([
    [[{ kind: 'inSource' }], { kind: 'in-source' }],
    [[{ kind: 'external', status: 'accepted', justification: ' why ' }], { kind: 'external', reason: 'why' }],
    [[{ kind: 'external', status: 'rejected' }], undefined],
    [[{ kind: 'external', status: 'underReview' }], undefined],
    [[{ kind: 'inSource' }, { kind: 'external', status: 'underReview' }], undefined],
    [[], undefined],
    [[null], undefined],
    [[{}], undefined],
    ['inSource', undefined],
  ])('suppressions %j are told as %j', (suppressions, expected) => {
    expect(one({ suppressions })?.suppressedBy).toEqual(expected);
  });
});

describe('the rule of a result', () => {
  const rules = [
    { id: 'a', helpUri: 'https://a.example' },
    { id: 'b', helpUri: 'https://b.example' },
  ];
  const ruleOf = (result: object, run: object = {}) => {
    const [finding] = findingsIn(resultsOf([{ message: { text: 'm' }, ...result }], rules, run));
    return [finding?.rule, finding?.helpUri];
  };

  it.each([
    ['by its id', { ruleId: 'b' }, ['b', 'https://b.example']],
    ['by index alone', { ruleIndex: 1 }, ['b', 'https://b.example']],
    ['by id, where every result has the index 0', { ruleId: 'b', ruleIndex: 0 }, ['b', 'https://b.example']],
    ['by a reference', { rule: { id: 'a', index: 0 } }, ['a', 'https://a.example']],
    ['of which it is a part', { ruleId: 'b/x/1' }, ['b/x/1', 'https://b.example']],
    ['that is nowhere', { ruleId: 'z' }, ['z', undefined]],
    ['at a place that is none', { ruleIndex: -1 }, ['unnamed', undefined]],
    ['at a place that is too far', { ruleIndex: 9 }, ['unnamed', undefined]],
  ])('is found %s', (_what, result, expected) => {
    expect(ruleOf(result)).toEqual(expected);
  });

  it('is found in an extension of the tool', () => {
    const extension = { name: 'pack', rules: [{ id: 'x', defaultConfiguration: { level: 'note' } }] };
    const run = { tool: { driver: { name: 't', rules }, extensions: [extension] } };
    const results = [{ ruleId: 'x', ruleIndex: 0, rule: { toolComponent: { index: 0 } } }, { ruleId: 'x' }];
    expect(findingsIn(resultsOf(results, [], run)).map((each) => each.severity)).toEqual(['low', 'low']);
  });
});

describe('the message of a result', () => {
  it.each([
    [{ text: 'read {0} of {1}, {{not}} {2}', arguments: ['a', 'b'] }, 'read a of b, {not} {2}'],
    [{ text: 'a {0} of code' }, 'a {0} of code'],
    [{ text: 'flows to [here](1) and [there\\]](22).', markdown: '**no**' }, 'flows to here and there].'],
    [{ text: 'see [the page](https://example.org)' }, 'see [the page](https://example.org)'],
    [{ id: 'used', arguments: ['x'] }, 'x is used'],
    [{ id: 'global' }, 'of all rules'],
  ])('of %j is %j', (message, expected) => {
    const rule = { messageStrings: { used: { text: '{0} is used', markdown: '`{0}`' } } };
    const run = {
      tool: {
        driver: {
          name: 't',
          rules: [{ id: 'r', ...rule }],
          globalMessageStrings: { global: { text: 'of all rules' } },
        },
      },
    };
    expect(one({ message }, rule, run)?.message).toBe(expected);
  });

  it.each([undefined, null, {}, { markdown: '**m**' }, 'm'])(
    'is what the rule says of itself when it is %j',
    (message) => {
      expect(one({ message }, { shortDescription: { text: 'A bad thing. More of it.' } })).toMatchObject({
        message: 'A bad thing',
        title: 'A bad thing',
      });
    },
  );

  it('is cut when it is long', () => {
    expect(one({ message: { text: 'x'.repeat(5_000) } })?.message).toHaveLength(1_000);
  });
});

describe('weaknesses and fingerprints', () => {
  it('are numbers of CWE from wherever tools put them', () => {
    const rule = {
      properties: { tags: ['security', 'external/cwe/cwe-079', 'CWE-89: Injection', 'acwe-5'], cwe: ['CWE-22'] },
      relationships: [{ target: { id: '611', toolComponent: { name: 'CWE' } } }],
    };
    const cwe = one(
      { taxa: [{ id: 'CWE-1004', toolComponent: { name: 'CWE' } }], properties: { cwe: 'CWE-20' } },
      rule,
    )?.cwe;
    expect(cwe?.toSorted()).toEqual(['CWE-1004', 'CWE-20', 'CWE-22', 'CWE-611', 'CWE-79', 'CWE-89']);
  });

  it('are hashes: names and addresses of people are not carried on', () => {
    const partialFingerprints = {
      primaryLocationLineHash: 'c129715d7a2bc9a3:1',
      'shipgateIdentity/v1': 'ab12',
      email: 'someone@example.org',
      author: 'someone',
      commitMessage: 'a/v1 secret',
      'text/v1': 'some words',
    };
    expect(one({ partialFingerprints, fingerprints: { 'matchBasedId/v1': 'requires login' } })?.fingerprints).toEqual({
      primaryLocationLineHash: 'c129715d7a2bc9a3:1',
      'shipgateIdentity/v1': 'ab12',
    });
  });
});

describe('secrets', () => {
  const snippet = (text: string) => [
    { physicalLocation: { artifactLocation: { uri: 'src/app.py' }, region: { startLine: 1, snippet: { text } } } },
  ];
  it.each([
    ['a tag', { properties: { tags: ['secret'] } }],
    ['a weakness', { properties: { tags: ['external/cwe/cwe-798'] } }],
    ["trivy's name", { name: 'Secret' }],
    ['its description', { shortDescription: { text: 'Hard-coded user password' } }],
    ['its id', { id: 'javascript.jwt.hardcoded-jwt-secret' }],
    ['the kind of key in its id', { id: 'aws-access-key' }],
    ['what it says was seen', { shortDescription: { text: 'AWS access key id detected' } }],
  ])('are known by %s, and their value is in no text', (_what, rule) => {
    const finding = one(
      {
        ruleId: 'id' in rule ? rule.id : 'r',
        message: { text: 'password "k9$Lw2!vQz"' },
        locations: snippet('p = "k9$Lw2!vQz"'),
      },
      rule,
    );
    expect(finding?.category).toBe('secret');
    expect(JSON.stringify(finding)).not.toContain('k9$Lw2');
  });

  it('leave other findings as they are', () => {
    const finding = one({
      ruleId: 'weak-password-hash',
      message: { text: 'MD5 of a password' },
      locations: snippet('md5(password)'),
    });
    expect(finding).toMatchObject({ category: 'code', message: 'MD5 of a password', snippet: 'md5(password)' });
  });
});

describe('places in a lock file', () => {
  it('are the lines of the package there', () => {
    const entry = { name: 'left', version: '1.0.0', node: '', line: 7, column: 5, endColumn: 11 };
    const lock = {
      path: 'package-lock.json',
      kind: 'npm' as const,
      entries: [entry],
      named: () => [entry],
      at: () => entry,
      via: () => [],
    };
    const result = {
      ruleId: 'CVE-2020-0001',
      message: { text: 'Package: left\nInstalled Version: 1.0.0\nFixed Version: 1.0.1, 2.0.0' },
      locations: [{ physicalLocation: { artifactLocation: { uri: 'package-lock.json' }, region: { startLine: 1 } } }],
    };
    const origin = { ...originWith(['package-lock.json']), locks: [lock] };
    expect(findingsIn(resultsOf([result]), origin)[0]).toMatchObject({
      category: 'dependency',
      location: { path: 'package-lock.json', line: 7, column: 5, endColumn: 11 },
      package: { purl: 'pkg:npm/left@1.0.0', version: '1.0.0', fixed: '1.0.1' },
    });
  });
});
