/** The name of a plan: whoever resumes a rollout must bring the plan that it began with. */
import { createHash } from 'node:crypto';
import type { Plan } from '../plan.ts';

/** sha256 over the canonical JSON of a resolved plan, hex. Plans that say the same have the same hash, however they are written. */
export function planHash(plan: Plan): string {
  return createHash('sha256').update(canonicalJson(plan)).digest('hex');
}

/** JSON without white space, with the keys of each map in the order of their UTF-16 units; what is undefined is left out. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((each) => canonicalJson(each ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, held]) => held !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, held]) => `${JSON.stringify(key)}:${canonicalJson(held)}`).join(',')}}`;
}
