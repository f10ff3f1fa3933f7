/** What dist of this action holds besides the main bundle: the engine's thread and PostgreSQL itself. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { AssetSource, PackageBuild } from '../../scripts/build/package-build.ts';
import { saveDataDirectory } from './save-data-directory.ts';
import { bundledExtensions, engineAssets } from './src/adapters/embedded/assets.ts';

const pglite = dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite'));
const { version } = JSON.parse(readFileSync(join(pglite, '../package.json'), 'utf8')) as { version: string };
const from = `@electric-sql/pglite ${version}`;

function copyOf(file: string, original: string): AssetSource {
  return {
    file,
    from,
    bytes: () => readFileSync(join(pglite, original)),
    reproducible: true,
    package: '@electric-sql/pglite',
  };
}

const build: PackageBuild = {
  entryPoints: { engine: 'src/adapters/embedded/worker.ts' },
  define: { 'import.meta.dirname': '__dirname' },
  assets: () => [
    copyOf(engineAssets.wasm, 'pglite.wasm'),
    copyOf(engineAssets.files, 'pglite.data'),
    {
      file: engineAssets.dataDirectory,
      from: `${from}, initdb --wal-segsize=1`,
      bytes: saveDataDirectory,
      // initdb puts a time and a random system identifier into it.
      reproducible: false,
      package: '@electric-sql/pglite',
    },
    ...[...bundledExtensions].map(([name, file]) => copyOf(file, `${name}.tar.gz`)),
  ],
};

export default build;
