import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../steps.ts';
import { choosePort, freePort } from './port.ts';
import { PortalError, startPortal } from './portal.ts';
import { readDeployments, waitForEntity } from './reader.ts';
import { entity, type PortalSettings } from './settings.ts';

const longestMs = 180_000;
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shipgate-portal-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function settings(name: string, changes: Partial<PortalSettings> = {}): Promise<PortalSettings> {
  const webhookSecret = 'a-secret-of-this-test-and-nobody-else';
  const data = join(folder, name);
  return { root, port: await freePort(), data, webhookSecret, oidcIssuer: 'http://127.0.0.1:9', ...changes };
}

describe('the process of the portal', () => {
  it(
    'answers as a guest, keeps its secret out of its log, and is gone after a stop',
    async () => {
      const given = await settings('answers');
      const portal = await startPortal(given);
      try {
        await waitForEntity(portal.url, entity, 30_000);
        expect(await readDeployments(portal.url, entity)).toMatchObject({
          entityRef: 'component:default/order-service',
          repository: { slug: 'acme/order-service', id: null },
          releases: [],
        });
      } finally {
        await portal.stop();
      }
      expect(existsSync(join(given.data, 'deployments.sqlite'))).toBe(true);
      expect(readFileSync(portal.logFile, 'utf8')).not.toContain(given.webhookSecret);
      expect(await choosePort(given.port)).toBe(given.port);
    },
    longestMs,
  );

  it(
    'says the end of its log when it cannot start',
    async () => {
      const failed = await startPortal(await settings('broken', { webhookSecret: 'short' })).catch(
        (error: unknown) => error,
      );
      expect(failed).toBeInstanceOf(PortalError);
      expect(failed).toHaveProperty('message', expect.stringContaining('deployments.github[0].webhookSecret'));
    },
    longestMs,
  );

  it(
    'ends when the one who started it is killed',
    async () => {
      const given = await settings('orphan');
      const module = pathToFileURL(join(root, 'scripts/portal/portal.ts')).href;
      const code = `const { startPortal } = await import(${JSON.stringify(module)});
        await startPortal(${JSON.stringify(given)}); console.log('started');`;
      const parent = spawn(process.execPath, ['--input-type=module', '-e', code], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const ended = new Promise((resolve) => parent.once('exit', resolve));
      try {
        await new Promise((resolve) => parent.stdout.once('data', resolve));
        await expect(choosePort(given.port)).rejects.toThrow('another program listens on it');
      } finally {
        parent.kill('SIGKILL');
        await ended;
      }
      await expect.poll(() => choosePort(given.port).catch(() => null), { timeout: 20_000 }).toBe(given.port);
    },
    longestMs,
  );
});
