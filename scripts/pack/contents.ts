import { isBuiltin } from 'node:module';
import type { SyntaxNode } from '../house/syntax.ts';
import { importsOf, parse, walk } from '../house/syntax.ts';
import type { Manifest } from './manifest.ts';

/** The text files of a package: path from its top, with `/` -> content. */
export type Contents = ReadonlyMap<string, string>;

/** Every way in which a packed package would fail at whoever installs it. `home` are folders that must not show. */
export function faultsOf(manifest: Manifest, contents: Contents, home: readonly string[] = []): readonly string[] {
  return [
    ...missingTargets(manifest, contents),
    ...strangers(contents),
    ...placesOfThisMachine(contents, home),
    ...undeclaredImports(manifest, contents),
  ].map((fault) => `${manifest.name}: ${fault}`);
}

/** What package.json names and the tarball does not hold. */
function missingTargets(manifest: Manifest, contents: Contents): readonly string[] {
  const entries = ['main', 'module', 'types', 'configSchema'].map((key) => [key, manifest[key]] as const);
  const targets = [...entries, ...conditions('exports', manifest['exports'])].flatMap(([key, target]) =>
    typeof target === 'string' ? [[key, target.replace(/^\.\//, '')] as const] : [],
  );
  const folders = (manifest['files'] as readonly string[] | undefined) ?? [];
  return [
    ...(targets.some(([key]) => key === 'main') ? [] : ['package.json names no main']),
    ...(targets.some(([key]) => key === 'types') ? [] : ['package.json names no types']),
    ...targets
      .filter(([, target]) => !contents.has(target))
      .map(([key, target]) => `${key} is ${target}, which is not packed`),
    ...folders
      .filter((name) => !name.includes('*') && ![...contents.keys()].some((path) => `${path}/`.startsWith(`${name}/`)))
      .map((name) => `files names ${name}, of which nothing is packed`),
  ];
}

/** The targets below `exports`, each with its way: `exports ./alpha import`. */
function conditions(way: string, value: unknown): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return [[way, value]];
  // Not a file: says to Backstage what the entry's default export is.
  return Object.entries(value).flatMap(([key, below]) =>
    key === 'backstage' ? [] : conditions(`${way} ${key}`, below),
  );
}

function strangers(contents: Contents): readonly string[] {
  return [...contents.keys()]
    .filter((path) => /^src\/|\.test\.|^node_modules\//.test(path) || /\.tsx?$/.test(path.replace(/\.d\.ts$/, '')))
    .map((path) => `${path} is a source, not what is made from it`);
}

function placesOfThisMachine(contents: Contents, home: readonly string[]): readonly string[] {
  return [...contents].flatMap(([path, text]) =>
    home.filter((folder) => text.includes(folder)).map((folder) => `${path} names ${folder}`),
  );
}

/** Packages that the code or its types load and package.json does not ask for: found here by chance, at others not at all. */
function undeclaredImports(manifest: Manifest, contents: Contents): readonly string[] {
  const asked = new Set([
    manifest.name,
    ...Object.keys(manifest.dependencies ?? {}),
    ...Object.keys((manifest['peerDependencies'] as Readonly<Record<string, string>> | undefined) ?? {}),
  ]);
  const found = [...contents]
    .flatMap(([path, text]) => loadedBy(path, text).map((specifier) => [path, packageName(specifier)] as const))
    .filter(([, name]) => !name.startsWith('.') && !isBuiltin(name) && !asked.has(name))
    .map(([path, name]) => `${path} imports ${name}, which is not among the dependencies`);
  return [...new Set(found)];
}

/** Everything that a file of code or of types imports or requires by a fixed text. */
function loadedBy(path: string, text: string): readonly string[] {
  if (/\.d\.m?ts$/.test(path))
    return [...text.matchAll(/\b(?:from|import)\s*\(?\s*(['"])(.+?)\1/g)].map(([, , name = '']) => name);
  if (!/\.[cm]?js$/.test(path)) return [];
  const tree = parse({ path, text });
  const required: string[] = [];
  walk(tree, (node) => {
    const [argument] = node.type === 'CallExpression' ? (node['arguments'] as readonly SyntaxNode[]) : [];
    const callee = node['callee'] as SyntaxNode | undefined;
    if (callee?.['name'] === 'require' && typeof argument?.['value'] === 'string') required.push(argument['value']);
    return undefined;
  });
  return [...importsOf({ path, text }, tree).map(({ specifier }) => specifier), ...required];
}

function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
