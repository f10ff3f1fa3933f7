/** What a lock file says is installed, and on which line it says so. */

export type LockKind = 'npm' | 'yarn' | 'pnpm' | 'python';

/** One package as the file has it. */
export interface LockEntry {
  /** As the file writes it; of Python's not normalised. */
  readonly name: string;
  /** null where the file names none: a link, a folder, an address, a range. */
  readonly version: string | null;
  /** npm: the folder it is installed to, `node_modules/a/node_modules/b`. Elsewhere empty. */
  readonly node: string;
  /** From 1; the column counts UTF-16 code units. */
  readonly line: number;
  readonly column: number;
  /** Behind the last sign, on the same line. */
  readonly endColumn: number;
}

/** A lock file, read once. Lookups cost no further reading. */
export interface Lockfile {
  /** From the top of the repository. */
  readonly path: string;
  readonly kind: LockKind;
  /** In the order of the file. */
  readonly entries: readonly LockEntry[];
  /** Entries of a package, in the order of the file; Python's names are compared normalised (PEP 503). */
  named(name: string): readonly LockEntry[];
  /** npm: what is installed to this folder. */
  at(node: string): LockEntry | undefined;
  /** npm: names from a direct dependency down to the entry, without it; undefined where the file does not tell. */
  via(entry: LockEntry): readonly string[] | undefined;
}

export interface LockFault {
  readonly fault: string;
  readonly line: number;
  readonly column: number;
}

/** Name of a Python project as indexes compare it. Source: PEP 503, "Normalized Names". */
export function pythonName(name: string): string {
  return name.replace(/[-_.]+/g, '-').toLowerCase();
}

/** A lock file over entries that were found. */
export function lockfileOf(
  path: string,
  kind: LockKind,
  entries: readonly LockEntry[],
  via: (entry: LockEntry) => readonly string[] | undefined = () => undefined,
): Lockfile {
  const key = kind === 'python' ? pythonName : (name: string) => name;
  const byName = new Map<string, LockEntry[]>();
  const byNode = new Map<string, LockEntry>();
  for (const entry of entries) {
    const same = byName.get(key(entry.name));
    if (same === undefined) byName.set(key(entry.name), [entry]);
    else same.push(entry);
    if (entry.node !== '' && !byNode.has(entry.node)) byNode.set(entry.node, entry);
  }
  return {
    path,
    kind,
    entries,
    named: (name) => byName.get(key(name)) ?? [],
    at: (node) => byNode.get(node),
    via,
  };
}
