import { Worker } from 'node:worker_threads';
import type { Difference } from '../../catalog/compare.ts';
import type { Script } from '../../layouts/layout.ts';
import type { CatalogHandle, Database, Engine, EngineInfo, RunResult } from '../../ports.ts';
import { EngineError } from '../../ports.ts';
import type { EngineAnswer, EngineCalls, EngineOptions } from './protocol.ts';

export interface EmbeddedOptions extends EngineOptions {
  /** The thread's program: dist/engine.cjs, or worker.ts from the sources. */
  readonly program: string | URL;
  /** Longest time for one script, in milliseconds. */
  readonly stepTimeoutMs: number;
}

/** Longest time to start, far above what the slowest machine takes, in milliseconds. */
const START_TIMEOUT_MS = 60_000;

/** PostgreSQL in WebAssembly (PGlite), in memory, from a saved data directory; one thread per database. */
export class EmbeddedEngine implements Engine {
  readonly #options: EmbeddedOptions;

  constructor(options: EmbeddedOptions) {
    this.#options = options;
  }

  async open(): Promise<{ readonly database: Database; readonly info: EngineInfo }> {
    const started = performance.now();
    const thread = new EngineThread(this.#options);
    try {
      const { version } = await thread.call('open', [], START_TIMEOUT_MS);
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
      return { outcome: timedOut ? 'timed-out' : 'broken', durationMs: performance.now() - started, error: { message } };
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
  throw new EngineError(`the schema cannot be read any more: ${message}`, 'look for a migration that changes pg_catalog by hand', {
    cause: error,
  });
}

/** Calls into the thread, each with its answer. */
class EngineThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  #next = 1;
  #dead: Error | undefined;

  constructor({ program, assets, extensions }: EmbeddedOptions) {
    this.#worker = new Worker(program, { workerData: { assets, extensions } satisfies EngineOptions, stdout: true, stderr: true });
    this.#worker.on('message', (answer: EngineAnswer) => this.#settle(answer));
    this.#worker.on('error', (error) => this.#die(error instanceof Error ? error : new Error(String(error))));
    this.#worker.on('exit', (code) => this.#die(new Error(`the engine ended with exit code ${code}`)));
  }

  call<Name extends keyof EngineCalls>(
    name: Name,
    args: EngineCalls[Name]['args'],
    timeoutMs?: number,
  ): Promise<EngineCalls[Name]['result']> {
    if (this.#dead !== undefined) return Promise.reject(this.#dead);
    const id = this.#next++;
    const answer = new Promise<EngineCalls[Name]['result']>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, name, args });
    });
    return timeoutMs === undefined ? answer : withTimeout(answer, timeoutMs);
  }

  async stop(): Promise<void> {
    this.#die(new Error('the engine was stopped'));
    await this.#worker.terminate();
  }

  #settle(answer: EngineAnswer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if ('error' in answer) waiting?.reject(new Error(answer.error));
    else waiting?.resolve(answer.result as never);
  }

  #die(error: Error): void {
    this.#dead ??= error;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

function withTimeout<T>(answer: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimedOut(`no end after ${timeoutMs} ms`)), timeoutMs);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
