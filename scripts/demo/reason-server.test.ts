import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reasonPage, startReasonServer } from './reason-server.ts';

describe('the pages of reasons', () => {
  let root = '';
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'shipgate-reasons-'));
    mkdirSync(join(root, 'docs/reasons/migrate-gate'), { recursive: true });
    writeFileSync(join(root, 'docs/reasons/migrate-gate/drift.md'), '# drift\n');
    writeFileSync(join(root, 'docs/secret.md'), '# secret\n');
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('are at the path that a verdict links to on GitHub', () => {
    expect(reasonPage(root, `/a/b/blob/${'f'.repeat(40)}/docs/reasons/migrate-gate/drift.md`)).toContain(
      '<h1>drift</h1>',
    );
  });

  it.each([
    '/a/b/blob/main/docs/reasons/migrate-gate/none.md',
    '/a/b/blob/main/docs/secret.md',
    '/a/b/blob/main/docs/reasons/../secret.md',
    '/a/b/blob/main/docs/reasons/migrate-gate/..%2f..%2fsecret.md',
    '/docs/reasons/migrate-gate/drift.md',
    '/',
  ])('are not at %s', (path) => {
    expect(reasonPage(root, path)).toBeNull();
  });

  it('are served over HTTP, and 404 for the rest', async () => {
    const server = await startReasonServer(root);
    try {
      const page = await fetch(`${server.url}/a/b/blob/main/docs/reasons/migrate-gate/drift.md`);
      expect(page.status).toBe(200);
      expect(page.headers.get('content-type')).toContain('text/html');
      expect((await fetch(`${server.url}/a`)).status).toBe(404);
    } finally {
      await server.close();
    }
  });
});
