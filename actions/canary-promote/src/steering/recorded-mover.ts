/** A router that has no place for a record, made whole by a cell that keeps it. */
import type { RolloutRecord } from './record.ts';
import {
  type Cell,
  type Effect,
  type Mover,
  type Next,
  type RouterKind,
  type Seen,
  type Traffic,
  TrafficError,
  type Version,
} from './traffic.ts';

type Moved = Omit<Seen, 'record'>;

/** What both say, for `write`. */
class Token {
  readonly moved: Moved;
  readonly version: Version;
  constructor(moved: Moved, version: Version) {
    this.moved = moved;
    this.version = version;
  }
}

/**
 * The record is written first, then the weight. A run that died in between is seen by `read`: the weight is `record.from`, and
 * `record.weight` says the new one; the same write again completes it.
 */
export class RecordedMover implements Traffic {
  readonly kind: RouterKind;
  readonly description: string;
  private readonly mover: Mover;
  private readonly cell: Cell<RolloutRecord>;

  constructor(mover: Mover, cell: Cell<RolloutRecord>) {
    this.kind = mover.kind;
    this.description = mover.description;
    this.mover = mover;
    this.cell = cell;
  }

  async read(signal: AbortSignal): Promise<Seen> {
    // The record behind the weight: one that is newer than the weight reads as half done, never as somebody else's change.
    const moved = await this.mover.read(signal);
    const { value, version } = await this.cell.read(signal);
    return { ...moved, record: value, token: new Token(moved, version) };
  }

  plan(seen: Seen, weight: number): readonly Effect[] {
    return this.mover.plan(tokenOf(seen).moved, weight);
  }

  /**
   * Throws as `Traffic.write` does. A weight that changes in the moment between the record and the set is a `conflict` behind a record
   * that was written: the next `read` shows a weight that the record does not know.
   */
  async write(seen: Seen, { weight, record }: Next, signal: AbortSignal): Promise<Seen> {
    const { moved, version } = tokenOf(seen);
    if (weight !== undefined) await this.compare(moved, weight, signal);
    const kept = await this.cell.write(record, version, signal);
    if (weight === undefined) return { ...seen, record, token: new Token(moved, kept) };
    await this.mover.set(moved, weight, signal);
    const now = await this.mover.read(signal).catch((cause: unknown) => {
      const text = cause instanceof Error ? cause.message : String(cause);
      throw new TrafficError('unknown-effect', `the weight was set and not read back: ${text}`, { cause });
    });
    return { ...now, record, token: new Token(now, kept) };
  }

  /** Before the record says anything: whether the weight is the one seen, and the new one is one that can be set. */
  private async compare(moved: Moved, weight: number, signal: AbortSignal): Promise<void> {
    this.mover.plan(moved, weight);
    const now = await this.mover.read(signal);
    if (now.weight === moved.weight) return;
    throw new TrafficError(
      'conflict',
      `expected ${moved.weight} % in ${this.description}, as it was seen, got ${now.weight} %: somebody else changed it`,
    );
  }
}

function tokenOf({ token }: Seen): Token {
  if (token instanceof Token) return token;
  throw new TrafficError('unfit', 'expected a view that this router gave, got another one');
}
