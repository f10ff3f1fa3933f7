import type { ImportGraph } from './import-graph.ts';
import type { Breach } from './source-tree.ts';

/**
 * Every circle of imports, as the shortest way round through its first file. Imports of types count: a circle of
 * types is still two files that cannot be read one after the other.
 */
export function importCircles(graph: ImportGraph): readonly Breach[] {
  const told = new Set<string>();
  const breaches: Breach[] = [];
  for (const start of [...graph.keys()].sort()) {
    const circle = told.has(start) ? null : shortestWayBack(graph, start);
    if (circle === null) continue;
    for (const path of circle) told.add(path);
    breaches.push({ rule: 'circles', path: start, message: `import circle: ${[...circle, start].join(' -> ')}` });
  }
  return breaches;
}

/** Breadth first from `start` until it is met again; null when no way leads back. */
function shortestWayBack(graph: ImportGraph, start: string): readonly string[] | null {
  const cameFrom = new Map<string, string>();
  const open = [start];
  for (let at = open.shift(); at !== undefined; at = open.shift()) {
    for (const { to } of graph.get(at) ?? []) {
      if (to === start) return wayTo(cameFrom, start, at);
      if (to === null || cameFrom.has(to) || !graph.has(to)) continue;
      cameFrom.set(to, at);
      open.push(to);
    }
  }
  return null;
}

function wayTo(cameFrom: ReadonlyMap<string, string>, start: string, end: string): readonly string[] {
  const way = [end];
  for (let at = end; at !== start; ) {
    at = cameFrom.get(at) ?? start;
    way.unshift(at);
  }
  return way;
}
