/** Which files are locks, and how each is read. */
import { textOf } from '../reports/json.ts';
import { pnpmLock, yarnLock } from './line-locks.ts';
import type { LockFault, Lockfile } from './lockfile.ts';
import { npmLock } from './npm-lock.ts';
import { pipfileLock } from './pipfile-lock.ts';
import { requirementsLock } from './requirements.ts';
import { tomlLock } from './toml-locks.ts';

const readers: readonly (readonly [RegExp, (path: string, text: string) => Lockfile | LockFault])[] = [
  [/^(?:package-lock|npm-shrinkwrap)\.json$/, npmLock],
  [/^yarn\.lock$/, yarnLock],
  [/^pnpm-lock\.yaml$/, pnpmLock],
  [/^Pipfile\.lock$/, pipfileLock],
  [/^(?:poetry|uv|pdm)\.lock$|^pylock(?:\.[^.]+)?\.toml$/, tomlLock],
];

/** `requirements.txt`, `requirements-dev.txt`, `dev-requirements.txt`, `requirements/prod.txt`. */
const requirements = /(?:^|\/)(?:[^/]*requirements[^/]*|requirements\/[^/]+)\.txt$/i;

function readerOf(path: string): ((path: string, text: string) => Lockfile | LockFault) | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (
    readers.find(([pattern]) => pattern.test(name))?.[1] ?? (requirements.test(path) ? requirementsLock : undefined)
  );
}

export function isLock(path: string): boolean {
  return !path.split('/').includes('node_modules') && readerOf(path) !== undefined;
}

/** What a lock says; undefined when it is none by its name. Never throws. */
export function indexLock(path: string, bytes: Uint8Array): Lockfile | LockFault | undefined {
  return readerOf(path)?.(path, textOf(bytes));
}
