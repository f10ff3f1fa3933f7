import type { Edge, ImportGraph } from './import-graph.ts';
import type { Breach } from './source-tree.ts';
import { isTest } from './source-tree.ts';

/** The package that a path belongs to, or null for what stands outside (scripts, bench, the top). */
export function packageOf(path: string): string | null {
  const [top, name] = path.split('/');
  if (top === 'schemas' || top === 'cli') return top;
  return (top === 'actions' || top === 'backstage-plugins') && name !== undefined ? `${top}/${name}` : null;
}

interface Layer {
  readonly packages: RegExp;
  readonly mayImport: RegExp;
  /** The way down, for the message. */
  readonly order: string;
}

const nothing = /^$/;
const deciding = 'schemas <- kit <- manifests <- gates <- cli';
const showing = 'schemas <- deployments-common <- deployments, deployments-backend <- app, backend';

/** The first line that fits counts. The two halves meet in `schemas` and nowhere else. */
const layers: readonly Layer[] = [
  { packages: /^schemas$/, mayImport: nothing, order: deciding },
  { packages: /^actions\/kit$/, mayImport: /^schemas$/, order: deciding },
  { packages: /^actions\/manifests$/, mayImport: /^(?:schemas|actions\/kit)$/, order: deciding },
  { packages: /^actions\//, mayImport: /^(?:schemas|actions\/(?:kit|manifests))$/, order: deciding },
  { packages: /^cli$/, mayImport: /^(?:schemas|actions\/[^/]+)$/, order: deciding },
  { packages: /-common$/, mayImport: /^schemas$/, order: showing },
  { packages: /\/app$/, mayImport: /^backstage-plugins\/deployments$/, order: showing },
  { packages: /\/backend$/, mayImport: /^backstage-plugins\/(?:app|deployments-backend)$/, order: showing },
  { packages: /^backstage-plugins\//, mayImport: /^(?:schemas|backstage-plugins\/[^/]+-common)$/, order: showing },
];

/** Code of these runs in a browser. */
const forBrowsers = /^backstage-plugins\/(?:app|deployments|[^/]+-common)$/;

/**
 * Packages know each other by name and in one direction. Biome holds it for names (`@shipgate/…`); this holds it for
 * paths too, which could climb out with `../`.
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
  if (edge.to === null) return outside(edge, from);
  const to = packageOf(edge.to);
  if (to === from) return null;
  if (to === null) {
    return leavesForBuild(edge) || isTest(edge.from) ? null : `${from} reaches out of its package to ${edge.to}`;
  }
  const layer = layers.find(({ packages }) => packages.test(from));
  if (layer?.mayImport.test(to) === false) return `${from} may not import ${to}: ${layer.order}`;
  return edge.specifier.startsWith('.') ? `${to} is another package: import it by its name` : null;
}

/** `actions/<gate>/build.ts` says how it wants to be built, in the builder's own types. */
function leavesForBuild({ from, to }: Edge): boolean {
  return /^actions\/[^/]+\/build\.ts$/.test(from) && (to?.startsWith('scripts/build/') ?? false);
}

/** What an import of somebody else's package breaks. */
function outside(edge: Edge, from: string): string | null {
  const { specifier } = edge;
  const isShowing = from.startsWith('backstage-plugins/');
  if (isShowing && specifier.startsWith('@actions/'))
    return `${specifier} belongs to the gates; a plugin has no runner`;
  if (!isTest(edge.from) && forBrowsers.test(from) && specifier.startsWith('node:')) {
    return `${specifier} is not there in a browser, where ${from} runs`;
  }
  const isToolkit = specifier.startsWith('@actions/') || specifier.startsWith('@octokit/');
  return isToolkit && !isShowing ? eager(edge) : null;
}

/** They take 100 ms and more to load; `nothing-new` must answer before that. */
function eager(edge: Edge): string | null {
  if (edge.typeOnly || edge.lazy || isTest(edge.from)) return null;
  return `${edge.specifier} is slow to load: \`await import('${edge.specifier}')\` where it is needed`;
}
