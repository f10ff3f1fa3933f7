import { accessSync, appendFileSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Tools that some tests use when they are there; `.ci/real` installs every one of them, pinned. */
export type RealTool =
  | 'act'
  | 'backstage-apps'
  | 'bandit'
  | 'buf'
  | 'chromium'
  | 'etcd'
  | 'git'
  | 'gitleaks'
  | 'haproxy'
  | 'kube-apiserver'
  | 'kube-controller-manager'
  | 'kubernetes-crds'
  | 'oasdiff'
  | 'openapi-diff'
  | 'openssl'
  | 'pip-audit'
  | 'postgres'
  | 'prometheus'
  | 'psql'
  | 'rollouts-controller'
  | 'sarif-multitool'
  | 'semgrep';

/** Take minutes even when they are there, so only `.ci/real` uses them. `backstage-apps` is a folder, not a command. */
const onlyThere: readonly string[] = ['backstage-apps'] satisfies readonly RealTool[];

/** Folder, named by the runner of all tests, into which each absent tool is noted by the tests that wanted it. */
export const absenceFolder = 'SHIPGATE_ABSENT_TOOLS';

/** `.ci/real` links what it built here: outside the tree, so that a fresh clone finds it again. */
export function toolFolder(env: NodeJS.ProcessEnv = process.env): string {
  const cache = env['XDG_CACHE_HOME'];
  return join(cache === undefined || cache === '' ? join(homedir(), '.cache') : cache, 'shipgate', 'bin');
}

/**
 * The path of a tool, or null when this machine has none. With SHIPGATE_REAL=1 an absent tool is an error.
 * Use: `const act = realTool('act'); describe.skipIf(act === null)('under a real runner', …)`.
 */
export function realTool(name: RealTool, env: NodeJS.ProcessEnv = process.env): string | null {
  const onPath = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const folders = [toolFolder(env), ...onPath, ...besideThePath(name)];
  const found = folders.map((folder) => join(folder, name)).find(isExecutable);
  if (found !== undefined && (env['SHIPGATE_REAL'] === '1' || !onlyThere.includes(name))) return found;
  if (env['SHIPGATE_REAL'] === '1') throw new Error(absent(name, toolFolder(env)));
  const notes = env[absenceFolder];
  if (notes !== undefined) appendFileSync(join(notes, name), '');
  return null;
}

/** The tools that tests asked for and did not get, in the order of their names. */
export function absentTools(folder: string): readonly string[] {
  return readdirSync(folder).sort();
}

/** What the last lines of `npm test` say about a tool that is absent. */
export function absenceLine(name: string): string {
  if (onlyThere.includes(name)) return `skip  ${name}: takes minutes (.ci/real installs it and uses it)`;
  return `skip  ${name}: not found (npm test uses it when present; .ci/real installs it)`;
}

const DEBIAN_POSTGRES = '/usr/lib/postgresql';

/** Debian keeps servers out of the PATH of people; PostgreSQL's in one folder for each version, the newest comes first. */
function besideThePath(name: RealTool): readonly string[] {
  if (name === 'haproxy') return ['/usr/sbin'];
  if (name !== 'postgres' || !existsSync(DEBIAN_POSTGRES)) return [];
  const versions = readdirSync(DEBIAN_POSTGRES).sort((one, two) => Number(two) - Number(one));
  return versions.map((version) => join(DEBIAN_POSTGRES, version, 'bin'));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function absent(name: string, folder: string): string {
  return `expected: ${name}, in ${folder} or on the PATH, because SHIPGATE_REAL=1\ngot: none\ndo: run .ci/real, which installs it`;
}
