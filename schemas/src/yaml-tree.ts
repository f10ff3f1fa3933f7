import type { Alias, Document, Node, Pair } from 'yaml';
import { isAlias, isMap, isNode, isPair, isScalar, isSeq, parseDocument } from 'yaml';
import type { Fault } from './fault.ts';
import type { Place, Places } from './places.ts';
import { pointerTo, setOwn } from './places.ts';
import { isPlain } from './plain-text.ts';
import type { FaultWords, Range, SourceText } from './source-text.ts';
import { faultAt, placeText } from './source-text.ts';
import { shownValue } from './value-text.ts';
import { DEEPEST, NESTED, syntaxFaults } from './yaml-syntax.ts';

/** Values that aliases may repeat in one file: far above any real file, far below a bomb. */
const MOST_REPEATED = 1000;

/** A document as plain values, with the place of each. `value` is undefined when the text could not be read. */
export interface YamlTree {
  readonly value: unknown;
  readonly places: Places;
  readonly faults: readonly Fault[];
}

/** Reads one YAML 1.2 document. Never throws: what cannot be read is a fault with a place. */
export function readYaml(source: SourceText): YamlTree {
  const places: Places = new Map();
  const document = parsed(source.text);
  if (document === undefined) return { value: undefined, places, faults: [faultAt(source, [0, 1], NESTED)] };
  const syntax = syntaxFaults(source, document);
  if (syntax.length > 0) return { value: undefined, places, faults: syntax };
  return new Reader(source, document).read(places);
}

class Reader {
  readonly #source: SourceText;
  readonly #root: Document['contents'];
  readonly #faults: Fault[] = [];
  readonly #anchors = new Map<string, Node>();
  readonly #open = new Set<Node>();
  #repeated = 0;
  #places: Places = new Map();

  constructor(source: SourceText, document: Document) {
    this.#source = source;
    this.#root = document.contents;
  }

  read(places: Places): YamlTree {
    this.#places = places;
    const value = this.#root === null ? null : this.#value(this.#root, '', undefined);
    return { value, places, faults: this.#faults };
  }

  /** `alias` is the place of the outermost alias that repeats this node: copies are pointed at where they are made. */
  #value(node: Node, pointer: string, key: Range | undefined, alias?: Range): unknown {
    if (isAlias(node)) return this.#aliased(node, pointer, key, alias);
    if (alias !== undefined && ++this.#repeated > MOST_REPEATED) return undefined;
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    this.#places.set(pointer, alias === undefined ? placeOf(node, key) : { value: alias, kind: 'scalar' });
    if (isScalar(node)) return node.value;
    if (this.#open.size >= DEEPEST) {
      this.#fault(rangeOf(node), NESTED);
      return undefined;
    }
    this.#open.add(node);
    const value = isSeq(node) ? this.#list(node.items, pointer, alias) : this.#map(node, pointer, alias);
    this.#open.delete(node);
    return value;
  }

  #list(items: readonly unknown[], pointer: string, alias?: Range): unknown[] {
    return items.map((item, index) => {
      const child = pointerTo(pointer, index);
      if (isNode(item)) return this.#value(item, child, undefined, alias);
      return isPair(item) ? this.#pairs([item], child, alias) : null;
    });
  }

  #map(node: Node, pointer: string, alias?: Range): unknown {
    return isMap(node) ? this.#pairs(node.items, pointer, alias) : {};
  }

  #pairs(pairs: readonly Pair[], pointer: string, alias?: Range): object {
    const target = {};
    const seen = new Map<string, Range>();
    for (const pair of pairs) {
      const key = this.#key(pair.key, alias);
      if (key === undefined) continue;
      const first = seen.get(key.name);
      seen.set(key.name, key.range);
      if (first === undefined)
        setOwn(target, key.name, this.#held(pair.value, pointerTo(pointer, key.name), key.range, alias));
      else if (alias === undefined) this.#fault(key.range, twice(key.name, placeText(this.#source, first)));
    }
    return target;
  }

  #held(value: unknown, pointer: string, key: Range, alias?: Range): unknown {
    if (isNode(value)) return this.#value(value, pointer, key, alias);
    this.#places.set(pointer, { value: [key[1], key[1]], key, kind: 'nothing' });
    return null;
  }

  #key(node: unknown, alias?: Range): { name: string; range: Range } | undefined {
    if (!isScalar(node)) {
      if (alias === undefined) this.#fault(isNode(node) ? rangeOf(node) : [0, 1], BAD_KEY);
      return undefined;
    }
    const name = typeof node.value === 'string' ? node.value : (node.source ?? '');
    const range = alias ?? rangeOf(node);
    if (name !== '<<' || node.type !== 'PLAIN') return { name, range };
    if (alias === undefined) this.#fault(range, MERGE_KEY);
    return undefined;
  }

  #aliased(node: Alias, pointer: string, key: Range | undefined, alias?: Range): unknown {
    const target = this.#anchors.get(node.source);
    if (target === undefined || this.#open.has(target)) {
      if (alias === undefined) this.#fault(rangeOf(node), noAnchor(node.source, target !== undefined));
      return undefined;
    }
    const before = this.#repeated;
    const value = this.#value(target, pointer, key, alias ?? rangeOf(node));
    const isTooMuch = before <= MOST_REPEATED && this.#repeated > MOST_REPEATED;
    if (isTooMuch && alias === undefined) this.#fault(rangeOf(node), BOMB);
    return value;
  }

  #fault(range: Range, words: FaultWords): void {
    this.#faults.push(faultAt(this.#source, range, words));
  }
}

function rangeOf(node: Node): Range {
  return node.range ? [node.range[0], node.range[1]] : [0, 1];
}

function placeOf(node: Node, key: Range | undefined): Place {
  const value = rangeOf(node);
  const empty = isScalar(node) && value[0] === value[1];
  const kind = isScalar(node) ? (empty ? 'nothing' : 'scalar') : isSeq(node) ? 'list' : 'map';
  return key === undefined ? { value, kind } : { value, key, kind };
}

/** The parser works by recursion: text that opens thousands of brackets in a row uses up the stack. */
function parsed(text: string): Document | undefined {
  try {
    return parseDocument(text, { prettyErrors: false, uniqueKeys: false, merge: false });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const BAD_KEY: FaultWords = {
  title: 'a key is not a word',
  expected: 'a word as key',
  got: 'a list, a map or an alias',
  do: 'write the key as a word',
};

const MERGE_KEY: FaultWords = {
  title: 'merge keys are not read',
  expected: 'keys that are written out',
  got: '<<',
  do: 'repeat the keys, or use an alias for a whole value',
};

const BOMB: FaultWords = {
  title: 'aliases repeat too much',
  expected: `at most ${MOST_REPEATED.toLocaleString('en-US')} repeated values in one file`,
  got: 'more',
  do: 'write the values out',
};

function twice(name: string, first: string): FaultWords {
  const words = {
    title: `key "${name}" is there twice`,
    expected: 'each key once',
    got: shownValue(name),
    related: first,
  };
  return { ...words, do: 'keep one of the two' };
}

function noAnchor(name: string, isInside: boolean): FaultWords {
  const shown = isPlain(name) ? name : '...';
  const title = isInside ? `alias *${shown} stands inside its own anchor` : `alias *${shown} has no anchor`;
  const expected = isInside ? 'an anchor that ends before the alias' : `&${shown} earlier in the file`;
  const remedy = isInside ? 'write the value out' : 'write the value out; put text that begins with * in quotes';
  return { title, expected, got: `*${shown}`, do: remedy };
}
