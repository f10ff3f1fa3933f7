import type { Document, Node, Pair } from 'yaml';
import { isAlias, isMap, isNode, isPair, isScalar, isSeq } from 'yaml';
import type { Offsets } from './object.ts';
import { plainScalar } from './scalar.ts';
import type { Value } from './value.ts';

/** Values that aliases and merges may repeat in one document: far above any real manifest, far below a bomb. */
const MOST_REPEATED = 20_000;
/** Far above any real manifest (CustomResourceDefinitions come to 40), far below what uses up the stack. */
const DEEPEST = 200;

/** Why a document gives no value: where, what was expected, what is there. */
export class DocumentTrouble extends Error {
  readonly offset: number;
  readonly expected: string;
  readonly got: string;

  constructor(offset: number, expected: string, got: string) {
    super(`expected ${expected}, got ${got}`);
    this.offset = offset;
    this.expected = expected;
    this.got = got;
  }
}

/**
 * Plain values of one YAML document, as kubectl reads it: maps without their nulls (null is "not set" to Kubernetes),
 * merge keys followed. What an alias repeats is the same value, and so counted by its size.
 */
export class DocumentValue {
  readonly value: Value;
  readonly #offsets: WeakMap<object, Map<string | number, number>>;
  readonly #anchors = new Map<string, Value>();
  readonly #sizes = new WeakMap<object, number>();
  #repeated = 0;

  /** @throws DocumentTrouble at the first thing that cannot be read */
  constructor(document: Document, offsets: WeakMap<object, Map<string | number, number>>) {
    this.#offsets = offsets;
    this.value = document.contents === null ? null : this.#read(document.contents, 0);
  }

  get offsets(): Offsets {
    return this.#offsets;
  }

  #read(node: Node, depth: number): Value {
    if (depth > DEEPEST) throw new DocumentTrouble(startOf(node), `at most ${DEEPEST} levels`, 'more');
    if (isAlias(node)) return this.#repeat(node.source, startOf(node));
    const value = this.#made(node, depth);
    if ('anchor' in node && typeof node.anchor === 'string') this.#anchors.set(node.anchor, value);
    return value;
  }

  #made(node: Node, depth: number): Value {
    if (isMap(node)) return this.#map(node.items, depth);
    if (isSeq(node)) return this.#list(node.items, depth);
    return isScalar(node) ? scalarValue(node) : null;
  }

  #repeat(name: string, offset: number): Value {
    const value = this.#anchors.get(name);
    if (value === undefined) throw new DocumentTrouble(offset, `an anchor &${name} before its alias`, 'none');
    this.#repeated += this.#sizeOf(value);
    if (this.#repeated <= MOST_REPEATED) return value;
    throw new DocumentTrouble(offset, `at most ${MOST_REPEATED} values repeated by aliases`, 'more');
  }

  #sizeOf(value: Value): number {
    return value !== null && typeof value === 'object' ? (this.#sizes.get(value) ?? 1) : 1;
  }

  #list(items: readonly unknown[], depth: number): readonly Value[] {
    const offsets = new Map<string | number, number>();
    const values = items.map((item, index): Value => {
      const node = isPair(item) ? undefined : item;
      if (isNode(node)) offsets.set(index, startOf(node));
      if (isNode(node)) return this.#read(node, depth + 1);
      return isPair(item) ? this.#map([item], depth + 1) : null;
    });
    return this.#counted(values, values, offsets);
  }

  #map(pairs: readonly Pair[], depth: number): ReadonlyMap<string, Value> {
    const map = new Map<string, Value>();
    const offsets = new Map<string | number, number>();
    const seen = new Set<string>();
    const merged: { value: Value; offset: number }[] = [];
    for (const pair of pairs) {
      const { name, offset, isMerge } = keyOf(pair.key);
      const value = isNode(pair.value) ? this.#read(pair.value, depth + 1) : null;
      if (isMerge) {
        merged.push({ value, offset });
        continue;
      }
      if (seen.has(name)) throw new DocumentTrouble(offset, 'each key once', `${JSON.stringify(name)} twice`);
      seen.add(name);
      offsets.set(name, offset);
      if (value !== null) map.set(name, value);
    }
    for (const { value, offset } of merged) merge(map, offsets, seen, value, offset);
    return this.#counted(map, [...map.values()], offsets);
  }

  #counted<T extends object>(value: T, children: readonly Value[], offsets: Map<string | number, number>): T {
    this.#offsets.set(value, offsets);
    this.#sizes.set(
      value,
      children.reduce<number>((sum, child) => sum + this.#sizeOf(child), 1),
    );
    return value;
  }
}

/** Keys of a merge fill in what the map itself does not say (https://yaml.org/type/merge.html): the first that says it counts. */
function merge(
  map: Map<string, Value>,
  offsets: Map<string | number, number>,
  seen: Set<string>,
  value: Value,
  offset: number,
): void {
  const sources = value instanceof Map ? [value] : value;
  if (!Array.isArray(sources))
    throw new DocumentTrouble(offset, 'a map, or a list of maps, behind <<', 'another value');
  for (const source of sources) {
    if (!(source instanceof Map)) throw new DocumentTrouble(offset, 'a map behind <<', 'another value');
    for (const [key, held] of source) {
      if (seen.has(key)) continue;
      seen.add(key);
      map.set(key, held);
      offsets.set(key, offset);
    }
  }
}

function keyOf(node: unknown): { name: string; offset: number; isMerge: boolean } {
  if (!isScalar(node)) throw new DocumentTrouble(isNode(node) ? startOf(node) : 0, 'a word as key', 'another value');
  const name = typeof node.value === 'string' ? node.value : (node.source ?? '');
  return { name, offset: startOf(node), isMerge: name === '<<' && node.type === 'PLAIN' };
}

function scalarValue(node: { value: unknown; type?: unknown; tag?: string; source?: string } & Node): Value {
  const text = typeof node.value === 'string' ? node.value : '';
  if (node.tag !== undefined && !KNOWN_TAGS.has(node.tag)) {
    throw new DocumentTrouble(startOf(node), 'a value without a tag of its own', node.tag.slice(0, 80));
  }
  return node.type === 'PLAIN' && !TEXT_TAGS.has(node.tag ?? '') ? plainScalar(text) : text;
}

const TEXT_TAGS: ReadonlySet<string> = new Set(['tag:yaml.org,2002:str', '!']);
const KNOWN_TAGS: ReadonlySet<string> = new Set([
  ...TEXT_TAGS,
  ...['int', 'float', 'bool', 'null', 'map', 'seq'].map((name) => `tag:yaml.org,2002:${name}`),
]);

function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}
