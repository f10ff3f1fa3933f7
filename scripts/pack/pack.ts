import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { withLock } from '../bootstrap-lock.mjs';
import { faultsOf } from './contents.ts';
import { readManifest } from './manifest.ts';
import { buildPlugin, emitPluginTypes, makeStage, publishedPlugins, stagePlugin } from './plugins.ts';
import { stageSchemas } from './schemas.ts';
import { packFolder, readContents, unpack } from './tarball.ts';

/**
 * Packs what a foreign Backstage installs, the three plugin packages and the schemas, into `target`, and returns the
 * tarballs. In the tree it writes only what git ignores; each package.json of a tarball is made on a stage outside.
 * Rejects when a tarball would not work where it is installed, with all that is wrong.
 */
export async function packPackages(root: string, target: string): Promise<readonly string[]> {
  const stage = mkdtempSync(join(tmpdir(), 'shipgate-pack-'));
  try {
    const names = await fillStage(root, stage);
    mkdirSync(target, { recursive: true });
    const tarballs: string[] = [];
    for (const name of names) tarballs.push(await packFolder(join(stage, name), target));
    const faults = await Promise.all(tarballs.map((tarball) => faultsOfTarball(root, tarball, stage)));
    if (faults.flat().length > 0) throw new Error(faults.flat().join('\n'));
    return tarballs;
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

/** Returns the folders of the stage, each a package as it is to be packed. */
async function fillStage(root: string, stage: string): Promise<readonly string[]> {
  makeStage(root, stage);
  await stageSchemas(root, join(stage, 'schemas'));
  const plugins = publishedPlugins(root);
  // The types and each dist have one place in the tree: one at a time, across processes.
  await withLock(join(root, '.data', 'pack'), async () => {
    await emitPluginTypes(root);
    // One after the other: each build starts rollup with two TypeScripts and takes a gigabyte.
    for (const name of plugins) {
      await buildPlugin(root, name);
      await stagePlugin(root, name, stage);
    }
  });
  return ['schemas', ...plugins];
}

async function faultsOfTarball(root: string, tarball: string, stage: string): Promise<readonly string[]> {
  const folder = join(stage, 'unpacked', basename(tarball));
  await unpack(tarball, folder);
  return faultsOf(readManifest(folder), readContents(folder), [root, stage]);
}
