import { POLICY_KIND } from './kinds.ts';
import type { KubernetesObject } from './object.ts';
import { podOf } from './pod.ts';
import type { ManifestResult } from './result.ts';
import type { Value } from './value.ts';
import { mapAt } from './value.ts';

const PREFIX = 'shipgate.io/ignore-';
const FORM = '"reason; until 2027-01-31"';
const DAY = 86_400_000;
/** Whoever wants to live with it for longer looks at it once a year. */
const LONGEST = 366 * DAY;

/** What an annotation says: it counts until `ends` (milliseconds of the epoch), or it does not, and why. */
export type Ignore =
  | { readonly reason: string; readonly until: string; readonly ends: number }
  | { readonly wrong: string };

/**
 * A failed result as the annotation `shipgate.io/ignore-<rule>` of its object, or of its pod template, makes it: ignored
 * until the end of its last day (UTC), failed again after it, and failed with what is wrong when it has no reason or no
 * day. For a user's policy the rule is the policy's name.
 */
export function withIgnore(result: ManifestResult, object: KubernetesObject, now: Date): ManifestResult {
  if (result.result !== 'fail') return result;
  const key = PREFIX + result.rule.replace(`${POLICY_KIND}/`, '');
  const value = annotation(object, key);
  if (value === undefined) return result;
  const ignore = readIgnore(value, now);
  if ('wrong' in ignore) {
    const message = `${result.message}; the annotation ${key} does not count: ${ignore.wrong}`;
    return { ...result, message, mend: `Write the annotation ${key} as ${FORM}, or mend what it hides.` };
  }
  if (now.getTime() >= ignore.ends) {
    const message = `${result.message}; the annotation ${key} ended on ${ignore.until}`;
    return { ...result, message };
  }
  return {
    ...result,
    result: 'ignored',
    message: `${result.message}; ignored until ${ignore.until}: ${ignore.reason}`,
  };
}

/** What the annotation for a rule says; undefined without one, and for one that ended. */
export function ignoreOf(object: KubernetesObject, rule: string, now: Date): Ignore | undefined {
  const value = annotation(object, PREFIX + rule.replace(`${POLICY_KIND}/`, ''));
  const ignore = value === undefined ? undefined : readIgnore(value, now);
  return ignore !== undefined && 'ends' in ignore && now.getTime() >= ignore.ends ? undefined : ignore;
}

function annotation(object: KubernetesObject, key: string): Value | undefined {
  const own = mapAt(object.value, 'metadata', 'annotations')?.get(key);
  return own ?? mapAt(podOf(object)?.template, 'metadata', 'annotations')?.get(key);
}

function readIgnore(value: Value, now: Date): Ignore {
  if (typeof value !== 'string') return { wrong: `expected ${FORM}, got no text` };
  const cut = value.lastIndexOf(';');
  const reason = value.slice(0, Math.max(cut, 0)).replace(/\s+/g, ' ').trim();
  const until = /^\s*until\s+([0-9]{4}-[0-9]{2}-[0-9]{2})\s*$/.exec(value.slice(cut + 1))?.[1];
  if (until === undefined) return { wrong: `expected ${FORM}, got no "until" with a day at the end` };
  if (!/\p{L}/u.test(reason)) return { wrong: `expected ${FORM}, got no reason` };
  const last = Date.parse(`${until}T00:00:00Z`);
  // Date.parse takes the 31st of a shorter month for the first of the next.
  const isDay = !Number.isNaN(last) && new Date(last).toISOString().startsWith(until);
  if (!isDay) return { wrong: `${until} is no day of the calendar` };
  if (last - now.getTime() > LONGEST) return { wrong: `${until} is more than a year away` };
  return { reason: reason.slice(0, 200), until, ends: last + DAY };
}
