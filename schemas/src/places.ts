import type { Range } from './source-text.ts';

/** Where one value of a document stands. */
export interface Place {
  readonly value: Range;
  /** The key that holds the value; absent in lists and at the top. */
  readonly key?: Range;
  /** What the value looks like in the source. */
  readonly kind: 'scalar' | 'map' | 'list' | 'nothing';
}

/** Places by JSON Pointer (RFC 6901), as ajv names them in `instancePath`; the document itself is the empty text. */
export type Places = Map<string, Place>;

/** The pointer of a child. */
export function pointerTo(parent: string, key: string | number): string {
  return `${parent}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** The keys and indices of a pointer. */
export function segmentsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** A pointer as people write it: `migrations.required[0]`. */
export function pathOf(pointer: string): string {
  return segmentsOf(pointer)
    .map((segment) => (/^\d+$/.test(segment) ? `[${segment}]` : `.${segment}`))
    .join('')
    .replace(/^\./, '');
}

/** The part to point at when a value is wrong: the value if it is short and there, else the key that holds it. */
export function rangeOfValue(places: Places, pointer: string): Range {
  const place = places.get(pointer);
  if (place === undefined) return pointer === '' ? [0, 1] : rangeOfValue(places, parentOf(pointer));
  return place.kind === 'scalar' ? place.value : rangeOfKey(places, pointer);
}

/** The part to point at when something is missing in a value, or the value is too many: its key if it has one. */
export function rangeOfKey(places: Places, pointer: string): Range {
  const place = places.get(pointer);
  if (place === undefined) return pointer === '' ? [0, 1] : rangeOfKey(places, parentOf(pointer));
  return place.key ?? [place.value[0], Math.min(place.value[1], place.value[0] + 1)];
}

/** The value at a pointer; undefined when nothing is there. */
export function valueAt(root: unknown, pointer: string): unknown {
  return segmentsOf(pointer).reduce<unknown>((value, segment) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, segment)) return undefined;
    return (value as Record<string, unknown>)[segment];
  }, root);
}

function parentOf(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'));
}

/** Sets an own property whatever its name is: a plain assignment to `__proto__` would set none. */
export function setOwn(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
}
