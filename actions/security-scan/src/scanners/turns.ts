/** Long work on the only thread: gives others their turn, and ends when its time is over. */
import type { Trouble } from '../finding.ts';
import type { ScanContext } from '../ports.ts';

/** Milliseconds after which others may have their turn. */
const TURN = 40;

export class Turns {
  readonly #context: Pick<ScanContext, 'timeoutMs' | 'signal'>;
  readonly #what: string;
  readonly #deadline: number;
  #began: number;

  /** `what`: for the trouble, as in "expected … within 60 s". */
  constructor(context: Pick<ScanContext, 'timeoutMs' | 'signal'>, what: string) {
    this.#context = context;
    this.#what = what;
    this.#began = performance.now();
    this.#deadline = this.#began + context.timeoutMs;
  }

  /** To be asked between two pieces of work. A trouble when there is no time left. */
  async next(pause: () => Promise<unknown>): Promise<Trouble | undefined> {
    if (performance.now() - this.#began > TURN) {
      await pause();
      this.#began = performance.now();
    }
    const { signal, timeoutMs } = this.#context;
    if (!signal.aborted && performance.now() <= this.#deadline) return undefined;
    return {
      expected: `${this.#what} within ${timeoutMs / 1000} s`,
      got: signal.aborted ? 'the run was stopped' : 'more time needed',
      mend: 'Raise the timeout, or exclude what is not yours in the policy',
    };
  }
}
