import { importCircles } from './circles.ts';
import { wrongExtensions } from './extensions.ts';
import { importGraph } from './import-graph.ts';
import { crossedLayers } from './layers.ts';
import { junkDrawerNames } from './names.ts';
import { impurities } from './purity.ts';
import type { Figures } from './sizes.ts';
import { figuresOf, fileLines, isMeasured, namedFunctions, tooLong } from './sizes.ts';
import type { Breach, SourceFile } from './source-tree.ts';
import type { SyntaxNode } from './syntax.ts';
import { parse } from './syntax.ts';

export interface Inspection {
  readonly breaches: readonly Breach[];
  /** The sizes in one line. */
  readonly figures: string;
}

/** Every rule over the whole tree; all breaches, none hides another. */
export function inspectHouse(paths: readonly string[], files: readonly SourceFile[]): Inspection {
  const trees = new Map<string, SyntaxNode>(files.map((file) => [file.path, parse(file)]));
  const graph = importGraph(files, trees);
  const measured = files.filter(({ path }) => isMeasured(path));
  const lengths = measured.map((file) => ({ path: file.path, name: null, lines: fileLines(file) }));
  const functions = measured.flatMap((file) => {
    const tree = trees.get(file.path);
    return tree === undefined ? [] : namedFunctions(file, tree);
  });
  const breaches = [
    ...junkDrawerNames(paths),
    ...tooLong(lengths, functions),
    ...importCircles(graph),
    ...crossedLayers(graph),
    ...wrongExtensions(graph),
    ...impurities(files, trees, graph),
  ];
  return { breaches, figures: `${say('files', figuresOf(lengths))}; ${say('functions', figuresOf(functions))}` };
}

function say(what: string, { count, p90, longest }: Figures): string {
  return `${count} ${what}, p90 ${p90} lines, longest ${longest?.lines ?? 0}`;
}
