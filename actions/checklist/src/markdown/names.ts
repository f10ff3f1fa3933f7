/** Ids of items: explicit ones as they are, the others made of headings and texts and kept apart. */
import { slug, UniquePaths } from './ids.ts';
import type { ItemReading } from './item.ts';
import type { MarkdownTrouble } from './model.ts';
import type { Entry } from './outline.ts';

/** In the order of the items. `troubles` gets what is wrong with them. */
export function nameItems(
  entries: readonly Entry[],
  readings: readonly ItemReading[],
  troubles: MarkdownTrouble[],
): readonly string[] {
  const names = new UniquePaths();
  // Explicit ids first: a text that happens to make the same one has to give way.
  const explicit = readings.some((reading) => reading.explicitId !== undefined)
    ? explicitIds(entries, readings, names, troubles)
    : [];
  const written = new Set(explicit.filter((id) => id !== undefined));
  return readings.map(({ name }, index) => {
    const path = entries[index]?.heading?.path ?? '';
    const own = explicit[index];
    if (own !== undefined) return own;
    // A text without any letter, as `- [ ] ✅`, still has to be told.
    const natural = slug(name) || 'item';
    // Evidence of this item would go to the one that calls itself so.
    if (written.has(path + natural)) troubles.push(takenId(path + natural, entries[index]));
    return names.take(path, natural);
  });
}

function explicitIds(
  entries: readonly Entry[],
  readings: readonly ItemReading[],
  names: UniquePaths,
  troubles: MarkdownTrouble[],
): readonly (string | undefined)[] {
  const lineOfId = new Map<string, number>();
  return entries.map(({ task, column }, index) => {
    const id = readings[index]?.explicitId;
    if (id === undefined) return undefined;
    const line = task.line + 1;
    const before = lineOfId.get(id);
    if (before === undefined) lineOfId.set(id, line);
    else {
      const expected = 'an id that no other item of the file has';
      troubles.push({
        code: 'duplicate-id',
        line,
        column,
        expected,
        got: `${id}, which the item of line ${before} has already`,
      });
    }
    const slash = id.lastIndexOf('/') + 1;
    return names.take(id.slice(0, slash), id.slice(slash));
  });
}

function takenId(id: string, entry: Entry | undefined): MarkdownTrouble {
  const expected = 'ids that are no other item by its text';
  const got = `${id}, which another item gives itself`;
  return { code: 'duplicate-id', line: (entry?.task.line ?? 0) + 1, column: entry?.column ?? 1, expected, got };
}
