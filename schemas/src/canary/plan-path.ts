import { pointerTo } from '../places.ts';

/** Keys and indices from the top of the plan: `['steps', 0, 'hold']`. */
export type PlanPath = readonly (string | number)[];

/** Where the plan stands in the document. A plan that is a file of its own is read as if it stood here. */
export const CANARY_POINTER = '/canary';

/** The JSON Pointer of a part of the plan. */
export function planPointer(path: PlanPath): string {
  return path.reduce<string>(pointerTo, CANARY_POINTER);
}

/** Seconds that a step is held, and may last, when the plan does not say. */
export const DEFAULT_HOLD = 300;
export const DEFAULT_MAX = 1800;
