/** A weight that stands in a file of a GitOps repository: each move is one commit on its branch. */
import type { GitopsOptions } from '../../plan/router.ts';
import { type Effect, type Mover, type Seen, TrafficError } from '../../steering/traffic.ts';
import type { GitStore } from './git-store.ts';
import { LiveWeight, type ReadLive } from './live-weight.ts';
import { type WeightAt, WeightFile } from './weight-file.ts';

export type Read = Omit<Seen, 'record'>;

export type GitopsPlace = Pick<GitopsOptions, 'branch' | 'file' | 'pointer'>;

/** Heads that a commit is built on before the branch counts as one that does not stand still. */
const MOST_TRIES = 5;

/** What `set` compares with. */
class Token {
  readonly at: WeightAt;
  constructor(at: WeightAt) {
    this.at = at;
  }
}

export class GitopsMover implements Mover {
  readonly kind = 'gitops';
  readonly description: string;
  private readonly store: GitStore;
  private readonly place: GitopsPlace;
  private readonly file: WeightFile;
  private readonly live: LiveWeight;

  /** Without `readLive` a weight is live as soon as it is committed. Throws TrafficError `unfit` for a path that is none. */
  constructor(store: GitStore, place: GitopsPlace, readLive?: ReadLive) {
    this.description = describe(store, place);
    this.store = store;
    this.place = place;
    this.file = new WeightFile(store, place);
    this.live = new LiveWeight(readLive);
  }

  /** One request when the branch did not move. */
  async read(signal: AbortSignal): Promise<Read> {
    const at = await this.now(signal);
    const live = await this.live.read(at.weight, at.weight, signal);
    return { weight: at.weight, live, managedBy: undefined, stablePods: undefined, token: new Token(at) };
  }

  plan(seen: Read, weight: number): readonly Effect[] {
    return this.file.effects(this.place.branch, tokenOf(seen).at, seen.weight, weight);
  }

  /**
   * Compare and swap on the bytes of the file: a head that moved and left them alone is built upon. The new commit has the head that
   * was just read as its parent, and the branch only goes forward.
   */
  async set(seen: Read, weight: number, signal: AbortSignal): Promise<void> {
    if (this.plan(seen, weight).length === 0) return;
    const { at: before } = tokenOf(seen);
    for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
      const now = await this.now(signal);
      if (now.blob !== before.blob) throw changed(this.description, before, now);
      const commit = await this.file.commit(now, weight, [now.commit.sha], signal);
      if (await isForward(this.store.forward(`heads/${this.place.branch}`, commit, signal))) return;
    }
    const text = `${this.description}: expected a branch that stands still for a moment, got ${MOST_TRIES} new heads`;
    throw new TrafficError('conflict', text);
  }

  private async now(signal: AbortSignal): Promise<WeightAt> {
    return await this.file.at(await branchHead(this.store, this.place.branch, signal), signal);
  }
}

export function describe({ repository }: GitStore, { branch, file, pointer }: GitopsPlace): string {
  return `${repository} ${branch}:${file}#${pointer}`;
}

/** Throws TrafficError `missing`. */
export async function branchHead(store: GitStore, branch: string, signal: AbortSignal): Promise<string> {
  const head = await store.head(`heads/${branch}`, signal);
  if (head !== undefined) return head;
  const todo = 'mend branch or repository in the plan, or give the token contents: write of that repository';
  throw new TrafficError('missing', `${store.repository}: expected the branch ${branch}, got none; ${todo}`);
}

/** Whether the ref was set; false for `conflict`. Rejects with any other error. */
export async function isForward(setting: Promise<void>): Promise<boolean> {
  try {
    await setting;
    return true;
  } catch (error) {
    if (error instanceof TrafficError && error.code === 'conflict') return false;
    throw error;
  }
}

export function changed(description: string, seen: WeightAt, now: WeightAt): TrafficError {
  const tell = ({ weight, blob }: WeightAt) => `${weight} % (blob ${blob.slice(0, 7)})`;
  return new TrafficError('conflict', `${description}: expected ${tell(seen)}, as it was seen, got ${tell(now)}`);
}

function tokenOf({ token }: Read): Token {
  if (token instanceof Token) return token;
  throw new TrafficError('unfit', 'expected a view that this router gave, got another one');
}
