/** From the names that a policy gives to the items of the checklists. Pure. */
import { suggest } from '@shipgate/schemas';
import type { Finding, Place } from './findings.ts';
import type { ChecklistDocument, Item } from './markdown/model.ts';
import type { PolicyEvidence } from './policy.ts';

export interface Matched {
  /** By `file#id`. */
  readonly evidence: ReadonlyMap<string, readonly PolicyEvidence[]>;
  readonly findings: readonly Finding[];
}

export function keyOf(file: string, id: string): string {
  return `${file}#${id}`;
}

/**
 * A name is an id, or the end of one from a `/` on. In each file it may be one item only; that one of several files lacks it is
 * fine, since a translation has ids of its own.
 */
export function matchEvidence(
  evidence: readonly PolicyEvidence[],
  documents: readonly ChecklistDocument[],
  place: (entry: PolicyEvidence) => Place,
): Matched {
  const found = new Map<string, PolicyEvidence[]>();
  const findings: Finding[] = [];
  const ids = documents.map(({ file, items }) => ({
    file,
    byEnd: byEnd(items.filter(({ signoff }) => signoff === undefined)),
  }));
  for (const entry of evidence) {
    for (const name of entry.entry.items) {
      const matches = ids.map(({ file, byEnd: ends }) => ({ file, ids: ends.get(name) ?? [] }));
      const several = matches.find((each) => each.ids.length > 1);
      const one = matches.filter((each) => each.ids.length === 1);
      if (several !== undefined || one.length === 0) {
        const all = ids.flatMap(({ byEnd: ends }) => [...ends.keys()]);
        findings.push(unmatched(name, several?.ids ?? [], all, place(entry)));
        continue;
      }
      for (const {
        file,
        ids: [id = ''],
      } of one) {
        const key = keyOf(file, id);
        found.set(key, [...(found.get(key) ?? []), entry]);
      }
    }
  }
  return { evidence: found, findings };
}

/**
 * Ids by themselves and by each of their ends. An id that is another's end means itself, unless somebody wrote it so: else a new
 * item could take the evidence of an old one by its name.
 */
function byEnd(items: readonly Pick<Item, 'id' | 'explicitId'>[]): ReadonlyMap<string, readonly string[]> {
  const ends = new Map<string, string[]>();
  const add = (end: string, id: string) => {
    const same = ends.get(end);
    if (same === undefined) ends.set(end, [id]);
    else same.push(id);
  };
  for (const { id } of items)
    for (let at = id.indexOf('/'); at !== -1; at = id.indexOf('/', at + 1)) add(id.slice(at + 1), id);
  for (const { id, explicitId } of items) {
    if (explicitId) add(id, id);
    else ends.set(id, [id]);
  }
  return ends;
}

function unmatched(name: string, matches: readonly string[], all: readonly string[], place: Place): Finding {
  const guess = matches.length === 0 ? suggest(name, all) : undefined;
  return { code: 'evidence-unmatched', place, name, matches, ...(guess === undefined ? {} : { guess }) };
}
