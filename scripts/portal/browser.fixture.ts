// A real Chromium that notes what no page of the portal may do.
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors on the console, exceptions of the page, and answers of 400 and more. */
  readonly errors: readonly string[];
  /** Requests that the page made to another host and port than the portal's. */
  readonly foreign: readonly string[];
}

export function openBrowser(executablePath: string): Promise<Browser> {
  // Without its sandbox, which wants rights that containers do not give; it opens pages of our own alone.
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}

/** A fresh profile. Its time zone is UTC, as the tab's times are. */
export async function visit(browser: Browser, portalUrl: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({
    ...{ viewport: { width: 1280, height: 800 }, timezoneId: 'UTC', locale: 'en-GB', reducedMotion: 'reduce' },
    ...options,
  });
  const page = await context.newPage();
  const [errors, foreign]: [string[], string[]] = [[], []];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => errors.push(`exception: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400) errors.push(`${response.status()} ${response.url()}`);
  });
  const origin = new URL(portalUrl).host;
  const note = (url: string): void => {
    const { host, protocol } = new URL(url);
    if (/^(?:https?|wss?):$/.test(protocol) && host !== origin) foreign.push(url);
  };
  page.on('request', (request) => note(request.url()));
  page.on('websocket', (socket) => note(socket.url()));
  return { page, context, errors, foreign };
}

/** Opens a page of the portal, signs in as the guest, and waits for the tab. */
export async function openTab(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('button', { name: 'Enter' }).click();
  await page.getByRole('heading', { name: 'Environments' }).waitFor();
}
