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
import type { WireMessage } from './wire.ts';
import { readFields, readMessages, readRow, readStatus, readTag } from './wire.ts';

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

/** What a database is made of. */
export interface EngineParts {
  readonly assets: string;
  readonly module: WebAssembly.Module;
  readonly files: Uint8Array;
  readonly dataDirectory: Uint8Array;
}

/** From the folder of the assets. */
export async function loadParts(assets: string): Promise<EngineParts> {
  const read = (name: string) => readFileSync(join(assets, name));
  // Compiled by other threads while this one unpacks.
  const compiling = WebAssembly.compile(read(engineAssets.wasm));
  const dataDirectory = gunzipSync(read(engineAssets.dataDirectory));
  return { assets, files: read(engineAssets.files), dataDirectory, module: await compiling };
}

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

  static async open(parts: EngineParts, extensions: readonly string[]): Promise<{ session: Session; version: string }> {
    const db = await PGlite.create({
      fsBundle: new Blob([parts.files]),
      loadDataDir: new Blob([parts.dataDirectory]),
      pgliteWasmModule: parts.module,
      extensions: Object.fromEntries(extensions.map((name) => [name, extension(parts.assets, name)])),
    });
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
    const sets: ResultSet[] = [];
    let rows: (readonly unknown[])[] = [];
    for (const { kind, body } of await this.#message(statements.join(';\n'))) {
      if (kind === 'E') throw new Error(readFields(body).get('M'));
      if (kind === 'D') rows.push(readRow(body));
      if (kind !== 'C') continue;
      sets.push(rows);
      rows = [];
    }
    return sets;
  }

  /** One message of the simple query protocol. PGlite's own `exec` sends a Sync after each, and reads every value's type. */
  async #message(sql: string): Promise<readonly WireMessage[]> {
    const chunks: Uint8Array[] = [];
    // The bytes are a view of the engine's memory. Nothing to write back: the files are in memory.
    const onRawData = (bytes: Uint8Array) => void chunks.push(bytes.slice());
    await this.#db.execProtocolRawStream(protocol.serialize.query(sql), { onRawData, syncToFs: false });
    const [first, ...others] = chunks;
    // Most answers are one chunk.
    return readMessages(first !== undefined && others.length === 0 ? Buffer.from(first.buffer) : Buffer.concat(chunks));
  }

  async #send(sql: string): Promise<Sent> {
    const messages = await this.#message(sql);
    const failure = messages.find(({ kind }) => kind === 'E');
    const ready = messages.findLast(({ kind }) => kind === 'Z');
    // Seen after a stack overflow inside the server: it falls silent, and what it did nobody knows.
    if (ready === undefined) throw new Error('PostgreSQL broke off in the middle of its answer');
    const notices = messages.filter(({ kind }) => kind === 'N');
    if (notices.some(({ body }) => UNSENT_SIGNAL.test(readFields(body).get('M') ?? ''))) {
      throw new Error('terminating connection due to administrator command');
    }
    const tags = messages.flatMap(({ kind, body }) => (kind === 'C' ? [readTag(body)] : []));
    this.#prepares ||= tags.includes('PREPARE');
    this.#beyondTables ||= tags.some((tag) => !ABOUT_TABLES.has(tag));
    return {
      finished: tags.length,
      status: readStatus(ready.body),
      ...(failure === undefined ? {} : readError(readFields(failure.body))),
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

function readError(fields: ReadonlyMap<string, string>): Pick<Sent, 'error' | 'position'> {
  const field = <Name extends string>(name: Name, letter: string) => {
    const text = fields.get(letter);
    return text === undefined ? {} : ({ [name]: text } as { readonly [_ in Name]: string });
  };
  const object = fields.get('n') ?? fields.get('t') ?? fields.get('d');
  const error: DatabaseError = {
    message: fields.get('M') ?? '',
    ...field('sqlState', 'C'),
    ...field('detail', 'D'),
    ...field('hint', 'H'),
    ...(object === undefined ? {} : { object }),
  };
  const position = fields.get('P');
  return position === undefined ? { error } : { error, position: Number(position) };
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
