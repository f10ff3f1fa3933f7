/** What a change does to the history of migrations. Pure: names and changes come in. */
import type { FileChange } from '@shipgate/kit/git-output';
import type { Finding } from './findings.ts';
import type { Layout, Listing, MigrationEntry } from './layouts/layout.ts';

export interface Change {
  /** New migrations, in order. */
  readonly fresh: readonly MigrationEntry[];
  /** Migrations of the base, as the base has them, in order. */
  readonly old: readonly MigrationEntry[];
  /** Old ones of which only the way down was changed or added: they can be proven at their place. */
  readonly mended: readonly MigrationEntry[];
  readonly findings: readonly Finding[];
}

/** Compares the listing at the head with the one at the base. `changes` are the files that differ. */
export function compareHistories(layout: Layout, head: Listing, base: Listing, changes: readonly FileChange[]): Change {
  const changed = new Set(changes.filter(({ status }) => status !== 'D').map(({ path }) => path));
  const known = new Map(base.migrations.map((entry) => [entry.id, entry]));
  const fresh = head.migrations.filter(({ id }) => !known.has(id));
  const kept = head.migrations.filter(({ id }) => known.has(id));
  const present = new Set(head.migrations.map(({ id }) => id));
  const edited = kept.filter((entry) => changed.has(entry.up));
  const mended = kept.filter((entry) => !changed.has(entry.up) && entry.down !== null && changed.has(entry.down));
  const removed = base.migrations.filter(({ id }) => !present.has(id));
  return {
    fresh,
    old: base.migrations,
    mended,
    findings: [
      ...edited.map((entry) => ({ code: 'edited-migration' as const, migration: entry.id, place: { file: entry.up, line: 1, column: 1 } })),
      ...mended.map((entry) => ({ code: 'edited-down' as const, migration: entry.id, place: { file: entry.down ?? entry.up, line: 1, column: 1 } })),
      ...removed.map((entry) => ({ code: 'removed-migration' as const, migration: entry.id, place: { file: entry.up } })),
      ...outOfOrder(layout, fresh, base.migrations),
    ],
  };
}

/** New migrations whose version is below the newest that already ran somewhere. */
function outOfOrder(layout: Layout, fresh: readonly MigrationEntry[], old: readonly MigrationEntry[]): readonly Finding[] {
  const latest = old.at(-1);
  if (latest === undefined) return [];
  const late = fresh.filter(({ version }) => layout.compare(version, latest.version) < 0);
  return late.map((entry) => ({
    code: 'out-of-order' as const,
    migration: entry.id,
    place: { file: entry.up, line: 1, column: 1 },
    latest: latest.id,
    consequence: layout.outOfOrder,
    tool: layout.tool,
  }));
}

/** With these the tool does not start: what a trial without it showed would be of no use. */
export function toolRefuses(listing: Listing): boolean {
  return listing.faults.some(({ kind }) => kind === 'duplicate-version' || kind === 'refused-name' || kind === 'not-sql');
}

/** Faults that the names alone betray, as findings. */
export function listingFindings(listing: Listing, tool: string): readonly Finding[] {
  const duplicates = listing.faults.filter((fault) => fault.kind === 'duplicate-version');
  // The ways up and the ways down of one version are one fault.
  const twice = [...new Set(duplicates.map(({ version }) => version))].map((version): Finding => {
    const files = [...new Set(duplicates.flatMap((fault) => (fault.version === version ? fault.files : [])))];
    return { code: 'duplicate-version', version, files, place: { file: files.at(-1) ?? '', line: 1, column: 1 } };
  });
  const others = listing.faults.filter((fault) => fault.kind !== 'duplicate-version');
  const found = others.map((fault): Finding => {
    const place = { file: fault.file, line: 1, column: 1 };
    if (fault.kind === 'down-without-up') return { code: fault.kind, version: fault.version, place };
    return { code: fault.kind, expected: fault.expected, tool, place };
  });
  const [first] = listing.repeatable;
  const all = [...twice, ...found];
  if (first === undefined) return all;
  return [...all, { code: 'repeatable-not-proven', files: listing.repeatable, place: { file: first, line: 1, column: 1 } }];
}
