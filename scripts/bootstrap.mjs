// Every npm script comes through here: sets the workspace up when it has to be, then runs a TypeScript script on Node 24.
// Plain JavaScript without a dependency, for Node 20 and later:  node scripts/bootstrap.mjs scripts/check.ts [arguments]
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './bootstrap-lock.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const stamp = join(modules, '.shipgate-installed');
const ownNode = join(modules, '.bin', 'node');

/** What an install depends on. A change of any of it makes the installed packages stale. */
function wanted() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return createHash('sha256').update(lock).update(`${process.platform}-${process.arch}`).digest('hex');
}

function readJson(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/** Whether somebody's own `npm install` already put there what the lock file asks for (npm notes what it did). */
function installedByHand() {
  const installed = readJson(join(modules, '.package-lock.json'));
  if (installed === null || existsSync(stamp)) return false;
  const lock = readJson(join(root, 'package-lock.json'));
  return Object.entries(lock.packages).every(([path, { version, optional, link }]) => {
    if (path === '' || optional || link || !path.includes('node_modules')) return true;
    return installed.packages[path]?.version === version;
  });
}

function isInstalled() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted()) return true;
  if (!installedByHand()) return false;
  writeFileSync(stamp, wanted());
  return true;
}

/** The npm that runs us, else the one on the PATH. */
function npmCommand() {
  const script = process.env.npm_execpath;
  if (script?.endsWith('npm-cli.js')) return [process.execPath, [script], false];
  return ['npm', [], process.platform === 'win32'];
}

async function install() {
  process.stderr.write('setting up: npm ci (a minute or two, once) ...');
  const startedAt = Date.now();
  const [command, before, shell] = npmCommand();
  // Under `npm --silent` the inner npm would be silent too, also about why it fails.
  const env = { ...process.env, npm_config_loglevel: 'error' };
  const child = spawn(command, [...before, 'ci'], { cwd: root, shell, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(chunk));
  const { code, signal, error } = await ended(child);
  if (code !== 0) {
    process.stderr.write(` failed (${error?.message ?? signal ?? `exit code ${code}`})\n`);
    process.stderr.write(Buffer.concat(output));
    process.exit(1);
  }
  writeFileSync(stamp, wanted());
  process.stderr.write(` done in ${Math.round((Date.now() - startedAt) / 1000)} s\n`);
}

function ended(child) {
  return new Promise((settle) => {
    child.once('error', (error) => settle({ code: null, signal: null, error }));
    child.once('close', (code, signal) => settle({ code, signal, error: null }));
  });
}

/** A Node that runs TypeScript: ours from the lock file, else the one at hand when it is new enough. */
function chooseNode() {
  if (existsSync(ownNode)) return ownNode;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  process.stderr.write(
    `expected: Node 24 (Node 22.18 or later works too)\ngot: Node ${process.versions.node}, and no Node 24 from npm for ` +
      `${process.platform} ${process.arch}\ndo: install Node 24 and run the same command again\n`,
  );
  process.exit(1);
}

/** Runs the script in our place: its input, output, signals and exit are ours. */
async function run(script, args) {
  const path = `${join(modules, '.bin')}${delimiter}${process.env.PATH ?? ''}`;
  const flags = ['--disable-warning=ExperimentalWarning', resolve(root, script), ...args];
  const child = spawn(chooseNode(), flags, { stdio: 'inherit', env: { ...process.env, PATH: path } });
  for (const name of ['SIGTERM', 'SIGHUP', 'SIGINT']) {
    // On a terminal Ctrl-C reaches the whole process group by itself; a second one would mean "at once".
    process.on(name, () => (name === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(name)));
  }
  const { code, signal, error } = await ended(child);
  if (error !== null) {
    process.stderr.write(`could not start Node: ${error.message}\n`);
    process.exit(1);
  }
  if (signal === null) process.exit(code);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}

const [script, ...args] = process.argv.slice(2);
if (script === undefined) {
  process.stderr.write('expected: a script, as in `node scripts/bootstrap.mjs scripts/check.ts`\n');
  process.exit(2);
}
if (!isInstalled()) {
  await withLock(join(root, '.data', 'bootstrap'), async () => {
    if (!isInstalled()) await install();
  });
}
await run(script, args);
