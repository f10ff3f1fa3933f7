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

interface Node {
  readonly children: Map<number, Node>;
  readonly words: number[];
  state: number;
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
    const table = complete(trieOf(this.words, this.classes), codes.length + 1);
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

function trieOf(words: readonly string[], classes: Uint8Array): Node {
  const root: Node = { children: new Map(), words: [], state: 0 };
  for (const [index, word] of words.entries()) {
    let node = root;
    for (const sign of word) {
      const key = classes[sign.charCodeAt(0)] ?? 0;
      const child = node.children.get(key) ?? { children: new Map(), words: [], state: 0 };
      node.children.set(key, child);
      node = child;
    }
    node.words.push(index);
  }
  return root;
}

interface Table {
  readonly next: Int32Array;
  readonly outputs: ReadonlyMap<number, readonly number[]>;
  readonly firstOutput: number;
}

/** By levels: where a state has no child for a class, it goes where the state of its longest suffix goes. */
function complete(root: Node, width: number): Table {
  const fallbacks = new Map<Node, Node>();
  const order: Node[] = [root];
  const steps = new Map<Node, Node[]>();
  for (const node of order) {
    const fallback = fallbacks.get(node);
    const step = Array.from({ length: width }, (_, key) =>
      fallback === undefined ? root : (steps.get(fallback)?.[key] ?? root),
    );
    for (const [key, child] of node.children) {
      fallbacks.set(child, fallback === undefined ? root : (step[key] ?? root));
      step[key] = child;
      order.push(child);
    }
    if (fallback !== undefined) node.words.push(...fallback.words);
    steps.set(node, step);
  }
  const silent = order.filter(({ words }) => words.length === 0);
  const telling = order.filter(({ words }) => words.length > 0);
  const all = [...silent, ...telling];
  for (const [index, node] of all.entries()) node.state = index * width;
  const next = new Int32Array(all.length * width);
  for (const node of all) for (const [key, to] of (steps.get(node) ?? []).entries()) next[node.state + key] = to.state;
  return {
    next,
    outputs: new Map(telling.map(({ state, words }) => [state, words])),
    firstOutput: silent.length * width,
  };
}
