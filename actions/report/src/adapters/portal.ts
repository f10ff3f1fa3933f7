/** Adapter: Backstage over HTTP. No redirect is followed, an answer is read to a cap, and nothing of it is printed here. */

import type { Portal, PortalAnswer } from '../ports.ts';
import { Refusal } from '../ports.ts';

export interface PortalSettings {
  readonly endpoint: string;
  /** For one answer, its body read. */
  readonly timeoutMs: number;
  readonly userAgent: string;
}

/** An answer above this is not one of ours. */
const largestAnswer = 64 * 1024;

export function httpPortal({ endpoint, timeoutMs, userAgent }: PortalSettings): Portal {
  return {
    async post(body, token) {
      const signal = AbortSignal.timeout(timeoutMs);
      const headers = {
        ...{ authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...{ accept: 'application/json', 'user-agent': userAgent },
      };
      try {
        const response = await fetch(endpoint, { method: 'POST', body, headers, redirect: 'manual', signal });
        return await answerOf(response);
      } catch (error) {
        const message = signal.aborted ? `no answer within ${timeoutMs / 1000} s` : `no connection (${codeOf(error)})`;
        throw new Refusal(message, { judgement: { kind: 'again' } });
      }
    },
  };
}

async function answerOf(response: Response): Promise<PortalAnswer> {
  const retryAfter = response.headers.get('retry-after');
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return {
    status: response.status,
    retryAfter: retryAfter !== null && /^[0-9]{1,9}$/.test(retryAfter) ? Number(retryAfter) : undefined,
    json: parsed(await cappedText(response), isJson),
  };
}

async function cappedText(response: Response): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    // Leaving the loop cancels the rest of the body.
    if (size > largestAnswer) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string | undefined, isJson: boolean): unknown {
  if (text === undefined || !isJson) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // An answer that says it is JSON and is not: as good as none, and told as such.
    return undefined;
  }
}

/** fetch hides the code of the socket's error in `cause`. */
function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' && /^[A-Z_]{1,60}$/.test(code) ? code : 'it broke off';
}
