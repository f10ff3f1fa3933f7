/** A value in a folder that one of two writers wins, across processes. Version n is the file `<name>.<n>.json`. */
import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { link, mkdir, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Cell, TrafficError, type Version, type Versioned } from '../steering/traffic.ts';

/**
 * Versions that stay. A file of a version is made once, by link(2), which fails when the name is there. A writer that slept while
 * its version came and went could make it again: it sees then that the newest one is this far ahead.
 */
const KEPT = 16;
/** Bytes of a value. */
const LARGEST = 4 * 1024 * 1024;
/** Looks at a folder that changes all the time. */
const MOST_LOOKS = 100;

export interface FileCellOptions<T> {
  /** Made when absent, for its owner only. On one machine: network file systems do not keep the promises of link(2). */
  readonly folder: string;
  readonly name: string;
  /** For people: "lock of backend web". The folder is added. */
  readonly description?: string;
  /** Throws when the value is none of ours. */
  readonly parse: (value: unknown) => T;
}

export class FileCell<T> implements Cell<T> {
  readonly description: string;
  private readonly folder: string;
  private readonly stem: string;
  private readonly parse: (value: unknown) => T;

  constructor({ folder, name, description = name, parse }: FileCellOptions<T>) {
    this.description = `${description} in ${folder}`;
    this.folder = folder;
    this.stem = encodeURIComponent(name);
    this.parse = parse;
  }

  /** Throws TrafficError `odd-record` for a torn or foreign file, `refused` for a folder that cannot be used. */
  async read(signal: AbortSignal): Promise<Versioned<T>> {
    for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
      alive(signal);
      const version = await this.newest();
      if (version === 0) return { value: undefined, version: undefined };
      const text = await this.text(version);
      // Removed since: there are newer ones.
      if (text !== undefined) return { value: this.valueOf(text, version), version: String(version) };
    }
    throw new TrafficError('unavailable', `${this.description}: expected it to stand still for a moment, it did not`);
  }

  /** Throws TrafficError `conflict` when another writer was faster, `unfit` for a value that would be too large to read. */
  async write(value: T, expected: Version, signal: AbortSignal): Promise<Version> {
    alive(signal);
    const version = Number(expected ?? '0') + 1;
    const text = `${JSON.stringify(value)}\n`;
    if (Buffer.byteLength(text) > LARGEST)
      throw new TrafficError(
        'unfit',
        `${this.description}: expected a value of at most ${LARGEST} bytes, got a larger one`,
      );
    await attempt(this.description, () => mkdir(this.folder, { recursive: true, mode: 0o700 }));
    if ((await this.newest()) !== version - 1) throw this.conflict(version);
    const fresh = this.path(version, `.${randomUUID()}.tmp`);
    try {
      await attempt(this.description, () => writeWhole(fresh, text));
      alive(signal);
      await this.publish(fresh, version);
    } finally {
      await rm(fresh, { force: true }).catch(() => {});
    }
    await this.clear(version - KEPT).catch(() => {});
    return String(version);
  }

  /** The moment in which a version is there, whole, for all. */
  private async publish(fresh: string, version: number): Promise<void> {
    try {
      await link(fresh, this.path(version));
    } catch (error) {
      // No temporary file any more: a later writer cleared it away.
      if (['EEXIST', 'ENOENT'].includes(codeOf(error))) throw this.conflict(version);
      throw failure(this.description, error);
    }
    await syncFolder(this.folder).catch(() => {});
    const newest = await this.newest().catch(() => Number.POSITIVE_INFINITY);
    if (newest < version + KEPT) return;
    throw new TrafficError(
      'unknown-effect',
      `${this.description}: expected to write version ${version}, got version ${newest} behind it: this writer was asleep, or cannot look`,
    );
  }

  /** The number of the newest version, 0 for none. */
  private async newest(): Promise<number> {
    // One listing may miss a file that was made meanwhile, together with the one that was removed: two that agree do not.
    let before = -1;
    for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
      const now = Math.max(0, ...(await this.files()).map(({ version, isTemporary }) => (isTemporary ? 0 : version)));
      if (now === before) return now;
      before = now;
    }
    throw new TrafficError('unavailable', `${this.description}: expected it to stand still for a moment, it did not`);
  }

  private async files(): Promise<readonly { file: string; version: number; isTemporary: boolean }[]> {
    const names = await attempt(this.description, () =>
      readdir(this.folder).catch((error: unknown) => {
        if (codeOf(error) === 'ENOENT') return [];
        throw error;
      }),
    );
    const prefix = `${this.stem}.`;
    return names.flatMap((file) => {
      if (!file.startsWith(prefix)) return [];
      const [, digits = '', temporary] =
        /^([1-9]\d{0,14})\.json(\.[0-9a-f-]+\.tmp)?$/.exec(file.slice(prefix.length)) ?? [];
      return digits === '' ? [] : [{ file, version: Number(digits), isTemporary: temporary !== undefined }];
    });
  }

  private async text(version: number): Promise<string | undefined> {
    try {
      // No link to somewhere else, and no pipe that never ends.
      const file = await open(this.path(version), constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
      try {
        const { size } = await file.stat();
        if (size > LARGEST) throw this.odd(this.path(version), `${size} bytes`);
        return await file.readFile('utf8');
      } finally {
        await file.close();
      }
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      if (['ELOOP', 'EISDIR', 'ENXIO'].includes(codeOf(error))) throw this.odd(this.path(version), 'no plain file');
      throw failure(this.description, error);
    }
  }

  private valueOf(text: string, version: number): T {
    try {
      return this.parse(JSON.parse(text));
    } catch (cause) {
      throw this.odd(this.path(version), 'a torn or foreign one', cause);
    }
  }

  /** Old versions, and what dead writers left. What cannot be removed now is removed by a later write. */
  private async clear(upTo: number): Promise<void> {
    const old = (await this.files()).filter(({ version }) => version <= upTo);
    for (const { file } of old) await rm(join(this.folder, file), { force: true }).catch(() => {});
  }

  private path(version: number, end = ''): string {
    return join(this.folder, `${this.stem}.${version}.json${end}`);
  }

  private conflict(version: number): TrafficError {
    return new TrafficError(
      'conflict',
      `${this.description}: expected to write version ${version}, got there too late`,
    );
  }

  private odd(file: string, got: string, cause?: unknown): TrafficError {
    const text = `expected a value of ours of at most ${LARGEST} bytes in ${file}, got ${got}; remove it when no rollout runs`;
    return new TrafficError('odd-record', text, { cause });
  }
}

async function writeWhole(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Some file systems have no fsync for folders: the name may then be lost with the power, and the value before it is there. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function alive(signal: AbortSignal): void {
  if (signal.aborted) throw new TrafficError('unavailable', 'expected an answer, got the end of the run before it');
}

async function attempt<R>(description: string, deed: () => Promise<R>): Promise<R> {
  try {
    return await deed();
  } catch (error) {
    throw failure(description, error);
  }
}

/** What a full disk denies today it may give tomorrow; the rest a person has to mend. */
function failure(description: string, error: unknown): TrafficError {
  if (error instanceof TrafficError) return error;
  const code = codeOf(error);
  const isPassing = ['ENOSPC', 'EDQUOT', 'EMFILE', 'ENFILE', 'EIO', 'EAGAIN'].includes(code);
  const text = `${description}: expected a folder that the user of the runner can write to, got ${code || String(error)}`;
  return new TrafficError(isPassing ? 'unavailable' : 'refused', text, { cause: error });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
