import { posix } from 'node:path';
import type { SourceFile } from './source-tree.ts';
import type { ImportOf, SyntaxNode } from './syntax.ts';
import { importsOf } from './syntax.ts';

export interface Edge extends ImportOf {
  readonly from: string;
  /** Path of the file in the repository, or null when the import leaves it (`node:fs`, `yaml`). */
  readonly to: string | null;
}

/** Each file with the imports that it has. */
export type ImportGraph = ReadonlyMap<string, readonly Edge[]>;

/** Our packages by name: the folder, and where an import of `name` or `name/<file>` leads. */
const packages: readonly { readonly name: string; readonly file: (rest: string) => string }[] = [
  { name: '@shipgate/schemas', file: (rest) => `schemas/src/${rest === '' ? 'index' : rest}.ts` },
  { name: '@shipgate/kit', file: (rest) => `actions/kit/src/${rest}.ts` },
];

/** Where an import leads, as `exports` of our packages and the rule "imports carry the extension" have it. */
export function resolveImport(from: string, specifier: string): string | null {
  if (specifier.startsWith('.')) return posix.normalize(posix.join(posix.dirname(from), specifier));
  const target = packages.find(({ name }) => specifier === name || specifier.startsWith(`${name}/`));
  return target === undefined ? null : target.file(specifier.slice(target.name.length + 1));
}

export function importGraph(files: readonly SourceFile[], trees: ReadonlyMap<string, SyntaxNode>): ImportGraph {
  return new Map(
    files.map((file) => {
      const tree = trees.get(file.path);
      const imports = tree === undefined ? [] : importsOf(file, tree);
      const edges = imports.map((one) => ({ ...one, from: file.path, to: resolveImport(file.path, one.specifier) }));
      return [file.path, edges] as const;
    }),
  );
}
