/** What a change does to the policy by which it is judged. Pure. */
import { changedKeys } from '@shipgate/kit/policy-base';
import type { Security } from '@shipgate/schemas';
import type { Cause } from '../causes.ts';

/** undefined: it leaves the policy alone. `base` has no policy when it has none that can be read. */
export function policyChange(
  file: string,
  head: Security | undefined,
  base: { readonly policy: { readonly security: Security | undefined } | undefined },
): Cause | undefined {
  const before = base.policy?.security;
  if (before === undefined) return head === undefined ? undefined : changed(file, ['all of it']);
  const keys = changedKeys(head, before);
  return keys.length === 0 ? undefined : changed(file, keys);
}

function changed(file: string, keys: readonly string[]): Cause {
  return { code: 'policy-changed', keys, place: { file, line: 1, column: 1 } };
}
