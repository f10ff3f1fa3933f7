// What a release needs beside the tests:
//   version           changesets -> versions of all packages, CHANGELOG.md, package-lock.json
//   check vX.Y.Z      the tag is the version of package.json and has a section in CHANGELOG.md
//   pack vX.Y.Z DIR   the files of a release: an archive per gate, the plugins and the schemas, notes, checksums
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildables } from './build/buildables.ts';
import { notesOf, readChangeset, section, withSection } from './changelog.ts';
import { packPackages } from './pack/pack.ts';
import { root } from './steps.ts';

interface Manifest {
  version: string;
  private?: boolean;
}

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const manifest = (folder: string): Manifest => JSON.parse(read(join(folder, 'package.json'))) as Manifest;
const run = (command: string, args: readonly string[], cwd = root): void => {
  execFileSync(command, [...args], { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
};

function version(): void {
  const names = readdirSync(join(root, '.changeset')).filter((name) => name.endsWith('.md') && name !== 'README.md');
  if (names.length === 0) throw new Error('expected: a changeset in .changeset; got: none; do: npm run changeset');
  const changes = names.sort().map((name) => readChangeset(`.changeset/${name}`, read(`.changeset/${name}`)));
  run(process.execPath, ['node_modules/@changesets/cli/bin.js', 'version']);
  const next = manifest('cli').version;
  writeFileSync(join(root, 'package.json'), read('package.json').replace(/"version": "[^"]+"/, `"version": "${next}"`));
  const today = new Date().toISOString().slice(0, 10);
  writeFileSync(join(root, 'CHANGELOG.md'), withSection(read('CHANGELOG.md'), next, section(next, today, changes)));
  run('npm', ['install', '--package-lock-only']);
  console.log(`version ${next}; next: npm run build, npm test, commit, and tag it v${next} on main`);
}

/** The notes of the tag's version. Throws when the tag does not say what the tree says. */
function check(tag: string): string {
  const is = `v${manifest('.').version}`;
  if (tag !== is) throw new Error(`expected: the tag ${is}, as package.json has it; got: ${tag}`);
  const notes = notesOf(read('CHANGELOG.md'), is.slice(1));
  if (notes === null)
    throw new Error(`expected: a section ${is.slice(1)} in CHANGELOG.md; got: none; do: npm run release:version`);
  return notes;
}

async function pack(tag: string, folder: string): Promise<void> {
  const notes = check(tag);
  const target = resolve(root, folder);
  mkdirSync(target, { recursive: true });
  const gates = buildables(root).filter((unit) => existsSync(join(root, unit.folder, 'action.yml')));
  for (const unit of gates) {
    const name = `shipgate-${unit.folder.split('/').at(-1)}-${tag}`;
    const parts = ['action.yml', 'README.md', 'dist'].map((part) => `${unit.folder}/${part}`);
    // From the commit, with the commit's time: the same archive wherever it is made.
    run('git', ['archive', `--prefix=${name}/`, `--output=${join(target, name)}.tar.gz`, 'HEAD', 'LICENSE', ...parts]);
  }
  await packPackages(root, target);
  for (const unit of ['cli', ...readdirSync(join(root, 'actions')).map((name) => `actions/${name}`)]) {
    if (manifest(unit).private === true) continue;
    // .npmrc turns scripts off for installs; prepack is ours and must run.
    run('npm', ['pack', '--ignore-scripts=false', `--pack-destination=${target}`], join(root, unit));
  }
  writeFileSync(join(target, 'NOTES.md'), `${notes}\n`);
  const sums = readdirSync(target)
    .sort()
    .map((name) => {
      return `${createHash('sha256')
        .update(readFileSync(join(target, name)))
        .digest('hex')}  ${name}\n`;
    });
  writeFileSync(join(target, 'SHA256SUMS'), sums.join(''));
}

const [command, tag = '', folder = ''] = process.argv.slice(2);
try {
  if (command === 'version') version();
  else if (command === 'check') check(tag);
  else if (command === 'pack' && folder !== '') await pack(tag, folder);
  else throw new Error('usage: node scripts/release.ts version | check TAG | pack TAG FOLDER');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
