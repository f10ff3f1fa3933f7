/** Private keys between `-----BEGIN …-----` and `-----END …-----`, on lines, in a JSON string, in quoted pieces of source. Pure. */
import type { Severity } from '../finding.ts';
import { entropy, isPrinted } from './plausible.ts';

export interface PemKey {
  readonly rule: string;
  readonly title: string;
  readonly severity: Severity;
  readonly end: number;
  /** The lines of the body, without its headers. */
  readonly lines: readonly string[];
  readonly real: boolean;
}

const BEGIN = /-----BEGIN (?<what>(?:[A-Z0-9]{1,16} ){0,3}PRIVATE KEY(?: BLOCK)?)-----/y;
/** RSA keys of 16,384 bits have less. */
const MOST = 20_000;
const LEAST_SIGNS = 56;

/** Escapes of JSON and source, and the quotes and commas of pieces in source; `+` and `/` are of base64 too, and are told by standing alone. */
const BETWEEN = /\\[nrt]|[\s"'`,;\\<>|#*]+/;

/** `at` is where `-----BEGIN` stands. undefined: it is no private key. */
export function pemAt(text: string, at: number): PemKey | undefined {
  BEGIN.lastIndex = at;
  const begin = BEGIN.exec(text);
  const what = begin?.groups?.['what'];
  if (begin === null || what === undefined) return undefined;
  const from = at + begin[0].length;
  const marker = text.slice(from, from + MOST).indexOf('-----');
  const closed = marker >= 0 && text.startsWith('-----END', from + marker);
  // The next dashes end it, whatever they are of.
  const body = text.slice(from, from + (marker < 0 ? MOST : marker));
  const lines = linesOf(closed ? body : leadingLines(body));
  const signs = lines.join('');
  const end = closed
    ? endOf(text, from + marker)
    : from + Math.max(0, body.indexOf(lines.at(-1) ?? '') + (lines.at(-1)?.length ?? 0));
  const locked = what.includes('ENCRYPTED') || /Proc-Type:\s*4,\s*ENCRYPTED/.test(body) || isLocked(signs);
  return {
    rule: 'private-key',
    title: `${locked ? 'encrypted ' : ''}private key${kindOf(what)}`,
    severity: locked ? 'high' : 'critical',
    end,
    lines,
    real: signs.length >= LEAST_SIGNS && (closed || signs.length >= 200) && isKey(signs, what) && !isPrinted(signs),
  };
}

/** OpenSSH names the cipher behind the name of its form: `none` where there is no passphrase. */
function isLocked(signs: string): boolean {
  const form = 'openssh-key-v1\0';
  const start = Buffer.from(signs.slice(0, 64), 'base64').toString('latin1');
  return start.startsWith(form) && !start.startsWith('\0\0\0\x04none', form.length);
}

function kindOf(what: string): string {
  const [word = ''] = what.split(' ');
  if (what.includes('PGP')) return ' of OpenPGP';
  return ['RSA', 'EC', 'DSA', 'OPENSSH'].includes(word) ? ` (${word === 'OPENSSH' ? 'OpenSSH' : word})` : '';
}

function endOf(text: string, end: number): number {
  const close = text.slice(end, end + 60).indexOf('-----', 5);
  return close < 0 ? end : end + close + 5;
}

/** Pieces in base64; headers of RFC 1421 and OpenPGP (`Proc-Type: …`, `Version: …`) are none. */
function linesOf(body: string): string[] {
  const plain = body.replace(/(?:^|\n|\\n)\s{0,8}[A-Z][A-Za-z-]{2,20}: [^\n\\]{0,120}/g, '\n');
  return plain
    .split(BETWEEN)
    .filter((piece) => /^[A-Za-z0-9+/]{2,}={0,2}$|^=[A-Za-z0-9+/]{4}$/.test(piece) && !/^[+/]+$/.test(piece));
}

/** Of a key that was cut: as long as whole lines follow each other, and a shorter last one. */
function leadingLines(body: string): string {
  const lines = body.split(/(?<=\n|\\n)/);
  const stop = lines.findIndex((line, index) => index > 0 && !/[A-Za-z0-9+/]{40,}={0,2}/.test(line));
  const rest = lines[stop] ?? '';
  const last = /^[\s"']*(?=[A-Za-z+/]*[0-9=])[A-Za-z0-9+/]{4,}={0,2}\W*$/.test(rest) ? 1 : 0;
  return lines.slice(0, stop < 0 ? lines.length : stop + last).join('');
}

/** DER begins with a SEQUENCE, OpenSSH's form with its name; what is neither may be a key all the same, if it is long and random. */
function isKey(signs: string, what: string): boolean {
  if (/(.)\1{15}/.test(signs) && !/^b3BlbnNzaC1rZXktdjE|^A{1,40}/.test(signs) && entropy(signs) < 4.5) return false;
  if (/example|placeholder|yourkey|redacted|xxxx|privatekeyhere/i.test(signs.slice(0, 60))) return false;
  if (what.startsWith('PGP')) return entropy(signs) > 4.5;
  if (/^M[A-P]|^MI|^b3BlbnNzaC1rZXktdjE/.test(signs)) return entropy(signs) > 3.8;
  return signs.length >= 64 && entropy(signs) > 4.6;
}
