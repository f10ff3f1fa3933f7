import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../steps.ts';
import type { Contents } from './contents.ts';
import type { Manifest } from './manifest.ts';
import { readManifest } from './manifest.ts';
import { packPackages } from './pack.ts';
import { run, runTool } from './process.ts';
import { packageOfTarball, readContents, unpack } from './tarball.ts';

const tab = '@shipgate/backstage-plugin-deployments';
const folders: Readonly<Record<string, string>> = {
  '@shipgate/schemas': 'schemas',
  [tab]: 'backstage-plugins/deployments',
  [`${tab}-backend`]: 'backstage-plugins/deployments-backend',
  [`${tab}-common`]: 'backstage-plugins/deployments-common',
};

/** What each tarball holds. */
const packed = new Map<string, Contents>();
/** Somebody else's folder, in which the tarballs are unpacked. */
let foreign = '';
const installed = (name: string) => join(foreign, 'node_modules', name);

/** Gives a package what it asks for and nothing else, from where our own install put it. */
function linkDependencies(name: string, { dependencies = {} }: Manifest): void {
  for (const dependency of Object.keys(dependencies).filter((one) => folders[one] === undefined)) {
    const places = [
      join(root, folders[name] ?? '', 'node_modules', dependency),
      join(root, 'node_modules', dependency),
    ];
    const link = join(installed(name), 'node_modules', dependency);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(places.find(existsSync) ?? '', link);
  }
}

beforeAll(async () => {
  foreign = mkdtempSync(join(tmpdir(), 'shipgate-foreign-'));
  for (const tarball of await packPackages(root, join(foreign, 'tarballs'))) {
    const name = packageOfTarball(tarball);
    await unpack(tarball, installed(name));
    packed.set(name, readContents(installed(name)));
    linkDependencies(name, readManifest(installed(name)));
  }
  expect([...packed.keys()].sort()).toEqual(Object.keys(folders).sort());
}, 600_000);
afterAll(() => rmSync(foreign, { recursive: true, force: true }));

/** What a script prints that a Node without our flags and loaders runs in the foreign folder. */
function runThere(file: string, code: string): Promise<string> {
  writeFileSync(join(foreign, file), code);
  return run(process.execPath, [file], foreign);
}

describe('a foreign Node', () => {
  it.each(['@shipgate/schemas', `${tab}-common`, `${tab}-backend`])('can require %s', async (name) => {
    const printed = await runThere('load.cjs', `console.log(Object.keys(require('${name}')).length > 0)`);
    expect(printed).toBe('true\n');
  });

  it('finds the same in the schemas by require and by import', async () => {
    const names = "Object.keys(all).filter((name) => !['default', 'module.exports'].includes(name)).sort().join()";
    const required = await runThere('all.cjs', `const all = require('@shipgate/schemas'); console.log(${names})`);
    const imported = await runThere('all.mjs', `import * as all from '@shipgate/schemas'; console.log(${names})`);
    expect(imported).toBe(required);
    expect(required).toContain('readShipgateFile');
  });

  it('reads a configuration and reports its fault with the place', async () => {
    const code = `
      const { readShipgateFile, validateVerdict } = require('@shipgate/schemas');
      const { faults } = readShipgateFile('version: 2', { file: 'a.yml' });
      console.log(faults.length, faults[0].location.line, validateVerdict({}).ok);
      console.log(require('@shipgate/schemas/verdict.schema.json').title);`;
    expect(await runThere('use.cjs', code)).toBe('1 1 false\nVerdict\n');
  });
});

describe('a foreign TypeScript', () => {
  const consumer = `
    import { validateVerdict, type Verdict } from '@shipgate/schemas';
    const judged = validateVerdict({});
    export const gate: Verdict['gate'] | number = judged.ok ? judged.verdict.gate : judged.errors.length;
    // @ts-expect-error -- it has types, not any
    export const wrong: boolean = judged.verdict;
  `;
  const client = `
    import { DEPLOYMENTS_SIGNAL, type EntityDeployments } from '${tab}-common';
    import backend from '${tab}-backend';
    export const about = (one: EntityDeployments): string => one.entityRef + DEPLOYMENTS_SIGNAL + backend.$$type;
    // @ts-expect-error -- it has types, not any
    export const wrong = (one: EntityDeployments): number => one.entityRef;
  `;

  it.each([
    ['a.cts', 'nodenext', consumer],
    ['a.mts', 'nodenext', consumer],
    ['a.ts', 'preserve', consumer],
    ['b.ts', 'preserve', client],
  ])('reads the types in %s with module %s', async (file, module, code) => {
    writeFileSync(join(foreign, file), code);
    const options = ['--module', module, '--target', 'es2023', '--strict', '--noEmit', '--skipLibCheck', '--types', ''];
    expect(await runTool(root, 'typescript/bin/tsc', ['--ignoreConfig', ...options, file], foreign)).toBe('');
  });
});

describe('the tarballs', () => {
  it('ask for each other from this version on', () => {
    for (const name of Object.keys(folders)) {
      const { version, dependencies = {} } = readManifest(installed(name));
      const ours = Object.entries(dependencies).filter(([dependency]) => folders[dependency] !== undefined);
      expect(ours.map(([, range]) => range)).toEqual(ours.map(() => `^${version}`));
    }
  });

  it('say to Backstage what an app and a backend find in them', () => {
    const features = (name: string) => (readManifest(installed(name))['backstage'] as Manifest)['features'];
    expect(features(tab)).toEqual({ './alpha': '@backstage/FrontendPlugin' });
    expect(features(`${tab}-backend`)).toEqual({ '.': '@backstage/BackendFeature' });
  });

  it('hold every migration, the schema of the configuration and the description of the API', () => {
    const backend = [...(packed.get(`${tab}-backend`)?.keys() ?? [])];
    const migrations = readdirSync(join(root, 'backstage-plugins/deployments-backend/migrations'));
    expect(migrations.length).toBeGreaterThan(0);
    expect(backend).toEqual(expect.arrayContaining(migrations.map((name) => `migrations/${name}`)));
    expect(backend).toEqual(expect.arrayContaining(['config.schema.json', 'openapi.yaml']));
  });

  it('hold the style sheets of the tab', () => {
    const source = readdirSync(join(root, 'backstage-plugins/deployments/src'), { recursive: true, encoding: 'utf8' });
    const sheets = source.filter((name) => name.endsWith('.css')).map((name) => `dist/${name}.esm.js`);
    expect(sheets.length).toBeGreaterThan(0);
    expect([...(packed.get(tab)?.keys() ?? [])]).toEqual(expect.arrayContaining(sheets));
  });
});
