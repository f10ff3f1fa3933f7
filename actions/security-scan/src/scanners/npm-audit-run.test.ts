import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AdvisoryServer, startAdvisoryServer } from './advisory-server.fixture.ts';
import { npmAudit } from './npm-audit.ts';
import { withProgram } from './program.fixture.ts';
import { shop } from './shop.fixture.ts';
import { type Ground, type GroundSetup, groundOf } from './tree.fixture.ts';

const sample = (name: string) => readFileSync(new URL(`../lockfile/samples/${name}`, import.meta.url), 'utf8');
const project = { 'package.json': sample('shop.package.json'), 'package-lock.json': sample('shop.package-lock.json') };

let server: AdvisoryServer;
let ground: Ground | undefined;
beforeEach(async () => {
  server = await startAdvisoryServer(shop);
});
afterEach(async () => {
  ground?.remove();
  await server.close();
});

function prepare(more: Partial<GroundSetup> = {}): Ground {
  ground?.remove();
  ground = groundOf({ files: project, ...more, env: { NPM_CONFIG_REGISTRY: server.url, ...more.env } });
  return ground;
}

const count = (scanned: object) => ('findings' in scanned ? (scanned.findings as readonly unknown[]).length : scanned);

describe('a run of npm audit', () => {
  it('is an error when it is killed in its work', async () => {
    server.mode = 'hang';
    const npm = execFileSync('sh', ['-c', 'command -v npm'], { encoding: 'utf8' }).trim();
    const PATH = process.env['PATH'] ?? '';
    const script = `PATH='${PATH}'; ${npm} "$@" & sleep 2; kill -9 $!; kill -9 $$`;
    const { tree, context } = withProgram(prepare(), 'npm', script);
    expect(await npmAudit.scan(tree, context)).toMatchObject({
      trouble: { got: 'it was ended by SIGKILL', place: { file: 'package-lock.json' } },
    });
    expect(server.asked).toHaveLength(1);
  });

  it('is an error when it is stopped in its work', async () => {
    server.mode = 'hang';
    const { tree, context } = prepare({ signal: AbortSignal.timeout(2_000) });
    expect(await npmAudit.scan(tree, context)).toMatchObject({ trouble: { got: 'the run was stopped' } });
  });

  it('is an error behind a proxy that is dead', async () => {
    const dead = 'http://127.0.0.1:9/';
    const env = { NPM_CONFIG_REGISTRY: 'http://registry.invalid/', HTTP_PROXY: dead, http_proxy: dead };
    const { tree, context } = prepare({ env: { ...env, NO_PROXY: undefined, no_proxy: undefined } });
    expect(await npmAudit.scan(tree, context)).toMatchObject({
      trouble: { got: expect.stringContaining('ECONNREFUSED'), place: { file: 'package-lock.json' } },
    });
  });

  it('believes the settings that the workflow wrote beside the checkout, and none in it, by whatever way', async () => {
    const silent = await startAdvisoryServer({ advisories: {} });
    try {
      const files = { ...project, 'ci/.npmrc': `registry=${silent.url}\n` };
      const counts: unknown[] = [];
      for (const place of ['checkout/ci', 'way', 'beside']) {
        const { tree, context } = prepare({ files });
        const top = dirname(tree.root);
        symlinkSync(join(tree.root, 'ci'), join(top, 'way'));
        mkdirSync(join(top, 'beside'));
        writeFileSync(join(top, 'beside/.npmrc'), files['ci/.npmrc']);
        writeFileSync(join(top, '.npmrc'), `registry=${server.url}\n`);
        const told = { NPM_CONFIG_REGISTRY: undefined, npm_config_registry: undefined, HOME: top };
        const env = { ...context.env, ...told, NPM_CONFIG_USERCONFIG: join(top, place, '.npmrc') };
        counts.push(count(await npmAudit.scan(tree, { ...context, env })));
      }
      expect(counts).toEqual([5, 5, 0]);
    } finally {
      await silent.close();
    }
  });
});
