import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinFile, pinsText, readPins, staleAssets, writeAssets } from './assets.ts';
import { packageBuild } from './buildables.ts';
import { bundle } from './bundle.ts';
import { folderOfPackage, noticesText, packageFolders, readThirdParty } from './notices.ts';
import type { AssetSource, Buildable } from './package-build.ts';

const noticesFile = 'THIRD-PARTY-NOTICES';

interface Planned {
  readonly dist: string;
  /** Text files of dist: name -> content. */
  readonly texts: ReadonlyMap<string, string>;
  readonly assets: readonly AssetSource[];
}

async function plan(root: string, unit: Buildable): Promise<Planned> {
  const own = await packageBuild(root, unit.folder);
  const { files, inputs, legal } = await bundle(root, unit, own);
  const assets = (await own.assets?.()) ?? [];
  const named = assets.flatMap((asset) => (asset.package === undefined ? [] : [asset.package]));
  const folders = [...packageFolders(inputs), ...named.map((name) => folderOfPackage(root, unit.folder, name))];
  const parties = [...new Set(folders)].map((folder) => readThirdParty(root, folder));
  const texts = new Map([...files, [noticesFile, noticesText(parties, legal)]]);
  return { dist: join(root, unit.folder, 'dist'), texts, assets };
}

function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.replaceAll('\\', '/'))
    .sort();
}

function belongs({ texts, assets }: Planned): ReadonlySet<string> {
  const names = [...texts.keys(), ...assets.map(({ file }) => file)];
  return new Set(assets.length === 0 ? names : [...names, pinFile]);
}

/** Writes dist: bundles, notices, assets that changed and their pins; removes what belongs to nothing. Returns what it touched. */
export async function writeDist(root: string, unit: Buildable): Promise<readonly string[]> {
  const planned = await plan(root, unit);
  const { dist, texts, assets } = planned;
  mkdirSync(dist, { recursive: true });
  const before = readPins(dist);
  const pins = await writeAssets(dist, assets);
  const wanted = new Map(assets.length === 0 ? texts : [...texts, [pinFile, pinsText(pins)] as const]);
  const changed = [...wanted].filter(([name, text]) => readText(join(dist, name)) !== text);
  for (const [name, text] of changed) writeFileSync(join(dist, name), text);
  const strangers = filesBelow(dist).filter((name) => !belongs(planned).has(name));
  for (const name of strangers) rmSync(join(dist, name));
  const made = pins.filter((pin) => !before.includes(pin)).filter((pin) => !before.some((old) => same(old, pin)));
  return [...made.map(({ file }) => file), ...changed.map(([name]) => name), ...strangers].sort();
}

function same(
  a: { readonly sha256: string; readonly file: string },
  b: { readonly sha256: string; readonly file: string },
): boolean {
  return a.file === b.file && a.sha256 === b.sha256;
}

function readText(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** Every way in which dist is not what the sources make, as lines. Writes nothing. */
export async function staleDist(root: string, unit: Buildable): Promise<readonly string[]> {
  const planned = await plan(root, unit);
  const { dist, texts, assets } = planned;
  const stale = [...texts].flatMap(([name, text]) => {
    const found = readText(join(dist, name));
    if (found === text) return [];
    return [`${name}: ${found === null ? 'missing' : firstDifference(found, text)}`];
  });
  const strangers = filesBelow(dist).filter((name) => !belongs(planned).has(name));
  const lines = [
    ...stale,
    ...(await staleAssets(dist, assets)),
    ...strangers.map((name) => `${name}: belongs to nothing`),
  ];
  return lines.map((line) => `${unit.folder}/dist/${line}`);
}

function firstDifference(found: string, made: string): string {
  const [a, b] = [found.split('\n'), made.split('\n')];
  const at = a.findIndex((line, index) => line !== b[index]);
  return `stale, first different line is ${(at === -1 ? a.length : at) + 1}`;
}
