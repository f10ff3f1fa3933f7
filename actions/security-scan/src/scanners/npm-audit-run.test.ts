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

describe('an audit of a lock that is not the tree that npm installs', () => {
  const manifest = JSON.parse(project['package.json']) as { dependencies: object };
  const lock = JSON.parse(project['package-lock.json']) as { packages: Record<string, object> };
  const scan = async (asked: object, packages: object = {}, more: GroundSetup['files'] = {}) => {
    const files = {
      'package.json': JSON.stringify({ ...manifest, dependencies: { ...manifest.dependencies, ...asked } }, null, 2),
      'package-lock.json': JSON.stringify({ ...lock, packages: { ...lock.packages, ...packages } }, null, 2),
    };
    const { tree, context } = prepare({ files: { ...files, ...more } });
    return npmAudit.scan(tree, context);
  };

  it('is an error with all that was found, however much that is', async () => {
    const scanned = await scan({ 'left-pad': '^1.3.0' });
    expect(scanned).toMatchObject({
      trouble: {
        expected: 'left-pad ^1.3.0 in package-lock.json, as package.json asks',
        got: 'no left-pad in package-lock.json',
        place: { file: 'package.json', line: 9, column: 5 },
      },
      found: { seen: '8 packages' },
    });
    expect(count('found' in scanned ? (scanned.found ?? {}) : {})).toBe(5);
  });

  it('counts the others of its kind', async () => {
    const scanned = await scan({ 'left-pad': '^1.3.0', 'old-queue': '^2.0.0' });
    expect(scanned).toMatchObject({ trouble: { got: 'old-queue 1.8.0 in package-lock.json (and 1 more like it)' } });
  });

  it('tells each kind of trouble, also when there are several', async () => {
    const more = { 'site/yarn.lock': '', 'yarn.lock': '', 'tools/package.json': '{"dependencies": {"left-pad": "1"}}' };
    const scanned = await scan({ 'left-pad': '^1.3.0', 'right-pad': '1' }, {}, more);
    expect(scanned).toMatchObject({
      trouble: {
        got: [
          'no left-pad in package-lock.json (and 1 more like it)',
          'yarn.lock (site/yarn.lock)',
          'yarn.lock beside package-lock.json, and package-lock.json alone was read',
          '1 more',
        ].join('; also '),
      },
    });
  });

  it('leaves peers out where npm does', async () => {
    const peers = { 'node_modules/old-queue': { version: '1.8.0', peerDependencies: { react: '^18' } } };
    expect(await scan({}, peers)).toMatchObject({ trouble: { got: 'no react in package-lock.json' } });
    expect(count(await scan({}, peers, { '.npmrc': 'legacy-peer-deps = true\n' }))).toBe(5);
  });

  it('says what is optional and not in the lock beside what it saw', async () => {
    const optional = {
      'node_modules/old-queue': { version: '1.8.0', optionalDependencies: { fsevents: '2', bcrypt: '6' } },
    };
    const scanned = await scan({}, optional);
    expect(scanned).toMatchObject({ seen: '8 packages; optional and not in the lock: bcrypt and 1 more' });
  });

  it('asks the package.json of a folder that the lock links to, also of one outside of its own', async () => {
    const links = {
      'node_modules/mail': { resolved: '../mail', link: true },
      '../mail': { name: 'mail', version: '1.0.0' },
    };
    const files = {
      'site/package.json': JSON.stringify({ dependencies: { mail: 'file:../mail' } }),
      'site/package-lock.json': JSON.stringify({ lockfileVersion: 3, packages: { '': {}, ...links } }),
      'mail/package.json': JSON.stringify({ name: 'mail', dependencies: { 'old-queue': '1.8.0' } }),
    };
    const { tree, context } = prepare({ files });
    expect(await npmAudit.scan(tree, context)).toMatchObject({
      trouble: { got: 'no old-queue in package-lock.json', place: { file: 'mail/package.json' } },
    });
  });
});
