/** A value that one of two writers wins, as a chain of commits on a ref of a repository on GitHub. */
import { randomUUID } from 'node:crypto';
import { type Cell, TrafficError, type Version, type Versioned } from '../../steering/traffic.ts';
import type { GitStore } from './git-store.ts';

/** The one file of each commit. */
const FILE = 'value.json';
/** Bytes of a value. */
const LARGEST = 4 * 1024 * 1024;

export interface GitRefCellOptions<T> {
  readonly store: GitStore;
  /** Of the branch behind "shipgate/": lower case letters, digits and hyphens. */
  readonly name: string;
  /** For people: "lock of values.yaml". The ref is added. */
  readonly description: string;
  /** Throws when the value is none of ours. */
  readonly parse: (value: unknown) => T;
}

/**
 * A version is a commit; the next one has it as its only parent, and the ref goes forward to it. So of two writers that saw the same
 * version one wins, by git's own check. Somebody who sets the ref back by force can undo that.
 */
export class GitRefCell<T> implements Cell<T> {
  readonly description: string;
  private readonly store: GitStore;
  private readonly ref: string;
  private readonly parse: (value: unknown) => T;

  constructor({ store, name, description, parse }: GitRefCellOptions<T>) {
    this.ref = `heads/shipgate/${name}`;
    this.description = `${description} in refs/${this.ref} of ${store.repository}`;
    this.store = store;
    this.parse = parse;
  }

  /** One request when nothing changed. Throws TrafficError, `odd-record` for a commit that is none of ours. */
  async read(signal: AbortSignal): Promise<Versioned<T>> {
    const version = await this.store.head(this.ref, signal);
    if (version === undefined) return { value: undefined, version };
    const { tree } = await this.store.commit(version, signal);
    const entry = (await this.store.tree(tree, signal)).find(({ name }) => name === FILE);
    if (entry === undefined) throw this.odd('a commit without it');
    const bytes = await this.store.blob(entry.sha, signal);
    return { value: this.valueOf(bytes.toString('utf8')), version };
  }

  /** Throws TrafficError: `conflict` when another writer was faster, `unfit` for a value that would be too large to read. */
  async write(value: T, expected: Version, signal: AbortSignal): Promise<Version> {
    const content = `${JSON.stringify(value)}\n`;
    if (Buffer.byteLength(content) > LARGEST)
      throw new TrafficError(
        'unfit',
        `${this.description}: expected a value of at most ${LARGEST} bytes, got a larger one`,
      );
    const tree = await this.store.createTree([{ path: FILE, mode: '100644', content }], undefined, signal);
    const commit = await this.store.createCommit(message(), tree, expected === undefined ? [] : [expected], signal);
    if (expected === undefined) await this.store.create(this.ref, commit, signal);
    else await this.store.forward(this.ref, commit, signal);
    return commit;
  }

  private valueOf(text: string): T {
    try {
      return this.parse(JSON.parse(text));
    } catch (cause) {
      throw this.odd('another one', cause);
    }
  }

  private odd(got: string, cause?: unknown): TrafficError {
    const text = `${this.description}: expected ${FILE} with a value of ours, got ${got}; delete the branch when no rollout runs`;
    return new TrafficError('odd-record', text, { cause });
  }
}

/**
 * Two writers of one value in one second would make the same commit, and both would win: so each has a name of its own.
 * https://docs.github.com/en/actions/how-tos/manage-workflow-runs/skip-workflow-runs: no workflow begins for it.
 */
function message(): string {
  return `shipgate: state of a rollout [skip ci]\n\n${randomUUID()}`;
}
