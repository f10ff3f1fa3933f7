import type { Stage } from './stage.ts';
import type { Step } from './step.ts';
import { isClean } from './step.ts';
import { proveTogether } from './together.ts';

/** Migrations written to be undone together rarely span more files; each try costs a new database. */
export const LARGEST_GROUP = 4;

/**
 * The smallest run of neighbours around `index` that comes back clean together, or undefined. It begins and ends with migrations
 * that do not come back alone: one that does, such as the one that made the table, would only wipe the fault away with the table.
 * Rejects as Stage.at. `tried`: runs that were tried in vain; those tried now are added.
 */
export async function findGroup(
  stage: Stage,
  steps: readonly Step[],
  index: number,
  comesBack: (step: Step) => boolean,
  tried: Set<string> = new Set(),
): Promise<readonly Step[] | undefined> {
  for (let size = 2; size <= LARGEST_GROUP; size++) {
    for (let from = index - size + 1; from <= index; from++) {
      if (from < 0 || from + size > steps.length) continue;
      const group = steps.slice(from, from + size);
      if (group.some((step) => step.down === null)) continue;
      if ([group[0], group.at(-1)].some((edge) => edge === undefined || comesBack(edge))) continue;
      // A run that did not come back for one of its members does not for another.
      const name = `${from}+${size}`;
      if (tried.has(name)) continue;
      tried.add(name);
      if (isClean(await proveTogether(stage, steps.slice(0, from), group))) return group;
    }
  }
  return undefined;
}
