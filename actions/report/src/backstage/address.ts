/** The one door for the address of Backstage. */
import type { Fault } from '@shipgate/schemas';

export interface BackstageAddress {
  /** Where verdicts are posted to. */
  readonly endpoint: string;
  /** For people: without the path of the API. */
  readonly shown: string;
}

/** Over plain http anybody on the way could read the token; nobody is on the way to this machine itself. */
const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** https only, http only to this machine; no credentials, query or fragment. The host is the one that the workflow names. */
export function backstageAddress(text: string): BackstageAddress | Fault {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || /[\s\p{Cc}]/u.test(text)) return fault('text that is no address', 'give the whole address');
  if (url.username !== '' || url.password !== '')
    return fault('credentials in the address', 'take them out: the job proves who it is by OIDC');
  const isPlain = url.protocol === 'http:' && loopback.has(url.hostname);
  if (url.protocol !== 'https:' && !isPlain)
    return fault(`${url.protocol}//${url.host}`, 'give an address that begins with https://');
  if (url.search !== '' || url.hash !== '') return fault('an address with ? or #', 'end the address before it');
  const base = `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
  if (/\/api(?:\/|$)/.test(base)) return fault('an address with /api', 'end the address before /api');
  return { endpoint: `${base}/api/deployments/verdicts`, shown: base };
}

function fault(got: string, mend: string): Fault {
  return {
    title: 'backstage-url cannot be used',
    expected: "the address of the portal's backend, such as https://backstage.example.com",
    got,
    do: mend,
  };
}
