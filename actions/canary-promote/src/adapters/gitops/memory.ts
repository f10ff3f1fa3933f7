/** Things that never change under their name, as objects of git: the latest ones are kept. */
export class Memory<T> {
  private readonly things = new Map<string, T>();
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  /** `make` is asked for what is not there; what it rejects with is not kept. */
  async get(name: string, make: () => Promise<T>): Promise<T> {
    const known = this.things.get(name);
    if (known !== undefined) return known;
    const made = await make();
    this.keep(name, made);
    return made;
  }

  keep(name: string, thing: T): void {
    this.things.set(name, thing);
    const [oldest] = this.things.keys();
    if (this.things.size > this.most && oldest !== undefined) this.things.delete(oldest);
  }
}
