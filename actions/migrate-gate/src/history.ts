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
  const present = new Set(head.migrations.map(({ id }) => id));
  const removed = base.migrations.filter(({ id }) => !present.has(id));
  const unknown = head.migrations.filter(({ id }) => !known.has(id));
  const heirOf = (old: MigrationEntry) => unknown.find(({ version }) => layout.compare(version, old.version) === 0);
  // Tools know a migration by its version: under another name it is not a new one, and databases that ran it never run it again.
  const heirs = new Set(removed.map(heirOf));
  const fresh = unknown.filter((entry) => !heirs.has(entry));
  const kept = head.migrations.filter(({ id }) => known.has(id));
  const edited = kept.filter((entry) => changed.has(entry.up));
  const others = kept.filter((entry) => !changed.has(entry.up));
  const mended = others.filter(({ down }) => down !== null && changed.has(down));
  const robbed = others.filter(({ id, down }) => down === null && known.get(id)?.down !== null);
  const start = (file: string) => ({ file, line: 1, column: 1 });
  return {
    fresh,
    old: base.migrations,
    mended,
    findings: [
      ...edited.map(({ id, up }) => ({ code: 'edited-migration' as const, migration: id, place: start(up) })),
      ...mended.map(({ id, up, down }) => ({ code: 'edited-down' as const, migration: id, place: start(down ?? up) })),
      ...robbed.map(({ id, up }) => ({ code: 'no-down' as const, migration: id, place: start(up) })),
      ...removed.map((old) => findRemoved(old, heirOf(old))),
      ...outOfOrder(layout, fresh, base.migrations),
    ],
  };
}

function findRemoved({ id, up }: MigrationEntry, heir: MigrationEntry | undefined): Finding {
  const finding = { code: 'removed-migration', migration: id } as const;
  return heir === undefined
    ? { ...finding, place: { file: up } }
    : { ...finding, renamed: heir.id, place: { file: heir.up, line: 1, column: 1 } };
}

/** New migrations whose version is below the newest that already ran somewhere. */
function outOfOrder(
  layout: Layout,
  fresh: readonly MigrationEntry[],
  old: readonly MigrationEntry[],
): readonly Finding[] {
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
  return listing.faults.some(
    ({ kind }) => kind === 'duplicate-version' || kind === 'refused-name' || kind === 'not-sql',
  );
}

/** Faults that the names alone betray, as findings. */
export function listingFindings(listing: Listing, tool: string): readonly Finding[] {
  const duplicates = listing.faults.filter((fault) => fault.kind === 'duplicate-version');
  // The ways down of one version, if any, say the same as its ways up, which come first.
  const versions = new Map(duplicates.toReversed().map((fault) => [fault.version, fault.files]));
  const twice = [...versions].toReversed().map(([version, files]): Finding => {
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
  return [
    ...all,
    { code: 'repeatable-not-proven', files: listing.repeatable, place: { file: first, line: 1, column: 1 } },
  ];
}
