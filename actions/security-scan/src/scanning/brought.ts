/** Edge: whether a saved report is the proposal's own. A change that brings the report on itself would be its own judge. */
import type { BaseFiles } from '@shipgate/kit/base-files';
import type { Git } from '@shipgate/kit/git';
import type { Trouble } from '../finding.ts';

export type Brought = (path: string) => Promise<Trouble | undefined>;

/**
 * A report that a step of the run wrote, or that the base has the same, may speak; on no change every report may. Whether
 * it is as the commit has it is asked of git, which knows what the attributes of the change make of its bytes.
 */
export function broughtByChange(git: Git | null, base: BaseFiles | undefined): Brought {
  const head = git?.head();
  if (git === null || base === undefined || head === null || head === undefined) return async () => undefined;
  return async (path) => {
    const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
    const committed = (await git.listFiles(head, folder)).find((file) => file.path === path);
    if (committed === undefined) return undefined;
    if ((await git.changedFiles(head, folder)).some((file) => file.path === path)) return undefined;
    const ofBase = (await base.list(folder)).find((file) => file.path === path);
    if (ofBase?.sha === committed.sha) return undefined;
    return {
      expected: 'a report that a step of this run wrote',
      got: 'one that the change itself brings',
      mend: 'let the step before write it, and keep it out of the repository',
      place: { file: path },
    };
  };
}
