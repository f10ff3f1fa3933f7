import type { CatalogClass, CatalogSource } from './class.ts';
import type { Stamps } from './stamps.ts';
import { sourceId } from './stamps.ts';

/** Which objects each catalog held at the last read: xmin shows rows that came or changed, only a missing key shows one that went. */
export class KeyLedger {
  readonly #sources: ReadonlyMap<string, CatalogSource>;
  readonly #keys = new Map<string, Set<string>>();

  constructor(classes: readonly CatalogClass[]) {
    const tracked = classes.flatMap((c) => c.sources).filter((source) => source.mode === 'objects');
    this.#sources = new Map(tracked.map((source) => [sourceId(source), source]));
  }

  /** SQL that lists the keys of each of these sources. */
  queries(ids: readonly string[] = [...this.#sources.keys()]): readonly string[] {
    return ids.map((id) => {
      const source = this.#sources.get(id);
      return `SELECT string_agg((${source?.key})::text, ',') FROM ${source?.catalog} WHERE ${source?.where}`;
    });
  }

  /** Result sets of queries() over all sources. */
  reset(sets: readonly (readonly (readonly unknown[])[])[]): void {
    [...this.#sources.keys()].forEach((id, index) => {
      this.#keys.set(id, parseKeys(sets[index]));
    });
  }

  /** Sources whose number of rows cannot be explained by rows that are new: something went away. */
  suspects(now: Stamps): readonly string[] {
    return [...this.#sources.keys()].filter((id) => {
      const known = this.#keys.get(id) ?? new Set();
      const stamp = now.of.get(id);
      const fresh = (stamp?.changed ?? []).filter(({ key }) => !known.has(key));
      return stamp?.count !== known.size + fresh.length;
    });
  }

  /** Notes what is there now; gives the keys that went away, by source. `sets`: result sets of queries(suspects). */
  settle(
    now: Stamps,
    suspects: readonly string[],
    sets: readonly (readonly (readonly unknown[])[])[],
  ): ReadonlyMap<string, readonly string[]> {
    for (const id of this.#sources.keys()) {
      const known = this.#keys.get(id);
      for (const { key } of now.of.get(id)?.changed ?? []) known?.add(key);
    }
    const lost = new Map<string, readonly string[]>();
    suspects.forEach((id, index) => {
      const present = parseKeys(sets[index]);
      lost.set(
        id,
        [...(this.#keys.get(id) ?? [])].filter((key) => !present.has(key)),
      );
      this.#keys.set(id, present);
    });
    return lost;
  }
}

function parseKeys(rows: readonly (readonly unknown[])[] | undefined): Set<string> {
  const text = rows?.[0]?.[0];
  return new Set(text === null || text === undefined ? [] : String(text).split(','));
}
