/** Short ways to read a checklist in a test. */
import type { ChecklistDocument, Item } from './model.ts';
import { readChecklist } from './read.ts';

/** The document of a text. */
export function read(text: string): ChecklistDocument {
  return readChecklist(text, 'a.md');
}

/** The first item. */
export function only(text: string): Item {
  const [item] = read(text).items;
  if (item === undefined) throw new Error('no item');
  return item;
}
