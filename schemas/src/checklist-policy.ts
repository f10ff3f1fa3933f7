import shipgateSchema from '../shipgate.schema.json' with { type: 'json' };
import { CHECKLIST_POINTER } from './checklist/policy-faults.ts';
import type { OpenedYaml, ReadResult } from './document.ts';
import { judgeShipgate, openYaml, refused } from './document.ts';
import type { FaultLocation } from './fault.ts';
import type { Checklist, ShipgateFile } from './generated/shipgate.ts';
import { pointerTo, rangeOfValue } from './places.ts';
import { locationOf } from './source-text.ts';

/** A policy for checklists, and what stands around it. */
export interface ChecklistPolicyFile {
  /** Undefined when the file has no such section. */
  readonly checklist: Checklist | undefined;
  /** The whole file; undefined for a policy alone. */
  readonly file: ShipgateFile | undefined;
  /** Where a part of the policy stands; what it does not have leads to what stands nearest above it. */
  placeOf(path: readonly (string | number)[]): FaultLocation;
}

const policyKeys = Object.keys(shipgateSchema.definitions.checklist.properties);

/**
 * Reads a policy: the section `checklist` of a shipgate file (one with `version`), else a policy that is a file of its
 * own. Never throws on what the file holds; the other sections give warnings only.
 */
export function readChecklistPolicy(
  input: Uint8Array | string,
  { file }: { file: string },
): ReadResult<ChecklistPolicyFile> {
  const opened = openYaml(input, file);
  if ('refusals' in opened) return refused(opened.refusals);
  const isAlone = isPolicyAlone(opened);
  const document = isAlone ? asSection(opened) : opened;
  const judged = judgeShipgate(document, 'checklist');
  if (judged.value === undefined) return { ...judged, value: undefined };
  const placeOf = (path: readonly (string | number)[]) =>
    locationOf(document.source, rangeOfValue(document.places, path.reduce<string>(pointerTo, CHECKLIST_POINTER)));
  const value = { checklist: judged.value.checklist, file: isAlone ? undefined : judged.value, placeOf };
  return { ...judged, value };
}

function isPolicyAlone({ value }: OpenedYaml): boolean {
  const keys = Object.keys(value);
  return !keys.includes('version') && !keys.includes('checklist') && keys.some((key) => policyKeys.includes(key));
}

/** So that its faults read the same, a policy alone is judged as the section of a file that holds nothing else. */
function asSection({ source, value, places, faults }: OpenedYaml): OpenedYaml {
  const moved = [...places].map(([pointer, place]) => [CHECKLIST_POINTER + pointer, place] as const);
  return { source, value: { version: 1, checklist: value }, places: new Map(moved), faults };
}
