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

/** Our packages that others import: `name` leads to `src/index`, `name/<file>` to `src/<file>`. */
const folders: Readonly<Record<string, string>> = {
  '@shipgate/schemas': 'schemas',
  '@shipgate/kit': 'actions/kit',
  '@shipgate/manifests': 'actions/manifests',
  '@shipgate/backstage-plugin-deployments': 'backstage-plugins/deployments',
  '@shipgate/backstage-plugin-deployments-backend': 'backstage-plugins/deployments-backend',
  '@shipgate/backstage-plugin-deployments-common': 'backstage-plugins/deployments-common',
};

/** What an import may leave out: Backstage's build tools want it left out, `exports` leaves it out of names. */
const endings = ['', '.ts', '.tsx', '/index.ts', '/index.tsx'];

/**
 * Where an import leads, null when it leaves the repository. A path that none of the `known` files has is returned
 * as it is written: it still says which package is meant.
 */
export function resolveImport(from: string, specifier: string, known: ReadonlySet<string>): string | null {
  const path = specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : pathOfName(specifier);
  if (path === null) return null;
  const found = endings.map((ending) => path + ending).find((candidate) => known.has(candidate));
  return found ?? path;
}

function pathOfName(specifier: string): string | null {
  const [, name = '', rest = 'index'] = specifier.match(/^(@[^/]+\/[^/]+)(?:\/(.+))?$/) ?? [];
  const folder = folders[name];
  return folder === undefined ? null : `${folder}/src/${rest}`;
}

export function importGraph(files: readonly SourceFile[], trees: ReadonlyMap<string, SyntaxNode>): ImportGraph {
  const known = new Set(files.map(({ path }) => path));
  return new Map(
    files.map((file) => {
      const tree = trees.get(file.path);
      const imports = tree === undefined ? [] : importsOf(file, tree);
      const edges = imports.map((one) => ({
        ...one,
        from: file.path,
        to: resolveImport(file.path, one.specifier, known),
      }));
      return [file.path, edges] as const;
    }),
  );
}
