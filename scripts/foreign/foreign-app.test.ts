// What a foreign Backstage gets: the tab, from packed tarballs, in a fresh app of either frontend system, in a real browser.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newDeployment } from '../demo/history.ts';
import { sendWebhook } from '../demo/webhook.ts';
import { packPackages } from '../pack/pack.ts';
import { packageOfTarball } from '../pack/tarball.ts';
import { openBrowser, openTab, visit } from '../portal/browser.fixture.ts';
import { freePort } from '../portal/port.ts';
import { realTool } from '../real-tools.ts';
import { root } from '../steps.ts';
import { systems } from './app-folder.ts';
import type { ForeignApp } from './foreign-app.ts';
import { buildForeignApp, startForeignApp } from './foreign-app.ts';

const apps = realTool('backstage-apps');
const chromium = realTool('chromium');
/** An install, a build and a start of somebody else's whole portal, on a slow machine. */
const longestMs = 1_500_000;
const webhookSecret = 'a secret of the foreign app';
const release = { version: 'v1.4.2', commit: '4be20e1d3c5f60718293a4b5c6d7e8f901234567' };
const entity = 'catalog/default/component/order-service';

describe.skipIf(apps === null || chromium === null)('a fresh Backstage app', () => {
  let folder = '';
  let tarballs: ReadonlyMap<string, string> = new Map();
  let browser: Browser;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'shipgate-foreign-'));
    tarballs = new Map((await packPackages(root, folder)).map((tarball) => [packageOfTarball(tarball), tarball]));
    browser = await openBrowser(chromium ?? '');
  }, longestMs);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  describe.each(systems)('of the %s frontend system', (system) => {
    let app: ForeignApp | null = null;
    let url = '';

    beforeAll(async () => {
      const port = await freePort();
      const at = join(apps ?? '', system);
      const catalog = join(root, 'examples/order-service/catalog-info.yaml');
      await buildForeignApp(at, system, tarballs, { port, webhookSecret, catalog });
      app = await startForeignApp(at, port);
      url = app.url;
      const receiver = { url: `${url}/api/deployments/webhooks/github`, secret: webhookSecret };
      for (const webhook of newDeployment(release, 'production', Date.now(), 0)) await sendWebhook(webhook, receiver);
    }, longestMs);
    afterAll(() => app?.stop());

    it('shows in the tab what a signed webhook said', async () => {
      const { page, context, errors } = await visit(browser, url);
      await openTab(page, `${url}/${entity}/deployments`);
      const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'production' }) });
      await card.getByText(release.version, { exact: true }).first().waitFor();
      expect(errors.filter((error) => error.startsWith('exception'))).toEqual([]);
      await context.close();
    });

    it('leads to the tab from the page of the entity', async () => {
      const { page, context } = await visit(browser, url);
      await page.goto(`${url}/${entity}`);
      await page.getByRole('button', { name: 'Enter' }).click();
      // A tab of the legacy entity page, a link of the new one.
      const name = { name: 'Deployments', exact: true };
      await page.getByRole('tab', name).or(page.getByRole('link', name)).click();
      await page.getByRole('heading', { name: 'Environments' }).waitFor();
      expect(new URL(page.url()).pathname).toBe(`/${entity}/deployments`);
      await context.close();
    });
  });
});
