/** Ids of items: explicit ones as they are, the others made of headings and texts and kept apart. */
import { slug, UniqueNames } from './ids.ts';
import type { ItemReading } from './item.ts';
import type { MarkdownTrouble } from './model.ts';
import type { Entry } from './outline.ts';

export interface NamedItems {
  /** In the order of the items. */
  readonly ids: readonly string[];
  readonly troubles: readonly MarkdownTrouble[];
}

export function nameItems(entries: readonly Entry[], readings: readonly ItemReading[]): NamedItems {
  const names = new UniqueNames();
  const lineOfId = new Map<string, number>();
  const troubles: MarkdownTrouble[] = [];
  // Explicit ids first: a text that happens to make the same one has to give way.
  const explicit = entries.map(({ task, column }, index) => {
    const id = readings[index]?.explicitId;
    if (id === undefined) return undefined;
    const before = lineOfId.get(id);
    if (before === undefined) lineOfId.set(id, task.line + 1);
    else troubles.push(duplicate(id, before, { line: task.line + 1, column }));
    return names.take(id);
  });
  const ids = entries.map(
    ({ heading }, index) => explicit[index] ?? names.take((heading?.path ?? '') + nameOf(readings[index])),
  );
  return { ids, troubles };
}

/** A text without any letter, as `- [ ] ✅`, still has to be told. */
function nameOf(reading: ItemReading | undefined): string {
  const name = slug(reading?.name ?? '');
  return name === '' ? 'item' : name;
}

function duplicate(
  id: string,
  before: number,
  place: { readonly line: number; readonly column: number },
): MarkdownTrouble {
  return {
    code: 'duplicate-id',
    ...place,
    expected: 'an id that no other item of the file has',
    got: `${id}, which the item of line ${before} has already`,
  };
}
