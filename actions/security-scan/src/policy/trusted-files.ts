/** Edge: files that can weaken the gate, from the commit that decides: the base of a change, else the commit of the run. */
import { constants } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { BaseFiles } from '@shipgate/kit/base-files';
import type { Git } from '@shipgate/kit/git';
import type { Host } from '@shipgate/kit/host';
import { plainPath } from '@shipgate/kit/path-pattern';
import { baseText } from '@shipgate/kit/policy-base';
import type { Site } from '@shipgate/kit/site';
import { isBelow } from '@shipgate/kit/site';
import type { TrustedFiles } from '../ports.ts';

/** Bytes of the largest file that is read: catalogues and baselines have some megabytes. */
const LARGEST = 64 * 1024 * 1024;

/** Of the base of a change. Reading throws BaseUnreadable. */
export function filesOfBase(base: BaseFiles): TrustedFiles {
  return {
    read: async (path) => {
      const plain = plainPath(path);
      return plain === undefined ? undefined : await baseText(base, plain);
    },
  };
}

/** When the base of a change cannot be had, no file decides anything. */
export const noFiles: TrustedFiles = { read: async () => undefined };

/**
 * Of the checkout: inside GitHub what its commit holds, since an earlier step may have written anything; on a terminal
 * what one is just writing. Reading throws GitError, or an Error of the file system.
 */
export function filesOfCheckout({ git, top }: Pick<Site, 'git' | 'top'>, host: Host): TrustedFiles {
  const head = git?.head() ?? null;
  const read = host.kind === 'github' && git !== null && head !== null ? committed(git, head) : workingFile(top);
  return {
    read: async (path) => {
      const plain = plainPath(path);
      return plain === undefined ? undefined : await read(plain);
    },
  };
}

function committed(git: Git, head: string): TrustedFiles['read'] {
  return async (path) => {
    const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
    const listed = await git.listFiles(head, folder);
    if (!listed.some((file) => file.path === path && file.mode !== '120000')) return undefined;
    return (await git.readFiles(head, [path])).get(path);
  };
}

function workingFile(top: string): TrustedFiles['read'] {
  return async (path) => {
    const real = await realpath(join(top, path)).catch(absent);
    if (real === undefined || !isBelow(await realpath(top), real)) return undefined;
    const handle = await open(real, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const found = await handle.stat();
      if (!found.isFile()) return undefined;
      if (found.size > LARGEST) throw new Error(`${path} is larger than 64 MiB`);
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  };
}

function absent(error: unknown): undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code !== 'ENOENT' && code !== 'ENOTDIR' && code !== 'ELOOP') throw error;
}
