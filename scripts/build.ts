// npm run build: makes dist of the command line and of every gate from its sources.
//   --write (default)   all packages, through turbo: what did not change is not built again
//   --check             builds in memory and compares; writes nothing, asks no cache
//   --package           only the package of the working folder: what turbo calls
import { existsSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { buildables } from './build/buildables.ts';
import { staleDist, writeDist } from './build/dist.ts';
import type { Buildable } from './build/package-build.ts';
import { runTurbo } from './build/turbo.ts';
import { root } from './steps.ts';

const buildScript = 'node ../../scripts/build.ts --package';

async function check(units: readonly Buildable[]): Promise<number> {
  const faults = (await Promise.all(units.map((unit) => staleDist(root, unit)))).flat();
  for (const fault of faults) console.log(fault);
  if (faults.length > 0) console.log('mend: npm run build, and commit dist');
  return faults.length === 0 ? 0 : 1;
}

async function writeHere(units: readonly Buildable[]): Promise<number> {
  const folder = relative(root, process.cwd()).split(sep).join('/');
  const unit = units.find((one) => one.folder === folder);
  if (unit === undefined) throw new Error(`${folder || '.'} has no src/main.ts to build`);
  const touched = await writeDist(root, unit);
  console.log(touched.length === 0 ? `${folder}/dist: as it was` : `${folder}/dist: wrote ${touched.join(', ')}`);
  return 0;
}

/** A package that turbo would silently pass over, because its package.json does not say how it is built. */
function withoutScript({ folder }: Buildable): boolean {
  const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as {
    readonly scripts?: Readonly<Record<string, string>>;
  };
  return !manifest.scripts?.['build']?.endsWith('scripts/build.ts --package');
}

function write(units: readonly Buildable[]): number {
  const silent = units.filter(withoutScript);
  for (const { folder } of silent) {
    console.log(`${folder}/package.json: expected scripts.build, as in "build": "${buildScript}"; got none`);
  }
  if (silent.length > 0) return 1;
  return units.length === 0 || !existsSync(join(root, 'turbo.json')) ? 0 : runTurbo(root);
}

async function main(mode: string): Promise<number> {
  const units = buildables(root);
  if (mode === '--check') return check(units);
  if (mode === '--package') return writeHere(units);
  if (mode === '--write') return write(units);
  console.error('usage: node scripts/build.ts --check | --write | --package');
  return 2;
}

try {
  process.exitCode = await main(process.argv[2] ?? '--write');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
