import shipgateSchema from '../shipgate.schema.json' with { type: 'json' };
import type { PlanPath } from './canary/plan-path.ts';
import { CANARY_POINTER, planPointer } from './canary/plan-path.ts';
import { offsetInSource } from './canary/text-offset.ts';
import type { OpenedYaml, ReadResult } from './document.ts';
import { judgeShipgate, openYaml, refused } from './document.ts';
import type { Fault, FaultLocation } from './fault.ts';
import type { Canary, ShipgateFile } from './generated/shipgate.ts';
import { pointerTo, rangeOfValue, valueAt } from './places.ts';
import type { FaultWords, Range } from './source-text.ts';
import { faultAt, locationOf } from './source-text.ts';

/** A plan for a canary, and what stands around it. */
export interface CanaryPlanFile {
  readonly canary: Canary;
  /** `service.name` of the file; undefined when it names none, and in a plan alone. */
  readonly service: string | undefined;
  /** The whole file; undefined for a plan alone. */
  readonly file: ShipgateFile | undefined;
  readonly places: PlanPlaces;
}

/** From parts of a plan to the file. A path that the file does not have leads to what stands nearest above it. */
export interface PlanPlaces {
  /** `part` are UTF-16 offsets in a text of the plan, such as a query: first, and first after. */
  placeOf(path: PlanPath, part?: Range): FaultLocation;
  /** A fault at that place, with the lines around it. */
  faultAt(path: PlanPath, words: FaultWords, part?: Range): Fault;
}

/** For `policyAlone`. */
export const canaryKind = {
  name: 'canary',
  keys: Object.keys(shipgateSchema.definitions.canary.properties),
} as const;

/**
 * Reads a plan: the section `canary` of a shipgate file (one with `version` or `canary`), else a plan that is a file
 * of its own. Never throws on what the file holds; the other sections give warnings only.
 */
export function readCanaryPlan(input: Uint8Array | string, { file }: { file: string }): ReadResult<CanaryPlanFile> {
  const opened = openYaml(input, file);
  if ('refusals' in opened) return refused(opened.refusals);
  const isAlone = !Object.hasOwn(opened.value, 'version') && !Object.hasOwn(opened.value, 'canary');
  const document = isAlone ? asSection(opened) : opened;
  const judged = judgeShipgate(document, 'canary');
  if (judged.value === undefined) return { ...judged, value: undefined };
  const { canary, service } = judged.value;
  if (canary === undefined) return { ...judged, value: undefined, faults: [noSection(opened)] };
  const value = {
    canary,
    service: service?.name,
    file: isAlone ? undefined : judged.value,
    places: placesOf(document),
  };
  return { ...judged, value };
}

/** So that its faults read the same, a plan alone is judged as the section of a file that holds nothing else. */
function asSection({ source, value, places, faults }: OpenedYaml): OpenedYaml {
  const moved = [...places].map(([pointer, place]) => [CANARY_POINTER + pointer, place] as const);
  return { source, value: { version: 1, canary: value }, places: new Map(moved), faults };
}

function placesOf({ source, value, places }: OpenedYaml): PlanPlaces {
  const rangeOf = (path: PlanPath, part?: Range): Range => {
    const pointer = planPointer(path);
    const whole = rangeOfValue(places, pointer);
    const text = valueAt(value, pointer);
    if (part === undefined || typeof text !== 'string') return whole;
    const raw = source.text.slice(...whole);
    const from = offsetInSource(raw, text, part[0]);
    if (from === undefined) return whole;
    const to = offsetInSource(raw, text, part[1], true) ?? from;
    return [whole[0] + from, whole[0] + Math.max(to, from + 1)];
  };
  return {
    placeOf: (path, part) => locationOf(source, rangeOf(path, part)),
    faultAt: (path, words, part) => faultAt(source, rangeOf(path, part), words),
  };
}

function noSection({ source, places }: OpenedYaml): Fault {
  return faultAt(source, rangeOfValue(places, pointerTo('', 'version')), {
    title: 'the file has no section canary',
    expected: 'canary: the plan of the rollout',
    got: 'no such section',
    do: 'add it, or name a file that holds a plan. All keys: docs/configuration.md#canary',
  });
}
