// Stands in for github.com where the page of a reason is read: the verdicts of the demo link to pages of this checkout.
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { documentToHtml, escapeHtml, page } from './page.ts';

export interface ReasonServer {
  readonly url: string;
  close(): Promise<void>;
}

/** `/OWNER/NAME/blob/REF/docs/reasons/GATE/CODE.md`: the names can hold no way out of the folder. */
const place = /^\/[\w.-]+\/[\w.-]+\/blob\/[\w.-]+\/(docs\/reasons\/[a-z-]+\/[a-z0-9-]+\.md)$/;

/** The page at this path of GitHub, or null when it is none of a reason. */
export function reasonPage(root: string, path: string): string | null {
  const file = place.exec(path)?.[1];
  if (file === undefined || !existsSync(join(root, file))) return null;
  const note = `<p class="path">${escapeHtml(file)} (served by the demo; on GitHub it is a page of Shipgate's repository)</p>`;
  return page(file, `${note}\n${documentToHtml(readFileSync(join(root, file), 'utf8'), '.')}`);
}

/** Listens on a free port of 127.0.0.1. */
export async function startReasonServer(root: string): Promise<ReasonServer> {
  const server = createServer(({ url = '/' }, response) => {
    const html = reasonPage(root, new URL(url, 'http://localhost').pathname);
    response.writeHead(html === null ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(html ?? page('not found', '<p>No page of a reason.</p>'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => close(server) };
}

async function close(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}
