import type { Places } from './places.ts';
import { pointerTo } from './places.ts';
import type { Range } from './source-text.ts';

export interface JsonPlaces {
  readonly places: Places;
  /** Keys given twice, which `JSON.parse` lets pass: `at` is the later one, `first` the one before. */
  readonly duplicates: readonly { name: string; at: Range; first: Range }[];
}

/** Where a text ceases to be JSON (RFC 8259), as UTF-16 offset. */
export class JsonSlip extends Error {
  readonly offset: number;

  constructor(offset: number) {
    super(`not JSON at offset ${offset}`);
    this.name = 'JsonSlip';
    this.offset = offset;
  }
}

const DEEPEST = 200;

/** Places of all values of a JSON text. Throws JsonSlip where it is not JSON, RangeError at more than 200 levels. */
export function jsonPlaces(text: string): JsonPlaces {
  const scanner = new JsonScanner(text);
  scanner.document();
  return scanner;
}

const SPACE = /[ \t\r\n]*/y;
// Written so that no text is matched in two ways: `(a+|b)*` would take exponential time on a string without an end.
const STRING = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

class JsonScanner implements JsonPlaces {
  readonly places: Places = new Map();
  readonly duplicates: { name: string; at: Range; first: Range }[] = [];
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): void {
    this.#value('', undefined);
    if (this.#at < this.#text.length) throw new JsonSlip(this.#at);
  }

  #value(pointer: string, key: Range | undefined): void {
    this.#take(SPACE);
    const start = this.#at;
    const opening = this.#text[start];
    if (opening === '{') this.#members(pointer);
    else if (opening === '[') this.#elements(pointer);
    else this.#take(opening === '"' ? STRING : SCALAR);
    const kind = opening === '{' ? 'map' : opening === '[' ? 'list' : 'scalar';
    const range: Range = [start, this.#at];
    this.places.set(pointer, key === undefined ? { value: range, kind } : { value: range, key, kind });
    this.#take(SPACE);
  }

  #members(pointer: string): void {
    const seen = new Map<string, Range>();
    this.#entries('}', () => {
      const start = this.#at;
      const name = JSON.parse(this.#take(STRING)) as string;
      const range: Range = [start, this.#at];
      const first = seen.get(name);
      if (first !== undefined) this.duplicates.push({ name, at: range, first });
      seen.set(name, range);
      this.#take(SPACE);
      this.#take(/:/y);
      this.#value(pointerTo(pointer, name), range);
    });
  }

  #elements(pointer: string): void {
    let index = 0;
    this.#entries(']', () => {
      this.#value(pointerTo(pointer, index), undefined);
      index += 1;
    });
  }

  /** What stands between a bracket and its end, with commas between entries. */
  #entries(end: string, entry: () => void): void {
    if (++this.#depth > DEEPEST) throw new RangeError(`more than ${DEEPEST} levels`);
    this.#at += 1;
    this.#take(SPACE);
    if (this.#text[this.#at] !== end) {
      entry();
      while (this.#text[this.#at] !== end) {
        this.#take(/,/y);
        this.#take(SPACE);
        entry();
      }
    }
    this.#at += 1;
    this.#depth -= 1;
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found === undefined) throw new JsonSlip(this.#at);
    this.#at += found.length;
    return found;
  }
}
