import type { Script } from '../layouts/layout.ts';
import type { CatalogHandle, Database, Engine, EngineInfo, RunResult } from '../ports.ts';
import { EngineError } from '../ports.ts';
import type { Step } from './step.ts';
import { NotRepeatable } from './step.ts';

/** The setup did not run: no database can be made ready. */
export class SetupFailed extends Error {
  readonly result: RunResult;
  readonly script: Script;
  constructor(script: Script, result: RunResult) {
    super(result.error?.message ?? result.outcome);
    this.script = script;
    this.result = result;
  }
}

/**
 * Where migrations are tried: a throw-away database that stands at a known point of the history. When something went wrong,
 * nobody knows what it left behind, so the next one starts from a new database.
 */
export class Stage {
  readonly #engine: Engine;
  readonly #setup: Script | null;
  #database: Database | undefined;
  #applied: readonly Step[] | undefined;
  #catalog: CatalogHandle | undefined;
  #ended = false;
  /** Of the first database that was opened. */
  info: EngineInfo | undefined;

  constructor(engine: Engine, setup: Script | null) {
    this.#engine = engine;
    this.#setup = setup;
  }

  /** A database on which just these migrations have run, once each. Rejects with EngineError, SetupFailed, NotRepeatable. */
  async at(steps: readonly Step[]): Promise<Database> {
    if (this.#database !== undefined && this.#applied !== undefined && isPrefix(this.#applied, steps)) {
      return await this.#apply(this.#database, steps.slice(this.#applied.length), steps);
    }
    await this.close();
    if (this.#ended) throw new EngineError('the run was cancelled', 'run it again');
    const { database, info } = await this.#engine.open();
    this.#database = database;
    this.info ??= info;
    if (this.#setup !== null) {
      const result = await database.run(this.#setup);
      if (result.outcome !== 'ok') throw new SetupFailed(this.#setup, result);
    }
    return await this.#apply(database, steps, steps);
  }

  /** Fingerprint of the database that `at` gave; not read twice while nothing runs. */
  async catalog(database: Database): Promise<CatalogHandle> {
    this.#catalog ??= await database.catalog();
    return this.#catalog;
  }

  /** Says at which point the database now stands, with its fingerprint when that is known; undefined: nobody knows. */
  standsAt(steps: readonly Step[] | undefined, catalog?: CatalogHandle): void {
    this.#applied = steps;
    this.#catalog = catalog;
  }

  /** No further database is opened. */
  async end(): Promise<void> {
    this.#ended = true;
    await this.close();
  }

  async close(): Promise<void> {
    this.standsAt(undefined);
    await this.#database?.close();
    this.#database = undefined;
  }

  async #apply(database: Database, missing: readonly Step[], all: readonly Step[]): Promise<Database> {
    if (missing.length > 0) this.standsAt(undefined);
    for (const step of missing) {
      const result = await database.run(step.up);
      if (result.outcome !== 'ok') throw new NotRepeatable(step, result);
    }
    this.#applied = all;
    return database;
  }
}

function isPrefix(applied: readonly Step[], steps: readonly Step[]): boolean {
  return applied.length <= steps.length && applied.every((step, index) => step === steps[index]);
}
