/** What the policy makes of the findings: which block, which are allowed. Pure; the day is an argument. */
import type { Reason } from '@shipgate/schemas';
import type { Facts, KnownFault, Policy } from './facts.ts';
import type { Finding, FindingOf } from './findings.ts';
import { textOf } from './reasons.ts';
import type { Allowance } from './sql/allowances.ts';

export interface Judged {
  readonly finding: Finding;
  readonly blocks: Reason['blocks'];
  readonly allowance?: NonNullable<Reason['allowance']>;
}

export function judge(findings: readonly Finding[], facts: Facts, policy: Policy): readonly Judged[] {
  return findings.flatMap((finding) => judgeOne(finding, facts, policy));
}

function judgeOne(finding: Finding, facts: Facts, policy: Policy): readonly Judged[] {
  const blocks = blocksOf(finding, policy);
  if (blocks !== 'fail' || !('migration' in finding)) return [{ finding, blocks }];
  const allowances = policy.inlineAllowances ? (facts.allowances.get(finding.migration) ?? []) : [];
  const matching = allowances.filter(({ code }) => code === finding.code);
  const valid = matching.filter(({ expires }) => expires >= policy.today);
  const { allowed, open } = split(finding, valid, policy.baseline);
  const ended = open === null ? [] : matching.filter(({ expires }) => expires < policy.today);
  return [
    ...allowed,
    ...(open === null ? [] : [{ finding: open, blocks }]),
    ...ended.map((allowance): Judged => ({ finding: expired(finding, allowance), blocks: 'no' })),
  ];
}

/** fail by severity, when the proof that it speaks against is required; unknown likewise. */
function blocksOf(finding: Finding, policy: Policy): Reason['blocks'] {
  const { severity, blocks, proof } = textOf(finding);
  if (severity === 'note' || (proof !== null && !policy.required.includes(proof))) return 'no';
  if (blocks === 'unknown') return 'unknown';
  return severity === 'warning' && policy.failOn !== 'warning' ? 'no' : 'fail';
}

/** A finding about several objects may be allowed for some of them. */
function split(finding: Finding & { migration: string }, valid: readonly Allowance[], baseline: readonly KnownFault[]) {
  const allowed: Judged[] = [];
  let open: Finding | null = finding;
  const take = (object: string | undefined, allowance: NonNullable<Reason['allowance']>) => {
    if (open === null) return;
    const { part, rest } = partition(open, object);
    if (part !== null) allowed.push({ finding: part, blocks: 'no', allowance });
    open = rest;
  };
  for (const { object, reason, expires } of valid) take(object, { by: 'comment', reason, expires });
  for (const known of baseline.filter((each) => isKnown(each, finding))) {
    take(known.object, { by: 'baseline', reason: 'known old fault' });
  }
  return { allowed, open };
}

/** The part of a finding that an allowance names, and what is left. Without an object it names all. */
function partition(finding: Finding, object: string | undefined): { part: Finding | null; rest: Finding | null } {
  if (object === undefined) return { part: finding, rest: null };
  if (!('differences' in finding)) return 'error' in finding && mentions(finding.error, object) ? { part: finding, rest: null } : { part: null, rest: finding };
  const named = finding.differences.filter((d) => object === d.object || object === `${d.class} ${d.object}`);
  const others = finding.differences.filter((d) => !named.includes(d));
  return {
    part: named.length === 0 ? null : { ...finding, differences: named },
    rest: others.length === 0 ? null : { ...finding, differences: others },
  };
}

function mentions(error: { readonly object?: string; readonly message: string }, object: string): boolean {
  return error.object === object || error.message.includes(`"${object}"`);
}

function isKnown(known: KnownFault, finding: Finding & { migration: string }): boolean {
  return known.code === finding.code && known.migration === finding.migration;
}

function expired(finding: Finding & { migration: string }, allowance: Allowance): FindingOf<'allowance-expired'> {
  const file = 'place' in finding ? finding.place.file : '';
  return {
    code: 'allowance-expired',
    allowed: finding.code,
    expires: allowance.expires,
    place: { file, line: allowance.line, column: allowance.column },
  };
}
