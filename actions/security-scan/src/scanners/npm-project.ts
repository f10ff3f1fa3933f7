/** The copy of a project that npm gets to see: its lock, and of package.json only what says what it asks for. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import type { Trouble } from '../finding.ts';
import { indexLock } from '../lockfile/index-lock.ts';
import type { Lockfile } from '../lockfile/lockfile.ts';
import { type NpmNodes, nodesOf } from '../lockfile/npm-nodes.ts';
import type { ScanContext, Tree } from '../ports.ts';
import { at, type JsonRecord, jsonOf, recordOf, textAt, textOf } from '../reports/json.ts';
import { folderOf } from './npm-audit-plan.ts';
import { type Doubts, doubtsOf, type Manifest } from './npm-doubts.ts';
import { leavesPeersOut, registryLines } from './npmrc.ts';

export interface NpmProject {
  readonly folder: string;
  readonly lock: Lockfile;
  /** What npm would install otherwise than the lock says. */
  readonly doubts: Doubts;
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
  { trusted, env }: Pick<ScanContext, 'trusted' | 'env'>,
): Promise<NpmProject | { readonly trouble: Trouble }> {
  const bytes = await tree.read(path);
  const lock = indexLock(path, bytes);
  if (lock === undefined || 'fault' in lock) return { trouble: brokenLock(path, lock) };
  const json: unknown = JSON.parse(textOf(bytes));
  const workspaces = workspacesIn(path, json, tree);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, posix.basename(path)), readable(textOf(bytes), json));
  for (const [index, workspace] of ['', ...workspaces].entries()) {
    const manifest = await manifestOf(`${folderOf(path)}${workspace}package.json`, tree, index === 0 ? workspaces : []);
    if ('trouble' in manifest) return manifest;
    await mkdir(dirname(join(folder, workspace, 'package.json')), { recursive: true });
    await writeFile(join(folder, workspace, 'package.json'), manifest.text);
  }
  const npmrc = await trusted.read(`${folderOf(path)}.npmrc`);
  if (npmrc !== undefined) await writeFile(join(folder, '.npmrc'), registryLines(npmrc));
  return { folder, lock, doubts: await doubtsIn(lock, json, tree, env) };
}

async function doubtsIn(lock: Lockfile, json: unknown, tree: Tree, env: ScanContext['env']): Promise<Doubts> {
  const nodes = nodesOf(json);
  // What npm itself would go by when it installs.
  const npmrc = `${folderOf(lock.path)}.npmrc`;
  const isSaid = [env['NPM_CONFIG_LEGACY_PEER_DEPS'], env['npm_config_legacy_peer_deps']].includes('true');
  const without = isSaid || (tree.files.includes(npmrc) && leavesPeersOut(await tree.read(npmrc)));
  const withPeers = recordOf(at(json, 'packages')) !== undefined && !without;
  return doubtsOf({ nodes, lock, withPeers, manifests: await manifestsOf(nodes, lock, tree) });
}

/**
 * The text of a lock. Of version 1 npm asks about an alias by the alias's own name where neither an address nor a checksum
 * stands beside it: there it gets one, which it has no use for in an audit.
 */
function readable(text: string, json: unknown): string {
  const top = recordOf(at(json, 'dependencies'));
  if (recordOf(at(json, 'packages')) !== undefined || top === undefined) return text;
  let isChanged = false;
  const waiting = [top];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
    for (const value of Object.values(next)) {
      const isBare = at(value, 'resolved') === undefined && at(value, 'integrity') === undefined;
      const entry = recordOf(value);
      if (entry !== undefined && isBare && textAt(entry, 'version')?.startsWith('npm:') === true) {
        Object.assign(entry, { integrity: anyChecksum });
        isChanged = true;
      }
      const inner = recordOf(at(value, 'dependencies'));
      if (inner !== undefined) waiting.push(inner);
    }
  return isChanged ? JSON.stringify(json) : text;
}

const anyChecksum = `sha512-${'A'.repeat(86)}==`;

/** Of the project, and of the folders that its lock links to, also of those outside of its own. */
async function manifestsOf(nodes: NpmNodes, lock: Lockfile, tree: Tree): Promise<ReadonlyMap<string, Manifest>> {
  const known = new Set(tree.files);
  const found = new Map<string, Manifest>();
  for (const folder of new Set(['', ...[...nodes.values()].flatMap(({ link }) => link ?? [])])) {
    const path = posix.join(folderOf(lock.path), folder, 'package.json');
    if (!known.has(path)) continue;
    const bytes = await tree.read(path);
    const read = jsonOf(bytes, { file: path }, { what: 'a package.json', mend: 'Mend it' });
    if ('json' in read) found.set(folder, { path, text: textOf(bytes), json: recordOf(read.json) ?? {} });
  }
  return found;
}

function brokenLock(path: string, lock: { fault: string; line: number; column: number } | undefined): Trouble {
  const place = lock === undefined ? { file: path } : { file: path, line: lock.line, column: lock.column };
  const mend = 'Write it anew: `npm install --package-lock-only`';
  return { expected: 'a lock file of npm', got: lock?.fault ?? 'another file', mend, place };
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
