/** A PostgreSQL of its own (PGlite, in the test's process) whose catalog is read twice: by what has changed, and afresh. */
import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';
import { bundledExtensions, engineAssets } from '../../adapters/embedded/assets.ts';
import type { Catalog } from '../object-rows.ts';
import type { ResultSet } from '../reader.ts';
import { CatalogReader } from '../reader.ts';

const assets = new URL('../../../dist/', import.meta.url);

/** One message, or several: what cannot stand in a transaction block stands alone. */
export type Sql = string | readonly string[];

export interface FixtureOptions {
  /** Extensions that the test creates, by the name that CREATE EXTENSION takes. */
  readonly extensions?: readonly string[];
  /** SQL run once, before the first read. */
  readonly setup?: Sql;
}

export class CatalogFixture {
  readonly #db: PGlite;
  readonly #reader: CatalogReader;
  /** What the readers of readAfresh have prepared: each of them would prepare the same again. */
  readonly #prepared = new Set<string>();
  readonly #plans = new Map<string, string>();

  private constructor(db: PGlite) {
    this.#db = db;
    this.#reader = new CatalogReader((statements) => this.#rows(statements));
  }

  static async open({ extensions = [], setup = '' }: FixtureOptions = {}): Promise<CatalogFixture> {
    const read = (name: string) => readFileSync(new URL(name, assets));
    const db = await PGlite.create({
      pgliteWasmModule: await WebAssembly.compile(read(engineAssets.wasm)),
      fsBundle: new Blob([read(engineAssets.files)]),
      loadDataDir: new Blob([gunzipSync(read(engineAssets.dataDirectory))]),
      extensions: Object.fromEntries(extensions.map((name) => [name, bundled(name)])),
    });
    const fixture = new CatalogFixture(db);
    await fixture.run('SET allow_in_place_tablespaces = on');
    await fixture.run(setup);
    return fixture;
  }

  /** Runs each SQL text as one message and so as one transaction; rejects with the server's error, and leaves no transaction open. */
  async run(sql: Sql): Promise<void> {
    for (const text of typeof sql === 'string' ? [sql] : sql) await this.#send(text);
  }

  async #send(sql: string): Promise<void> {
    try {
      await this.#db.exec(sql);
    } catch (error) {
      await this.#db.exec('ROLLBACK');
      throw new Error(`${error instanceof Error ? error.message : String(error)}\n${sql}`, { cause: error });
    }
  }

  /** Runs SQL that changes catalogs by hand, for what no command changes. */
  async runOnCatalog(sql: Sql): Promise<void> {
    await this.run([
      'SET allow_system_table_mods = on',
      ...(typeof sql === 'string' ? [sql] : sql),
      'RESET allow_system_table_mods',
    ]);
  }

  /** One column of rows, as text. */
  async texts(sql: string): Promise<readonly string[]> {
    const { rows } = await this.#db.query<readonly unknown[]>(sql, [], { rowMode: 'array' });
    return rows.map(([value]) => String(value));
  }

  /** As the gate reads: everything the first time, then what has changed. */
  async read(options?: Parameters<CatalogReader['read']>[0]): Promise<Catalog> {
    return (await this.#reader.read(options)).objects();
  }

  /** Everything, by a reader that knows nothing. */
  async readAfresh(): Promise<Catalog> {
    return (await new CatalogReader((statements) => this.#rowsAfresh(statements)).read()).objects();
  }

  async close(): Promise<void> {
    await this.#db.close();
  }

  async #rows(statements: readonly string[]): Promise<readonly ResultSet[]> {
    const results = await this.#db.exec(statements.join(';\n'), { rowMode: 'array' });
    return results.map((result) => result.rows as unknown as ResultSet);
  }

  /** Both readers live in one session, so the prepared statements of one have other names; planning is most of a read, so plans are kept. */
  async #rowsAfresh(statements: readonly string[]): Promise<readonly ResultSet[]> {
    const others = statements.map((sql) => sql.replaceAll('shipgate_', 'afresh_'));
    const selects = others.filter((sql) => sql.startsWith('SELECT') && !this.#plans.has(sql));
    const prepares = selects.map((sql) => {
      this.#plans.set(sql, `afresh_plan_${this.#plans.size}`);
      return `PREPARE ${this.#plans.get(sql)} AS ${sql}`;
    });
    const asked = others.filter((sql) => !this.#prepared.has(sql));
    for (const sql of asked) if (sql.startsWith('PREPARE')) this.#prepared.add(sql);
    // Behind the reader's settings, which plans are made for.
    const settings = asked.filter((sql) => sql.startsWith('SET '));
    const rest = asked
      .slice(settings.length)
      .map((sql) => (this.#plans.has(sql) ? `EXECUTE ${this.#plans.get(sql)}` : sql));
    const sets = await this.#rows([...settings, ...prepares, ...rest]);
    return sets.toSpliced(settings.length, prepares.length);
  }
}

function bundled(name: string) {
  const path = bundledExtensions.get(name);
  if (path === undefined) throw new Error(`no extension ${name} in ${fileURLToPath(assets)}`);
  return { name, setup: async () => ({ bundlePath: pathToFileURL(fileURLToPath(new URL(path, assets))) }) };
}
