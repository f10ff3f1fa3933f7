// Makes docs/images/deployments-tab-*.png of a portal that it starts. Not part of the tests; run it when the tab changes:
//   node scripts/bootstrap.mjs scripts/screenshots.ts
// Needs Chromium and its fonts: .ci/real chromium
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { closing } from './demo/closing.ts';
import { openPortal } from './demo/portal-part.ts';
import { freePort } from './portal/port.ts';
import { realTool } from './real-tools.ts';
import { root } from './steps.ts';

/** Largest picture that is committed, in bytes. */
const largest = 200_000;
/** CSS pixels. */
const size = { width: 1280, height: 980 };

async function take(browser: Browser, tab: string, colorScheme: 'light' | 'dark'): Promise<void> {
  const context = await browser.newContext({ viewport: size, colorScheme, timezoneId: 'UTC', locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(tab);
  await page.getByRole('button', { name: 'Enter' }).click();
  // Where the button was there may be a time, which would tell more of itself.
  await page.mouse.move(size.width - 1, 1);
  await page.getByRole('table').waitFor();
  await page.waitForLoadState('networkidle');
  const name = `docs/images/deployments-tab-${colorScheme}.png`;
  const { length } = await page.screenshot({ path: join(root, name), animations: 'disabled', caret: 'hide' });
  if (length > largest) throw new Error(`${name}: expected at most ${largest} bytes, got ${length}`);
  console.log(`${name}  ${length} bytes`);
  await context.close();
}

async function takeAll(executablePath: string, folder: string): Promise<void> {
  const portal = await openPortal({
    ...{ root, port: await freePort(), now: Date.now(), closing: open, tell: console.log, onDeath: console.error },
    ...{ data: join(folder, 'data'), temporary: join(folder, 'work'), output: join(folder, 'verdicts') },
  });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-lcd-text'] });
  open.add(() => browser.close());
  mkdirSync(join(root, 'docs/images'), { recursive: true });
  await take(browser, portal.tab, 'light');
  await take(browser, portal.tab, 'dark');
}

const open = closing((error) => console.error(error));
const executable = realTool('chromium');
if (executable === null) {
  console.error('expected: chromium on the PATH\ngot: none\ndo: .ci/real chromium');
  process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), 'shipgate-pictures-'));
open.add(() => rmSync(folder, { recursive: true, force: true }));
try {
  await takeAll(executable, folder);
} finally {
  await open.close();
}
