import type { FolderFile } from './folder.ts';
import type { Listing, ListingFault, MigrationEntry } from './layout.ts';

/** What a tool makes of one file of its folder. */
export type Reading =
  | { readonly role: 'up' | 'down' | 'both'; readonly version: string; readonly name: string; readonly id: string }
  | { readonly role: 'repeatable' }
  | Unread;

type Unread =
  | { readonly role: 'ignored' }
  | { readonly role: 'refused'; readonly expected: string }
  | { readonly role: 'skipped'; readonly expected: string }
  | { readonly role: 'program'; readonly version: string; readonly expected: string };

interface Versioned {
  readonly file: FolderFile;
  readonly version: string;
  readonly name: string;
  readonly id: string;
}

export interface Collected {
  readonly ups: Versioned[];
  readonly downs: Versioned[];
  readonly faults: ListingFault[];
  readonly ignored: string[];
  readonly repeatable: string[];
}

/** Sorts the files by what `read` says of each. */
export function collect(files: readonly FolderFile[], read: (file: FolderFile) => Reading): Collected {
  const collected: Collected = { ups: [], downs: [], faults: [], ignored: [], repeatable: [] };
  for (const file of files) place(collected, file, read(file));
  return collected;
}

function place(into: Collected, file: FolderFile, reading: Reading): void {
  if ('name' in reading) (reading.role === 'down' ? into.downs : into.ups).push({ file, ...reading });
  else if (reading.role === 'repeatable') into.repeatable.push(file.path);
  else placeUnread(into, file.path, reading);
}

function placeUnread(into: Collected, file: string, reading: Unread): void {
  into.ignored.push(file);
  if (reading.role === 'ignored') return;
  const { expected } = reading;
  if (reading.role === 'program') into.faults.push({ kind: 'not-sql', version: reading.version, file, expected });
  else into.faults.push({ kind: reading.role === 'refused' ? 'refused-name' : 'skipped-name', file, expected });
}

/**
 * Pairs ups and downs of one version and puts them in order. Of several files with one version the first (by name) is
 * listed and all are named in a fault. `sameFile`: each file holds both directions.
 */
export function pair(
  collected: Collected,
  compare: (a: string, b: string) => number,
  key: (version: string) => string,
  sameFile = false,
): Listing {
  const ups = byVersion(collected.ups, key);
  const downs = byVersion(collected.downs, key);
  const faults: ListingFault[] = [...duplicates(ups), ...duplicates(downs)];
  for (const [version, [first]] of downs) {
    if (!ups.has(version)) faults.push({ kind: 'down-without-up', version: first.version, file: first.file.path });
  }
  const migrations = [...ups].map(([version, [up]]): MigrationEntry => {
    const down = sameFile ? up.file.path : (downs.get(version)?.[0].file.path ?? null);
    return { version: up.version, name: up.name, id: up.id, up: up.file.path, down };
  });
  return {
    migrations: migrations.sort((a, b) => compare(a.version, b.version)),
    faults: [...faults, ...collected.faults],
    ignored: collected.ignored,
    repeatable: collected.repeatable,
  };
}

type Group = readonly [Versioned, ...Versioned[]];

function byVersion(entries: readonly Versioned[], key: (version: string) => string): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const entry of entries) {
    const group = groups.get(key(entry.version));
    groups.set(key(entry.version), group ? [...group, entry] : [entry]);
  }
  return groups;
}

function* duplicates(groups: ReadonlyMap<string, Group>): Generator<ListingFault> {
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    yield { kind: 'duplicate-version', version: group[0].version, files: group.map(({ file }) => file.path) };
  }
}
