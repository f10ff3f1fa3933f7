/** Whether a text that has the form of a secret looks as random as one. Pure. */
import { createHash } from 'node:crypto';
import type { Verdict } from './kinds/kind.ts';

/** In whatever case. Short ones that chance makes in a long token are not among them. */
const WORDS =
  /example|sample|placeholder|dummy|redacted|changeme|change_me|replace|insert|your[_-]?|xxxx|foobar|notreal|not_?a_?real|secret_?key_?here|goes_?here|my_?token|\.\.\.|\*\*\*|\$\{|\{\{|<[a-z]|%\(|1234567|abcdefg|abcd1234|deadbeef|00000|qwerty/i;

/** A sign seven times in a row, or two to four signs five times. */
const REPEATED = /(.)\1{6}|(.{2,4})\2{4}/;

/**
 * Values that providers print in their documentation, or that every copy of a program has, by the start of their SHA-256: the values
 * themselves would look like leaks here.
 */
const PRINTED: ReadonlySet<string> = new Set([
  // The accounts of the emulators of Azure storage and of Cosmos DB.
  '0011cc25eb432071',
  'aa6547439583c3a2',
  // The key in the examples of GitHub's OpenAPI description.
  'e561f71e7201e0fe',
  // Shopify's announcements of longer tokens.
  '465ad9db7ec327ce',
  '96494af0ff15d729',
  '5aca5b5c3515155c',
  '1548bbe8e262d795',
  // 1Password's page about service accounts.
  '4861b7d682dcbc5a',
]);

/** What chance gives a text of this length, times this: 1 in some 10,000 random tokens is below it. */
const LEAST_ENTROPY = 0.72;

export function judgeRandom(secret: string, prefix: number): Verdict {
  const body = secret.slice(prefix);
  if (WORDS.test(body) || REPEATED.test(body) || ascending(body) || isPrinted(secret)) return 'placeholder';
  return entropy(body) < LEAST_ENTROPY * Math.min(Math.log2(body.length), bitsOf(body)) ? 'placeholder' : 'secret';
}

export function isPrinted(secret: string): boolean {
  return PRINTED.has(digestOf(secret));
}

/** As `PRINTED` has them. */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex').slice(0, 16);
}

/** Shannon's, in bits a sign. */
export function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const sign of text) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  let sum = 0;
  for (const count of counts.values()) sum -= (count / text.length) * Math.log2(count / text.length);
  return sum;
}

/** Of a sign, by the alphabet that the text seems to be of. Tokens have parts: an account in digits, a checksum, a region. */
function bitsOf(text: string): number {
  const signs = text.replace(/[^\dA-Za-z]/g, '');
  const inHex = signs.replace(/[^\da-f]/g, '').length / Math.max(1, signs.length);
  if (/^\d+$/.test(signs)) return Math.log2(10);
  if (inHex >= 0.75 || /^[\dA-F]+$/.test(signs)) return 3.9;
  return inHex >= 0.5 || /^(?:[\da-z]+|[\dA-Z]+)$/.test(signs) ? 4.8 : Math.log2(62);
}

/** Seven signs, each the next one of its alphabet: `abcdefg`, `1234567`, `FEDCBA9`. */
function ascending(text: string): boolean {
  for (const step of [1, -1]) {
    let run = 1;
    for (let at = 1; at < text.length; at++) {
      run = text.charCodeAt(at) - text.charCodeAt(at - 1) === step ? run + 1 : 1;
      if (run >= 7) return true;
    }
  }
  return false;
}
