/**
 * The fingerprint that GitHub gives a result by its line, `primaryLocationLineHash`, as upload-sarif computes it
 * (github/codeql-action, src/fingerprints.ts): a file that has it already is taken without a warning.
 *
 * Of each line the next 100 signs count, wherever lines end, without spaces and tabs. A line end, however it is written,
 * is one `\n`; behind the end of the file there is one U+FFFF, and then as many zeros as are wanted. Signs are UTF-16
 * code units of the file decoded as UTF-8 with its byte order mark. The hash is the polynomial of those 100 in 37,
 * modulo 2^64, in hexadecimal, with the count of lines so far that have the same: `a7f2ff13bc495cf2:2`.
 */

const WINDOW = 100;
const BASE = 37;
const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const END = 0xffff;

/** The hashes of all lines, of line 1 first: as many as the text has line ends, and one. */
export function lineHashes(text: string): readonly string[] {
  const { count, hash } = hashed(text);
  return Array.from({ length: count }, (_, index) => hash(index));
}

/** The hash of a line, from 1; undefined for one that the text has not. Its text is made when it is asked for. */
export function lineHasher(text: string): (line: number) => string | undefined {
  const { count, hash } = hashed(text);
  return (line) => (Number.isInteger(line) && line >= 1 && line <= count ? hash(line - 1) : undefined);
}

function hashed(text: string): { readonly count: number; readonly hash: (index: number) => string } {
  const halves = halvesOf(significant(text));
  const counts = countsOf(halves);
  const hash = (index: number) => `${hexOf(halves, index)}:${counts[index] ?? 0}`;
  return { count: counts.length, hash };
}

interface Signs {
  /** What counts, with the end and the zeros behind it. */
  readonly codes: Uint16Array;
  /** Of each line its first place in `codes`. */
  readonly starts: Uint32Array;
}

function significant(text: string): Signs {
  const codes = new Uint16Array(text.length + 1 + WINDOW);
  const starts: number[] = [0];
  let end = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === SPACE || code === TAB) continue;
    if (code === LF || code === CR) {
      codes[end++] = LF;
      starts.push(end);
      if (code === CR && text.charCodeAt(at + 1) === LF) at += 1;
    } else codes[end++] = code;
  }
  codes[end] = END;
  return { codes: codes.subarray(0, end + 1 + WINDOW), starts: Uint32Array.from(starts) };
}

/*
 * Numbers of 66 bits, as three parts of 22: products of two parts are exact in a double, and what is equal modulo 2^66 is
 * so modulo 2^64. Instead of a window that rolls, the polynomial of all signs so far is kept: what it was where a line
 * begins, times 37^100, is the share that all before it has in what it is 100 signs later.
 */
const BITS = 22;
const PART = 2 ** BITS;
const MASK = PART - 1;
const powers = partsOf(BigInt(BASE) ** BigInt(WINDOW));

/** Of each line the upper and the lower 32 bits. */
function halvesOf({ codes, starts }: Signs): Uint32Array {
  const lines = starts.length;
  const before = new Int32Array(lines * 3);
  const halves = new Uint32Array(lines * 2);
  let [low, middle, high] = [0, 0, 0];
  let at = 0;
  for (let begun = 0, ended = 0; ended < lines; ) {
    const begin = starts[begun] ?? codes.length;
    const end = (starts[ended] ?? 0) + WINDOW;
    for (const stop = Math.min(begin, end); at < stop; at += 1) {
      const first = Math.imul(low, BASE) + (codes[at] ?? 0);
      const second = Math.imul(middle, BASE) + (first >>> BITS);
      low = first & MASK;
      middle = second & MASK;
      high = (Math.imul(high, BASE) + (second >>> BITS)) & MASK;
    }
    if (end === at) keepHash(halves, ended++, before, low, middle, high);
    if (begin === at && begun < lines) {
      before[begun * 3] = low;
      before[begun * 3 + 1] = middle;
      before[begun * 3 + 2] = high;
      begun += 1;
    }
  }
  return halves;
}

/** What there is now, less what there was when the line began times 37^100. */
function keepHash(to: Uint32Array, line: number, before: Int32Array, low: number, middle: number, high: number): void {
  const at = line * 3;
  const [before0, before1, before2] = [before[at] ?? 0, before[at + 1] ?? 0, before[at + 2] ?? 0];
  const [power0, power1, power2] = powers;
  const first = low - before0 * power0;
  const second = middle - before0 * power1 - before1 * power0 + Math.floor(first / PART);
  const third = high - before0 * power2 - before1 * power1 - before2 * power0 + Math.floor(second / PART);
  to[line * 2] = ((third & MASK) << (2 * BITS - 32)) | ((second & MASK) >>> (32 - BITS));
  to[line * 2 + 1] = (second << BITS) | (first & MASK);
}

function partsOf(value: bigint): readonly [number, number, number] {
  const part = (index: number) => Number((value >> BigInt(index * BITS)) & BigInt(MASK));
  return [part(0), part(1), part(2)];
}

/** Which one of those with the same hash each is, from 1. By a table with open places: a Map of texts takes ten times as long. */
function countsOf(halves: Uint32Array): Uint32Array {
  const lines = halves.length / 2;
  const counts = new Uint32Array(lines);
  const size = 2 ** Math.ceil(Math.log2(lines * 2));
  const latest = new Uint32Array(size);
  for (let line = 0; line < lines; line += 1) {
    const [upper = 0, lower = 0] = [halves[line * 2], halves[line * 2 + 1]];
    let place = (upper ^ lower) & (size - 1);
    let other = latest[place] ?? 0;
    while (other !== 0 && (halves[other * 2 - 2] !== upper || halves[other * 2 - 1] !== lower)) {
      place = (place + 1) & (size - 1);
      other = latest[place] ?? 0;
    }
    counts[line] = other === 0 ? 1 : (counts[other - 1] ?? 0) + 1;
    latest[place] = line + 1;
  }
  return counts;
}

/** Without leading zeros. */
function hexOf(halves: Uint32Array, line: number): string {
  const [upper = 0, lower = 0] = [halves[line * 2], halves[line * 2 + 1]];
  return upper === 0 ? lower.toString(16) : `${upper.toString(16)}${lower.toString(16).padStart(8, '0')}`;
}
