import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let tree = '';
const file = (path: string): string => join(tree, path);

/** Stands in for npm: notes each call, takes a moment, and leaves what a real `npm ci` leaves. */
const npm = `
const fs = require('node:fs');
fs.appendFileSync('calls', process.argv.slice(2).join(' ') + '\\n');
console.log('npm says something at level ' + process.env.npm_config_loglevel);
fs.rmSync('node_modules', { recursive: true, force: true });
setTimeout(() => {
  if (fs.existsSync('broken')) { console.error('npm says why'); process.exit(7); }
  fs.mkdirSync('node_modules', { recursive: true });
}, 400);
`;

beforeEach(() => {
  tree = mkdtempSync(join(tmpdir(), 'shipgate-bootstrap-'));
  mkdirSync(file('scripts'));
  for (const name of ['bootstrap.mjs', 'bootstrap-lock.mjs']) {
    copyFileSync(new URL(name, import.meta.url), file(`scripts/${name}`));
  }
  writeFileSync(file('npm-cli.js'), npm);
  writeFileSync(file('package-lock.json'), JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0' } } }));
  writeFileSync(file('scripts/hello.ts'), "const who: string = process.argv[2] ?? 'you'; console.log(`hello ${who}`);");
});
afterEach(() => rmSync(tree, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

function start(args: readonly string[], node: readonly string[] = []) {
  const child = spawn(process.execPath, [...node, file('scripts/bootstrap.mjs'), ...args], {
    cwd: tree,
    env: { ...process.env, npm_execpath: file('npm-cli.js'), npm_config_loglevel: 'silent' },
  });
  const texts = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    texts.stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    texts.stderr += chunk;
  });
  const ended = new Promise<Ended>((settle) =>
    child.once('close', (code, signal) => settle({ code, signal, ...texts })),
  );
  return { child, ended };
}

const run = (...args: readonly string[]): Promise<Ended> => start(args).ended;
const calls = (): number =>
  existsSync(file('calls')) ? readFileSync(file('calls'), 'utf8').trim().split('\n').length : 0;

describe('bootstrap installs', () => {
  it('sets a fresh clone up once, with one line of progress, and then runs the script', async () => {
    const first = await run('scripts/hello.ts', 'world');
    expect(first.stdout).toBe('hello world\n');
    expect(first.stderr).toMatch(/^setting up: npm ci [^\n]* done in \d+ s\n$/);
    const second = await run('scripts/hello.ts');
    expect(second).toMatchObject({ code: 0, stdout: 'hello you\n', stderr: '' });
    expect(readFileSync(file('calls'), 'utf8')).toBe('ci\n');
  });

  it('installs again when the lock file is another one', async () => {
    await run('scripts/hello.ts');
    writeFileSync(file('package-lock.json'), JSON.stringify({ packages: {} }));
    await run('scripts/hello.ts');
    expect(calls()).toBe(2);
  });

  it('takes what npm install already put there, when it is what the lock file asks for', async () => {
    mkdirSync(file('node_modules'));
    copyFileSync(file('package-lock.json'), file('node_modules/.package-lock.json'));
    await run('scripts/hello.ts');
    expect(calls()).toBe(0);
  });

  it('does not take an installed package of another version', async () => {
    mkdirSync(file('node_modules'));
    const other = { packages: { 'node_modules/a': { version: '0.9.0' } } };
    writeFileSync(file('node_modules/.package-lock.json'), JSON.stringify(other));
    await run('scripts/hello.ts');
    expect(calls()).toBe(1);
  });

  it('shows what npm printed when it fails, and does not run the script', async () => {
    writeFileSync(file('broken'), '');
    const { code, stdout, stderr } = await run('scripts/hello.ts');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('failed (exit code 7)\n');
    expect(stderr).toContain('npm says something at level error\n');
    expect(stderr).toContain('npm says why\n');
    rmSync(file('broken'));
    expect(await run('scripts/hello.ts')).toMatchObject({ code: 0 });
  });

  it('installs once when three start at the same time', async () => {
    const all = await Promise.all([run('scripts/hello.ts'), run('scripts/hello.ts'), run('scripts/hello.ts')]);
    expect(all.map(({ stdout }) => stdout)).toEqual(['hello you\n', 'hello you\n', 'hello you\n']);
    expect(calls()).toBe(1);
  });

  it('takes the lock over from a process that died', async () => {
    const { child, ended } = start([]);
    await ended;
    mkdirSync(file('.data/bootstrap'), { recursive: true });
    writeFileSync(file('.data/bootstrap/4'), `${hostname()} ${child.pid}`);
    expect(await run('scripts/hello.ts')).toMatchObject({ code: 0, stdout: 'hello you\n' });
    expect(existsSync(file('.data/bootstrap/4'))).toBe(false);
  });
});

describe('bootstrap runs', () => {
  beforeEach(() => {
    mkdirSync(file('node_modules'));
    copyFileSync(file('package-lock.json'), file('node_modules/.package-lock.json'));
  });

  it('passes arguments, standard input and the exit code through', async () => {
    const script = 'process.stdin.pipe(process.stdout); process.exitCode = process.argv.length + 40;';
    writeFileSync(file('scripts/echo.ts'), script);
    const { child, ended } = start(['scripts/echo.ts', '--a', 'b c', '']);
    child.stdin.end('from outside');
    expect(await ended).toMatchObject({ code: 45, stdout: 'from outside' });
  });

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('passes %s on and dies of it like the script', async (name) => {
    writeFileSync(file('scripts/wait.ts'), "console.log('up'); setInterval(() => undefined, 1000);");
    const { child, ended } = start(['scripts/wait.ts']);
    child.stdout.once('data', () => child.kill(name));
    expect(await ended).toMatchObject({ code: null, signal: name, stdout: 'up\n' });
  });

  it('lets the script decide what a signal means', async () => {
    const script =
      "process.on('SIGTERM', () => process.exit(3)); console.log('up'); setInterval(() => undefined, 1000);";
    writeFileSync(file('scripts/mind.ts'), script);
    const { child, ended } = start(['scripts/mind.ts']);
    child.stdout.once('data', () => child.kill('SIGTERM'));
    expect(await ended).toMatchObject({ code: 3, signal: null });
  });

  it('prefers the Node of the lock file', async () => {
    mkdirSync(file('node_modules/.bin'));
    writeFileSync(file('node_modules/.bin/node'), '#!/bin/sh\necho "own node: $2"\n', { mode: 0o755 });
    const { stdout } = await run('scripts/hello.ts');
    expect(stdout).toBe(`own node: ${file('scripts/hello.ts')}\n`);
  });

  it('says what is needed when no Node here runs TypeScript', async () => {
    const old = "Object.defineProperty(process, 'versions', { value: { node: '20.11.0' } })";
    const { ended } = start(['scripts/hello.ts'], ['--import', `data:text/javascript,${encodeURIComponent(old)}`]);
    const { code, stderr } = await ended;
    expect(code).toBe(1);
    expect(stderr).toContain('got: Node 20.11.0');
    expect(stderr).toContain('do: install Node 24');
  });
});
