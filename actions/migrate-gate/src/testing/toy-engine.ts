/** An engine without PostgreSQL: a database in memory that knows a handful of statements, under the same contract (ports.test.ts). */
import type { Difference } from '../catalog/compare.ts';
import type { Script } from '../layouts/layout.ts';
import type { CatalogHandle, Database, Engine, EngineInfo, RunResult } from '../ports.ts';
import { EngineError } from '../ports.ts';
import { statements } from '../sql/statements.ts';
import type { Schema } from './toy-statements.ts';
import { execute } from './toy-statements.ts';

export class ToyEngine implements Engine {
  /** How often a database was opened. */
  opened = 0;
  readonly #mostDatabases: number;

  constructor(options: { readonly mostDatabases?: number } = {}) {
    this.#mostDatabases = options.mostDatabases ?? Number.POSITIVE_INFINITY;
  }

  async open(): Promise<{ database: ToyDatabase; info: EngineInfo }> {
    if (this.opened >= this.#mostDatabases) throw new EngineError('no room for another database', 'free some memory');
    this.opened += 1;
    return { database: new ToyDatabase(), info: { kind: 'embedded', version: '0.1', startMs: 1 } };
  }
}

type Failure = Pick<RunResult, 'outcome' | 'error' | 'place'>;

class ToyDatabase implements Database {
  #schema: Schema = new Map([['schema\tpublic', '']]);
  /** Of the open transaction: what to go back to. */
  #before: Schema | undefined;
  #alive = true;
  readonly #catalogs: Schema[] = [];

  async run(script: Script): Promise<RunResult> {
    if (!this.#alive) return { outcome: 'broken', durationMs: 0, error: { message: 'the database is closed' } };
    const failure = this.#runChunks(script);
    this.#alive = failure?.outcome !== 'timed-out' && failure?.outcome !== 'broken';
    return { outcome: 'ok', ...failure, durationMs: 1 };
  }

  async catalog(): Promise<CatalogHandle> {
    if (!this.#alive) throw new EngineError('the database is closed', 'open another one');
    return { id: this.#catalogs.push(new Map(this.#schema)) - 1, objects: this.#schema.size };
  }

  async compare(expected: CatalogHandle, got: CatalogHandle): Promise<readonly Difference[]> {
    const [before, after] = [this.#catalogs[expected.id], this.#catalogs[got.id]];
    if (before === undefined || after === undefined) throw new Error('no such fingerprint');
    const gone = [...before.keys()].filter((id) => !after.has(id)).map((id) => difference(id, 'gone'));
    const fresh = [...after.keys()].filter((id) => !before.has(id)).map((id) => difference(id, 'new'));
    return [...gone, ...fresh];
  }

  async close(): Promise<void> {
    this.#alive = false;
  }

  #runChunks(script: Script): Failure | undefined {
    const wrapped = script.transaction === 'wrapped';
    if (wrapped) this.#before = new Map(this.#schema);
    for (const [index, { sql, offset }] of script.chunks.entries()) {
      const failure = this.#runMessage(sql, index, offset);
      if (failure === undefined) continue;
      this.#rollBack();
      return failure;
    }
    if (wrapped) this.#before = undefined;
    if (this.#before === undefined) return undefined;
    this.#rollBack();
    return { outcome: 'open' };
  }

  /** Several statements in one message are one transaction, unless they say otherwise. */
  #runMessage(sql: string, chunk: number, offset: number): Failure | undefined {
    const implicit = this.#before === undefined;
    if (implicit) this.#before = new Map(this.#schema);
    let explicit = !implicit;
    for (const [finished, { start, end }] of statements(sql).entries()) {
      const text = sql.slice(start, end);
      const word = text.toUpperCase();
      if (word === 'BEGIN') explicit = true;
      else if (word === 'COMMIT') {
        explicit = false;
        this.#before = new Map(this.#schema);
      } else {
        const result = execute(text, this.#schema);
        if (result === undefined) continue;
        const { at, ...failure } = result;
        const place =
          at === undefined
            ? ({ kind: 'statement', chunk, finished } as const)
            : ({ kind: 'offset', offset: offset + start + at } as const);
        return failure.outcome === 'failed' ? { ...failure, place } : failure;
      }
    }
    if (!explicit) this.#before = undefined;
    return undefined;
  }

  #rollBack(): void {
    this.#schema = this.#before ?? this.#schema;
    this.#before = undefined;
  }
}

function difference(id: string, change: 'gone' | 'new'): Difference {
  const [kind = '', object = ''] = id.split('\t');
  return { class: kind, object, change, attributes: [], noise: null };
}
