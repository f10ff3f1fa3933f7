import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { embeddedThreads } from '../../testing/embedded.ts';
import { script } from '../../testing/migrations.ts';
import { EmbeddedEngine } from './engine.ts';

describe('an engine that is started ahead', () => {
  it('serves the first database, and the next one has another', async () => {
    const threads = embeddedThreads();
    threads.startAhead();
    threads.startAhead();
    const engine = new EmbeddedEngine({ threads, extensions: ['citext'], stepTimeoutMs: 60_000 });
    const [first, second] = [await engine.open(), await engine.open()];
    expect(await first.database.run(script('CREATE EXTENSION citext; CREATE TABLE a (n citext)'))).toMatchObject({
      outcome: 'ok',
    });
    expect(await second.database.run(script('SELECT * FROM a'))).toMatchObject({
      outcome: 'failed',
      error: { sqlState: '42P01' },
    });
    await first.database.close();
    await second.database.close();
  });

  it('keeps no process alive when nobody comes for it', () => {
    const program = `import { embeddedThreads } from ${JSON.stringify(new URL('../../testing/embedded.ts', import.meta.url).href)};
      embeddedThreads().startAhead();`;
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
      cwd: fileURLToPath(new URL('.', import.meta.url)),
      encoding: 'utf8',
      timeout: 30_000,
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('tells who opens a database why it cannot start', async () => {
    const threads = embeddedThreads('/nowhere');
    threads.startAhead();
    const engine = new EmbeddedEngine({ threads, extensions: [], stepTimeoutMs: 60_000 });
    await expect(engine.open()).rejects.toThrow(/did not start: ENOENT/);
  });
});
