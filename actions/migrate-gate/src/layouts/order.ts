/** Orders in which the tools sort. Each is total and knows no locale. */

/** Order of the UTF-8 bytes, which Go and Rust use for strings; for code points that is their own order. */
export function compareText(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1;
  // Inside a surrogate pair the pair decides, not its second half.
  if (at > 0 && isLowSurrogate(a.charCodeAt(at)) && isLowSurrogate(b.charCodeAt(at))) at -= 1;
  return Math.sign((a.codePointAt(at) ?? -1) - (b.codePointAt(at) ?? -1));
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Order of whole numbers written in digits, of any length: "9" before "10", "007" the same as "7". */
export function compareIntegers(a: string, b: string): number {
  const left = BigInt(a);
  const right = BigInt(b);
  return left < right ? -1 : left > right ? 1 : 0;
}
