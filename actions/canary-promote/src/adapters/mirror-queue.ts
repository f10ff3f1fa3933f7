/** A mirror over anything that takes news: keeps their order, and holds nobody up when it is slow or broken. */
import type { Mirror, MirrorCount, MirrorNews } from '../steering/mirror.ts';

export interface MirrorQueueParts {
  /** Takes one piece of news; rejects with an Error whose message is for people. */
  readonly tell: (news: MirrorNews, signal: AbortSignal) => Promise<void>;
  /** Gets one line about the first news that did not arrive, and no more. */
  readonly log: (text: string) => void;
  /** Milliseconds that `close` waits for what is on its way. Default 5000. */
  readonly closeWithin?: number;
}

export class MirrorQueue implements Mirror {
  private readonly parts: MirrorQueueParts;
  private readonly waiting: MirrorNews[] = [];
  private readonly stop = new AbortController();
  private readonly count = { told: 0, replaced: 0, lost: 0 };
  private working: Promise<void> | undefined;
  private isClosed = false;
  private hasLogged = false;

  constructor(parts: MirrorQueueParts) {
    this.parts = parts;
  }

  say(news: MirrorNews): Promise<void> {
    if (this.isClosed) this.lose('it came behind the end of the run');
    else {
      // What a step was like is old as soon as there is something newer; how it ended is not.
      if (this.waiting.at(-1)?.state === 'in_progress') {
        this.waiting.pop();
        this.count.replaced += 1;
      }
      this.waiting.push(news);
      this.working ??= this.work();
    }
    return Promise.resolve();
  }

  async close(): Promise<MirrorCount> {
    this.isClosed = true;
    const { closeWithin = 5_000 } = this.parts;
    let timer: NodeJS.Timeout | undefined;
    const over = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, closeWithin);
    });
    await Promise.race([this.working, over]);
    clearTimeout(timer);
    this.stop.abort();
    // Whatever is under way when the time is over ends by the signal, or counts as lost without it.
    if (this.working !== undefined) this.loseRest(closeWithin);
    return { ...this.count };
  }

  private async work(): Promise<void> {
    for (let news = this.waiting[0]; news !== undefined; news = this.waiting[0]) {
      this.waiting.shift();
      await this.tellOne(news);
    }
    this.working = undefined;
  }

  private async tellOne(news: MirrorNews): Promise<void> {
    const { signal } = this.stop;
    try {
      await this.parts.tell(news, signal);
      if (!signal.aborted) this.count.told += 1;
    } catch (error) {
      if (!signal.aborted) this.lose(error instanceof Error ? error.message : String(error));
    }
  }

  private loseRest(closeWithin: number): void {
    const rest = this.waiting.splice(0).length;
    this.lose(`it was not taken within ${closeWithin / 1000} s of the end`);
    this.count.lost += rest;
  }

  private lose(why: string): void {
    this.count.lost += 1;
    if (this.hasLogged) return;
    this.hasLogged = true;
    this.parts.log(`Expected that the deployment is told how the rollout goes, got none of it: ${why}`);
  }
}
