/** Files of a tree that Python runs, by their names and by their first lines. */
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tree } from '../ports.ts';

const MODULE = /\.pyw?$/;
/** What kernels read of a first line, and a little more. */
const LOOKED_AT = 512;
const TOGETHER = 32;

/** In the order of the tree. What cannot be read is none: other scanners tell that. */
export async function pythonFiles(tree: Tree): Promise<readonly string[]> {
  const found = new Set(tree.files.filter((path) => MODULE.test(path)));
  const others = tree.files.filter((path) => !found.has(path));
  for (let at = 0; at < others.length; at += TOGETHER) {
    const some = others.slice(at, at + TOGETHER);
    const heads = await Promise.all(some.map((path) => headOf(join(tree.root, path))));
    for (const [index, path] of some.entries()) if (isPython(heads[index] ?? '')) found.add(path);
  }
  return tree.files.filter((path) => found.has(path));
}

/** `#!/usr/bin/env python3`, `#!/opt/pypy/bin/pypy3 -I`, `#!/usr/bin/env -S uv run --script`. */
function isPython(head: string): boolean {
  const [line = ''] = head.split(/[\r\n]/, 1);
  return /^#!.*(?:(?<![\w-])(?:python|pypy)(?:\d[\d.]*)?[dtmw]?(?:\.exe)?(?![\w-])|\buv run\b.*--script\b)/.test(line);
}

async function headOf(file: string): Promise<string> {
  try {
    const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      if (!(await handle.stat()).isFile()) return '';
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(LOOKED_AT), 0, LOOKED_AT, 0);
      return buffer.toString('latin1', 0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch {
    return '';
  }
}
