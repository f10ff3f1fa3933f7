/** Edge: a file of the workspace that a policy or an input names. No link is followed, and nothing endless is read. */
import { constants, readFileSync } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { isBelow } from '@shipgate/kit/site';
import { encodingOf, textOf } from '../reports/json.ts';

/** Bytes of the largest: more is no text that this platform can hold. */
const LARGEST = 400 * 1024 * 1024;

export interface Refused {
  readonly expected: string;
  readonly got: string;
}

/** The text of `path` from `top`, which is absolute and without links. */
export async function readWorkspaceFile(top: string, path: string): Promise<string | Refused> {
  const expected = 'a saved report';
  try {
    const real = await realpath(join(top, path));
    if (!isBelow(top, real) || real !== join(top, path))
      return { expected: 'a file of the workspace itself', got: 'a link' };
    const handle = await open(real, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const found = await handle.stat();
      if (!found.isFile()) return { expected, got: 'no regular file' };
      if (found.size > LARGEST) return { expected: 'a report of at most 400 MB', got: `${found.size} bytes` };
      const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0);
      // Without its bytes beside it, which for UTF-8 nobody needs: a report may have hundreds of megabytes.
      return encodingOf(buffer) === 'utf-8' ? readFileSync(handle.fd, 'utf8') : textOf(await handle.readFile());
    } finally {
      await handle.close();
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    if (code === undefined) throw error;
    return { expected, got: code === 'ENOENT' ? 'no such file' : `a file that cannot be read (${code})` };
  }
}
