/** Why the audit of a lock would be about another tree than the one that npm installs. Pure. */
import { posix } from 'node:path';
import type { Trouble } from '../finding.ts';
import type { Lockfile } from '../lockfile/lockfile.ts';
import { type Lack, type LackRequest, lacksIn } from '../lockfile/npm-lacks.ts';
import type { NpmNode, NpmNodes } from '../lockfile/npm-nodes.ts';
import { ledTo, misledIn } from '../lockfile/npm-resolved.ts';
import { type JsonRecord, said } from '../reports/json.ts';
import { positionAt, scanJson } from '../reports/json-scan.ts';

/** A package.json of the project. */
export interface Manifest {
  /** From the top of the repository. */
  readonly path: string;
  readonly text: string;
  readonly json: JsonRecord;
}

export interface DoubtRequest extends Pick<LackRequest, 'nodes' | 'withPeers'> {
  readonly lock: Lockfile;
  /** By their folder, from that of the lock: '' is the project. */
  readonly manifests: ReadonlyMap<string, Manifest>;
}

export interface Doubts {
  readonly troubles: readonly Trouble[];
  /** Names of optional packages that the lock leaves out: nobody audits them, and npm may install them elsewhere. */
  readonly leftOut: readonly string[];
}

/** So many are told with their line: each is looked for in its file. */
const placed = 20;

const mend = 'Write the lock anew: `npm install --package-lock-only`';

export function doubtsOf(request: DoubtRequest): Doubts {
  const { nodes, withPeers, manifests } = request;
  const { lacks, strayed, leftOut } = lacksIn({
    nodes,
    withPeers,
    manifestOf: (folder) => manifests.get(folder)?.json,
  });
  const troubles = [
    ...versionless(nodes).map((node) => noVersion(node, request)),
    ...misledIn(nodes).map((each) => misled(each, request)),
    ...strayed.map((node) => stray(node, request)),
    ...lacks.map((lack, index) => tellLack(lack, request, index < placed)),
  ];
  return { troubles, leftOut: [...new Set(leftOut.map(({ asked }) => asked.name))].sort() };
}

/** npm asks about a name and its versions: what has none is not asked about, and is installed all the same. */
function versionless(nodes: NpmNodes): readonly NpmNode[] {
  return [...nodes.values()].filter(
    ({ node, version, link, resolved = '' }) =>
      /(?:^|\/)node_modules\//.test(node) &&
      link === undefined &&
      version === undefined &&
      // Of version 1 npm takes it from the address, where that has one.
      !isNamedTarball(resolved),
  );
}

function isNamedTarball(resolved: string): boolean {
  if (resolved.length > 2_000) return false;
  return ledTo(resolved)?.version !== undefined || /[^/]-\d+\.\d+\.\d+[^/]*\.(?:tgz|tar\.gz)$/.test(resolved);
}

function noVersion({ node, name }: NpmNode, { lock }: DoubtRequest): Trouble {
  const got = `${lock.at(node) === undefined ? 'a package' : said(name)} without one`;
  return { expected: 'a version for every package', got, mend, place: placeIn(lock, node) };
}

function misled({ node, led }: ReturnType<typeof misledIn>[number], { lock }: DoubtRequest): Trouble {
  return {
    expected: `the address of ${packageWords(node)}, about which npm asks`,
    got: `that of ${said(led.name)}${led.version === undefined ? '' : ` ${said(led.version, 40)}`}, which npm installs`,
    mend: `${mend}, after the entry is deleted`,
    place: placeIn(lock, node.node),
  };
}

function stray(node: NpmNode, { lock }: DoubtRequest): Trouble {
  return {
    expected: `${packageWords(node)} from a registry, as it is asked for`,
    got: `${said(node.name)} from ${said(withoutCredentials(node.resolved ?? ''), 80)}`,
    mend: `${mend}, after the entry is deleted`,
    place: placeIn(lock, node.node),
  };
}

function tellLack({ from, isOwn, asked, got }: Lack, { lock, manifests }: DoubtRequest, isPlaced: boolean): Trouble {
  const manifest = isOwn ? manifests.get(from.node) : undefined;
  const file = posix.basename(lock.path);
  const spec = said(withoutCredentials(asked.spec), 80);
  const by = manifest === undefined ? `${packageWords(from)} asks` : 'package.json asks';
  const isPeer = asked.kind === 'peer' || asked.kind === 'may be there';
  return {
    expected: `${said(asked.name)}${spec === '' ? '' : ` ${spec}`} in ${file}, as ${by}`,
    got: got === undefined ? `no ${said(asked.name)} in ${file}` : `${packageWords(got)} in ${file}`,
    mend: isPeer ? `${mend}; without peers .npmrc says \`legacy-peer-deps=true\`` : mend,
    place: manifest === undefined ? placeIn(lock, from.node) : placeOfKey(manifest, isPlaced ? asked.name : undefined),
  };
}

function packageWords({
  name,
  version,
  link,
  resolved,
}: Pick<NpmNode, 'name' | 'version' | 'link' | 'resolved'>): string {
  if (link !== undefined) return `the folder ${said(link)}`;
  const at = version ?? withoutCredentials(resolved ?? '');
  return `${said(name)}${at === '' ? '' : ` ${said(at, 80)}`}`;
}

function placeIn(lock: Lockfile, node: string): NonNullable<Trouble['place']> {
  const entry = lock.at(node);
  return entry === undefined ? { file: lock.path } : { file: lock.path, line: entry.line, column: entry.column };
}

/** The last that counts, as in JSON; of a file that is not strict no line is known. */
function placeOfKey({ path, text }: Manifest, name: string | undefined): NonNullable<Trouble['place']> {
  if (name === undefined) return { file: path };
  let part = '';
  let found: number | undefined;
  scanJson(text, 0, (key, depth, start) => {
    if (depth === 1) part = key;
    if (depth === 2 && key === name && /^(?:d|devD|optionalD|peerD)ependencies$/.test(part)) found = start;
  });
  return found === undefined ? { file: path } : { file: path, ...positionAt(text, found) };
}

/** An address without a user before `@` and without a query. */
function withoutCredentials(text: string): string {
  return text.replace(/(:\/\/)[^/\s]*@/g, '$1').replace(/\?[^#\s]*/g, '');
}
