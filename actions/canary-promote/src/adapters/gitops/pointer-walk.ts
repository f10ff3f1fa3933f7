/** The node of a YAML document that a JSON Pointer leads to, RFC 6901. Pure. */
import { isAlias, isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import type { TrafficError } from '../../steering/traffic.ts';

/** Words of a refusal at an offset of the source. */
export type Unfit = (offset: number, expected: string, got: string, todo: string) => TrafficError;

/** Keys that a refusal names. */
const NAMED = 6;

/** Throws what `unfit` gives: nothing there, two of the name, or an alias on the way, behind which the node has more than one place. */
export function walkTo(root: ParsedNode, pointer: string, unfit: Unfit): ParsedNode {
  let node = root;
  for (const token of tokensOf(pointer, unfit)) node = child(node, token, unfit);
  return node;
}

function tokensOf(pointer: string, unfit: Unfit): readonly string[] {
  if (pointer === '') return [];
  const isPointer = pointer.startsWith('/') && !/~(?![01])/.test(pointer);
  if (!isPointer) throw unfit(0, 'a JSON Pointer, as /canary/weight', shown(pointer), 'mend the pointer');
  return pointer
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function child(node: ParsedNode, token: string, unfit: Unfit): ParsedNode {
  const [offset] = node.range;
  if (isMap(node)) return valueAt(node, token, unfit);
  const expected = `a map or a list with ${shown(token)}`;
  if (isAlias(node))
    throw unfit(offset, expected, 'an alias', 'let the pointer lead to the anchor itself, or write it out');
  if (!isSeq(node)) throw unfit(offset, expected, 'a scalar', 'let the pointer end here, or mend it');
  const item = /^(?:0|[1-9]\d*)$/.test(token) ? node.items[Number(token)] : undefined;
  if (item !== undefined) return item;
  throw unfit(offset, `a list with an item ${shown(token)}`, `one of ${node.items.length} items`, 'mend the pointer');
}

function valueAt(map: Extract<ParsedNode, { items: { key: unknown }[] }>, token: string, unfit: Unfit): ParsedNode {
  const [offset] = map.range;
  const names = map.items.map(({ key }) => (isScalar(key) ? String(key.value) : undefined));
  const [pair, second] = map.items.filter((_, index) => names[index] === token);
  if (pair === undefined) {
    const known = names.flatMap((name) => (name === undefined ? [] : [shown(name)]));
    const got =
      known.length === 0
        ? 'an empty one'
        : `one of ${known.slice(0, NAMED).join(', ')}${known.length > NAMED ? ' …' : ''}`;
    throw unfit(offset, `a map with ${shown(token)}`, got, 'mend the pointer');
  }
  if (second !== undefined) throw unfit(offset, `one key ${shown(token)}`, 'two', 'give each key once');
  if (pair.value === null) throw unfit(offset, `a value of ${shown(token)}`, 'none', 'mend the pointer');
  return pair.value;
}

/** Text from outside, for a message. */
export function shown(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
