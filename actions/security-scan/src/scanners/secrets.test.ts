import { describe, expect, it } from 'vitest';
import { tokenOf } from '../secrets/kinds.fixture.ts';
import { contextOf, scan, scanned, treeOf } from '../secrets/tree.fixture.ts';
import { secretsScanner } from './secrets.ts';

/** Settings of gitleaks with so many rules. */
const rules = (count: number) =>
  Array.from(
    { length: count },
    (_, index) => `[[rules]]\nid = "r${index}"\nkeywords = ["word"]\nregex = "word = (v[a-z]+)"\n`,
  ).join('');

describe('the scanner secrets', () => {
  it('gives the place, the rule and what to do, and never the value', async () => {
    const token = tokenOf('github-pat');
    const content = await scanned({ 'a/config.ts': `// é\nconst token = '${token}'; // ${token}\n` });
    expect(content.secrets).toEqual([token]);
    expect(content.findings).toHaveLength(2);
    expect(content.findings[0]).toEqual({
      category: 'secret',
      rule: 'github-pat',
      title: 'GitHub personal access token',
      severity: 'critical',
      message: 'Rule github-pat matches. The value is not shown.',
      location: { path: 'a/config.ts', line: 2, column: 16, endLine: 2, endColumn: 56 },
      advisories: [],
      snippet: "const token = '***'; // ***",
      secretDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
      cwe: ['CWE-798'],
      helpUri: expect.stringContaining('github.blog'),
      fix: 'Delete it at https://github.com/settings/tokens',
    });
    expect(content.seen).toBe('1 file, 0.0 MB');
  });

  it('is ready wherever there are files', async () => {
    const scanner = secretsScanner('1.2.3');
    expect(await scanner.detect(treeOf({}), {} as never)).toEqual({ kind: 'nothing', why: 'no files' });
    expect(await scanner.detect(treeOf({ a: 'b' }), {} as never)).toEqual({
      kind: 'ready',
      version: '1.2.3',
      what: '1 file',
    });
  });

  it('has no answer where a file cannot be read, and says which', async () => {
    const tree = { ...treeOf({ a: 'b' }), files: ['a', 'gone'] };
    expect(await secretsScanner('1').scan(tree, contextOf())).toMatchObject({
      trouble: { got: 'ENOENT', place: { file: 'gone' } },
    });
  });

  it('has no answer when it is stopped, or has no time', async () => {
    const stopped = contextOf({}, { signal: AbortSignal.abort() });
    expect(await scan({ a: 'b' }, stopped)).toMatchObject({ trouble: { got: 'the run was stopped' } });
  });

  /** Each look at the clock takes 50 ms, and a scan may take 10 s: 200 looks. */
  const slowly = (files: Parameters<typeof treeOf>[0], trusted = {}) => {
    let time = 0;
    const scanner = secretsScanner('1', () => {
      time += 50;
      return time;
    });
    return scanner.scan(treeOf(files), contextOf(trusted, { timeoutMs: 10_000 }));
  };

  it('has no answer when its time is over between two files, with what it found in those before', async () => {
    const files = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`${1000 + index}`, 'text']));
    const scanned = await slowly({ ...files, '0': tokenOf('github-pat') });
    expect(scanned).toMatchObject({ trouble: { got: 'more time needed' }, found: { findings: [{}] } });
    expect(await slowly({ a: 'text', b: tokenOf('github-pat') })).toMatchObject({ findings: [{}] });
  });

  it.each([
    ['of one word', 'glpat-'.repeat(300_000), {}],
    ['of many rules', 'word = value', { '.gitleaks.toml': rules(150) }],
    ['of many matches of a rule', 'word = value '.repeat(300_000), { '.gitleaks.toml': rules(1) }],
    ['of many forms in one line', `${'ghp_ AKIA sk_live_ postgres://a:b@c '.repeat(100_000)}`, {}],
  ])('names the file that would take more time than there is: one %s', async (_, text, trusted) => {
    const scanned = await slowly({ a: 'text', 'b/large.txt': text, c: tokenOf('github-pat') }, trusted);
    expect(scanned).toMatchObject({
      trouble: {
        expected: 'all files searched within 10 s',
        got: 'more time needed',
        place: { file: 'b/large.txt' },
      },
    });
  });

  it('has no answer where trusted settings cannot be read', async () => {
    const read = async () => Promise.reject(Object.assign(new Error('x'), { code: 'EACCES' }));
    expect(await scan({ a: 'b' }, contextOf({}, { trusted: { read } }))).toMatchObject({ trouble: { got: 'EACCES' } });
  });

  it('says what it did not look into', async () => {
    const { seen, findings } = await scanned({ 'a.png': Buffer.from([0x89, 0, 0, 1]), 'b.bin': '\0', 'c.txt': 'text' });
    expect(seen).toBe('1 file, 0.0 MB; 2 binary files not looked into');
    expect(findings).toEqual([]);
  });

  it('keeps every line of a key out of the finding, on lines and in JSON', async () => {
    const key = tokenOf('private-key');
    const json = JSON.stringify({ type: 'service_account', private_key_id: 'x', private_key: key });
    const { findings, secrets } = await scanned({ 'a.pem': key, 'b.json': json });
    expect(findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual([
      'private-key critical',
      'gcp-service-account critical',
    ]);
    const body = key.split('\n').filter((line) => line.length >= 6 && !line.startsWith('-----'));
    expect([...secrets].sort()).toEqual([...new Set(body)].sort());
    for (const line of body) expect(JSON.stringify(findings)).not.toContain(line.slice(0, 6));
    expect(findings[0]?.location).toMatchObject({ line: 1, column: 1, endLine: key.trimEnd().split('\n').length });
  });

  it('finds 150,000 secrets in one file, on lines and in one line', async () => {
    const token = tokenOf('gitlab-pat');
    const text = `${token}\n`.repeat(75_000) + `${token} `.repeat(75_000);
    expect((await scanned({ a: text })).findings).toHaveLength(150_000);
  });

  it('tells the other files where one cannot be read', async () => {
    const tree = { ...treeOf({ z: tokenOf('github-pat') }), files: ['gone', 'lost', 'z'] };
    expect(await secretsScanner('1').scan(tree, contextOf())).toMatchObject({
      trouble: { got: 'ENOENT (and 1 more like it)', place: { file: 'gone' } },
      found: { findings: [{ location: { path: 'z' } }] },
    });
  });
});
