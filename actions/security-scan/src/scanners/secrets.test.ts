import { describe, expect, it } from 'vitest';
import { tokenOf } from '../secrets/kinds.fixture.ts';
import { contextOf, scan, scanned, treeOf } from '../secrets/tree.fixture.ts';
import { secretsScanner } from './secrets.ts';

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
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`${index}`, 'token '.repeat(200_000)]));
    expect(await scan(many, contextOf({}, { timeoutMs: 1 }))).toMatchObject({ trouble: { got: 'more time needed' } });
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

  it('finds thousands of secrets in one file', async () => {
    const token = tokenOf('gitlab-pat');
    const { findings } = await scanned({ a: `${token} `.repeat(5000) });
    expect(findings).toHaveLength(5000);
  });
});
