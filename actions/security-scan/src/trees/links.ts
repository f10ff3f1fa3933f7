/** Edge: where the links of a tree lead. Only what the repository itself holds is ever read through one. */
import { realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

export interface Followed {
  /** The link, and the file of the repository that it leads to; both from the top. */
  readonly found: ReadonlyMap<string, string>;
  readonly lost: readonly string[];
}

/** `top` is absolute; `files` are the regular files of the repository, from there. */
export async function followLinks(
  top: string,
  links: readonly string[],
  files: ReadonlySet<string>,
): Promise<Followed> {
  const found = new Map<string, string>();
  const real = links.length === 0 ? top : await realpath(top);
  const lost: string[] = [];
  for (const link of links) {
    const target = await realpath(join(top, link)).catch(() => undefined);
    const path = target === undefined ? '' : relative(real, target).split(sep).join('/');
    if (files.has(path)) found.set(link, path);
    else lost.push(link);
  }
  return { found, lost };
}
