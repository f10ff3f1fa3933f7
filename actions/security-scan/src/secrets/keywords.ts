/**
 * Looks for many words at once, in one pass, whatever their case: the automaton of Aho and Corasick, complete, so that a byte costs
 * one look into a table. What comes behind runs only where a word was found. Pure.
 */

/** Where a word ends, and which one it is: pairs `word, end, word, end`. */
export type Hits = readonly number[];

/** ASCII only: letters of other scripts change their length when they change their case. */
export function isSearchable(word: string): boolean {
  return word.length > 0 && /^[\x01-\x7f]+$/.test(word);
}

export class Keywords {
  readonly words: readonly string[];
  /** Row of a state plus class of a byte -> row of the next state. */
  private readonly next: Int32Array;
  private readonly classes: Uint8Array;
  /** Rows at and behind it are of states in which a word ends. */
  private readonly firstOutput: number;
  private readonly outputs: ReadonlyMap<number, readonly number[]>;

  /** `words` pass `isSearchable`. */
  constructor(words: readonly string[]) {
    this.words = words.map((word) => word.toLowerCase());
    const codes = [...new Set(this.words.join(''))].map((sign) => sign.charCodeAt(0));
    this.classes = new Uint8Array(256);
    for (const [index, code] of codes.entries()) {
      this.classes[code] = index + 1;
      this.classes[String.fromCharCode(code).toUpperCase().charCodeAt(0)] = index + 1;
    }
    const width = codes.length + 1;
    const table = complete(treeOf(this.words, this.classes, width), width);
    this.next = table.next;
    this.outputs = table.outputs;
    this.firstOutput = table.firstOutput;
  }

  inBytes(bytes: Uint8Array): Hits {
    const { next, classes, firstOutput } = this;
    const hits: number[] = [];
    let row = 0;
    for (let at = 0; at < bytes.length; at++) {
      row = next[row + (classes[bytes[at] ?? 0] ?? 0)] ?? 0;
      if (row >= firstOutput) this.note(row, at + 1, hits);
    }
    return hits;
  }

  inText(text: string): Hits {
    const { next, classes, firstOutput } = this;
    const hits: number[] = [];
    let row = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      row = code > 127 ? 0 : (next[row + (classes[code] ?? 0)] ?? 0);
      if (row >= firstOutput) this.note(row, at + 1, hits);
    }
    return hits;
  }

  private note(row: number, end: number, hits: number[]): void {
    for (const word of this.outputs.get(row) ?? []) hits.push(word, end);
  }
}

/** The words as a tree: a row for each beginning of one, in which 0 is "no such continuation". */
interface Tree {
  readonly rows: Int32Array;
  readonly size: number;
  readonly ends: ReadonlyMap<number, readonly number[]>;
}

function treeOf(words: readonly string[], classes: Uint8Array, width: number): Tree {
  const rows = new Int32Array((words.join('').length + 1) * width);
  const ends = new Map<number, number[]>();
  let size = 1;
  for (const [index, word] of words.entries()) {
    let state = 0;
    for (const sign of word) {
      const at = state * width + (classes[sign.charCodeAt(0)] ?? 0);
      if (rows[at] === 0) rows[at] = size++;
      state = rows[at] ?? 0;
    }
    ends.set(state, [...(ends.get(state) ?? []), index]);
  }
  return { rows, size, ends };
}

interface Table {
  readonly next: Int32Array;
  readonly outputs: ReadonlyMap<number, readonly number[]>;
  readonly firstOutput: number;
}

/** By levels: where a state has no continuation, it goes where the state of its longest suffix goes. */
function complete({ rows, size, ends }: Tree, width: number): Table {
  const next = rows.slice(0, size * width);
  const words = new Map(ends);
  const suffix = new Int32Array(size);
  const order = [0];
  for (const state of order) {
    for (let key = 0; key < width; key++) {
      const child = next[state * width + key] ?? 0;
      const other = state === 0 ? 0 : (next[(suffix[state] ?? 0) * width + key] ?? 0);
      if (child === 0) next[state * width + key] = other;
      else {
        suffix[child] = other;
        const inherited = words.get(other);
        if (inherited !== undefined) words.set(child, [...(words.get(child) ?? []), ...inherited]);
        order.push(child);
      }
    }
  }
  return numbered(next, size, width, words);
}

/** States in which a word ends come last, so that one comparison tells them. */
function numbered(next: Int32Array, size: number, width: number, words: ReadonlyMap<number, readonly number[]>): Table {
  const rowOf = new Int32Array(size);
  const silent = size - words.size;
  let [quiet, telling] = [0, silent];
  for (let state = 0; state < size; state++) rowOf[state] = (words.has(state) ? telling++ : quiet++) * width;
  const table = new Int32Array(size * width);
  for (let state = 0; state < size; state++) {
    for (let key = 0; key < width; key++) {
      table[(rowOf[state] ?? 0) + key] = rowOf[next[state * width + key] ?? 0] ?? 0;
    }
  }
  const outputs = new Map([...words].map(([state, indexes]) => [rowOf[state] ?? 0, indexes]));
  return { next: table, outputs, firstOutput: silent * width };
}
