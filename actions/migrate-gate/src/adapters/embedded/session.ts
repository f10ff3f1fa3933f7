/** One PGlite instance: runs scripts as their tools would and keeps fingerprints. Lives in the engine's thread. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { PGlite, protocol } from '@electric-sql/pglite';
import type { Difference } from '../../catalog/compare.ts';
import { compareCatalogs } from '../../catalog/compare.ts';
import type { Snapshot } from '../../catalog/object-rows.ts';
import type { ResultSet } from '../../catalog/reader.ts';
import { CatalogReader } from '../../catalog/reader.ts';
import type { Script } from '../../layouts/layout.ts';
import type { CatalogHandle, DatabaseError, ErrorPlace, RunResult } from '../../ports.ts';
import { bundledExtensions, engineAssets } from './assets.ts';
import type { EngineOptions } from './protocol.ts';

/** Puts the session back as a new one would be; prepared statements stay, since the fingerprint's own are among them. */
const NEW_SESSION = [
  // RESET has nothing to go back to: PGlite's session began without a login. This takes SET ROLE back too.
  'SET SESSION AUTHORIZATION postgres',
  'RESET ALL',
  'CLOSE ALL',
  'UNLISTEN *',
  'SELECT pg_advisory_unlock_all()',
  'DISCARD TEMP',
  'DISCARD SEQUENCES',
];

/** Command tags of statements that only write to the catalogs of tables, indexes and what belongs to them. */
const ABOUT_TABLES = new Set([
  'BEGIN',
  'COMMIT',
  'SET',
  'RESET',
  'CREATE TABLE',
  'ALTER TABLE',
  'DROP TABLE',
  'CREATE INDEX',
  'ALTER INDEX',
  'DROP INDEX',
  'CREATE SEQUENCE',
  'ALTER SEQUENCE',
  'DROP SEQUENCE',
  'CREATE VIEW',
  'DROP VIEW',
  'CREATE TRIGGER',
  'DROP TRIGGER',
]);

/**
 * What PGlite says to pg_terminate_backend and pg_cancel_backend, having no process to signal: elsewhere the only session
 * that there is would have ended.
 */
const UNSENT_SIGNAL = /^could not send signal to process \d+/;

export class Session {
  readonly #db: PGlite;
  #reader: CatalogReader;
  readonly #catalogs = new Map<number, Snapshot>();
  #lastCatalog = 0;
  /** Since the last fingerprint something else ran than statements about tables and indexes. */
  #beyondTables = true;
  #prepares = false;

  private constructor(db: PGlite) {
    this.#db = db;
    this.#reader = this.#newReader();
  }

  static async open({
    assets,
    extensions,
  }: Pick<EngineOptions, 'assets' | 'extensions'>): Promise<{ session: Session; version: string }> {
    const read = (name: string) => readFileSync(join(assets, name));
    // Compiled by other threads while this one unpacks.
    const compiled = WebAssembly.compile(read(engineAssets.wasm));
    const options = {
      fsBundle: new Blob([read(engineAssets.files)]),
      loadDataDir: new Blob([gunzipSync(read(engineAssets.dataDirectory))]),
      extensions: Object.fromEntries(extensions.map((name) => [name, extension(assets, name)])),
    };
    const db = await PGlite.create({ ...options, pgliteWasmModule: await compiled });
    const version = await db.query<{ v: string }>(`SELECT current_setting('server_version') AS v`);
    return { session: new Session(db), version: version.rows[0]?.v ?? 'unknown' };
  }

  async run(script: Script): Promise<RunResult> {
    const started = performance.now();
    const result = await this.#runChunks(script);
    const durationMs = performance.now() - started;
    await this.#ask(NEW_SESSION);
    if (this.#prepares) await this.#forgetStatements();
    return { ...result, durationMs };
  }

  async catalog(): Promise<CatalogHandle> {
    const catalog = await this.#readCatalog();
    // The reader gives the same object as long as nothing differs.
    if (catalog !== this.#catalogs.get(this.#lastCatalog)) this.#catalogs.set(++this.#lastCatalog, catalog);
    return { id: this.#lastCatalog, objects: catalog.size };
  }

  compare(expected: number, got: number): readonly Difference[] {
    const [before, after] = [this.#catalogs.get(expected), this.#catalogs.get(got)];
    if (before === undefined || after === undefined)
      throw new Error(`no fingerprint ${expected} or ${got} in this database`);
    return before === after ? [] : compareCatalogs(before.objects(), after.objects());
  }

  /** Statements that the script prepared are gone in a new session; PostgreSQL can only forget all of them. */
  async #forgetStatements(): Promise<void> {
    this.#prepares = false;
    await this.#ask(['DEALLOCATE ALL']);
    this.#reader.forgetStatements();
  }

  /** A migration may have thrown the prepared statements away (DISCARD ALL): then everything is read anew. */
  async #readCatalog(): Promise<Snapshot> {
    const rareToo = this.#beyondTables;
    this.#beyondTables = false;
    try {
      return await this.#reader.read({ rareToo });
    } catch {
      await this.#ask(['ROLLBACK', 'DEALLOCATE ALL']);
      this.#reader = this.#newReader();
      return await this.#reader.read();
    }
  }

  #newReader(): CatalogReader {
    return new CatalogReader((statements) => this.#ask(statements));
  }

  async #runChunks(script: Script): Promise<Omit<RunResult, 'durationMs'>> {
    const wrapped = script.transaction === 'wrapped';
    if (wrapped) await this.#send('BEGIN');
    let last: Sent | undefined;
    for (const [index, chunk] of script.chunks.entries()) {
      last = await this.#send(chunk.sql);
      if (last.error === undefined) continue;
      if (last.status !== 'I') await this.#send('ROLLBACK');
      return { outcome: 'failed', error: last.error, place: placeOf(last, index, chunk) };
    }
    return await this.#finish(wrapped, script.chunks.length, last);
  }

  /** A deferred constraint speaks at COMMIT; a transaction that the file itself left open is rolled back when its session ends. */
  async #finish(wrapped: boolean, chunks: number, last: Sent | undefined): Promise<Omit<RunResult, 'durationMs'>> {
    const sent = wrapped ? await this.#send('COMMIT') : last;
    if (sent?.error !== undefined) {
      return { outcome: 'failed', error: sent.error, place: { kind: 'statement', chunk: chunks, finished: 0 } };
    }
    if (sent === undefined || sent.status === 'I') return { outcome: 'ok' };
    await this.#send('ROLLBACK');
    return { outcome: 'open' };
  }

  /** Our own statements as one message: the rows of each, values as text. Rejects with what the server says. */
  async #ask(statements: readonly string[]): Promise<readonly ResultSet[]> {
    const { messages } = await this.#message(statements.join(';\n'));
    const sets: ResultSet[] = [];
    let rows: (readonly unknown[])[] = [];
    for (const message of messages) {
      if (message.name === 'error') throw new Error(textOf(message));
      if (message.name === 'dataRow') rows.push((message as unknown as { fields: readonly unknown[] }).fields);
      if (message.name !== 'commandComplete') continue;
      sets.push(rows);
      rows = [];
    }
    return sets;
  }

  /** One message of the simple query protocol. PGlite's own `exec` sends a Sync after each, and reads every value's type. */
  #message(sql: string) {
    // Nothing to write back: the files are in memory.
    return this.#db.execProtocol(protocol.serialize.query(sql), { throwOnError: false, syncToFs: false });
  }

  async #send(sql: string): Promise<Sent> {
    const { messages } = await this.#message(sql);
    const failure = messages.find((message) => message.name === 'error');
    const ready = messages.findLast((message) => message.name === 'readyForQuery');
    // Seen after a stack overflow inside the server: it falls silent, and what it did nobody knows.
    if (ready === undefined) throw new Error('PostgreSQL broke off in the middle of its answer');
    if (messages.some((message) => message.name === 'notice' && UNSENT_SIGNAL.test(textOf(message)))) {
      throw new Error('terminating connection due to administrator command');
    }
    const tags = messages.flatMap((message) =>
      message.name === 'commandComplete' ? [(message as unknown as { text: string }).text] : [],
    );
    this.#prepares ||= tags.includes('PREPARE');
    this.#beyondTables ||= tags.some((tag) => !ABOUT_TABLES.has(tag));
    return {
      finished: tags.length,
      status: (ready as unknown as { status: string }).status,
      ...(failure === undefined ? {} : readError(failure as unknown as ServerError)),
    };
  }
}

interface Sent {
  /** Statements that the server finished. */
  readonly finished: number;
  /** Transaction status: I idle, T in a transaction, E in a failed one. */
  readonly status: string;
  readonly error?: DatabaseError;
  /** Place in the text sent, in characters from 1. */
  readonly position?: number;
}

/** Of a notice or an error. */
function textOf(message: object): string {
  return 'message' in message ? String(message.message) : '';
}

interface ServerError {
  readonly message: string;
  readonly code?: string;
  readonly detail?: string;
  readonly hint?: string;
  readonly position?: string;
  readonly constraint?: string;
  readonly table?: string;
  readonly dataType?: string;
}

function readError(failure: ServerError): Pick<Sent, 'error' | 'position'> {
  const object = failure.constraint ?? failure.table ?? failure.dataType;
  const error: DatabaseError = {
    message: failure.message,
    ...(failure.code === undefined ? {} : { sqlState: failure.code }),
    ...(failure.detail === undefined ? {} : { detail: failure.detail }),
    ...(failure.hint === undefined ? {} : { hint: failure.hint }),
    ...(object === undefined ? {} : { object }),
  };
  return failure.position === undefined ? { error } : { error, position: Number(failure.position) };
}

function placeOf(sent: Sent, chunk: number, { sql, offset }: Script['chunks'][number]): ErrorPlace {
  if (sent.position === undefined) return { kind: 'statement', chunk, finished: sent.finished };
  // The server counts characters, JavaScript counts UTF-16 units.
  const before = Array.from(sql)
    .slice(0, sent.position - 1)
    .join('');
  return { kind: 'offset', offset: offset + before.length };
}

function extension(assets: string, name: string) {
  const bundlePath = pathToFileURL(join(assets, bundledExtensions.get(name) ?? ''));
  return { name, setup: async () => ({ bundlePath }) };
}
