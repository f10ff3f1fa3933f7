/** package-lock.json and npm-shrinkwrap.json, versions 1 to 3. Source: npm's documentation, "package-lock.json". */
import { at, type JsonRecord, recordOf, textAt } from '../reports/json.ts';
import { positionAt } from '../reports/json-scan.ts';
import { parsedJson } from './json-lock.ts';
import { linesOf } from './lines.ts';
import { type LockEntry, type LockFault, type Lockfile, lockfileOf } from './lockfile.ts';
import { nameIn, packageOfVersion1 } from './npm-nodes.ts';
import { type Graph, viaIn } from './npm-via.ts';

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Open brackets; a path of folders is shorter than this on every system. */
const deepest = 1_000;

export function npmLock(path: string, text: string): Lockfile | LockFault {
  const places = new Map<string, Place>();
  const keys: string[] = [];
  let tooDeep: number | undefined;
  const read = parsedJson(text, (key, depth, start, end) => {
    keys.length = depth;
    keys[depth] = key;
    const [, part = '', name = ''] = keys;
    if (depth === 2 && part === 'packages') places.set(`packages ${name}`, { start, end });
    if (part !== 'dependencies' || depth % 2 === 1) return;
    if (depth > deepest) {
      tooDeep ??= start;
      return;
    }
    // Version 1: a package inside of another one stands under `dependencies` again.
    if (keys.some((each, index) => index % 2 === 1 && each !== 'dependencies')) return;
    places.set(`dependencies ${nodeOf(keys.filter((_, index) => index % 2 === 0))}`, { start, end });
  });
  if ('fault' in read) return read;
  if (tooDeep !== undefined) return { fault: 'packages in packages without an end', ...positionAt(text, tooDeep) };
  const { json } = read;
  const lines = linesOf(text);
  const packages = recordOf(at(json, 'packages'));
  const found = packages === undefined ? fromVersion1(json) : fromPackages(packages);
  if (found === undefined) return { fault: 'neither "packages" nor "dependencies"', line: 1, column: 1 };
  const placed = found.entries.map((entry) => ({
    entry,
    place: places.get(`${found.part} ${entry.node}`) ?? { start: 0, end: 1 },
  }));
  // An object's keys come with whole numbers first, and nested ones behind all others: the file's order is another.
  placed.sort((one, two) => one.place.start - two.place.start);
  const entries = placed.map(({ entry, place: { start, end } }): LockEntry => {
    const { line, column } = lines.at(start);
    return { ...entry, line, column, endColumn: column + end - start };
  });
  return lockfileOf(path, 'npm', entries, viaIn(found.graph));
}

type Unplaced = Pick<LockEntry, 'name' | 'version' | 'node'>;

interface Found {
  readonly part: 'packages' | 'dependencies';
  readonly entries: readonly Unplaced[];
  readonly graph: Graph;
}

function fromPackages(packages: JsonRecord): Found {
  const graph = new Map<string, { name: string; needs: readonly string[]; link?: string }>();
  const entries: Unplaced[] = [];
  for (const [node, value] of Object.entries(packages)) {
    const name = textAt(value, 'name') ?? nameIn(node);
    const link = at(value, 'link') === true ? textAt(value, 'resolved') : undefined;
    graph.set(node, { name, needs: needsOf(value), ...(link === undefined ? {} : { link }) });
    const version = textAt(value, 'version') ?? null;
    if (node !== '' && /(?:^|\/)node_modules\//.test(node) && link === undefined) entries.push({ name, version, node });
  }
  return { part: 'packages', entries, graph };
}

const needs = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'] as const;

function needsOf(value: unknown): readonly string[] {
  return needs.flatMap((kind) => Object.keys(recordOf(at(value, kind)) ?? {}));
}

/** Version 1 does not say what the project itself asks for: the graph has no root, and no chain begins. */
function fromVersion1(json: unknown): Found | undefined {
  const top = recordOf(at(json, 'dependencies'));
  // A project without dependencies has no such part, and is a lock all the same.
  if (top === undefined)
    return at(json, 'lockfileVersion') === 1 ? { part: 'dependencies', entries: [], graph: new Map() } : undefined;
  const entries: Unplaced[] = [];
  const waiting: [readonly string[], JsonRecord][] = [[[], top]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [above, dependencies] = next;
    for (const [name, value] of Object.entries(dependencies)) {
      const own = [...above, name];
      entries.push({ ...packageOfVersion1(name, textAt(value, 'version')), node: nodeOf(own) });
      const inner = recordOf(at(value, 'dependencies'));
      if (inner !== undefined) waiting.push([own, inner]);
    }
  }
  return { part: 'dependencies', entries, graph: new Map() };
}

function nodeOf(names: readonly string[]): string {
  return names.map((name) => `node_modules/${name}`).join('/');
}
