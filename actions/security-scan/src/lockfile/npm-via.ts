/** By which packages a package came in. */
import type { LockEntry } from './lockfile.ts';
import { nodeFor } from './npm-nodes.ts';

/** Folders of a lock with what each asks for; the project itself is the folder ''. */
export type Graph = ReadonlyMap<
  string,
  { readonly name: string; readonly needs: readonly string[]; readonly link?: string }
>;

/** Names in a chain; one that is longer tells nobody anything. */
const longest = 100;

/**
 * The shortest chain from the project, or from a workspace of it, to a folder: names without the folder's own. Found as
 * Node.js does, from the asking folder upwards; for all folders at once, when the first one is asked for.
 */
export function viaIn(graph: Graph): (entry: LockEntry) => readonly string[] | undefined {
  let above: ReadonlyMap<string, string> | undefined;
  return ({ node }) => {
    above ??= walk(graph);
    if (!above.has(node)) return undefined;
    const chain: string[] = [];
    for (let from = above.get(node); from !== undefined && above.has(from); from = above.get(from)) {
      if (chain.length === longest) return undefined;
      chain.unshift(graph.get(from)?.name ?? from);
    }
    return chain;
  };
}

/** For each folder that is reached, the one that asked for it first. */
function walk(graph: Graph): ReadonlyMap<string, string> {
  const above = new Map<string, string>();
  // A workspace is a part of the project: what it asks for is asked for directly.
  const roots = [...graph.keys()].filter((node) => node === '' || !/(?:^|\/)node_modules\//.test(node));
  const isRoot = new Set(roots);
  const waiting = [...roots];
  for (let next = 0; next < waiting.length; next += 1) {
    const from = waiting[next] ?? '';
    for (const name of graph.get(from)?.needs ?? []) {
      const node = resolve(graph, from, name);
      if (node === undefined || above.has(node) || isRoot.has(node)) continue;
      above.set(node, from);
      waiting.push(node);
    }
  }
  return above;
}

function resolve(graph: Graph, from: string, name: string): string | undefined {
  const node = nodeFor(graph, from, name);
  return node === undefined ? undefined : (graph.get(node)?.link ?? node);
}
