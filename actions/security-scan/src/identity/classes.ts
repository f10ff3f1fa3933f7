/** Advisories have aliases: which ids mean one and the same. Pure. */
import { sameId } from './advisories.ts';

export interface AdvisoryClasses {
  /** One name for all ids of a class: its first in the order of texts. */
  nameOf(id: string): string;
}

/** From the lists of ids that findings name together. */
export function advisoryClasses(lists: Iterable<readonly string[]>): AdvisoryClasses {
  const parents = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let next = parents.get(root); next !== undefined && next !== root; next = parents.get(root)) root = next;
    // What was walked once is short the next time.
    for (let at = id; at !== root; ) {
      const next = parents.get(at) ?? root;
      parents.set(at, root);
      at = next;
    }
    return root;
  };
  const join = (one: string, two: string) => {
    const [a, b] = [rootOf(one), rootOf(two)];
    if (a !== b) parents.set(a < b ? b : a, a < b ? a : b);
  };
  for (const ids of lists) {
    const [first, ...rest] = ids.map(sameId);
    if (first !== undefined) for (const id of rest) join(first, id);
  }
  return { nameOf: (id) => rootOf(sameId(id)) };
}
