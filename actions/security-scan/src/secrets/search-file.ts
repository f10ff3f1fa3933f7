/** One file: what both engines find in it, one finding for one place. */
import { Engine } from './engine.ts';
import { distinct, type Found, overlaps } from './found.ts';
import { Keywords } from './keywords.ts';
import { secretKinds } from './kinds.ts';
import { KindSearch } from './search.ts';
import { decode } from './text.ts';

export type FileSearched = { readonly text: string; readonly found: readonly Found[] } | 'binary';

/** Rules that are off by the ids that findings have. */
export class FileSearch {
  private readonly kinds: KindSearch;
  private readonly engine: Engine;
  private readonly keywords: Keywords;

  constructor(disabled: ReadonlySet<string>) {
    this.kinds = new KindSearch(
      secretKinds.filter(({ id }) => !disabled.has(id)),
      !disabled.has('private-key'),
    );
    this.engine = new Engine(disabled);
    this.keywords = new Keywords([...new Set([...this.kinds.literals, ...this.engine.literals])]);
  }

  /** `path` is absolute. */
  async in(path: string, bytes: Buffer): Promise<FileSearched> {
    const decoded = decode(bytes);
    if (decoded === 'binary') return this.container(path);
    const { text, plain } = decoded;
    const hits = plain ? this.keywords.inBytes(bytes) : this.keywords.inText(text);
    if (hits.length === 0) return { text, found: [] };
    const { words } = this.keywords;
    const own = this.kinds.in(text, hits, words);
    const others = await this.engine.lint(path, text, this.engine.admitted(text, hits, words));
    // What our own kinds looked at closely is decided.
    const unasked = others.filter((each) => ![...own.found, ...own.none].some((span) => overlaps(span, each)));
    return { text, found: distinct([...own.found, ...unasked]) };
  }

  private async container(path: string): Promise<FileSearched> {
    if (!path.endsWith('.p12')) return 'binary';
    const found = await this.engine.lint(path, '', this.engine.containers);
    return found.length === 0 ? 'binary' : { text: '', found };
  }
}
