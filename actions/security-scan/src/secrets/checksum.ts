/** Checksums that providers build into their tokens, so that a lookalike can be told from a token offline. Pure. */
import { crc32 } from 'node:zlib';
import type { Verdict } from './kinds/kind.ts';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** CRC32 in base 62, six digits: https://github.blog/engineering/behind-githubs-new-authentication-token-formats/. */
export function crcInBase62(text: string): string {
  let rest = crc32(text);
  let digits = '';
  for (let place = 0; place < 6; place++) {
    digits = (DIGITS[rest % 62] ?? '') + digits;
    rest = Math.floor(rest / 62);
  }
  return digits;
}

/** GitHub's and npm's: the last six signs are of the ones between the prefix and them. */
export function githubChecksum(token: string): Verdict {
  const body = token.slice(token.indexOf('_') + 1);
  return fits(crcInBase62(body.slice(0, -6)) === body.slice(-6));
}

/** `glsa_` secret `_` CRC32 of the secret in hexadecimal: Grafana's components/satokengen. */
export function grafanaChecksum(token: string): Verdict {
  const [, secret = '', sum = ''] = token.split('_');
  const crc = crc32(secret);
  return fits([crc, crc32(`glsa_${secret}`)].some((each) => each.toString(16).padStart(8, '0') === sum.toLowerCase()));
}

const BECH32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATORS = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3] as const;

/** Bech32 of BIP 173, as age's keys have it: https://github.com/C2SP/C2SP/blob/main/age.md. */
export function bech32Checksum(text: string): Verdict {
  const lower = text.toLowerCase();
  const cut = lower.lastIndexOf('1');
  const prefix = [...lower.slice(0, cut)].map((sign) => sign.charCodeAt(0));
  const data = [...lower.slice(cut + 1)].map((sign) => BECH32.indexOf(sign));
  if (cut < 1 || data.includes(-1)) return 'placeholder';
  const values = [...prefix.map((code) => code >> 5), 0, ...prefix.map((code) => code & 31), ...data];
  return fits(polymod(values) === 1);
}

function polymod(values: readonly number[]): number {
  let sum = 1;
  for (const value of values) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    for (const [bit, generator] of GENERATORS.entries()) if ((top >>> bit) & 1) sum ^= generator;
  }
  return sum >>> 0;
}

function fits(yes: boolean): Verdict {
  return yes ? 'secret' : 'misfit';
}
