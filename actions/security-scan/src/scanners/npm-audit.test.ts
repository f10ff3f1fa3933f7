import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AdvisoryServer, type ServerMode, startAdvisoryServer } from './advisory-server.fixture.ts';
import { npmAudit } from './npm-audit.ts';
import { shop } from './shop.fixture.ts';
import { type Ground, type GroundSetup, groundOf } from './tree.fixture.ts';

const sample = (name: string) => readFileSync(new URL(`../lockfile/samples/${name}`, import.meta.url), 'utf8');
const project = { 'package.json': sample('shop.package.json'), 'package-lock.json': sample('shop.package-lock.json') };

const oldQueue = {
  ...{ id: 1, url: 'https://github.com/advisories/GHSA-9r8w-3hjc-p6gf', title: 'old', severity: 'high' as const },
};

let server: AdvisoryServer;
let ground: Ground | undefined;
beforeEach(async () => {
  server = await startAdvisoryServer(shop);
});
afterEach(async () => {
  ground?.remove();
  ground = undefined;
  await server.close();
});

/** The registry is told as a runner's workflow tells it. */
function prepare(files: GroundSetup['files'], more: Partial<GroundSetup> = {}): Ground {
  ground?.remove();
  ground = groundOf({ files, ...more, env: { NPM_CONFIG_REGISTRY: server.url, ...more.env } });
  return ground;
}

async function scan(files: GroundSetup['files'], more: Partial<GroundSetup> = {}) {
  const { tree, context } = prepare(files, more);
  return npmAudit.scan(tree, context);
}

const rulesOf = (scanned: object) => {
  const content = 'found' in scanned ? (scanned as { found: object }).found : scanned;
  return ((content as { findings?: readonly { rule: string }[] }).findings ?? []).map(({ rule }) => rule);
};

describe('npm-audit with a registry that answers', () => {
  it('tells each advisory once, at the line of the package in the lock', async () => {
    const scanned = await scan(project);
    expect(rulesOf(scanned)).toEqual([
      'GHSA-2f4h-9q7m-c3vx',
      'GHSA-4vfx-82qm-jr6c',
      'GHSA-9r8w-3hjc-p6gf',
      'GHSA-3c5v-9g8w-x2hm',
      'GHSA-7q2p-mm4x-c3vj',
    ]);
    expect(scanned).toMatchObject({ seen: '8 packages', secrets: [] });
    const lines = project['package-lock.json'].split('\n');
    const [first] = 'findings' in scanned ? scanned.findings : [];
    expect(lines[(first?.location?.line ?? 0) - 1]).toBe('    "node_modules/fast-order-xml": {');
    expect(first).toMatchObject({ severity: 'high', fix: 'npm update fast-order-xml', location: { column: 5 } });
  });

  it('is clean when the registry knows nothing against what is installed', async () => {
    const quiet = await startAdvisoryServer({
      advisories: { 'old-queue': [{ ...oldQueue, vulnerable_versions: '<1' }] },
    });
    try {
      const scanned = await scan(project, { env: { NPM_CONFIG_REGISTRY: quiet.url } });
      expect(scanned).toEqual({ findings: [], secrets: [], version: null, seen: '8 packages' });
      expect(quiet.asked).toMatchObject([{ 'old-queue': ['1.8.0', '1.9.3'], 'table-press': ['2.3.0'] }]);
    } finally {
      await quiet.close();
    }
  });

  it('audits every lock of the tree, and names the folder in what mends it', async () => {
    const files = {
      ...project,
      'frontend/package.json': project['package.json'],
      'frontend/package-lock.json': project['package-lock.json'],
    };
    const scanned = await scan(files);
    expect(scanned).toMatchObject({ seen: '16 packages in 2 lock files' });
    const fixes = 'findings' in scanned ? scanned.findings.map(({ fix }) => fix) : [];
    expect(fixes).toContain('cd frontend && npm update fast-order-xml');
    expect(fixes).toContain('npm install order-mail@4.0.0');
  });

  it('counts packages of development, whatever .npmrc and the environment say', async () => {
    const npmrc = 'omit=dev\naudit=false\noffline=true\naudit-level=none\nworkspace=nothing\n';
    const env = { NODE_ENV: 'production', npm_config_omit: 'dev', NPM_CONFIG_OFFLINE: 'true' };
    const scanned = await scan({ ...project, '.npmrc': npmrc }, { trusted: { '.npmrc': npmrc }, env });
    expect(rulesOf(scanned)).toContain('GHSA-7q2p-mm4x-c3vj');
  });

  it('asks the registry of a trusted .npmrc, never that of the proposal', async () => {
    const silent = await startAdvisoryServer({ advisories: {} });
    try {
      const env = { NPM_CONFIG_REGISTRY: undefined };
      const trusted = { '.npmrc': `registry=${server.url}\n` };
      const scanned = await scan({ ...project, '.npmrc': `registry=${silent.url}\n` }, { trusted, env });
      expect(rulesOf(scanned)).toHaveLength(5);
      expect(silent.asked).toHaveLength(0);
    } finally {
      await silent.close();
    }
  });

  it('finds what a workspace asks for', async () => {
    const lock = JSON.parse(project['package-lock.json']) as { packages: Record<string, object> };
    lock.packages['node_modules/@acme/mail'] = { resolved: 'packages/mail', link: true };
    lock.packages['packages/mail'] = { name: '@acme/mail', version: '1.0.0', dependencies: { 'old-queue': '1.8.0' } };
    const manifest = { ...(JSON.parse(project['package.json']) as object), workspaces: ['packages/*', '../../../..'] };
    const scanned = await scan({
      'package.json': JSON.stringify(manifest),
      'package-lock.json': JSON.stringify(lock),
      'packages/mail/package.json': JSON.stringify({
        name: '@acme/mail',
        version: '1.0.0',
        dependencies: { 'old-queue': '1.8.0' },
      }),
    });
    expect(rulesOf(scanned)).toHaveLength(5);
  });

  it('runs nothing of the proposal', async () => {
    const scripts = { preaudit: 'touch owned', audit: 'touch owned', postaudit: 'touch owned', install: 'touch owned' };
    const manifest = {
      ...(JSON.parse(project['package.json']) as object),
      scripts,
      devEngines: { runtime: { name: 'x' } },
    };
    const scanned = await scan({
      ...project,
      'package.json': JSON.stringify(manifest),
      'bin/npm': '#!/bin/sh\necho "{}"\n',
    });
    expect(rulesOf(scanned)).toHaveLength(5);
    const folders = [ground?.tree.root ?? '', join(ground?.context.scratch ?? '', 'npm-0')];
    expect(folders.filter((folder) => existsSync(join(folder, 'owned')))).toEqual([]);
  });
});

describe('npm-audit without an answer', () => {
  it.each([
    ['refuse', /^405 Method Not Allowed from http:\/\/127\.0\.0\.1:\d+\/-\/npm\/v1\/security\/advisories\/bulk$/],
    ['fail', /^500 Internal Server Error from /],
    ['unauthorized', /^401 Unauthorized from /],
    ['html', /^invalid json response body at /],
    ['broken', /^invalid json response body at /],
  ] as const)('is an error when the registry does this: %s', async (mode: ServerMode, got) => {
    server.mode = mode;
    const scanned = await scan(project);
    expect(scanned).toMatchObject({
      trouble: {
        expected: 'a report of `npm audit --json`',
        got: expect.stringMatching(got),
        place: { file: 'package-lock.json' },
      },
    });
    expect(rulesOf(scanned)).toEqual([]);
  });

  it('is an error when the registry says nothing in time', async () => {
    server.mode = 'hang';
    expect(await scan(project, { timeoutMs: 3_000 })).toMatchObject({
      trouble: { got: 'no answer within 3 s', place: { file: 'package-lock.json' } },
    });
  });

  it('is an error when there is no network', async () => {
    const scanned = await scan(project, { env: { NPM_CONFIG_REGISTRY: 'http://127.0.0.1:9/' } });
    expect(scanned).toMatchObject({ trouble: { got: expect.stringContaining('ECONNREFUSED') } });
  });

  it('is an error when the run is stopped', async () => {
    expect(await scan(project, { signal: AbortSignal.abort() })).toMatchObject({
      trouble: { got: 'the run was stopped' },
    });
  });

  it('keeps what other locks told when one is broken, and is an error all the same', async () => {
    const scanned = await scan({ ...project, 'docs/package-lock.json': '{"lockfileVersion": 3,\n "packages": {' });
    expect(scanned).toMatchObject({
      trouble: {
        got: 'broken JSON: the end of the text in the middle of it',
        place: { file: 'docs/package-lock.json', line: 2, column: 15 },
      },
    });
    expect(rulesOf(scanned)).toHaveLength(5);
  });

  it('is an error when a package of the lock has no version: npm would not ask about it', async () => {
    const lock = project['package-lock.json'].replace(
      '"version": "2.3.1"',
      '"resolved": "https://registry.example/x.tgz"',
    );
    expect(await scan({ ...project, 'package-lock.json': lock })).toMatchObject({
      trouble: {
        expected: 'a version for every package',
        got: 'fast-order-xml without one',
        place: { line: 25, column: 5 },
      },
    });
  });

  it('is an error when a part of the tree has a lock of another package manager', async () => {
    const scanned = await scan({ ...project, 'site/package.json': '{}', 'site/yarn.lock': '' });
    expect(scanned).toMatchObject({ trouble: { got: 'yarn.lock', place: { file: 'site/yarn.lock' } } });
    expect(rulesOf(scanned)).toHaveLength(5);
  });
});

describe('npm-audit with another npm', () => {
  /** A program in front of the PATH. */
  function withNpm(script: string, files: GroundSetup['files'] = project): Ground {
    const made = prepare(files);
    const bin = join(made.context.scratch, 'bin');
    mkdirSync(bin);
    writeFileSync(join(bin, 'npm'), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, 'npm'), 0o755);
    const env = { ...made.context.env, PATH: `${bin}:${process.env['PATH'] ?? ''}` };
    ground = { ...made, context: { ...made.context, env } };
    return ground;
  }

  it.each([
    ['echo 6.14.18', 'version 6.14.18'],
    ['echo nothing', 'no version (exit code 0)'],
    ['echo broken >&2; exit 1', 'no version (exit code 1: broken)'],
  ])('cannot scan when it answers its version so: %s', async (script, got) => {
    const { tree, context } = withNpm(script);
    expect(await npmAudit.detect(tree, context)).toMatchObject({
      kind: 'unable',
      trouble: { expected: 'npm 8 or later', got },
    });
  });

  it('cannot scan when it is not there', async () => {
    const { tree, context } = prepare(project, { env: { PATH: '/nowhere' } });
    expect(await npmAudit.detect(tree, context)).toMatchObject({
      kind: 'unable',
      trouble: { got: 'no such program on the PATH' },
    });
  });

  const clean = JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: {},
    metadata: { vulnerabilities: { total: 0 }, dependencies: { total: 8 } },
  });
  it.each([
    [`echo '${clean}'; echo 'npm error code 7' >&2; exit 1`, 'exit code 1: npm error code 7'],
    [`echo '${clean.replace(':8', ':2')}'`, '2 packages looked at'],
    ['echo "npm error code EUSAGE" >&2; exit 1', 'exit code 1: npm error code EUSAGE'],
    ['exit 0', 'exit code 0'],
    ['kill -9 $$', 'it was ended by SIGKILL'],
    [`echo '${clean.slice(0, 40)}'`, 'broken JSON: a control character in the middle of a string'],
    ['echo null', 'JSON of another shape'],
  ])('is an error when it ends so: %s', async (script, got) => {
    const { tree, context } = withNpm(script);
    expect(await npmAudit.scan(tree, context)).toMatchObject({
      trouble: { got, place: { file: 'package-lock.json' } },
    });
  });
});

describe('npm-audit looks for something to do', () => {
  const detect = async (files: GroundSetup['files']) => {
    const { tree, context } = prepare(files);
    return npmAudit.detect(tree, context);
  };

  it('is ready with a lock, and says how many', async () => {
    expect(await detect(project)).toMatchObject({
      kind: 'ready',
      what: '1 lock file',
      version: expect.stringMatching(/^\d+\./),
    });
  });

  it.each([
    [{ 'a.py': '' }],
    [{ 'package.json': '{"name": "x", "scripts": {}}' }],
    [{ 'node_modules/a/package-lock.json': '{}' }],
  ])('has nothing to do in %j', async (files) => {
    expect(await detect(files)).toMatchObject({ kind: 'nothing' });
  });

  it.each([
    [{ 'package.json': '{"dependencies": {"a": "1"}}' }, 'none'],
    [{ 'package.json': '{"dependencies"' }, 'none'],
    [{ 'package.json': '{}', 'yarn.lock': '' }, 'yarn.lock'],
    [{ 'package.json': '{}', 'pnpm-lock.yaml': '' }, 'pnpm-lock.yaml'],
  ])('cannot audit %j', async (files, got) => {
    expect(await detect(files)).toMatchObject({ kind: 'unable', trouble: { got } });
  });
});
