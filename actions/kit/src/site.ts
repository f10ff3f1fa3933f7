/** Edge: which repository is meant, and each path that people give as one from its top. */
import { existsSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { ConfigurationError, SHIPGATE_FILE } from '@shipgate/schemas';
import { allowedEnvironment } from './command.ts';
import type { Git } from './git.ts';
import { gitEnvironmentNames, openGit } from './git.ts';
import type { Host } from './host.ts';
import { isBelow, realWay } from './way.ts';

export { isBelow, realWay } from './way.ts';

export interface Site {
  /** null outside of git. */
  readonly git: Git | null;
  /** Top of the repository, absolute and without links; outside of git the folder that the run began in. */
  readonly top: string;
  /** What the paths of inputs start from: the workspace of a workflow, or the folder that one stands in. */
  readonly start: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The repository of the run, or the one inside it (a second checkout, a submodule) that holds `path`, the input. */
export async function openSite(host: Host, env: Environment, path: string | undefined): Promise<Site> {
  const start = realWay(host.workspace);
  const outer = await openRepository(start, host, env);
  const top = outer?.topLevel() ?? start;
  const inner = path === undefined ? null : repositoryWithin(top, realWay(resolve(start, path)));
  const nested = inner === null ? null : await openRepository(inner, host, env);
  const git = nested ?? outer;
  return { git, top: git?.topLevel() ?? start, start };
}

async function openRepository(folder: string, host: Host, env: Environment): Promise<Git | null> {
  const workspace = realWay(host.workspace);
  const opened = await openGit(folder, { env: allowedEnvironment(gitEnvironmentNames, env), workspace });
  return opened.kind === 'repository' ? opened.git : null;
}

/** The innermost repository below `top` that the folder lies in; null when that is the one at `top`. */
export function repositoryWithin(top: string, folder: string): string | null {
  for (let at = folder; isBelow(top, at); at = dirname(at)) if (existsSync(join(at, '.git'))) return at;
  return null;
}

/** A file that an input names, from the top. Throws ConfigurationError. */
export function fileFromInput({ top, start }: Site, input: string, path: string): string {
  const absolute = resolve(start, path);
  // A link at the end stays one: who reads it says where it leads.
  return fromTop(top, join(realWay(dirname(absolute)), basename(absolute)), `input ${input}`, path);
}

/** The configuration: at its usual place from the top, or where the input says. */
export function configFrom(site: Site, input: string): { readonly file: string; readonly given: boolean } {
  const given = input !== SHIPGATE_FILE;
  return { file: given ? fileFromInput(site, 'config', input) : SHIPGATE_FILE, given };
}

/** A path from the top, with `/`. Throws ConfigurationError when it leads out. */
export function fromTop(top: string, absolute: string, what: string, path: string): string {
  if (absolute === top) return '.';
  if (isBelow(top, absolute)) return relative(top, absolute).split(sep).join('/');
  throw new ConfigurationError([
    {
      title: `${what} leads out of the repository`,
      expected: 'a path inside the repository, links followed',
      got: path,
      do: 'give a path that stays inside',
    },
  ]);
}
