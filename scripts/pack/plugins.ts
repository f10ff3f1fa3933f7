import { cpSync, existsSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emitDeclarations } from './declarations.ts';
import { readManifest } from './manifest.ts';
import { runTool } from './process.ts';

const backstageTool = '@backstage/cli-module-build/bin/backstage-cli-module-build';

/** The packages of `backstage-plugins` that others install; the portal's own two are private. Sorted. */
export function publishedPlugins(root: string): readonly string[] {
  return readdirSync(join(root, 'backstage-plugins'))
    .filter((name) => existsSync(join(root, 'backstage-plugins', name, 'package.json')))
    .filter((name) => readManifest(join(root, 'backstage-plugins', name))['private'] !== true)
    .sort();
}

/** Emits the types of all plugins to where Backstage's package build looks for them. Rejects with the type errors. */
export async function emitPluginTypes(root: string): Promise<void> {
  await emitDeclarations(root, 'backstage-plugins', join(root, 'dist-types'));
}

/** Makes `dist` of a plugin with Backstage's package build. Wants the types to be there (`emitPluginTypes`). */
export async function buildPlugin(root: string, name: string): Promise<void> {
  await runTool(root, backstageTool, ['package', 'build'], join(root, 'backstage-plugins', name));
}

/** Makes of an empty folder the top of a workspace, in which Backstage's `prepack` finds its types and its TypeScript. */
export function makeStage(root: string, stage: string): void {
  writeFileSync(join(stage, 'package.json'), '{ "private": true, "workspaces": ["*"] }\n');
  cpSync(join(root, 'tsconfig.json'), join(stage, 'tsconfig.json'));
  symlinkSync(join(root, 'node_modules'), join(stage, 'node_modules'));
}

/** Copies a built plugin into the stage and lets `prepack` write the package.json and the configuration schema of the tarball. */
export async function stagePlugin(root: string, name: string, stage: string): Promise<void> {
  const [source, folder] = [join(root, 'backstage-plugins', name), join(stage, name)];
  cpSync(source, folder, { recursive: true, filter: (path) => !/[\\/](?:node_modules|src)$/.test(path) });
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  await runTool(root, backstageTool, ['package', 'prepack'], folder);
}
