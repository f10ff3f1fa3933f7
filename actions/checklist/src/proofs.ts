/** What was proven, how much of it was looked at, and what was not. Pure. */
import { counted } from '@shipgate/kit/verdict';
import type { Proof, Reason } from '@shipgate/schemas';
import type { Decision } from './decide.ts';
import type { Facts } from './facts.ts';
import type { ProofName } from './reasons/text.ts';
import { blocksOf, textOf } from './reasons.ts';
import { type ItemState, isProven } from './states.ts';

/** `overridden`: two people let the run through, so nothing is required any more. */
export function listProofs(facts: Facts, decision: Decision, overridden: boolean): readonly Proof[] {
  const { states, signatures, findings } = decision;
  const gating = states.filter((state) => state.facts.gates);
  const proven = signatures.filter(({ state }) => state === 'proven').length;
  const worst = (name: ProofName): Reason['blocks'] => {
    const own = findings.filter((finding) => textOf(finding).proof === name).map(blocksOf);
    return own.includes('fail') ? 'fail' : own.includes('unknown') ? 'unknown' : 'no';
  };
  const proof = (name: string, of: ProofName, seen: string, reached: boolean): Proof => {
    const blocks = worst(of);
    const outcome = blocks === 'fail' ? 'fail' : blocks === 'unknown' || !reached ? 'not-proven' : 'pass';
    return { name, required: !overridden, outcome, seen };
  };
  const items = proof('Items', 'items', tellItems(gating), gating.length > 0);
  if (facts.when === 'after') return [items, proof('Policy', 'policy', tellPolicy(facts), true)];
  const signed = `${proven} of ${counted(signatures.length, 'signature')} proven`;
  return [
    items,
    ...(signatures.length === 0 ? [] : [proof('Signatures', 'signatures', signed, true)]),
    proof('Policy', 'policy', tellPolicy(facts), true),
    ...(facts.mode === 'enforce' ? [proof('Calendar', 'calendar', facts.closed ?? 'open', true)] : []),
  ];
}

function tellPolicy({ policyFile, found }: Facts): string {
  const isOfBase = found.some(({ code }) => code === 'policy-changed');
  return `${policyFile}${isOfBase ? ' of the base, which this change edits' : ''}`;
}

/** "139 of 143 done: 37 by evidence, 92 claimed, 10 not applicable". */
export function tellItems(states: readonly ItemState[]): string {
  const { items, done, proven, claimed, notApplicable } = countItems(states);
  return `${done} of ${items} done: ${proven} by evidence, ${claimed} claimed, ${notApplicable} not applicable`;
}

export interface ItemCounts {
  readonly items: number;
  /** proven, claimed and notApplicable together. */
  readonly done: number;
  readonly proven: number;
  readonly claimed: number;
  readonly notApplicable: number;
  readonly open: number;
  readonly unknown: number;
}

export function countItems(states: readonly ItemState[]): ItemCounts {
  const count = (test: (state: ItemState) => boolean) => states.filter(test).length;
  const proven = count(isProven);
  const done = count(({ state }) => state === 'done');
  const notApplicable = count(({ state }) => state === 'not-applicable');
  return {
    items: states.length,
    done: done + notApplicable,
    proven,
    claimed: done - proven,
    notApplicable,
    open: count(({ state }) => state === 'open'),
    unknown: count(({ state }) => state === 'unknown'),
  };
}
