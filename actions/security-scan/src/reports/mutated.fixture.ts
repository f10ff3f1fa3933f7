/** Reports that are a little wrong, for tests of readers. */
import fc from 'fast-check';

const odd = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(null, true, '', [], {}, [[]], [null], 0, -1, 1e308, 2 ** 60, 0.5, '\u0000', '😀'),
  fc.constantFrom('__proto__', 'constructor', 'toString', '../../x', 'x'.repeat(5_000), '>='.repeat(3_000), '\ud800'),
);
const oddKey = fc.constantFrom('__proto__', 'constructor', 'length', 'toString', '', '0', '\u0000');

type Change = readonly [steps: readonly number[], value: unknown, kind: number, key: string];

/** The document with up to four places changed: a value put, taken away, doubled, or given another key. */
export function mutated(json: unknown): fc.Arbitrary<unknown> {
  const change = fc.tuple(fc.array(fc.nat(), { minLength: 1, maxLength: 8 }), odd, fc.nat(2), oddKey);
  return fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) => {
    const copy: unknown = JSON.parse(JSON.stringify(json));
    for (const each of changes) put(copy, each);
    return copy;
  });
}

function put(root: unknown, [steps, value, kind, key]: Change): void {
  let within = root;
  for (const [index, step] of steps.entries()) {
    if (typeof within !== 'object' || within === null) return;
    const record = within as Record<string, unknown>;
    const keys = Object.keys(record);
    const own = keys[step % Math.max(keys.length, 1)];
    if (own === undefined) return;
    const next = record[own];
    const isLast = index === steps.length - 1 || typeof next !== 'object' || next === null;
    if (!isLast) {
      within = next;
      continue;
    }
    if (kind === 0) Reflect.deleteProperty(record, own);
    else if (kind === 1) Reflect.set(record, own, value);
    else if (Array.isArray(within)) within.push(next);
    // Not by assignment: `__proto__` is a key like others in JSON.
    else Object.defineProperty(record, key, { value: next, enumerable: true, configurable: true, writable: true });
    return;
  }
}
