/** Edge: the paths of migrations and of their setup, from the top of the repository. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Site } from '@shipgate/kit/site';
import { fileFromInput, fromTop, realWay, repositoryWithin } from '@shipgate/kit/site';
import { ConfigurationError } from '@shipgate/schemas';

/** The folder of the migrations, from the top. Throws ConfigurationError. */
export function folderFromInput({ top, start }: Site, path: string): string {
  return fromTop(top, realWay(resolve(start, path)), 'input path', path);
}

/** As the section `migrations` names it: from the top. A repository of its own (a submodule) is none of this change. */
export function folderFromFile({ top, git }: Site, path: string): string {
  const absolute = realWay(resolve(top, path));
  const folder = fromTop(top, absolute, 'migrations.path', path);
  if (git === null || repositoryWithin(top, absolute) === null) return folder;
  throw new ConfigurationError([
    {
      title: 'migrations.path lies in another repository',
      expected: 'a folder whose files this repository holds',
      got: `${path}, inside a submodule or a checkout of its own`,
      do: 'give the folder by the input path: then that repository is looked at',
    },
  ]);
}

/** SQL text is itself; anything that is a file, or looks like the name of one, is a path from the top. */
export function setupFromInput(site: Site, setup: string): string {
  const isPath = isFile(resolve(site.start, setup)) || !/[\s;]/.test(setup.trim());
  return isPath ? fileFromInput(site, 'setup', setup) : setup;
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    // A long SQL text is no name that any file could have.
    return false;
  }
}
