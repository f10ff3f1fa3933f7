import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppBuildError, buildApp } from './app-build.ts';

const command = 'node_modules/@backstage/cli-module-build/bin/backstage-cli-module-build';
/** Builds as Backstage's command does: empties dist and fills it. It also counts, and knows one source that is wrong. */
const builder = `
const { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
appendFileSync('../../builds', process.env.CI ?? 'no CI');
rmSync('dist', { recursive: true, force: true });
mkdirSync('dist');
if (readFileSync('src/index.tsx', 'utf8') === 'wrong') { console.error('Error: Failed to compile'); process.exit(1); }
writeFileSync('dist/index.html', '');
`;

describe('the build of the app', () => {
  let root = '';
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const builds = () => readFileSync(join(root, 'builds'), 'utf8');
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'shipgate-build-'));
    write('package-lock.json', '{}');
    write('schemas/package.json', '{"name":"contract"}');
    write('backstage-plugins/app-config.yaml', 'app: {}');
    write('backstage-plugins/app/package.json', '{"name":"app"}');
    write('backstage-plugins/app/src/index.tsx', '1');
    write(command, builder);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('is done once, and again when a source has changed', async () => {
    const told: string[] = [];
    const build = () => buildApp(root, () => told.push('starts'));
    expect(await build()).toBeGreaterThan(0);
    expect(await build()).toBeNull();
    expect(told).toEqual(['starts']);
    write('backstage-plugins/app/src/index.tsx', '2');
    expect(await build()).toBeGreaterThan(0);
    expect(builds()).toBe('no CI'.repeat(2));
  });

  it('is done by one of two that ask at once', async () => {
    const both = await Promise.all([buildApp(root, () => undefined), buildApp(root, () => undefined)]);
    expect(both.filter((took) => took === null)).toHaveLength(1);
    expect(builds()).toBe('no CI');
  });

  it('fails with what the build said, and is tried again the next time', async () => {
    write('backstage-plugins/app/src/index.tsx', 'wrong');
    for (let at = 0; at < 2; at += 1) {
      const failed = await buildApp(root, () => undefined).catch((error: unknown) => error);
      expect(failed).toBeInstanceOf(AppBuildError);
      expect(failed).toHaveProperty('message', expect.stringMatching(/exit code 1\):\nError: Failed to compile/));
    }
  });
});
