import { mkdirSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { readTsc } from '../reports/tsc.ts';
import { Checkout } from '../run.fixture.ts';

let checkout: Checkout | undefined;
afterEach(() => checkout?.close());
const flags = ['--scanners', 'tsc'];
const strict = '{"compilerOptions":{"strict":true,"types":[],"skipLibCheck":true},"include":["src"]}';

function project(source: string, config = strict): Checkout {
  checkout = new Checkout({ '.gitignore': 'node_modules\n', 'tsconfig.json': config, 'src/a.ts': source });
  const installed = dirname(createRequire(import.meta.url).resolve('typescript/package.json'));
  mkdirSync(join(checkout.repository.folder, 'node_modules'));
  symlinkSync(installed, join(checkout.repository.folder, 'node_modules/typescript'));
  return checkout;
}

describe('tsc', () => {
  it('is clean over files without an error', async () => {
    const { exitCode, evidence } = await project('export const n: number = 1;\n').run({ flags, baseRef: null });
    expect([exitCode, evidence.scanners?.[0]?.outcome]).toEqual([0, 'clean']);
  });

  it('finds what does not fit, with its place', async () => {
    const { exitCode, evidence } = await project('export const n: number = "1";\n').run({ flags, baseRef: null });
    expect([exitCode, evidence.findings]).toMatchObject([
      1,
      [{ rule: 'TS2322', severity: 'high', location: { path: 'src/a.ts', line: 1, column: 14 } }],
    ]);
  });

  it('is an error where its configuration is broken or names no files', async () => {
    for (const config of ['{"compilerOptions":{"strict":', '{"include":["nowhere"]}']) {
      const { exitCode, codes } = await project('export {};\n', config).run({ flags, baseRef: null });
      checkout?.close();
      expect([exitCode, codes]).toEqual([2, ['scanner-error']]);
    }
  });

  it('does not run what a change brought where the job has rights', async () => {
    const env = { ACTIONS_ID_TOKEN_REQUEST_TOKEN: 't', ACTIONS_ID_TOKEN_REQUEST_URL: 'https://token.invalid' };
    const { exitCode, codes } = await project('export {};\n').run({ flags, env, baseRef: null });
    expect([exitCode, codes]).toEqual([2, ['scanner-not-run']]);
  });

  it('is not there before the packages of the project are', async () => {
    checkout = new Checkout({ 'tsconfig.json': strict, 'src/a.ts': 'export {};\n' });
    const { exitCode, codes } = await checkout.run({ flags, baseRef: null });
    expect([exitCode, codes]).toEqual([2, ['scanner-not-run']]);
  });
});

describe('a report of tsc', () => {
  const origin = { file: 'tsc.txt', root: '/app', has: () => true };
  const whole =
    "src/a.ts(2,3): error TS2322: Type 'string' is not assignable.\nFiles: 12\nLines: 9\nTotal time: 0.10s\n";

  it('is never an answer when it is cut', () => {
    for (let length = 0; length < whole.length - 2; length += 1)
      expect('trouble' in readTsc(Buffer.from(whole.slice(0, length)), origin)).toBe(true);
    expect(readTsc(Buffer.from(whole), origin)).toMatchObject({ findings: [{ rule: 'TS2322' }], seen: '12 files' });
  });

  it('never throws, whatever the bytes are', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => void readTsc(Buffer.from(bytes), origin)));
  });
});
