import { parseAst } from 'rolldown/parseAst';
import type { SourceFile } from './source-tree.ts';

/** A node of the ESTree that the parser returns; its other keys are read with `childrenOf`. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

export interface ImportOf {
  /** As written: './run.ts', '@shipgate/kit/escape', 'node:fs'. */
  readonly specifier: string;
  readonly line: number;
  /** Erased before anything runs. */
  readonly typeOnly: boolean;
  /** `import()`: loaded when reached. */
  readonly lazy: boolean;
}

/** The syntax tree of a TypeScript or JavaScript file. Throws the parser's error, with the path in front. */
export function parse(file: SourceFile): SyntaxNode {
  try {
    const lang = /\.tsx$/.test(file.path) ? 'tsx' : /\.(?:js|mjs|cjs)$/.test(file.path) ? 'js' : 'ts';
    return parseAst(file.text, { lang }, file.path) as unknown as SyntaxNode;
  } catch (cause) {
    throw new Error(`${file.path}: does not parse: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && typeof (value as SyntaxNode).type === 'string';
}

/** The nodes right below, each with the key that holds it. */
export function childrenOf(node: SyntaxNode): readonly (readonly [string, SyntaxNode])[] {
  return Object.entries(node).flatMap(([key, value]) =>
    (Array.isArray(value) ? value : [value]).filter(isNode).map((child) => [key, child] as const),
  );
}

/** Calls `visit` for every node, parents first; `false` keeps out of the node's children. */
export function walk(
  node: SyntaxNode,
  visit: (node: SyntaxNode, parent: SyntaxNode | null, key: string) => boolean | undefined,
  parent: SyntaxNode | null = null,
  key = '',
): void {
  if (visit(node, parent, key) === false) return;
  for (const [childKey, child] of childrenOf(node)) walk(child, visit, node, childKey);
}

/** Line (from 1) of an offset in UTF-16 units. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

const loaders = new Set(['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration', 'ImportExpression']);

/** Everything that the file imports or re-exports, dynamic imports of a fixed text too. */
export function importsOf(file: SourceFile, tree: SyntaxNode): readonly ImportOf[] {
  const found: ImportOf[] = [];
  walk(tree, (node) => {
    if (!loaders.has(node.type) || !isNode(node['source'])) return;
    const specifier = node['source']['value'];
    if (typeof specifier !== 'string') return;
    found.push({
      specifier,
      line: lineAt(file.text, node.start),
      typeOnly: isTypeOnly(node),
      lazy: node.type === 'ImportExpression',
    });
  });
  return found;
}

function isTypeOnly(node: SyntaxNode): boolean {
  if (node['importKind'] === 'type' || node['exportKind'] === 'type') return true;
  const names = node['specifiers'];
  if (!Array.isArray(names) || names.length === 0) return false;
  return names.every((name: SyntaxNode) => name['importKind'] === 'type' || name['exportKind'] === 'type');
}
