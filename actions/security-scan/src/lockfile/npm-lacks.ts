/** Where a lock of npm is another tree than the one that its package.json asks for: npm would install what nobody audited. Pure. */
import type { JsonRecord } from '../reports/json.ts';
import { type Asked, askedBy } from './npm-asked.ts';
import { type NpmNode, type NpmNodes, nameIn, nodeFor } from './npm-nodes.ts';
import { isAnswerWith, type Overrides, overridesOf } from './npm-overrides.ts';
import { rangeOf, repositoryOf } from './npm-spec.ts';

export interface Lack {
  /** The folder whose package.json, or whose entry of the lock, asks. */
  readonly from: NpmNode;
  /** A package.json says it, not the lock. */
  readonly isOwn: boolean;
  readonly asked: Asked;
  /** What stands in its place; undefined: nothing. */
  readonly got: NpmNode | undefined;
}

export interface LackRequest {
  readonly nodes: NpmNodes;
  /** package.json of the project ('') and of a folder that the lock links to; undefined where there is none. */
  manifestOf(folder: string): JsonRecord | undefined;
  /** Version 1 knows no peers, and `legacy-peer-deps` leaves them out. */
  readonly withPeers: boolean;
}

export interface Lacks {
  readonly lacks: readonly Lack[];
  /** Packages that are asked for by a version, and that npm would get from a repository of git or from a file. */
  readonly strayed: readonly NpmNode[];
  /** Optional packages of packages: npm itself leaves out what cannot be installed where the lock was written. */
  readonly leftOut: readonly Lack[];
}

export function lacksIn(request: LackRequest): Lacks {
  const overrides = overridesOf(request.manifestOf(''));
  const asked = askedIn(request);
  const wrong = asked.filter(({ got, ...lack }) => got === undefined || !isRight(overrides, lack, got));
  const known = new Set(wrong);
  const wanted = new Set(asked.flatMap((each) => (known.has(each) ? [] : (each.got?.node ?? []))));
  const isLeftOut = ({ got, asked: { kind }, isOwn }: Lack) => got === undefined && kind === 'optional' && !isOwn;
  const counts = (lack: Lack) => {
    if (lack.got === undefined) return lack.asked.kind !== 'may be there' && !isLeftOut(lack);
    // npm puts up with a peer that does not fit, as long as somebody asked for the one that is there.
    return !isPeer(lack.asked) || !wanted.has(lack.got.node);
  };
  return {
    lacks: wrong.filter(counts),
    strayed: strayedIn(request, overrides),
    leftOut: wrong.filter(isLeftOut),
  };
}

/** An audit asks the registry about what never came from there. Somebody who asks for the address itself may do so. */
function strayedIn({ nodes, manifestOf }: LackRequest, overrides: Overrides): readonly NpmNode[] {
  const all = [...nodes.values()];
  const folders = new Set(['', ...all.flatMap(({ link }) => link ?? [])]);
  const manifests = [...folders].flatMap((folder) => manifestOf(folder) ?? []);
  const asked = [...all.flatMap(({ asks }) => asks), ...manifests.flatMap((each) => askedBy(each, true))];
  const named = new Set(
    [...asked, ...[...overrides.values()].flat()].filter(({ spec }) => isAddress(spec)).map(({ name }) => name),
  );
  return all.filter((node) => !node.isBundled && !named.has(nameIn(node.node)) && isFromElsewhere(node));
}

function isAddress(spec: string): boolean {
  return rangeOf(spec) === undefined && !spec.startsWith('npm:') && /[:/]/.test(spec);
}

function isFromElsewhere({ node, link, resolved = '' }: NpmNode): boolean {
  return (
    node.includes('node_modules/') &&
    link === undefined &&
    (resolved.startsWith('file:') || repositoryOf(resolved) !== undefined)
  );
}

/** Signs; no system has a longer path, and going up from one takes long. */
const longestPath = 4_096;

/**
 * All that is asked for, as npm looks for it before it installs: by the project and by what it leads to, and by folders
 * that are linked to, but not by packages of theirs: what npm finds wrong there it leaves as it is.
 */
function askedIn({ nodes, manifestOf, withPeers }: LackRequest): readonly Lack[] {
  const found: Lack[] = [];
  const isLinked = (node: string) => node !== '' && !node.includes('node_modules/');
  const linked = [...new Set([...nodes.values()].flatMap(({ link }) => link ?? []))];
  const reached = new Set(['', ...linked.filter(isLinked)]);
  for (const node of reached) {
    const from = nodes.get(node) ?? emptyNode(node);
    if (from.isBundled || node.length > longestPath) continue;
    const manifest = node.includes('node_modules/') ? undefined : manifestOf(node);
    for (const asked of manifest === undefined ? from.asks : askedBy(manifest, true)) {
      if (isPeer(asked) && !withPeers) continue;
      const got = foundFor(nodes, node, asked, manifestOf);
      found.push({ from, isOwn: manifest !== undefined, asked, got });
      if (got !== undefined && got.link === undefined && !isLinked(node)) reached.add(got.node);
    }
  }
  return found;
}

function isPeer({ kind }: Asked): boolean {
  return kind === 'peer' || kind === 'may be there';
}

function emptyNode(node: string): NpmNode {
  const none = { version: undefined, resolved: undefined, link: undefined };
  return { node, name: node, ...none, asks: [], isBundled: false, hasOwnLock: false };
}

function foundFor(
  nodes: NpmNodes,
  from: string,
  { name }: Asked,
  manifestOf: LackRequest['manifestOf'],
): NpmNode | undefined {
  const at = nodeFor(nodes, from, name);
  const found = at === undefined ? undefined : nodes.get(at);
  if (found?.link === undefined) return found;
  // The version of a folder is the one that its package.json says today.
  const version = manifestOf(found.link)?.['version'] ?? nodes.get(found.link)?.version;
  return { ...found, version: typeof version === 'string' ? version : undefined };
}

function isRight(overrides: Overrides, { from, asked, isOwn }: Omit<Lack, 'got'>, got: NpmNode): boolean {
  // What a package brings with it, or what its own lock says, is taken as it is.
  if (got.isBundled || from.hasOwnLock) return true;
  const { name, spec } = asked;
  const before = isOwn ? from.asks.find((each) => each.name === name)?.spec : undefined;
  return isAnswerWith(
    overrides,
    { name, spec, from: from.node.includes('node_modules/') ? '' : from.node, before },
    got,
  );
}
