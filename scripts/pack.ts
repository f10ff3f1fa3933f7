// npm run pack [-- FOLDER]: the tarballs that a foreign Backstage installs, by default into .data/packages.
import { rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { packPackages } from './pack/pack.ts';
import { root } from './steps.ts';

const [folder] = process.argv.slice(2);
const target = folder === undefined ? join(root, '.data/packages') : resolve(folder);
try {
  if (folder === undefined) rmSync(target, { recursive: true, force: true });
  for (const file of await packPackages(root, target)) console.log(relative(process.cwd(), file));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
