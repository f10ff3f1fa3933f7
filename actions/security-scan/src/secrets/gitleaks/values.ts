/** Values of a TOML table, asked for by type; what is of another type, or no regular expression of Go, is a fault with its place. Pure. */
import { RE2JS } from 're2js';
import type { Trouble } from '../../finding.ts';
import { placeIn, type Way } from './place.ts';

/** Stops the reading at the first fault; caught by `load.ts`. */
export class GitleaksFault extends Error {
  readonly trouble: Trouble;

  constructor(trouble: Trouble) {
    super(trouble.got);
    this.trouble = trouble;
  }
}

export interface Source {
  readonly file: string;
  readonly text: string;
}

export class Table {
  private readonly values: ReadonlyMap<string, unknown>;
  private readonly source: Source;
  readonly way: Way;

  constructor(value: object, source: Source, way: Way) {
    // Keys have no case, as gitleaks has it.
    this.values = new Map(Object.entries(value).map(([key, each]) => [key.toLowerCase(), each]));
    this.source = source;
    this.way = way;
  }

  fault(expected: string, got: string, key?: string | number, value?: string): GitleaksFault {
    const way = key === undefined ? this.way : [...this.way, key];
    const place = { file: this.source.file, ...placeIn(this.source.text, way, value) };
    return new GitleaksFault({ expected, got, mend: `Mend it in ${this.source.file}`, place });
  }

  has(key: string): boolean {
    return this.values.has(key.toLowerCase());
  }

  text(key: string): string {
    const value = this.values.get(key.toLowerCase()) ?? '';
    if (typeof value !== 'string') throw this.fault(`a string for \`${key}\``, typeOf(value), key);
    return value;
  }

  number(key: string): number {
    const value = this.values.get(key.toLowerCase()) ?? 0;
    if (typeof value !== 'number') throw this.fault(`a number for \`${key}\``, typeOf(value), key);
    return value;
  }

  whole(key: string): number {
    const value = this.number(key);
    if (!Number.isSafeInteger(value) || value < 0)
      throw this.fault(`a whole number for \`${key}\``, String(value), key);
    return value;
  }

  /** undefined when it is not said. */
  flag(key: string): boolean | undefined {
    const value = this.values.get(key.toLowerCase());
    if (value !== undefined && typeof value !== 'boolean')
      throw this.fault(`true or false for \`${key}\``, typeOf(value), key);
    return value;
  }

  /** One string stands for a list of one. */
  texts(key: string): readonly string[] {
    const value = this.values.get(key.toLowerCase()) ?? [];
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    return list.map((each) => {
      if (typeof each !== 'string') throw this.fault(`a list of strings for \`${key}\``, `${typeOf(each)} in it`, key);
      return each;
    });
  }

  tables(key: string): readonly Table[] {
    const value = this.values.get(key.toLowerCase()) ?? [];
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    return list.map((each, index) => {
      if (typeof each !== 'object' || each === null || Array.isArray(each)) {
        throw this.fault(`tables for \`${key}\``, typeOf(each), key);
      }
      return new Table(each, this.source, [...this.way, key, index]);
    });
  }

  regexes(key: string): readonly RE2JS[] {
    return this.texts(key).map((pattern) => this.compiled(key, pattern));
  }

  regex(key: string): RE2JS | undefined {
    const pattern = this.text(key);
    return pattern === '' ? undefined : this.compiled(key, pattern);
  }

  private compiled(key: string, pattern: string): RE2JS {
    try {
      return RE2JS.compile(pattern);
    } catch (error) {
      const why = error instanceof Error ? error.message : 'it does not parse';
      throw this.fault(`a regular expression of Go (RE2) for \`${key}\``, why, key, pattern);
    }
  }
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  return value instanceof Date ? 'a date' : `a ${typeof value}`;
}
