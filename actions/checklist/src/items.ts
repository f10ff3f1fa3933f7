/** What the gate knows of each item before it decides: the item, whether this run is about it, and what its evidence says. */
import type { EvidenceResult } from './evidence/result.ts';
import type { ChecklistDocument, Item } from './markdown/model.ts';
import type { Claims } from './policy.ts';

export interface ItemFacts {
  readonly file: string;
  readonly item: Item;
  /** Index of the item that it is inside of, in the same list of facts. */
  readonly parent?: number;
  readonly gates: boolean;
  readonly claims: Claims;
  /** In order of the policy; empty when none is configured or the run is not about it. */
  readonly evidence: readonly EvidenceResult[];
}

/** All items of several documents but their sign-off lines, with parents as indices of the whole. */
export function itemsOf(
  documents: readonly ChecklistDocument[],
  about: (item: Item, file: string) => Omit<ItemFacts, 'file' | 'item' | 'parent'>,
): readonly ItemFacts[] {
  return documents.reduce<ItemFacts[]>((facts, { file, items }) => {
    const places = new Map<number, number>();
    items.forEach((item, index) => {
      if (item.signoff !== undefined) return;
      places.set(index, facts.length);
      const parent = item.parent === undefined ? undefined : places.get(item.parent);
      facts.push({ file, item, ...(parent === undefined ? {} : { parent }), ...about(item, file) });
    });
    return facts;
  }, []);
}
