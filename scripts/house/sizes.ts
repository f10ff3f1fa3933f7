import type { Breach, SourceFile } from './source-tree.ts';
import type { SyntaxNode } from './syntax.ts';
import { lineAt, walk } from './syntax.ts';

/** Lines. The p90 binds the whole house, the longest binds each one. */
export const limits = { fileP90: 200, fileMost: 300, functionP90: 30, functionMost: 60 } as const;

/** Not measured, and why. Tests are read case by case, tables row by row. */
export const exempt: readonly { readonly pattern: RegExp; readonly reason: string }[] = [
  { pattern: /\.test\.tsx?$/, reason: 'tests are a list of cases' },
  { pattern: /(?:^|\/)scenarios\//, reason: 'scenarios are data' },
  { pattern: /^examples\//, reason: 'examples are data' },
];

export interface Measured {
  readonly path: string;
  /** Null for a whole file. */
  readonly name: string | null;
  readonly lines: number;
}

export interface Figures {
  readonly count: number;
  readonly p90: number;
  readonly longest: Measured | null;
}

export function isMeasured(path: string): boolean {
  return !exempt.some(({ pattern }) => pattern.test(path));
}

/** A final newline ends a line, it does not begin one. */
export function fileLines(file: SourceFile): number {
  return file.text.split('\n').length - (file.text.endsWith('\n') ? 1 : 0);
}

/** The value below which 90 % of the numbers lie (nearest rank); 0 of none. */
export function p90(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.9) - 1] ?? 0;
}

/**
 * The functions that have a name: declarations, methods, and those bound to a variable, property or default export.
 * A callback counts to the function around it; counting each `(a) => a.id` would only flatter the figure.
 */
export function namedFunctions(file: SourceFile, tree: SyntaxNode): readonly Measured[] {
  const found: Measured[] = [];
  walk(tree, (node, parent) => {
    const name = functionName(node, parent);
    if (name === null) return;
    const lines = lineAt(file.text, node.end) - lineAt(file.text, node.start) + 1;
    found.push({ path: file.path, name, lines });
  });
  return found;
}

const binders = new Set(['VariableDeclarator', 'Property', 'MethodDefinition', 'PropertyDefinition']);

function functionName(node: SyntaxNode, parent: SyntaxNode | null): string | null {
  if (node.type === 'FunctionDeclaration') return identifier(node['id']) ?? 'default';
  if (node.type !== 'FunctionExpression' && node.type !== 'ArrowFunctionExpression') return null;
  if (parent?.type === 'ExportDefaultDeclaration') return 'default';
  if (parent === null || !binders.has(parent.type)) return null;
  return identifier(parent['id'] ?? parent['key']) ?? 'computed';
}

function identifier(node: unknown): string | null {
  const name = (node as SyntaxNode | null)?.['name'];
  return typeof name === 'string' ? name : null;
}

export function figuresOf(measured: readonly Measured[]): Figures {
  const longest = measured.reduce<Measured | null>((most, one) => (one.lines > (most?.lines ?? 0) ? one : most), null);
  return { count: measured.length, p90: p90(measured.map(({ lines }) => lines)), longest };
}

/** What is too long by itself, and the house as a whole when its p90 is. */
export function tooLong(files: readonly Measured[], functions: readonly Measured[]): readonly Breach[] {
  return [
    ...each(files, limits.fileMost, 'file'),
    ...each(functions, limits.functionMost, 'function'),
    ...whole(files, limits.fileP90, 'files'),
    ...whole(functions, limits.functionP90, 'functions'),
  ];
}

function each(measured: readonly Measured[], most: number, what: string): readonly Breach[] {
  return measured
    .filter(({ lines }) => lines > most)
    .map(({ path, name, lines }) => ({
      rule: 'sizes',
      path,
      message: `${what}${name === null ? '' : ` ${name}`} has ${lines} lines, at most ${most}: split it by what it does`,
    }));
}

function whole(measured: readonly Measured[], limit: number, what: string): readonly Breach[] {
  const figures = figuresOf(measured);
  if (figures.p90 <= limit) return [];
  const worst = [...measured].sort((a, b) => b.lines - a.lines).slice(0, 10);
  const list = worst
    .map(({ path, name, lines }) => `${lines} ${path}${name === null ? '' : ` ${name}`}`)
    .join('\n    ');
  return [
    { rule: 'sizes', path: '.', message: `p90 of ${what} is ${figures.p90}, limit ${limit}; longest:\n    ${list}` },
  ];
}
