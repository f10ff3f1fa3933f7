/** What stands in the folders of a lock of npm, of all versions in one form: for comparing it with what is asked for. */
import { at, type JsonRecord, listAt, recordOf, textAt } from '../reports/json.ts';
import { type Asked, askedBy } from './npm-asked.ts';

export interface NpmNode {
  /** `node_modules/a/node_modules/b`; '' is the project, `packages/one` a folder that something links to. */
  readonly node: string;
  /** Of the package that is there, which an alias calls otherwise. */
  readonly name: string;
  readonly version: string | undefined;
  /** Where npm gets it from. */
  readonly resolved: string | undefined;
  /** The folder that this one is a link to, from that of the lock. */
  readonly link: string | undefined;
  /** As the lock has it; a project's own package.json may say otherwise. */
  readonly asks: readonly Asked[];
  /** A package above brings it along: npm takes it as it is. */
  readonly isBundled: boolean;
  /** It is published with a lock of its own, and npm goes by that for what it asks for. */
  readonly hasOwnLock: boolean;
}

export type NpmNodes = ReadonlyMap<string, NpmNode>;

export function nodesOf(json: unknown): NpmNodes {
  const packages = recordOf(at(json, 'packages'));
  return packages === undefined ? fromVersion1(json) : fromPackages(packages);
}

function fromPackages(packages: JsonRecord): NpmNodes {
  const nodes = new Map<string, NpmNode>();
  const brings = (node: string) => (listAt(packages[node], 'bundleDependencies') ?? []).length > 0;
  for (const [node, value] of Object.entries(packages)) {
    const isLink = at(value, 'link') === true;
    nodes.set(node, {
      node,
      name: textAt(value, 'name') ?? nameIn(node),
      version: textAt(value, 'version'),
      resolved: textAt(value, 'resolved'),
      link: isLink ? textAt(value, 'resolved') : undefined,
      asks: isLink ? [] : askedBy(value, !node.includes('node_modules/')),
      isBundled: at(value, 'inBundle') === true && packagesAbove(node).some(brings),
      hasOwnLock: at(value, 'hasShrinkwrap') === true,
    });
  }
  return nodes;
}

/** Packages in whose folder another one stands: the project itself is none. */
function packagesAbove(node: string): readonly string[] {
  if (node.length > 4_096) return [];
  const parts = node.split('/node_modules/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/node_modules/'));
}

function fromVersion1(json: unknown): NpmNodes {
  const nodes = new Map<string, NpmNode>();
  const root = { node: '', name: '', version: undefined, resolved: undefined, link: undefined };
  nodes.set('', { ...root, asks: [], isBundled: false, hasOwnLock: false });
  const waiting: [string, JsonRecord][] = [['', recordOf(at(json, 'dependencies')) ?? {}]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [above, dependencies] = next;
    for (const [key, value] of Object.entries(dependencies)) {
      const node = `${above === '' ? '' : `${above}/`}node_modules/${key}`;
      const read = nodeOfVersion1(node, key, value);
      const isBundled = above !== '' && at(value, 'bundled') === true;
      nodes.set(node, { ...read, isBundled, hasOwnLock: false });
      const inner = recordOf(at(value, 'dependencies'));
      if (inner !== undefined) waiting.push([node, inner]);
    }
  }
  return nodes;
}

function nodeOfVersion1(node: string, key: string, value: unknown): Omit<NpmNode, 'isBundled' | 'hasOwnLock'> {
  const { name, version } = packageOfVersion1(key, textAt(value, 'version'));
  const written = textAt(value, 'version') ?? '';
  const link = /^file:(?!.*\.(?:tgz|tar\.gz|tar)$)(.*)$/.exec(written)?.[1];
  const resolved = version === null ? written : textAt(value, 'resolved');
  const asks = Object.entries(recordOf(at(value, 'requires')) ?? {}).flatMap(([each, spec]) =>
    typeof spec === 'string' ? [{ name: each, spec, kind: 'prod' as const }] : [],
  );
  return { node, name, version: version ?? undefined, resolved, link, asks };
}

/** Version 1 writes an alias as `npm:name@version`, and an address in place of a version. */
export function packageOfVersion1(name: string, version: string | undefined): { name: string; version: string | null } {
  const alias = /^npm:(@?[^@]+)@(.+)$/.exec(version ?? '');
  if (alias?.[1] !== undefined) return { name: alias[1], version: alias[2] ?? null };
  return { name, version: version !== undefined && /^\d/.test(version) ? version : null };
}

export function nameIn(node: string): string {
  const last = node.lastIndexOf('node_modules/');
  return last < 0 ? (node.split('/').at(-1) ?? node) : node.slice(last + 'node_modules/'.length);
}

/** Where Node.js finds a package that a folder asks for: from the asking folder upwards. */
export function nodeFor(nodes: { has(node: string): boolean }, from: string, name: string): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
    const node = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (!folder.endsWith('node_modules') && nodes.has(node)) return node;
    if (folder === '') return undefined;
  }
}
