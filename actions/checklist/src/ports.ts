/** What the gate needs from outside besides the kit's context. A port has only what is used. */
import type { EvidenceEntry } from './evidence/entry.ts';
import type { EvidenceResult, EvidenceSubject } from './evidence/result.ts';
import type { Item } from './markdown/model.ts';

/** One entry, and the item that it is looked at for: thresholds come from the item unless the entry has one. */
export interface EvidenceQuestion<Entry extends EvidenceEntry = EvidenceEntry> {
  readonly entry: Entry;
  readonly item: Pick<Item, 'id' | 'text' | 'thresholds'>;
  readonly subject: EvidenceSubject;
  /** In force when the entry has none: milliseconds. */
  readonly freshnessMs: number;
  readonly now: Date;
  readonly signal: AbortSignal;
}

/** Looks at one kind of evidence. Never rejects for what it finds: all that goes wrong outside is an outcome. */
export interface EvidenceReader<Entry extends EvidenceEntry> {
  look(question: EvidenceQuestion<Entry>): Promise<EvidenceResult>;
}

/** A file of the repository as evidence may see it. */
export interface SeenFile {
  /** From the top, with `/`. */
  readonly path: string;
  readonly bytes: Buffer;
  readonly sha256: string;
  /**
   * committed: as the commit has it. changed: differs from the commit. made: not in the commit, so of this run.
   * null outside of git.
   */
  readonly state: 'committed' | 'changed' | 'made' | null;
  /** When its content came to be: of the last commit that touched it, or of the file's own time when it was made. */
  readonly at: Date;
}

export type FileTrouble = { readonly kind: 'missing' } | { readonly kind: 'refused'; readonly why: string };

/** The files of the checkout. Nothing outside of the repository, links followed, at most 50 MB a file. */
export interface RepositoryFiles {
  read(path: string): Promise<SeenFile | FileTrouble>;
  /** Paths that match a pattern with `*` and `**`, sorted; without such signs the path itself when it is there. */
  match(pattern: string): Promise<readonly string[]>;
}
