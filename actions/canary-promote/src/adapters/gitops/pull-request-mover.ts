/** A weight that stands in a file of a GitOps repository: each move is a pull request, which people merge. */
import { type Effect, type Mover, TrafficError } from '../../steering/traffic.ts';
import type { GitStore } from './git-store.ts';
import { branchHead, changed, describe, type GitopsPlace, type Read } from './gitops-mover.ts';
import { LiveWeight, type ReadLive } from './live-weight.ts';
import type { PullRequests } from './pull-requests.ts';
import { type WeightAt, WeightFile } from './weight-file.ts';

export interface PullRequestParts {
  readonly store: GitStore;
  readonly place: GitopsPlace;
  /** Of `head` into the branch of the place. */
  readonly pulls: PullRequests;
  /** Branch that is this mover's own. */
  readonly head: string;
  readonly readLive?: ReadLive | undefined;
}

/** A pull request that asks for a weight, and what the file had where its branch parted. Percent. */
interface Asked {
  readonly number: number;
  readonly weight: number;
  readonly from: number;
}

interface View {
  readonly merged: WeightAt;
  /** Tip of an open pull request. */
  readonly open: WeightAt | undefined;
  readonly asked: Asked | undefined;
}

/** What `set` compares with. */
class Token {
  readonly view: View;
  constructor(view: View) {
    this.view = view;
  }
}

/**
 * How a rollout goes with it:
 *
 * 1. RecordedMover writes the record (from 10, weight 25), then `set` commits 25 to a branch of our own and opens a pull request.
 * 2. While it is open, `read` gives the 25 that was asked for as `weight`, and the merged 10 as `live`. So the weight is the
 *    record's: Helm sees nobody else's change and nothing half done, and `hasArrived` waits for `live`.
 * 3. Somebody merges it: no pull request is open, the branch has 25, and so have `weight` and (at once, or when `readLive` says so)
 *    `live`. The step begins.
 * 4. A way back, or a step behind it, while it is open: one more commit on the same branch, and no second pull request.
 *
 * What can come between:
 * - A run that died behind the record, or behind the commit: no pull request is open, the weight is `record.from`, and `settle` sets
 *   it again. A run that died behind the pull request finds it.
 * - Somebody closes it without merging. The weight stays asked for (`weight` 25, `live` 10), so that `settle` does not open one
 *   after the other: the rollout waits until it is opened again or the plan's time is over; the way back opens a new one. Only this
 *   run remembers that: a run that goes on with the rollout asks once more.
 * - Somebody gives the branch or the pull request another number: `weight` is that number, and Helm holds (`weight-changed`).
 * - It is merged while `set` commits to its branch: that commit is in no open pull request, `read` shows the merged weight, which
 *   the record knows as `from`, and `settle` asks again.
 *
 * A way back waits for people as well. Whoever needs it within seconds lets the branch be written: `pull-request: false`.
 * Helm's tolerance for a weight in between counts: of 10 % -> 12 % it says arrived before the merge.
 */
export class PullRequestMover implements Mover {
  readonly kind = 'gitops';
  readonly description: string;
  private readonly parts: PullRequestParts;
  private readonly file: WeightFile;
  private readonly live: LiveWeight;
  /** What this run has seen open last. */
  private asked: Asked | undefined;

  /** Throws TrafficError `unfit` for a path that is none. */
  constructor(parts: PullRequestParts) {
    this.parts = parts;
    this.description = `${describe(parts.store, parts.place)} by pull request`;
    this.file = new WeightFile(parts.store, parts.place);
    this.live = new LiveWeight(parts.readLive);
  }

  async read(signal: AbortSignal): Promise<Read> {
    const view = await this.view(signal);
    const weight = weightOf(view);
    const live = await this.live.read(weight, view.merged.weight, signal);
    return { weight, live, managedBy: undefined, stablePods: undefined, token: new Token(view) };
  }

  plan(seen: Read, weight: number): readonly Effect[] {
    const { merged, open } = viewOf(seen);
    return this.file.effects(this.parts.place.branch, open ?? merged, seen.weight, weight);
  }

  /** Compare and swap on the bytes of the file, on the branch and in the pull request; both branches only go forward. */
  async set(seen: Read, weight: number, signal: AbortSignal): Promise<void> {
    if (this.plan(seen, weight).length === 0) return;
    const before = viewOf(seen);
    const now = await this.view(signal);
    this.compare(before, now);
    const { store, head } = this.parts;
    if (now.open !== undefined) {
      const commit = await this.file.commit(now.open, weight, [now.open.commit.sha], signal);
      await store.forward(`heads/${head}`, commit, signal);
      return;
    }
    // Back to what is merged, from a pull request that was declined: nothing is left to ask for.
    if (weight !== now.merged.weight) await this.ask(now.merged, weight, signal);
    else this.asked = undefined;
  }

  private compare(before: View, now: View): void {
    if (before.merged.blob !== now.merged.blob) throw changed(this.description, before.merged, now.merged);
    if (before.open?.blob === now.open?.blob) return;
    throw changed(this.description, before.open ?? before.merged, now.open ?? now.merged);
  }

  /** A branch that an older pull request left becomes the second parent: so it goes forward too, and nothing of it is lost. */
  private async ask(merged: WeightAt, weight: number, signal: AbortSignal): Promise<void> {
    const { store, head, place, pulls } = this.parts;
    const { sha: base } = merged.commit;
    const left = await store.head(`heads/${head}`, signal);
    const parents = left === undefined || left === base ? [base] : [base, left];
    const commit = await this.file.commit(merged, weight, parents, signal);
    await (left === undefined
      ? store.create(`heads/${head}`, commit, signal)
      : store.forward(`heads/${head}`, commit, signal));
    const number = await pulls.create(`shipgate: canary weight of ${place.file}`, bodyOf(place), signal);
    this.asked = { number, weight, from: merged.weight };
  }

  private async view(signal: AbortSignal): Promise<View> {
    const { store, place, head } = this.parts;
    // The pull request before the branch: one that is merged meanwhile is then on both.
    const number = await this.openNumber(signal);
    const base = await branchHead(store, place.branch, signal);
    const merged = await this.file.at(base, signal);
    const tip = number === undefined ? undefined : await store.head(`heads/${head}`, signal);
    if (number === undefined || tip === undefined) return { merged, open: undefined, asked: this.asked };
    const open = await this.file.at(tip, signal);
    const parted = await this.file.at(await store.mergeBase(base, tip, signal), signal);
    this.asked = { number, weight: open.weight, from: parted.weight };
    return { merged, open, asked: this.asked };
  }

  /** One that was opened a moment ago may be missing in the list: it is open as long as nobody sees it closed. */
  private async openNumber(signal: AbortSignal): Promise<number | undefined> {
    const { pulls } = this.parts;
    const number = await pulls.open(signal);
    if (number !== undefined || this.asked === undefined) return number;
    const end = await pulls.endOf(this.asked.number, signal);
    if (end === undefined) return this.asked.number;
    if (end === 'merged') this.asked = undefined;
    return undefined;
  }
}

/** What is asked for counts until the branch has a weight that is neither that one nor the one before. */
function weightOf({ merged, asked }: View): number {
  return asked !== undefined && [asked.weight, asked.from].includes(merged.weight) ? asked.weight : merged.weight;
}

function bodyOf({ file, pointer }: GitopsPlace): string {
  const [where, what] = [file, pointer].map((text) => text.replaceAll(/[`\r\n]/g, ' '));
  return [
    `A rollout asks for another weight of the canary: \`${what}\` in \`${where}\`. The commits say which.`,
    'It goes on when this is merged. Closed without a merge, the weight stays, and the rollout waits until its time is over.',
  ].join('\n\n');
}

function viewOf({ token }: Read): View {
  if (token instanceof Token) return token.view;
  throw new TrafficError('unfit', 'expected a view that this router gave, got another one');
}
