import { suggest } from '@shipgate/schemas';
import { CLUSTER_RULES } from './across/table.ts';
import { POLICY_KIND } from './kinds.ts';
import { BASELINE } from './rules/pod-security-baseline.ts';
import { RESTRICTED } from './rules/pod-security-restricted.ts';
import { RULES } from './rules/table.ts';

/** Controls of baseline that restricted replaces by its own. */
const REPLACED: ReadonlySet<string> = new Set(['capabilities-added', 'seccomp-not-off']);

/** Advice: good to have, wrong to ask of everyone. It counts only where a policy names it. */
export const ADVICE: ReadonlySet<string> = new Set(['service-account-token', 'graceful-shutdown']);

const restricted = [
  ...BASELINE.map(({ name }) => name).filter((name) => !REPLACED.has(name)),
  ...RESTRICTED.map(({ name }) => name),
];

/** Names that stand for several rules. */
const GROUPS: ReadonlyMap<string, readonly string[]> = new Map([
  ['pod-security-baseline', BASELINE.map(({ name }) => name)],
  ['pod-security-restricted', restricted],
  ['resources', ['resource-requests', 'resource-limits']],
  ['probes', ['liveness-probe', 'readiness-probe', 'probes-differ']],
  ['network-policy', ['network-policy-ingress', 'network-policy-egress']],
]);

/** All rules of ours, by name. */
export const OWN_RULES: ReadonlyMap<string, { readonly title: string; readonly hurts: string; readonly mend: string }> =
  new Map([...RULES, ...CLUSTER_RULES].map((rule) => [rule.name, rule]));

/** Rules that a run asks for when its policy names none: all of ours without advice, and restricted for baseline. */
export const DEFAULT_RULES: readonly string[] = [...OWN_RULES.keys()].filter(
  (name) => !ADVICE.has(name) && !REPLACED.has(name),
);

/** The rules that a name stands for; a sentence for a name that nobody knows. Names of users' policies stand for themselves. */
export function rulesOf(name: string): readonly string[] | { readonly unknown: string } {
  if (OWN_RULES.has(name) || name.startsWith(`${POLICY_KIND}/`)) return [name];
  const group = GROUPS.get(name);
  if (group !== undefined) return group;
  const near = suggest(name, [...OWN_RULES.keys(), ...GROUPS.keys()]);
  const hint = near === undefined ? '' : `; did you mean ${near}?`;
  return { unknown: `there is no rule ${JSON.stringify(name.slice(0, 80))}${hint}` };
}
