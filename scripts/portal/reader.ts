// Reads the portal's API as its guest does.
import type { EntityDeployments } from '@shipgate/backstage-plugin-deployments-common';

const pollMs = 150;

/** What the tab of an entity shows. `entity` is `kind/namespace/name`. Throws when the portal does not answer with 200. */
export async function readDeployments(url: string, entity: string): Promise<EntityDeployments> {
  const response = await ask(url, `/api/deployments/entities/${entity}`, await guestToken(url));
  return (await bodyOf(response)) as EntityDeployments;
}

/** Waits until the catalog knows the entity: it reads its files only after the start. Throws after `longestMs`. */
export async function waitForEntity(url: string, entity: string, longestMs: number): Promise<void> {
  const token = await guestToken(url);
  const end = performance.now() + longestMs;
  for (;;) {
    const response = await ask(url, `/api/catalog/entities/by-name/${entity}`, token);
    if (response.status === 200) return;
    if (response.status !== 404) await bodyOf(response);
    if (performance.now() > end) throw new Error(`expected ${entity} in the catalog within ${longestMs / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}

async function guestToken(url: string): Promise<string> {
  const headers = { 'x-requested-with': 'XMLHttpRequest' };
  const session: unknown = await bodyOf(await fetch(`${url}/api/auth/guest/refresh`, { headers }));
  return (session as { readonly backstageIdentity: { readonly token: string } }).backstageIdentity.token;
}

function ask(url: string, path: string, token: string): Promise<Response> {
  return fetch(`${url}${path}`, { headers: { authorization: `Bearer ${token}` } });
}

async function bodyOf(response: Response): Promise<unknown> {
  if (response.status === 200) return response.json();
  const text = (await response.text()).slice(0, 300);
  const { pathname } = new URL(response.url);
  throw new Error(`expected the portal to answer ${pathname} with 200, got ${response.status}: ${text}`);
}
