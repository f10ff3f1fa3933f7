import type { Edge, ImportGraph } from './import-graph.ts';
import type { Breach, SourceFile } from './source-tree.ts';
import { isTest } from './source-tree.ts';
import type { SyntaxNode } from './syntax.ts';
import { lineAt, walk } from './syntax.ts';

/** Files that decide. What they import must be pure as well, all the way down. The same list stands in biome.json. */
export const pureFiles: readonly RegExp[] = [
  /^actions\/[^/]+\/src\/decide\.ts$/,
  /^actions\/[^/]+\/src\/decide\//,
  /^actions\/[^/]+\/src\/reasons\.ts$/,
  /^actions\/[^/]+\/src\/reasons\//,
  /^actions\/[^/]+\/src\/rules\//,
  /^actions\/[^/]+\/src\/layouts\//,
  /^actions\/[^/]+\/src\/sql\//,
];

/** Packages that only compute: texts in, values out. */
const purePackages: ReadonlySet<string> = new Set(['yaml', 'smol-toml', 'semver', '@renovatebot/pep440']);

/** Names through which a file would reach the world, the clock or chance. */
const impureNames: ReadonlySet<string> = new Set([
  ...['process', 'globalThis', 'require', 'console', 'crypto', 'performance', 'queueMicrotask'],
  ...['fetch', 'WebSocket', 'XMLHttpRequest', 'setTimeout', 'setInterval', 'setImmediate'],
]);

/** From every pure file along its imports (types are erased and do not count): the first impure thing on each way. */
export function impurities(
  files: readonly SourceFile[],
  trees: ReadonlyMap<string, SyntaxNode>,
  graph: ImportGraph,
): readonly Breach[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return [...reachedFrom(graph)].flatMap(([path, way]) => {
    const file = byPath.get(path);
    const tree = trees.get(path);
    if (file === undefined || tree === undefined) return [];
    const suffix = way.length > 1 ? ` (reached by ${way.join(' -> ')})` : '';
    const found = [...impureImports(graph.get(path) ?? []), ...impureUses(file, tree)];
    return found.map((message) => ({ rule: 'purity', path, message: message + suffix }));
  });
}

function reachedFrom(graph: ImportGraph): ReadonlyMap<string, readonly string[]> {
  const roots = [...graph.keys()].filter((path) => !isTest(path) && pureFiles.some((pattern) => pattern.test(path)));
  const ways = new Map<string, readonly string[]>(roots.map((root) => [root, [root]]));
  const open = [...roots];
  for (let at = open.shift(); at !== undefined; at = open.shift()) {
    for (const { to, typeOnly } of graph.get(at) ?? []) {
      if (to === null || typeOnly || ways.has(to)) continue;
      ways.set(to, [...(ways.get(at) ?? []), to]);
      open.push(to);
    }
  }
  return ways;
}

function impureImports(edges: readonly Edge[]): readonly string[] {
  return edges
    .filter(({ to, typeOnly, specifier }) => to === null && !typeOnly && !purePackages.has(specifier))
    .map(({ line, specifier }) => `line ${line}: imports ${specifier}, which is not known to be pure`);
}

function impureUses(file: SourceFile, tree: SyntaxNode): readonly string[] {
  const found: string[] = [];
  walk(tree, (node, parent, key) => {
    if (node.type.startsWith('TS') && !node.type.startsWith('TSAs') && !node.type.startsWith('TSNon')) {
      return node.type === 'TSSatisfiesExpression' ? undefined : false;
    }
    const name = impureName(node, parent, key);
    if (name !== null) found.push(`line ${lineAt(file.text, node.start)}: uses ${name}; take it as an argument`);
    return undefined;
  });
  return found;
}

function impureName(node: SyntaxNode, parent: SyntaxNode | null, key: string): string | null {
  if (node.type === 'MetaProperty') return 'import.meta';
  if (node.type === 'MemberExpression' && named(node['object'], 'Math') && named(node['property'], 'random')) {
    return 'Math.random';
  }
  if (node.type !== 'Identifier' || isOnlyALabel(parent, key)) return null;
  const name = String(node['name']);
  if (name === 'Date') return readsClock(node, parent) ? 'the clock' : null;
  return impureNames.has(name) ? name : null;
}

/** `a.process` and `{ process: 1 }` name a property, not the global. */
function isOnlyALabel(parent: SyntaxNode | null, key: string): boolean {
  if (parent === null || parent['computed'] === true) return false;
  if (parent['shorthand'] === true) return key === 'key';
  return key === 'property' || key === 'key';
}

/** `new Date(text)`, `Date.parse(text)` and `Date.UTC(…)` compute; all else of `Date` may look at the clock or the zone. */
function readsClock(node: SyntaxNode, parent: SyntaxNode | null): boolean {
  if (parent?.type === 'NewExpression') return (parent['arguments'] as readonly unknown[]).length !== 1;
  if (parent?.type === 'BinaryExpression') return parent['operator'] !== 'instanceof';
  if (parent?.type !== 'MemberExpression' || parent['object'] !== node) return true;
  return !named(parent['property'], 'parse') && !named(parent['property'], 'UTC');
}

function named(node: unknown, name: string): boolean {
  return (node as SyntaxNode | null)?.['name'] === name;
}
