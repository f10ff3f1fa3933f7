/**
 * A second reading of github/codeql-action, src/fingerprints.ts, step by step as it is told there and as slow as that is:
 * a window of 100 signs that rolls, in BigInt. It shares nothing with what it is held against.
 */

const WINDOW = 100;

export function rolledHashes(text: string): readonly string[] {
  const codes = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  const ring = { signs: Array<bigint>(WINDOW).fill(0n), lines: Array<number>(WINDOW).fill(0), next: 0, hash: 0n };
  const seen = new Map<string, number>();
  const found: string[] = [];
  const tell = () => {
    const line = ring.lines[ring.next] ?? 0;
    if (line === 0) return;
    ring.lines[ring.next] = 0;
    const hex = ring.hash.toString(16);
    seen.set(hex, (seen.get(hex) ?? 0) + 1);
    found[line - 1] = `${hex}:${seen.get(hex)}`;
  };
  const roll = (sign: bigint) => {
    const leaving = ring.signs[ring.next] ?? 0n;
    ring.signs[ring.next] = sign;
    ring.hash = BigInt.asUintN(64, 37n * ring.hash + sign - 37n ** 100n * leaving);
    ring.next = (ring.next + 1) % WINDOW;
  };
  let line = 0;
  let fresh = true;
  for (const sign of significant([...codes, 0xffff])) {
    tell();
    if (fresh) {
      line += 1;
      ring.lines[ring.next] = line;
    }
    fresh = sign === 10;
    roll(BigInt(sign));
  }
  for (let rest = 0; rest < WINDOW; rest += 1) {
    tell();
    roll(0n);
  }
  return found;
}

/** Without spaces, tabs, and a line feed straight behind a carriage return, which counts as a line feed itself. */
function significant(codes: readonly number[]): readonly number[] {
  return codes
    .filter((code, index) => code !== 32 && code !== 9 && !(code === 10 && codes[index - 1] === 13))
    .map((code) => (code === 13 ? 10 : code));
}
