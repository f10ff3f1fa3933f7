/** What the policy makes of the findings: which block, which are allowed. Pure; the day is an argument. */
import type { Reason } from '@shipgate/schemas';
import type { Facts, KnownFault, PlacedAllowance, Policy } from './facts.ts';
import type { Finding } from './findings.ts';
import { partsOf } from './reasons/parts.ts';
import { proofsOf, textOf } from './reasons.ts';

export interface Judged {
  readonly finding: Finding;
  readonly blocks: Reason['blocks'];
  readonly allowance?: NonNullable<Reason['allowance']>;
}

export function judge(findings: readonly Finding[], facts: Facts, policy: Policy): readonly Judged[] {
  return findings.flatMap((finding) => judgeOne(finding, facts, policy));
}

/** How a baseline calls what a finding is about: a migration, or the version that several files claim. */
export function subjectOf(finding: Finding): string | undefined {
  if ('migration' in finding) return finding.migration;
  return 'version' in finding ? finding.version : undefined;
}

function judgeOne(finding: Finding, facts: Facts, policy: Policy): readonly Judged[] {
  const blocks = blocksOf(finding, policy);
  if (blocks !== 'fail') return [{ finding, blocks }];
  const inline = policy.inlineAllowances ? allowancesFor(finding, facts) : [];
  const valid = inline.filter(({ expires }) => expires >= policy.today);
  const known = policy.baseline.filter(
    ({ code, migration }) => code === finding.code && migration === subjectOf(finding),
  );
  const { allowed, open } = split(finding, valid, known);
  if (open === null) return allowed;
  const ended = inline.filter(({ expires, object }) => expires < policy.today && partition(open, object).part !== null);
  const expired = ended.map(({ expires, file, line, column }): Judged => {
    const told: Finding = { code: 'allowance-expired', allowed: finding.code, expires, place: { file, line, column } };
    return { finding: told, blocks: blocksOf(told, policy) };
  });
  return [...allowed, { finding: open, blocks }, ...expired];
}

/** fail by severity, when the proof that it speaks against is required; unknown likewise. */
function blocksOf(finding: Finding, policy: Policy): Reason['blocks'] {
  const { severity, blocks } = textOf(finding);
  const proofs = proofsOf(finding);
  const isRequired = proofs.length === 0 || proofs.some((proof) => policy.required.includes(proof));
  if (severity === 'note' || !isRequired) return 'no';
  if (blocks === 'unknown') return 'unknown';
  return severity === 'warning' && policy.failOn !== 'warning' ? 'no' : 'fail';
}

/** Of what several migrations show together, the comments in all of them count. */
function allowancesFor(finding: Finding, { allowances }: Facts): readonly PlacedAllowance[] {
  if (!('migration' in finding)) return [];
  const migrations = 'migrations' in finding ? finding.migrations : [finding.migration];
  return migrations.flatMap((id) => allowances.get(id) ?? []).filter(({ code }) => code === finding.code);
}

/** A finding about several objects may be allowed for some of them. */
function split(finding: Finding, valid: readonly PlacedAllowance[], known: readonly KnownFault[]) {
  const allowed: Judged[] = [];
  let open: Finding | null = finding;
  const take = (object: string | undefined, allowance: NonNullable<Reason['allowance']>) => {
    if (open === null) return;
    const { part, rest } = partition(open, object);
    if (part !== null) allowed.push({ finding: part, blocks: 'no', allowance });
    open = rest;
  };
  for (const { object, reason, expires } of valid) take(object, { by: 'comment', reason, expires });
  for (const { object } of known) take(object, { by: 'baseline', reason: 'known old fault' });
  return { allowed, open };
}

/** The part of a finding that an allowance names, and what is left. Without an object it names all. */
function partition(finding: Finding, object: string | undefined): { part: Finding | null; rest: Finding | null } {
  const nothing = { part: null, rest: finding };
  if (object === undefined) return { part: finding, rest: null };
  if ('error' in finding) return mentions(finding.error, object) ? { part: finding, rest: null } : nothing;
  if (!('differences' in finding)) return nothing;
  const named = finding.differences.filter((d) => object === d.object || object === `${d.class} ${d.object}`);
  // Who allows a table allows its columns.
  const all = new Set(named.flatMap((root) => [root, ...partsOf(root, finding.differences)]));
  const others = finding.differences.filter((d) => !all.has(d));
  if (all.size === 0) return nothing;
  return {
    part: { ...finding, differences: [...all] },
    rest: others.length === 0 ? null : { ...finding, differences: others },
  };
}

function mentions(error: { readonly object?: string; readonly message: string }, object: string): boolean {
  return error.object === object || error.message.includes(`"${object}"`);
}
