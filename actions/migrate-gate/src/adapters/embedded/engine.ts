import { Worker } from 'node:worker_threads';
import type { Difference } from '../../catalog/compare.ts';
import type { Script } from '../../layouts/layout.ts';
import type { CatalogHandle, Database, Engine, EngineInfo, RunResult } from '../../ports.ts';
import { EngineError } from '../../ports.ts';
import type { EngineAnswer, EngineCall, EngineCalls, EngineOptions } from './protocol.ts';

export interface EmbeddedOptions {
  readonly threads: EngineThreads;
  /** Names of extensions to make available. */
  readonly extensions: readonly string[];
  /** Longest time for one script, in milliseconds. */
  readonly stepTimeoutMs: number;
}

export interface ThreadOptions extends Omit<EngineOptions, 'progress'> {
  /** The thread's program: dist/engine.cjs, or worker.ts from the sources. */
  readonly program: string | URL;
}

/** Longest time to start, far above what the slowest machine takes, in milliseconds. */
const START_TIMEOUT_MS = 60_000;

/** Starts the engine's threads, each for one database; one of them ahead of its time. */
export class EngineThreads {
  readonly #options: ThreadOptions;
  #ahead: EngineThread | undefined;

  constructor(options: ThreadOptions) {
    this.#options = options;
  }

  /** A database will be wanted soon: its thread compiles and unpacks meanwhile. The process ends without it if nobody comes. */
  startAhead(): void {
    this.#ahead ??= new EngineThread(this.#options);
    this.#ahead.keepsProcess(false);
  }

  take(): EngineThread {
    const thread = this.#ahead ?? new EngineThread(this.#options);
    this.#ahead = undefined;
    thread.keepsProcess(true);
    return thread;
  }
}

/** PostgreSQL in WebAssembly (PGlite), in memory, from a saved data directory; one thread per database. */
export class EmbeddedEngine implements Engine {
  readonly #options: EmbeddedOptions;

  constructor(options: EmbeddedOptions) {
    this.#options = options;
  }

  async open(): Promise<{ readonly database: Database; readonly info: EngineInfo }> {
    const started = performance.now();
    const thread = this.#options.threads.take();
    try {
      const { version } = await thread.call('open', [this.#options.extensions], START_TIMEOUT_MS);
      const info = { kind: 'embedded', version, startMs: performance.now() - started } as const;
      return { database: new EmbeddedDatabase(thread, this.#options.stepTimeoutMs), info };
    } catch (error) {
      await thread.stop();
      const message = error instanceof Error ? error.message : String(error);
      throw new EngineError(
        `the embedded PostgreSQL did not start: ${message}`,
        'check that the folder dist/ of the action is whole, and that 700 MB of memory are free',
        { cause: error },
      );
    }
  }
}

class EmbeddedDatabase implements Database {
  readonly #thread: EngineThread;
  readonly #stepTimeoutMs: number;

  constructor(thread: EngineThread, stepTimeoutMs: number) {
    this.#thread = thread;
    this.#stepTimeoutMs = stepTimeoutMs;
  }

  async run(script: Script): Promise<RunResult> {
    const started = performance.now();
    try {
      return await this.#thread.call('run', [script], this.#stepTimeoutMs);
    } catch (error) {
      await this.#thread.stop();
      const timedOut = error instanceof TimedOut;
      const message = error instanceof Error ? error.message : String(error);
      return {
        outcome: timedOut ? 'timed-out' : 'broken',
        durationMs: performance.now() - started,
        error: { message },
      };
    }
  }

  catalog(): Promise<CatalogHandle> {
    return this.#thread.call('catalog', []).catch(unreadable);
  }

  compare(expected: CatalogHandle, got: CatalogHandle): Promise<readonly Difference[]> {
    return this.#thread.call('compare', [expected.id, got.id]).catch(unreadable);
  }

  close(): Promise<void> {
    return this.#thread.stop();
  }
}

class TimedOut extends Error {}

/** Only a migration that writes to the system catalogs itself, or breaks the server, leads here. */
function unreadable(error: unknown): never {
  const message = error instanceof Error ? error.message : String(error);
  throw new EngineError(
    `the schema cannot be read any more: ${message}`,
    'look for a migration that changes pg_catalog by hand',
    {
      cause: error,
    },
  );
}

interface Waiting {
  readonly timeoutMs: number | undefined;
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

/** Calls into the thread, answered in their order. What is asked in one go is sent as one list, and answered as one. */
class EngineThread {
  readonly #worker: Worker;
  readonly #progress = new Int32Array(new SharedArrayBuffer(4));
  readonly #waiting: Waiting[] = [];
  #unsent: EngineCall[] = [];
  #answered = 0;
  #timer: NodeJS.Timeout | undefined;
  #dead: Error | undefined;

  constructor({ program, assets }: ThreadOptions) {
    const options: EngineOptions = { assets, progress: this.#progress.buffer };
    // Every message makes short-lived buffers: with room for them, collecting garbage is rare.
    const resourceLimits = { maxYoungGenerationSizeMb: 64 };
    this.#worker = new Worker(program, { workerData: options, stdout: true, stderr: true, resourceLimits });
    this.#worker.on('message', (answers: readonly EngineAnswer[]) => this.#settle(answers));
    this.#worker.on('error', (error) => this.#die(error instanceof Error ? error : new Error(String(error))));
    this.#worker.on('exit', (code) => this.#die(new Error(`the engine ended with exit code ${code}`)));
  }

  /** `timeoutMs`: for this call alone, counted from when it begins. */
  call<Name extends keyof EngineCalls>(
    name: Name,
    args: EngineCalls[Name]['args'],
    timeoutMs?: number,
  ): Promise<EngineCalls[Name]['result']> {
    if (this.#dead !== undefined) return Promise.reject(new Error('the engine is gone', { cause: this.#dead }));
    return new Promise<EngineCalls[Name]['result']>((resolve, reject) => {
      this.#waiting.push({ timeoutMs, resolve, reject });
      if (this.#unsent.push({ name, args } as EngineCall) === 1) queueMicrotask(() => this.#send());
    });
  }

  /** Whether the process stays alive for this thread. */
  keepsProcess(keeps: boolean): void {
    if (keeps) this.#worker.ref();
    else this.#worker.unref();
  }

  async stop(): Promise<void> {
    this.#die(new Error('the engine was stopped'));
    await this.#worker.terminate();
  }

  #send(): void {
    if (this.#dead !== undefined) return;
    this.#worker.postMessage(this.#unsent);
    this.#unsent = [];
    this.#startTimer();
  }

  #settle(answers: readonly EngineAnswer[]): void {
    this.#answered += answers.length;
    for (const answer of answers) {
      const waiting = this.#waiting.shift();
      if ('error' in answer) waiting?.reject(new Error(answer.error));
      else waiting?.resolve(answer.result as never);
    }
    this.#startTimer();
  }

  /** While calls go on beginning, nothing hangs; the thread itself cannot tell when one does. */
  #startTimer(): void {
    clearTimeout(this.#timer);
    const timeouts = this.#waiting.flatMap(({ timeoutMs }) => timeoutMs ?? []);
    if (timeouts.length === 0) return;
    const timeoutMs = Math.max(...timeouts);
    // The first of those that wait is at work now, or will be at once.
    const begun = Math.max(Atomics.load(this.#progress, 0), this.#answered + 1);
    this.#timer = setTimeout(() => {
      if (Atomics.load(this.#progress, 0) <= begun) this.#die(new TimedOut(`no end after ${timeoutMs} ms`));
      else this.#startTimer();
    }, timeoutMs);
  }

  /** Everything asked and not answered is lost. */
  #die(error: Error): void {
    this.#dead ??= error;
    clearTimeout(this.#timer);
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }
}
