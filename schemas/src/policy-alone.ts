import { canaryKind } from './canary-plan.ts';
import { checklistKind } from './checklist-policy.ts';
import { keysOfPolicyAlone } from './policy-file.ts';
import { securityKind } from './security-policy.ts';

/** What a file can be that holds one section alone. */
export type PolicyAlone = 'canary-plan' | 'checklist-policy' | 'security-policy';

/** Which section a file holds that is no shipgate file: the one whose keys it has most of; undefined: none. */
export function policyAlone(input: Uint8Array | string): PolicyAlone | undefined {
  const checklist = keysOfPolicyAlone(checklistKind, input);
  const security = keysOfPolicyAlone(securityKind, input);
  const canary = keysOfPolicyAlone(canaryKind, input);
  const most = Math.max(canary, checklist, security);
  if (most === 0) return undefined;
  if (canary === most) return 'canary-plan';
  return security === most ? 'security-policy' : 'checklist-policy';
}
