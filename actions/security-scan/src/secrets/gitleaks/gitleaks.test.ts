import { describe, expect, it } from 'vitest';
import { tokenOf } from '../kinds.fixture.ts';
import { contextOf, scan, scanned } from '../tree.fixture.ts';

const RULE = `
[extend]
useDefault = true

[[rules]]
id = "acme-key"
description = "ACME key"
regex = '''acme_([a-z0-9]{16})'''
keywords = ["ACME_"]
`;
const value = 'k3j9x2m5q8w1z7v4';
const line = `key: acme_${value}`;

const rulesOf = async (files: Record<string, string>, toml: string, ignore?: string) => {
  const trusted = { '.gitleaks.toml': toml, ...(ignore === undefined ? {} : { '.gitleaksignore': ignore }) };
  const { findings } = await scanned(files, contextOf(trusted));
  return findings.map(({ rule, location }) => `${location?.path}:${location?.line}:${rule}`);
};
const troubleOf = async (toml: string, more: Record<string, string> = {}) => {
  const result = await scan({ a: 'b' }, contextOf({ '.gitleaks.toml': toml, ...more }));
  return 'trouble' in result ? result.trouble : undefined;
};

describe('a .gitleaks.toml', () => {
  it('gives rules of its own, whose secret is the group', async () => {
    const { findings, secrets } = await scanned({ a: `x\n${line}\n` }, contextOf({ '.gitleaks.toml': RULE }));
    expect(findings).toMatchObject([
      {
        rule: 'acme-key',
        title: 'ACME key',
        severity: null,
        location: { path: 'a', line: 2, column: 11, endLine: 2, endColumn: 27 },
        snippet: 'key: acme_***',
      },
    ]);
    expect(secrets).toEqual([value]);
  });

  it('counts only as the commit that decides has it', async () => {
    const token = tokenOf('github-pat');
    const open = "[allowlist]\npaths = ['.*']";
    expect(await rulesOf({ '.gitleaks.toml': open, a: token }, RULE)).toEqual(['a:1:github-pat']);
    expect(await rulesOf({ a: token }, open)).toEqual([]);
  });

  it.each([
    ['keywords', RULE.replace('"ACME_"', '"nowhere"'), []],
    ['no keywords', RULE.replace(/keywords.*\n/, ''), ['a:1:acme-key']],
    ['a path', `${RULE}path = 'b$'`, []],
    ['an entropy that it has not', `${RULE}entropy = 4.5`, []],
    ['an entropy that it has', `${RULE}entropy = 3`, ['a:1:acme-key']],
    ['a stop word', `${RULE}[[rules.allowlists]]\nstopwords = ["X2M5"]`, []],
    ['a regex of the secret', `${RULE}[[rules.allowlists]]\nregexes = ['^k3']`, []],
    ['a regex of the match', `${RULE}[[rules.allowlists]]\nregexTarget = "match"\nregexes = ['^acme']`, []],
    ['a regex of the line', `${RULE}[rules.allowlist]\nregexTarget = "line"\nregexes = ['^key:']`, []],
    ['a regex of nothing there', `${RULE}[[rules.allowlists]]\nregexes = ['^acme']`, ['a:1:acme-key']],
    ['a path of the rule', `${RULE}[[rules.allowlists]]\npaths = ['^a$']`, []],
    ['a commit, of which a file has none', `${RULE}[[rules.allowlists]]\ncommits = ["abc"]`, ['a:1:acme-key']],
    ['both of two', `${RULE}[[rules.allowlists]]\ncondition = "AND"\npaths = ['a']\nregexes = ['^k3']`, []],
    [
      'one of two',
      `${RULE}[[rules.allowlists]]\ncondition = "AND"\npaths = ['b']\nregexes = ['^k3']`,
      ['a:1:acme-key'],
    ],
    ['a target rule', `${RULE}[[allowlists]]\ntargetRules = ["acme-key"]\npaths = ['a']`, []],
    ['another target rule', `${RULE}[[allowlists]]\ntargetRules = ["other"]\npaths = ['a']`, ['a:1:acme-key']],
    ['all files', `${RULE}[[allowlists]]\npaths = ['a']`, []],
    ['keys in another case', RULE.replace('keywords', 'Keywords').replace('regex ', 'REGEX '), ['a:1:acme-key']],
    ['a rule that is not told', `${RULE}skipReport = true`, []],
  ])('is honoured in %s', async (_, toml, expected) => {
    expect(await rulesOf({ a: line }, toml)).toEqual(expected);
  });

  it('finds a file by its path alone, be it binary', async () => {
    const toml = "[[rules]]\nid = 'key-store'\npath = '\\.jks$'";
    expect(await rulesOf({ 'a/b.jks': '\0\0', 'c.txt': '' }, toml)).toEqual(['a/b.jks:undefined:key-store']);
  });

  it('asks for the rules that a rule requires, near it', async () => {
    const toml = `${RULE}[[rules.required]]\nid = "acme-user"\nwithinLines = 1\n[[rules]]\nid = "acme-user"\nregex = 'user=\\w+'\nskipReport = true`;
    expect(await rulesOf({ a: `${line}\nuser=x`, b: `${line}\n\nuser=x`, c: line }, toml)).toEqual(['a:1:acme-key']);
  });

  it('switches our rules off, and the ones that find the same', async () => {
    const files = { a: tokenOf('github-pat'), b: tokenOf('gitlab-pat') };
    expect(await rulesOf(files, '[extend]\nuseDefault = true\ndisabledRules = ["github-pat"]')).toEqual([
      'b:1:gitlab-pat',
    ]);
  });

  it('changes a rule of ours by its id', async () => {
    const toml = "[extend]\nuseDefault = true\n[[rules]]\nid = 'github-pat'\n[[rules.allowlists]]\npaths = ['^a$']";
    expect(await rulesOf({ a: tokenOf('github-pat'), b: tokenOf('github-pat') }, toml)).toEqual(['b:1:github-pat']);
  });

  it('says with useDefault = false that its rules are all; without a word ours run too', async () => {
    const files = { a: `${line} ${tokenOf('github-pat')}` };
    const own = RULE.replace('useDefault = true', 'useDefault = false');
    expect(await rulesOf(files, own)).toEqual(['a:1:acme-key']);
    expect(await rulesOf(files, RULE.replace(/\[extend\]\n.*\n/, ''))).toEqual(['a:1:acme-key', 'a:1:github-pat']);
    const { seen } = await scanned(files, contextOf({ '.gitleaks.toml': own }));
    expect(seen).toBe('1 file, 0.0 MB; by the rules of .gitleaks.toml alone');
  });

  it('builds on another file of the repository', async () => {
    const child = "[extend]\npath = 'config/base.toml'\n[[rules]]\nid = 'acme-key'\nentropy = 4.5";
    const trusted = { '.gitleaks.toml': child, 'config/base.toml': RULE.replace(/\[extend\]\n.*\n/, '') };
    expect((await scanned({ a: line }, contextOf(trusted))).findings).toEqual([]);
  });

  it('tells how much its allowlists let through', async () => {
    const toml = "[[allowlists]]\npaths = ['^v/']\n[[allowlists]]\nstopwords = ['ghp_']";
    const { seen } = await scanned({ 'v/a': 'x', b: tokenOf('github-pat') }, contextOf({ '.gitleaks.toml': toml }));
    expect(seen).toBe('1 file, 0.0 MB; 1 file let through by .gitleaks.toml; 1 finding let through by .gitleaks.toml');
  });

  it('comes to an end on rules that take others for ever', async () => {
    const toml = "[[rules]]\nid = 'slow'\nregex = '(a+)+$'\n[[rules]]\nid = 'slower'\nregex = '(.*a){12}b'";
    const { findings } = await scanned({ a: `${'a'.repeat(50_000)}!` }, contextOf({ '.gitleaks.toml': toml }));
    expect(findings).toEqual([]);
  });
});

describe('a malformed .gitleaks.toml', () => {
  it.each([
    ['TOML', '[[rules]]\nid = "a\n', 2, 8],
    ['a regex', `${RULE}\n[[rules]]\nid = 'b'\nregex = '''a(b'''`, 13, 12],
    [
      'a regex of an allowlist',
      "[[rules]]\nid='a'\nregex='a'\n[[rules.allowlists]]\nregexes = ['''ok''',\n  '''(?<=x)[''']",
      6,
      6,
    ],
    ['a path of the second global list', "[[allowlists]]\npaths=['a']\n[[allowlists]]\npaths=['*']", 4, 9],
    ['another type', "[[rules]]\nid = 'a'\nregex = 5", 3, 9],
    ['no id', "[[rules]]\nregex = 'a'\n[[rules]]\nregex='b'\nid='x'", 1, 1],
    ['a group that is not there', "[[rules]]\nid = 'a'\nregex = '(a)'\nsecretGroup = 2", 4, 15],
    ['an empty allowlist', "[[rules]]\nid='a'\nregex='a'\n[rules.allowlist]\ndescription = 'x'", 4, 1],
    ['an unknown condition', "[allowlist]\ncondition = 'xor'\npaths = ['a']", 2, 13],
    ['an unknown target', "[allowlist]\nregexTarget = 'word'\nregexes = ['a']", 2, 15],
    ['both spellings', "[allowlist]\npaths = ['a']\n[[allowlists]]\npaths = ['a']", 1, 1],
    ['a base that is not there', "[extend]\npath = 'no.toml'", 2, 9],
    ['a base outside', "[extend]\npath = '../no.toml'", 2, 9],
  ])('by %s is a trouble with its place', async (_, toml, at, column) => {
    expect((await troubleOf(toml))?.place).toEqual({ file: '.gitleaks.toml', line: at, column });
  });

  it('that builds on itself is a trouble', async () => {
    expect(await troubleOf("[extend]\npath = '.gitleaks.toml'")).toMatchObject({ got: 'more' });
  });

  it('with a rule that looks at nothing is a trouble', async () => {
    expect((await troubleOf("[[rules]]\nid = 'a'"))?.expected).toContain('regex');
    expect(await troubleOf("[extend]\nuseDefault = true\n[[rules]]\nid = 'generic-api-key'")).toBeUndefined();
  });
});

describe('a .gitleaksignore', () => {
  const files = { 'a/b.env': `x\n${tokenOf('github-pat')}\n${tokenOf('gitlab-pat')}` };

  it('lets findings through by file, rule and line, and they are seen as such', async () => {
    const ignore = '# old\n\n./a\\b.env:github-pat:2\r\nabcdef0123456789:a/b.env:gitlab-pat:3\n';
    const { findings } = await scanned(files, contextOf({ '.gitleaksignore': ignore }));
    expect(findings.map(({ rule, suppressedBy }) => [rule, suppressedBy])).toEqual([
      ['github-pat', { kind: 'external', reason: '.gitleaksignore' }],
      ['gitlab-pat', undefined],
    ]);
  });

  it('is a trouble where a line is no fingerprint', async () => {
    const result = await scan(files, contextOf({ '.gitleaksignore': 'a:b:1\n  nonsense\n' }));
    expect(result).toMatchObject({ trouble: { place: { file: '.gitleaksignore', line: 2, column: 3 } } });
  });
});
