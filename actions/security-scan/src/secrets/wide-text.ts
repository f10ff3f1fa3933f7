/** UTF-32 and UTF-7, which no decoder of the platform knows. Pure. */

type Order = 'le' | 'be';

/** Signs that tell a text without a mark, from the front. */
const LOOKED_AT = 8192;
const HIGHEST = 0x10ffff;
const orders: readonly Order[] = ['le', 'be'];
/** Bytes without a mark that are enough to be sure. */
const LEAST = 32;

/** The order of its bytes, by the mark; without one where every sign so far is one of Unicode and not NUL. */
export function isUtf32(bytes: Buffer): Order | undefined {
  // Most files are told apart by this alone: a sign of Unicode has a byte of zero at one end or the other.
  if (bytes.length < 8 || (bytes[0] !== 0 && bytes[3] !== 0)) return undefined;
  if (bytes.readUInt32LE(0) === 0xfeff) return isWhole(bytes, 'le') ? 'le' : undefined;
  if (bytes.readUInt32BE(0) === 0xfeff) return isWhole(bytes, 'be') ? 'be' : undefined;
  if (bytes.length < LEAST) return undefined;
  return orders.find((order) => isWhole(bytes, order));
}

function isWhole(bytes: Buffer, order: Order): boolean {
  return signsOf(bytes.subarray(0, LOOKED_AT), order).every((sign) => sign > 0 && isSign(sign));
}

function isSign(code: number): boolean {
  return code <= HIGHEST && (code < 0xd800 || code > 0xdfff);
}

function signsOf(bytes: Buffer, order: Order): Uint32Array {
  const signs = new Uint32Array(bytes.length >> 2);
  for (let at = 0; at < signs.length; at++)
    signs[at] = order === 'le' ? bytes.readUInt32LE(at * 4) : bytes.readUInt32BE(at * 4);
  return signs;
}

/** Without its mark; what is no sign is U+FFFD. */
export function utf32(bytes: Buffer, order: Order): string {
  const signs = signsOf(bytes, order);
  let text = '';
  for (let at = signs[0] === 0xfeff ? 1 : 0; at < signs.length; at++) {
    const sign = signs[at] ?? 0;
    text += String.fromCodePoint(isSign(sign) ? sign : 0xfffd);
  }
  return text;
}

/** By its mark, U+FEFF in base64: `+/v8`, `+/v9`, `+/v+`, `+/v/`. */
export function isUtf7(bytes: Buffer): boolean {
  return /^\+\/v[89+/]/.test(bytes.toString('latin1', 0, 4));
}

/** Without its mark. Source: RFC 2152. */
export function fromUtf7(bytes: Buffer): string {
  const text = bytes.toString('latin1').replace(/\+([A-Za-z0-9+/]*)-?/g, (_, base64: string) => {
    if (base64 === '') return '+';
    const wide = Buffer.from(base64, 'base64');
    return wide
      .subarray(0, wide.length - (wide.length % 2))
      .swap16()
      .toString('utf16le');
  });
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}
