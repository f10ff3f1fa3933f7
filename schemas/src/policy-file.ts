import type { OpenedYaml, ReadResult, SectionName } from './document.ts';
import { judgeShipgate, KNOWN_KEYS, openYaml, refused } from './document.ts';
import type { FaultLocation } from './fault.ts';
import type { ShipgateFile } from './generated/shipgate.ts';
import { pointerTo, rangeOfValue } from './places.ts';
import { locationOf } from './source-text.ts';

/** A policy of one gate: a section of a shipgate file, or a file of its own. */
export interface PolicyFile<Name extends SectionName & keyof ShipgateFile> {
  /** Undefined when the file has no such section. */
  readonly section: ShipgateFile[Name];
  /** The whole file; undefined for a policy alone. */
  readonly file: ShipgateFile | undefined;
  /** Where a part of the policy stands; what it does not have leads to what stands nearest above it. */
  placeOf(path: readonly (string | number)[]): FaultLocation;
}

/** One section, and the keys that it can have. */
export interface PolicyKind<Name extends SectionName & keyof ShipgateFile> {
  readonly name: Name;
  readonly keys: readonly string[];
}

/**
 * Reads a policy: the section of a shipgate file (one with `version`), else a policy that is a file of its own. Never
 * throws on what the file holds; the other sections give warnings only.
 */
export function readPolicyFile<Name extends SectionName & keyof ShipgateFile>(
  kind: PolicyKind<Name>,
  input: Uint8Array | string,
  { file }: { file: string },
): ReadResult<PolicyFile<Name>> {
  const opened = openYaml(input, file);
  if ('refusals' in opened) return refused(opened.refusals);
  const isAlone = isPolicyAlone(kind, opened.value);
  const document = isAlone ? asSection(kind.name, opened) : opened;
  const judged = judgeShipgate(document, kind.name);
  if (judged.value === undefined) return { ...judged, value: undefined };
  const top = pointerTo('', kind.name);
  const placeOf = (path: readonly (string | number)[]) =>
    locationOf(document.source, rangeOfValue(document.places, path.reduce<string>(pointerTo, top)));
  const value = { section: judged.value[kind.name], file: isAlone ? undefined : judged.value, placeOf };
  return { ...judged, value };
}

/** How many keys of a policy a file has at its top; 0 for a shipgate file. */
export function keysOfPolicyAlone(
  { keys }: PolicyKind<'canary' | 'checklist' | 'security'>,
  input: Uint8Array | string,
): number {
  const opened = openYaml(input, '');
  if ('refusals' in opened) return 0;
  const given = Object.keys(opened.value);
  return given.some((key) => KNOWN_KEYS.includes(key)) ? 0 : given.filter((key) => keys.includes(key)).length;
}

function isPolicyAlone({ name, keys }: PolicyKind<SectionName & keyof ShipgateFile>, value: object): boolean {
  const given = Object.keys(value);
  return !given.includes('version') && !given.includes(name) && given.some((key) => keys.includes(key));
}

/** So that its faults read the same, a policy alone is judged as the section of a file that holds nothing else. */
function asSection(name: string, { source, value, places, faults }: OpenedYaml): OpenedYaml {
  const top = pointerTo('', name);
  const moved = [...places].map(([pointer, place]) => [top + pointer, place] as const);
  return { source, value: { version: 1, [name]: value }, places: new Map(moved), faults };
}
