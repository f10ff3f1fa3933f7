import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Buildable, PackageBuild } from './package-build.ts';

/** The packages of the tree that have an entry (`src/main.ts`): the command line and each gate, sorted. */
export function buildables(root: string): readonly Buildable[] {
  const gates = existsSync(join(root, 'actions')) ? readdirSync(join(root, 'actions')).sort() : [];
  const all: readonly Buildable[] = [
    ...gates.map((gate) => ({ folder: `actions/${gate}`, main: 'index', command: false })),
    { folder: 'cli', main: 'shipgate', command: true },
  ];
  return all.filter(({ folder }) => existsSync(join(root, folder, 'src/main.ts')));
}

/** What the package itself says about its build; nothing when it has no build.ts. */
export async function packageBuild(root: string, folder: string): Promise<PackageBuild> {
  const file = join(root, folder, 'build.ts');
  if (!existsSync(file)) return {};
  const loaded = (await import(pathToFileURL(file).href)) as { readonly default?: PackageBuild };
  if (loaded.default === undefined) throw new Error(`${folder}/build.ts has no default export (PackageBuild)`);
  return loaded.default;
}
