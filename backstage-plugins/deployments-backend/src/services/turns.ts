/** Work that is begun at once and waited for by nobody, at most `width` at a time, in the order in which it came. */
export class Turns {
  private readonly width: number;
  private readonly waiting: (() => Promise<void>)[] = [];
  private running = 0;
  private idle: (() => void)[] = [];

  constructor(width: number) {
    this.width = width;
  }

  /** `work` must not reject. */
  add(work: () => Promise<void>): void {
    this.waiting.push(work);
    this.next();
  }

  /** When nothing runs or waits any more. */
  async whenIdle(): Promise<void> {
    if (this.running > 0) await new Promise<void>((resolve) => this.idle.push(resolve));
  }

  private next(): void {
    const work = this.running < this.width ? this.waiting.shift() : undefined;
    if (work === undefined) return;
    this.running += 1;
    work().finally(() => {
      this.running -= 1;
      this.next();
      if (this.running === 0) for (const resolve of this.idle.splice(0)) resolve();
    });
  }
}
