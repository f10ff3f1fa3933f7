import type { Edge, ImportGraph } from './import-graph.ts';
import type { Breach } from './source-tree.ts';

/**
 * How a relative import ends. Node runs our sources as they are and finds nothing without the extension. Backstage's
 * package build reads the declarations of the plugins, where the `.ts` of an import would name a file that is not there.
 */
export function wrongExtensions(graph: ImportGraph): readonly Breach[] {
  return [...graph.values()].flat().flatMap((edge) => {
    const message = wrongEnding(edge);
    return message === null ? [] : [{ rule: 'extensions', path: edge.from, message: `line ${edge.line}: ${message}` }];
  });
}

function wrongEnding({ from, specifier }: Edge): string | null {
  if (!specifier.startsWith('.')) return null;
  const inPlugin = from.startsWith('backstage-plugins/');
  if (inPlugin && /\.tsx?$/.test(specifier)) return `${specifier}: in a plugin the import has no .ts or .tsx`;
  if (!inPlugin && !/\.[a-z]+$/.test(specifier))
    return `${specifier}: the import says its extension, .ts for our sources`;
  return null;
}
