import type { Edge, ImportGraph } from './import-graph.ts';
import type { Breach } from './source-tree.ts';
import { isTest } from './source-tree.ts';

/** The package that a path belongs to, or null for what stands outside (scripts, bench, the top). */
export function packageOf(path: string): string | null {
  const [top, name] = path.split('/');
  if (top === 'schemas' || top === 'cli') return top;
  return top === 'actions' && name !== undefined ? `actions/${name}` : null;
}

function mayImport(from: string, to: string): boolean {
  if (from === 'cli') return true;
  if (from === 'schemas') return false;
  if (from === 'actions/kit') return to === 'schemas';
  return to === 'schemas' || to === 'actions/kit';
}

/**
 * Packages know each other by name and in one direction: schemas <- kit <- gates <- cli. Biome holds it for
 * names (`@shipgate/…`); this holds it for paths, which could climb out with `../`.
 */
export function crossedLayers(graph: ImportGraph): readonly Breach[] {
  return [...graph.values()].flat().flatMap((edge) => {
    const message = crossing(edge);
    return message === null ? [] : [{ rule: 'layers', path: edge.from, message: `line ${edge.line}: ${message}` }];
  });
}

function crossing(edge: Edge): string | null {
  const from = packageOf(edge.from);
  if (from === null) return null;
  if (isToolkit(edge)) return eager(edge);
  if (edge.to === null) return null;
  const to = packageOf(edge.to);
  if (to === from) return null;
  if (to === null) {
    return leavesForBuild(edge) || isTest(edge.from) ? null : `${from} reaches out of its package to ${edge.to}`;
  }
  if (!mayImport(from, to)) return `${from} may not import ${to}: schemas <- kit <- gates <- cli`;
  return edge.specifier.startsWith('.') ? `${to} is another package: import it by its name` : null;
}

/** `actions/<gate>/build.ts` says how it wants to be built, in the builder's own types. */
function leavesForBuild({ from, to }: Edge): boolean {
  return /^actions\/[^/]+\/build\.ts$/.test(from) && (to?.startsWith('scripts/build/') ?? false);
}

function isToolkit({ specifier }: Edge): boolean {
  return specifier.startsWith('@actions/') || specifier.startsWith('@octokit/');
}

/** They take 100 ms and more to load; `nothing-new` must answer before that. */
function eager(edge: Edge): string | null {
  if (edge.typeOnly || edge.lazy || isTest(edge.from)) return null;
  return `${edge.specifier} is slow to load: \`await import('${edge.specifier}')\` where it is needed`;
}
