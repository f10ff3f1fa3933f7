import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package of others whose code is in a bundle. */
export interface ThirdParty {
  readonly name: string;
  readonly version: string;
  /** SPDX expression of its package.json. */
  readonly license: string;
  /** Licence and notice files, joined; empty when it ships none. */
  readonly text: string;
}

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
}

const legalFile = /^(?:licen[cs]e|copying|notice|third[-_]?party)/i;

/** The folders below `node_modules` that the files belong to, sorted: `node_modules/a/node_modules/@b/c`. */
export function packageFolders(inputs: readonly string[]): readonly string[] {
  const folders = inputs.flatMap((path) => {
    const found = path.match(/^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//);
    return found?.[1] === undefined ? [] : [found[1]];
  });
  return [...new Set(folders)].sort();
}

/** Reads what a package says of its licence. Throws when it says nothing: then nobody may ship it. */
export function readThirdParty(root: string, folder: string): ThirdParty {
  const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest;
  const { name, version, license } = manifest;
  if (name === undefined || version === undefined || typeof license !== 'string') {
    throw new Error(
      `${folder}/package.json: expected name, version and license as text, got ${JSON.stringify({ name, version, license })}`,
    );
  }
  const files = readdirSync(join(root, folder))
    .filter((file) => legalFile.test(file))
    .sort();
  const texts = files.map((file) => tidy(readFileSync(join(root, folder, file), 'utf8')));
  return { name, version, license, text: texts.join('\n\n') };
}

/** Where npm put a package that is named, or an error. */
export function folderOfPackage(root: string, from: string, name: string): string {
  const places = [`${from}/node_modules/${name}`, `node_modules/${name}`];
  const found = places.find((place) => existsSync(join(root, place, 'package.json')));
  if (found === undefined) throw new Error(`${from}/build.ts: package ${name} is not installed`);
  return found;
}

function tidy(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll(/[ \t]+$/gm, '')
    .trim();
}

/** The file that goes beside the bundles. Sorted by name and version, no dates, no paths. */
export function noticesText(parties: readonly ThirdParty[], legal: string): string {
  const rule = '-'.repeat(80);
  const unique = new Map(parties.map((party) => [`${party.name} ${party.version}`, party]));
  const sorted = [...unique].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, party]) => party);
  const sections = sorted.map(({ name, version, license, text }) => {
    const body = text === '' ? 'The package ships no licence file; its package.json names the licence above.' : text;
    return `${rule}\n${name} ${version}\nLicence: ${license}\n\n${body}\n`;
  });
  const comments = legal === '' ? [] : [`${rule}\nLicence comments in the bundled code\n\n${tidy(legal)}\n`];
  const count = `${sorted.length} ${sorted.length === 1 ? 'package' : 'packages'}`;
  const head = `The bundles in this folder contain code of ${count} by others, under these licences.\n`;
  return [head, ...sections, ...comments].join('\n');
}
