/** The file of a repository whose one number is the weight. */
import { createHash } from 'node:crypto';
import { type Effect, TrafficError } from '../../steering/traffic.ts';
import type { Commit, GitStore, TreeEntry } from './git-store.ts';
import { Memory } from './memory.ts';
import { shown } from './pointer-walk.ts';
import { readScalar, type ScalarPlace, withScalar } from './scalar-edit.ts';

/** The file as a commit has it. */
export interface WeightAt {
  readonly commit: Commit;
  readonly blob: string;
  readonly mode: string;
  readonly text: string;
  /** Percent. */
  readonly weight: number;
}

/** Commits whose file stays in memory. */
const KEPT = 20;
const FOLDER = '040000';
const FILES = ['100644', '100755'];

export class WeightFile {
  private readonly store: GitStore;
  private readonly place: ScalarPlace;
  private readonly folders: readonly string[];
  private readonly name: string;
  private readonly known = new Memory<WeightAt>(KEPT);

  /** Throws TrafficError `unfit` for what is no path in a repository. */
  constructor(store: GitStore, place: ScalarPlace) {
    const names = place.file.split('/');
    if (names.some((name) => ['', '.', '..', '.git'].includes(name.toLowerCase())))
      throw new TrafficError(
        'unfit',
        `expected a path in the repository, as apps/values.yaml, got ${shown(place.file)}`,
      );
    this.store = store;
    this.place = place;
    this.folders = names.slice(0, -1);
    this.name = names.at(-1) ?? '';
  }

  /** Throws TrafficError: `missing` for no file there, `unfit` for a link, no text, or no weight in it. */
  at(sha: string, signal: AbortSignal): Promise<WeightAt> {
    return this.known.get(sha, () => this.found(sha, signal));
  }

  /** What changes in the file for that weight, `from` that one. Pure. Throws TrafficError `unfit`. */
  effects(branch: string, { text }: WeightAt, from: number, weight: number): readonly Effect[] {
    withScalar(text, this.place, weight);
    if (weight === from) return [];
    const object = `${this.store.repository} ${branch}:${this.place.file}`;
    return [{ object, path: this.place.pointer, from, to: weight }];
  }

  /** Makes a commit that no ref has yet: the file as in `base` with another weight, the rest as in `base`. Gives its id. */
  async commit(base: WeightAt, weight: number, parents: readonly string[], signal: AbortSignal): Promise<string> {
    const { mode, commit } = base;
    const { file: path } = this.place;
    const text = withScalar(base.text, this.place, weight);
    const tree = await this.store.createTree([{ path, mode, content: text }], commit.tree, signal);
    const message = `shipgate: canary of ${path} ${base.weight} % -> ${weight} %`;
    const sha = await this.store.createCommit(message, tree, parents, signal);
    // So that the look behind a move costs one request: a cancelled run has no time for more.
    this.known.keep(sha, { commit: { sha, tree }, blob: blobId(text, base.blob), mode, text, weight });
    return sha;
  }

  private async found(sha: string, signal: AbortSignal): Promise<WeightAt> {
    const commit = await this.store.commit(sha, signal);
    let { tree } = commit;
    for (const folder of this.folders) tree = this.checked(await this.entry(tree, folder, signal), [FOLDER]).sha;
    const { sha: blob, mode } = this.checked(await this.entry(tree, this.name, signal), FILES);
    const text = this.textOf(await this.store.blob(blob, signal));
    return { commit, blob, mode, text, weight: readScalar(text, this.place) };
  }

  private async entry(tree: string, name: string, signal: AbortSignal): Promise<TreeEntry> {
    const entry = (await this.store.tree(tree, signal)).find((each) => each.name === name);
    if (entry !== undefined) return entry;
    throw new TrafficError(
      'missing',
      `${this.where()}: expected the file, got no ${shown(name)}; mend file in the plan`,
    );
  }

  private checked(entry: TreeEntry, modes: readonly string[]): TreeEntry {
    if (modes.includes(entry.mode)) return entry;
    const got = `${shown(entry.name)} of mode ${shown(entry.mode)}`;
    throw new TrafficError(
      'unfit',
      `${this.where()}: expected a file in folders, no link and no submodule, got ${got}`,
    );
  }

  private textOf(bytes: Buffer): string {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      throw new TrafficError('unfit', `${this.where()}: expected UTF-8, got other bytes; save the file as UTF-8`);
    }
  }

  private where(): string {
    return `${this.store.repository} ${shown(this.place.file)}`;
  }
}

/** https://git-scm.com/book/en/v2/Git-Internals-Git-Objects; `like` tells which hash the repository has. */
function blobId(text: string, like: string): string {
  const bytes = Buffer.from(text, 'utf8');
  return createHash(like.length === 40 ? 'sha1' : 'sha256')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}
