/** Cross-origin resource sharing as the Fetch standard has it (https://fetch.spec.whatwg.org/#cors-check). Pure. */
import { failed, type Judged, passed } from './judged.ts';
import type { Answer } from './url-door.ts';

/**
 * An origin that nobody owns and that begins as an allowed one does, so that it finds both a plain echo and a comparison
 * of beginnings. Undefined when the allowed ones are no origins.
 */
export function foreignOrigin(allowed: readonly string[]): string | undefined {
  const [first] = allowed;
  if (first === undefined || !allowed.every(isOrigin)) return undefined;
  const { protocol, hostname } = new URL(first);
  return `${protocol}//${hostname}.shipgate.invalid`;
}

export function judgeOrigin(answer: Answer, origin: string): Judged {
  const allowed = answer.headers['access-control-allow-origin'];
  if (allowed === origin) return passed(`${origin} is allowed`);
  const mend = 'Answer this origin with its own name in Access-Control-Allow-Origin';
  if (allowed === undefined) return failed(`${origin} is not allowed: Access-Control-Allow-Origin is missing`, mend);
  if (allowed === '*') return failed('every origin is allowed: Access-Control-Allow-Origin is `*`', mend);
  return failed(`${origin} is not allowed: Access-Control-Allow-Origin names another`, mend);
}

export function judgeForeignOrigin(answer: Answer, foreign: string, allowed: readonly string[]): Judged {
  const named = answer.headers['access-control-allow-origin'];
  if (named === undefined || allowed.includes(named)) return passed('a foreign origin is not allowed');
  const mend = 'Compare the whole origin with a list, and leave the header out for all others';
  if (named === '*') return failed('every origin is allowed: Access-Control-Allow-Origin is `*`', mend);
  if (named === foreign)
    return failed('a foreign origin is allowed: its name comes back in Access-Control-Allow-Origin', mend);
  return failed('Access-Control-Allow-Origin names an origin that is not in the list', mend);
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}
