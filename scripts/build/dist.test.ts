import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildables } from './buildables.ts';
import { staleDist, writeDist } from './dist.ts';
import type { Buildable } from './package-build.ts';

let folder = '';
let tree = '';
const gate: Buildable = { folder: 'actions/gate', main: 'index', command: false };
const cli: Buildable = { folder: 'cli', main: 'shipgate', command: true };

/** A workspace of our shape with a package of others; `version` is what the asset is made from. */
const files = (version: string): Readonly<Record<string, string>> => ({
  'actions/gate/src/main.ts':
    "import { left } from 'left';\nimport { name } from './name.ts';\nconsole.log(left(name), import.meta.url.startsWith('file:'), import.meta.filename.startsWith(import.meta.dirname));\n",
  'actions/gate/src/name.ts': "export const name: string = 'gate';\nexport const unused = 1;\n",
  'actions/gate/src/worker.ts': "console.log('worker');\n",
  'actions/gate/build.ts': `
    import { randomBytes } from 'node:crypto';
    export default {
      entryPoints: { engine: 'src/worker.ts' },
      assets: () => [
        { file: 'data/made.bin', from: 'made ${version}', reproducible: false, bytes: () => randomBytes(16) },
        { file: 'copy.bin', from: 'copy 1', reproducible: true, bytes: () => new Uint8Array([1, 2, 3]), package: 'blob' },
      ],
    };`,
  'cli/src/main.ts': "console.log('cli');\n",
  'node_modules/left/package.json': '{"name":"left","version":"1.2.3","license":"MIT","main":"index.js"}',
  'node_modules/left/index.js': '/*! left, by its author */\nexports.left = (text) => text;\n',
  'node_modules/left/LICENSE': 'MIT License  \r\nCopyright its author\r\n',
  'node_modules/blob/package.json': '{"name":"blob","version":"2.0.0","license":"PostgreSQL"}',
});

function write(root: string, content: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(content)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

const dist = (name: string): string => join(tree, 'actions/gate/dist', name);
const read = (name: string): string => readFileSync(dist(name), 'utf8');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shipgate-dist-'));
  tree = join(folder, 'one');
  write(tree, files('1'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('dist', () => {
  it('holds the bundles, the notices, the assets and their pins, and runs', async () => {
    await writeDist(tree, gate);
    const names = readdirSync(dist('.'), { recursive: true }).filter((name) => statSync(dist(String(name))).isFile());
    expect(names.sort()).toEqual(
      ['THIRD-PARTY-NOTICES', 'assets.json', 'copy.bin', 'data/made.bin', 'engine.cjs', 'index.cjs'].sort(),
    );
    const { stdout } = spawnSync(process.execPath, [dist('index.cjs')], { encoding: 'utf8' });
    expect(stdout).toBe('gate true true\n');
    expect(await staleDist(tree, gate)).toEqual([]);
  });

  it('is the same byte for byte when built again, and in another folder', async () => {
    const other = join(folder, 'somewhere/else/deeper');
    cpSync(tree, other, { recursive: true });
    await writeDist(tree, gate);
    await writeDist(other, gate);
    for (const name of ['index.cjs', 'engine.cjs', 'THIRD-PARTY-NOTICES']) {
      expect(readFileSync(join(other, 'actions/gate/dist', name), 'utf8')).toBe(read(name));
      expect(read(name)).not.toContain(folder);
    }
    const before = statSync(dist('index.cjs')).mtimeMs;
    expect(await writeDist(tree, gate)).toEqual([]);
    expect(statSync(dist('index.cjs')).mtimeMs).toBe(before);
  });

  it('tells name, version, licence and text of every package inside, of those that assets come from too', async () => {
    await writeDist(tree, gate);
    const notices = read('THIRD-PARTY-NOTICES');
    expect(notices).toContain('code of 2 packages by others');
    expect(notices).toContain('left 1.2.3\nLicence: MIT\n\nMIT License\nCopyright its author\n');
    expect(notices).toContain('blob 2.0.0\nLicence: PostgreSQL\n\nThe package ships no licence file');
    expect(notices).toContain('left, by its author');
    expect(notices.indexOf('blob 2.0.0')).toBeLessThan(notices.indexOf('left 1.2.3'));
  });

  it('is not made with a package that names no licence', async () => {
    write(tree, { 'node_modules/left/package.json': '{"name":"left","version":"1.2.3"}' });
    await expect(writeDist(tree, gate)).rejects.toThrow(
      'node_modules/left/package.json: expected name, version and license',
    );
  });

  it('of the command line starts with an interpreter line', async () => {
    await writeDist(tree, cli);
    expect(readFileSync(join(tree, 'cli/dist/shipgate.cjs'), 'utf8')).toMatch(
      /^#!\/usr\/bin\/env node\n\/\/ Made from cli\/src /,
    );
    expect(existsSync(join(tree, 'cli/dist/assets.json'))).toBe(false);
    expect(await staleDist(tree, cli)).toEqual([]);
  });
});

describe('the check of dist', () => {
  it.each([
    [
      'a changed source',
      'src/name.ts',
      "export const name = 'other';\n",
      /index\.cjs: stale, first different line is \d+$/,
    ],
    [
      'a bundle changed by hand',
      'dist/index.cjs',
      'console.log(1);\n',
      /index\.cjs: stale, first different line is 1$/,
    ],
    ['a spoilt asset', 'dist/data/made.bin', 'x', /data\/made\.bin: SHA-256 is [0-9a-f]{64}, pinned [0-9a-f]{64}$/],
    ['a file that belongs to nothing', 'dist/odd.txt', 'x', /odd\.txt: belongs to nothing$/],
    ['a hand-made pin', 'dist/assets.json', '[]', /copy\.bin: has no pin in assets\.json$/],
  ])('finds %s', async (_, path, text, message) => {
    await writeDist(tree, gate);
    write(tree, { [`actions/gate/${path}`]: text });
    const found = await staleDist(tree, gate);
    expect(found.some((line) => message.test(line))).toBe(true);
    await writeDist(tree, gate);
    expect(await staleDist(tree, gate)).toEqual([]);
  });

  it('finds a copy that is pinned but is not what its source gives', async () => {
    await writeDist(tree, gate);
    write(tree, { 'actions/gate/dist/copy.bin': 'evil' });
    const { createHash } = await import('node:crypto');
    const pins = JSON.parse(read('assets.json')) as { file: string; sha256: string }[];
    const evil = createHash('sha256').update('evil').digest('hex');
    write(tree, {
      'actions/gate/dist/assets.json': JSON.stringify(
        pins.map((pin) => (pin.file === 'copy.bin' ? { ...pin, sha256: evil } : pin)),
      ),
    });
    expect((await staleDist(tree, gate))[0]).toContain('copy.bin: copy 1 gives SHA-256');
  });

  it('finds everything at once in a dist that was never built, and writes nothing', async () => {
    expect(await staleDist(tree, gate)).toHaveLength(5);
    expect(existsSync(dist('.'))).toBe(false);
  });
});

describe('an asset', () => {
  it('stays as it is until what it is made from changes', async () => {
    await writeDist(tree, gate);
    const made = readFileSync(dist('data/made.bin'));
    write(tree, { 'actions/gate/src/name.ts': "export const name = 'other';\n" });
    expect(await writeDist(tree, gate)).toEqual(['index.cjs']);
    expect(readFileSync(dist('data/made.bin'))).toEqual(made);
  });

  it('is made anew for a new version', async () => {
    await writeDist(tree, gate);
    const made = readFileSync(dist('data/made.bin'));
    const next = join(folder, 'next');
    cpSync(tree, next, { recursive: true });
    write(next, files('2'));
    expect(await staleDist(next, gate)).toEqual([
      'actions/gate/dist/data/made.bin: is made from made 1, now it comes from made 2',
    ]);
    expect(await writeDist(next, gate)).toEqual(['assets.json', 'data/made.bin']);
    expect(readFileSync(join(next, 'actions/gate/dist/data/made.bin'))).not.toEqual(made);
  });
});

describe('the packages to build', () => {
  it('are those with an entry', () => {
    write(tree, { 'actions/kit/package.json': '{}' });
    expect(buildables(tree)).toEqual([gate, cli]);
  });
});
