/** The copy of a project that npm gets to see: its lock, and of package.json only what says what it asks for. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import type { Trouble } from '../finding.ts';
import { indexLock } from '../lockfile/index-lock.ts';
import type { Lockfile } from '../lockfile/lockfile.ts';
import type { ScanContext, Tree } from '../ports.ts';
import { at, type JsonRecord, jsonOf, recordOf, textAt, textOf } from '../reports/json.ts';
import { folderOf } from './npm-audit-plan.ts';
import { registryLines } from './npmrc.ts';

export interface NpmProject {
  readonly folder: string;
  readonly lock: Lockfile;
}

/** Not among them: scripts, engines, configuration, and globs of workspaces that could lead out of the folder. */
const keys = ['name', 'version', 'dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'].concat([
  'peerDependenciesMeta',
  'bundleDependencies',
  'bundledDependencies',
  'overrides',
]);

/** Writes it to `folder`. A lock or a package.json that cannot be read is a trouble with its place. */
export async function writeProject(
  path: string,
  folder: string,
  tree: Tree,
  { trusted }: Pick<ScanContext, 'trusted'>,
): Promise<NpmProject | { readonly trouble: Trouble }> {
  const bytes = await tree.read(path);
  const lock = indexLock(path, bytes);
  if (lock === undefined || 'fault' in lock) return { trouble: brokenLock(path, lock) };
  const json: unknown = JSON.parse(textOf(bytes));
  const nameless = versionless(json);
  if (nameless !== undefined) return { trouble: noVersion(path, nameless, lock) };
  const workspaces = workspacesIn(path, json, tree);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, posix.basename(path)), textOf(bytes));
  for (const [index, workspace] of ['', ...workspaces].entries()) {
    const manifest = await manifestOf(`${folderOf(path)}${workspace}package.json`, tree, index === 0 ? workspaces : []);
    if ('trouble' in manifest) return manifest;
    await mkdir(dirname(join(folder, workspace, 'package.json')), { recursive: true });
    await writeFile(join(folder, workspace, 'package.json'), manifest.text);
  }
  const npmrc = await trusted.read(`${folderOf(path)}.npmrc`);
  if (npmrc !== undefined) await writeFile(join(folder, '.npmrc'), registryLines(npmrc));
  return { folder, lock };
}

function brokenLock(path: string, lock: { fault: string; line: number; column: number } | undefined): Trouble {
  const place = lock === undefined ? { file: path } : { file: path, line: lock.line, column: lock.column };
  const mend = 'Write it anew: `npm install --package-lock-only`';
  return { expected: 'a lock file of npm', got: lock?.fault ?? 'another file', mend, place };
}

/** npm asks about a name and its versions: what has none is not asked about, and is installed all the same. */
function versionless(json: unknown): string | undefined {
  const packages = Object.entries(recordOf(at(json, 'packages')) ?? {});
  return packages.find(
    ([node, value]) =>
      /(?:^|\/)node_modules\//.test(node) && at(value, 'link') !== true && textAt(value, 'version') === undefined,
  )?.[0];
}

function noVersion(path: string, node: string, lock: Lockfile): Trouble {
  const entry = lock.at(node);
  const place = entry === undefined ? { file: path } : { file: path, line: entry.line, column: entry.column };
  const mend = 'Write the lock anew: `npm install --package-lock-only`';
  return { expected: 'a version for every package', got: `${entry?.name ?? 'a package'} without one`, mend, place };
}

/** Folders of the project that the lock links to, as far as they are files of the tree. */
function workspacesIn(path: string, json: unknown, tree: Tree): readonly string[] {
  const known = new Set(tree.files);
  const links = Object.values(recordOf(at(json, 'packages')) ?? {}).filter((value) => at(value, 'link') === true);
  const folders = links.flatMap((value) => textAt(value, 'resolved') ?? []);
  const plain = folders.filter((folder) => /^[\w@][\w@./+ -]*$/.test(folder) && !folder.split('/').includes('..'));
  return [...new Set(plain.map((folder) => `${posix.normalize(folder).replace(/\/$/, '')}/`))].filter((folder) =>
    known.has(`${folderOf(path)}${folder}package.json`),
  );
}

async function manifestOf(
  path: string,
  tree: Tree,
  workspaces: readonly string[],
): Promise<{ readonly text: string } | { readonly trouble: Trouble }> {
  // npm audits a lock alone too.
  if (!tree.files.includes(path)) return { text: '{}\n' };
  const read = jsonOf(await tree.read(path), { file: path }, { what: 'a package.json', mend: 'Mend it' });
  if ('trouble' in read) return { trouble: read.trouble };
  const json: JsonRecord = recordOf(read.json) ?? {};
  const kept = keys.flatMap((key) => (Object.hasOwn(json, key) ? [[key, json[key]] as const] : []));
  const globs = workspaces.length === 0 ? [] : [['workspaces', workspaces.map((each) => each.slice(0, -1))] as const];
  return { text: `${JSON.stringify(Object.fromEntries([...kept, ...globs]))}\n` };
}
