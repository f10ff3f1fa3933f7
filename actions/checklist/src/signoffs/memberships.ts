/** Edge: who of those that acted may. */
import { isByEnvironmentOnly, type Policy } from '../policy.ts';
import type { Candidate, Membership } from './candidate.ts';
import { membershipKey } from './candidate.ts';
import type { Owners } from './codeowners.ts';
import type { OverrideComment } from './github/comments.ts';
import { groupOf, type People } from './github/people.ts';

export interface Rules {
  readonly policy: Pick<Policy, 'roles' | 'breakGlass'>;
  /** Owners by path of CODEOWNERS. */
  readonly owners: ReadonlyMap<string, Owners>;
}

/** Whether each signer may sign for each role that the act is for; by `membershipKey`. */
export async function membershipsOf(
  { policy, owners }: Rules,
  candidates: readonly Candidate[],
  people: People,
): Promise<ReadonlyMap<string, Membership>> {
  const memberships = new Map<string, Membership>();
  for (const { signer, role: named } of candidates) {
    if (signer === null) continue;
    for (const role of policy.roles.filter(({ name }) => (named ?? name) === name)) {
      const key = membershipKey(role.name, signer);
      if (memberships.has(key)) continue;
      const group = groupOf(role, owners.get(role.codeowners ?? ''));
      // Who may approve the environment is GitHub's to say: its required reviewers are the role, by approvals alone.
      const answer = isByEnvironmentOnly(role) ? { kind: 'member' as const } : await people.membershipIn(group, signer);
      memberships.set(key, answer);
    }
  }
  return memberships;
}

/** Whether each may break the glass; by the person's id. */
export async function overrideMembersOf(
  { policy }: Pick<Rules, 'policy'>,
  overrides: readonly OverrideComment[],
  people: People,
): Promise<ReadonlyMap<number, Membership>> {
  const members = new Map<number, Membership>();
  for (const { signer } of overrides) {
    if (signer === null || policy.breakGlass === undefined) continue;
    members.set(signer.id, await people.membershipIn(policy.breakGlass, signer));
  }
  return members;
}
