import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Contents } from './contents.ts';
import { run } from './process.ts';

/** Packs a folder as it is and returns the path of the tarball. Its scripts have done their work and do not run again. */
export async function packFolder(folder: string, target: string): Promise<string> {
  const output = await run('npm', ['pack', '--json', '--ignore-scripts', `--pack-destination=${target}`], folder);
  const [packed] = JSON.parse(output) as readonly { readonly filename: string }[];
  if (packed === undefined) throw new Error(`npm pack in ${folder}: expected a file name, got ${output}`);
  return join(target, packed.filename);
}

/** `shipgate-backstage-plugin-deployments-0.1.0.tgz` -> `@shipgate/backstage-plugin-deployments`: how npm names a file. */
export function packageOfTarball(tarball: string): string {
  return basename(tarball).replace(/^shipgate-(.+?)-\d+\.\d+\.\d+.*$/, '@shipgate/$1');
}

/** Unpacks a tarball of npm's into a folder, without the `package/` that every path in it begins with. */
export async function unpack(tarball: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await run('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1'], folder);
}

/** The files below a folder as text. */
export function readContents(folder: string): Contents {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return new Map(files.map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8')]));
}
