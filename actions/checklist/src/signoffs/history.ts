/** Edge: subjects of commits, and which commits touch sign-off lines only. Each commit is read once. */
import { newlySigned } from './github/signed-commits.ts';
import { signedLines, subjectOf, type Trees } from './subject.ts';

/** Port: a way to read the trees of a commit; null when neither the checkout nor GitHub has it. */
export type OpenTrees = (commit: string) => Promise<Trees | null>;

export class History {
  readonly #open: OpenTrees;
  readonly #checklists: readonly string[];
  readonly #labels: readonly string[];
  readonly #subjects = new Map<string, Promise<string | null>>();

  /** `labels`: of the roles; only their lines are no part of what is signed. */
  constructor(open: OpenTrees, checklists: readonly string[], labels: readonly string[]) {
    this.#open = open;
    this.#checklists = checklists;
    this.#labels = labels;
  }

  /** null when the commit cannot be read. */
  subject(commit: string): Promise<string | null> {
    const known = this.#subjects.get(commit) ?? this.#read(commit);
    this.#subjects.set(commit, known);
    return known;
  }

  async #read(commit: string): Promise<string | null> {
    const trees = await this.#open(commit);
    return trees === null ? null : await subjectOf(trees, commit, this.#checklists, this.#labels);
  }

  /** Labels that a commit signs; null when it touches more than sign-off lines, has several parents, or cannot be read. */
  async signs(commit: string, parents: readonly string[]): Promise<readonly string[] | null> {
    const [parent, ...others] = parents;
    if (parent === undefined || others.length > 0) return null;
    const [before, after] = await Promise.all([this.subject(parent), this.subject(commit)]);
    if (before === null || before !== after) return null;
    const texts = await Promise.all([this.#texts(parent), this.#texts(commit)]);
    return this.#checklists.flatMap((path) => newlySigned(texts[0].get(path), texts[1].get(path), path, this.#labels));
  }

  /** Labels of the lines that are ticked at a commit. */
  async ticked(commit: string): Promise<readonly string[]> {
    const texts = await this.#texts(commit);
    return [...texts].flatMap(([path, bytes]) =>
      [...signedLines(bytes, path, this.#labels)].flatMap(([label, { ticked }]) => (ticked ? [label] : [])),
    );
  }

  async #texts(commit: string): Promise<ReadonlyMap<string, Buffer>> {
    const trees = await this.#open(commit);
    if (trees === null) return new Map();
    const folders = [...new Set(this.#checklists.map((path) => path.slice(0, Math.max(0, path.lastIndexOf('/')))))];
    const listed = (await Promise.all(folders.map((folder) => trees.listTree(commit, folder)))).flat();
    const held = this.#checklists.filter((path) =>
      listed.some((entry) => entry.path === path && entry.mode.startsWith('100')),
    );
    return await trees.readFiles(commit, held);
  }
}
