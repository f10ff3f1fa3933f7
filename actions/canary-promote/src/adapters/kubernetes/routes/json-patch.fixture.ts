/** RFC 6902 for tests, as far as routes use it: `test`, `add` and `replace` of what is in an object or a list. */
import { isDeepStrictEqual } from 'node:util';
import type { KubeObject, PatchOperation } from '../cluster.ts';

/** A new object. Throws Error when a test does not hold, or when there is nothing to replace or to add to. */
export function patched(object: KubeObject, operations: readonly PatchOperation[]): KubeObject {
  const copy = structuredClone(object);
  for (const operation of operations) {
    const { parent, key } = locate(copy, operation.path);
    const there = Object.hasOwn(parent, key);
    if (operation.op === 'remove') throw new Error('a route never removes');
    if (operation.op !== 'add' && !there) throw new Error(`${operation.path} is not there`);
    if (operation.op !== 'test') parent[key] = structuredClone(operation.value);
    else if (!isDeepStrictEqual(parent[key], operation.value)) throw new Error(`${operation.path} is another`);
  }
  return copy;
}

/** RFC 6901. */
function locate(object: KubeObject, pointer: string): { parent: Record<string, unknown>; key: string } {
  const names = pointer.split('/').map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
  const key = names.pop() ?? '';
  let parent: Record<string, unknown> = Object(object);
  for (const name of names.slice(1)) {
    if (!Object.hasOwn(parent, name)) throw new Error(`${pointer} has no parent`);
    parent = Object(parent[name]);
  }
  return { parent, key };
}
