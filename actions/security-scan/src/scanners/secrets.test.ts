import { describe, expect, it } from 'vitest';
import { tokenOf } from '../secrets/kinds.fixture.ts';
import { scanned, treeOf } from '../secrets/tree.fixture.ts';
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
});
