import type { JsonSchema } from '../json-schema.ts';
import type { Places } from '../places.ts';
import { pathOf, pointerTo, rangeOfKey, rangeOfValue, valueAt } from '../places.ts';
import { secondsOf, shareOf } from '../quantities.ts';
import type { Finding, JudgedDocument } from '../schema-faults.ts';
import type { FaultWords, Range } from '../source-text.ts';
import { placeText } from '../source-text.ts';
import type { PlanPath } from './plan-path.ts';
import { CANARY_POINTER } from './plan-path.ts';

/**
 * A plan, or another section, as it was written, whatever was written: a part of the wrong type reads as absent, since the schema tells of
 * it. So no check needs to know what the others found.
 */
export class WrittenPlan {
  readonly #document: JudgedDocument;
  readonly #top: string;

  /** `top`: pointer to the section. */
  constructor(document: JudgedDocument, top: string = CANARY_POINTER) {
    this.#document = document;
    this.#top = top;
  }

  value(path: PlanPath): unknown {
    return valueAt(this.#document.value, this.#pointer(path));
  }

  has(path: PlanPath): boolean {
    return this.value(path) !== undefined;
  }

  text(path: PlanPath): string | undefined {
    const value = this.value(path);
    return typeof value === 'string' ? value : undefined;
  }

  number(path: PlanPath): number | undefined {
    const value = this.value(path);
    return typeof value === 'number' ? value : undefined;
  }

  /** Seconds; undefined when nothing is there, or no duration. */
  seconds(path: PlanPath): number | undefined {
    return secondsOf(this.value(path));
  }

  /** From 0 to 1; undefined when nothing is there, or no share. */
  share(path: PlanPath): number | undefined {
    return shareOf(this.value(path));
  }

  /** Keys of a map; none when there is no map. */
  keys(path: PlanPath): readonly string[] {
    const value = this.value(path);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
  }

  /** Paths of the entries of a list; none when there is no list. */
  entries(path: PlanPath): readonly PlanPath[] {
    const value = this.value(path);
    return Array.isArray(value) ? value.map((_, index) => [...path, index]) : [];
  }

  /** What stands beside the plan in the same file. */
  beside(pointer: string): unknown {
    return valueAt(this.#document.value, pointer);
  }

  schemaAt(path: PlanPath): JsonSchema {
    return this.#document.schemaAt(this.#pointer(path));
  }

  /** `line:column` of a part. */
  place(path: PlanPath): string {
    return placeText(this.#document.source, this.#range(path, 'value'));
  }

  line(path: PlanPath): string {
    return `line ${this.place(path).split(':')[0] ?? ''}`;
  }

  /** A fault at the value of a part, or at its key. */
  finding(path: PlanPath, words: FaultWords, at: 'value' | 'key' = 'value'): Finding {
    return { pointer: this.#pointer(path), keyword: 'plan', range: this.#range(path, at), words };
  }

  /** A fault of a whole entry of a list, shown at its name when it has one. */
  findingAtName(entry: PlanPath, words: FaultWords): Finding {
    const name = [...entry, 'name'];
    return { ...this.finding(entry, words, 'key'), range: this.#range(this.has(name) ? name : entry, 'value') };
  }

  /** As people write it: `canary.steps[0].hold`. */
  pathText(path: PlanPath): string {
    return pathOf(this.#pointer(path));
  }

  #range(path: PlanPath, at: 'value' | 'key'): Range {
    const places: Places = this.#document.places;
    return at === 'value' ? rangeOfValue(places, this.#pointer(path)) : rangeOfKey(places, this.#pointer(path));
  }

  #pointer(path: PlanPath): string {
    return path.reduce<string>(pointerTo, this.#top);
  }
}
