/** Tells a status page or a chat about a rollback: one POST with JSON to an address that is a secret. */
import type { RolledBack } from '../steering/after-rollback.ts';

const LIMIT = 10_000;

/** Undefined: taken. Else why not, without the address and without anything of the answer. Never rejects. */
export async function postToHook(address: string, facts: RolledBack, limit = LIMIT): Promise<string | undefined> {
  const url = URL.parse(address.trim());
  const fault = url === null ? 'expected an address that begins with https://, got another text' : faultOf(url);
  if (url === null || fault !== undefined) return fault;
  const signal = AbortSignal.timeout(limit);
  try {
    const answer = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/json', 'user-agent': 'shipgate' },
      body: JSON.stringify(messageOf(facts)),
      signal,
    });
    // Nobody reads it; left alone it would keep the connection.
    await answer.body?.cancel().catch(() => undefined);
    if (answer.ok) return undefined;
    const redirect = answer.status >= 300 && answer.status < 400 ? ', and no redirect is followed' : '';
    return `expected a status of 2xx, got ${answer.status}${redirect}`;
  } catch (error) {
    if (signal.aborted) return `expected an answer within ${limit / 1000} s, got none`;
    return `expected an answer, got none${codeOf(error)}`;
  }
}

function faultOf({ protocol, hostname, username, password }: URL): string | undefined {
  if (username !== '' || password !== '') return 'expected an address without a user and a password, got one with them';
  if (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))) return undefined;
  return 'expected https (http only to this machine), got another protocol';
}

/** RFC 6890: 127.0.0.0/8 and ::1. The parser of addresses has made four numbers of every way to write one. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

function messageOf({ service, environment, version, reasons, at, run }: RolledBack): object {
  return {
    ...{ service, environment, version: version ?? null, state: 'rolled-back', reasons },
    ...{ at: new Date(at).toISOString(), run: run ?? null },
  };
}

function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' && /^[A-Z_]+$/.test(code) ? ` (${code})` : '';
}
