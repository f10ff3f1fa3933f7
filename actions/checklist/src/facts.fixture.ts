/** Facts for tests of the decision: a checklist as text, and what its evidence says by the item's text. */
import type { Checklist } from '@shipgate/schemas';
import type { EvidenceKind, EvidenceOutcome, EvidenceResult } from './evidence/result.ts';
import type { Facts } from './facts.ts';
import { itemsOf } from './items.ts';
import { readChecklist } from './markdown/read.ts';
import { claimsIn, isGating, resolvePolicy } from './policy.ts';
import type { SignoffFacts } from './signoffs/candidate.ts';

export const subject = 'c09e4d2'.padEnd(64, '0');

export const noSignoffs: SignoffFacts = {
  subject,
  candidates: [],
  authors: [],
  memberships: new Map(),
  troubles: [],
};

export function resultOf(outcome: EvidenceOutcome, kind: EvidenceKind = 'report'): EvidenceResult {
  const seen = {
    pass: 'coverage is 81 %',
    fail: 'coverage is 78.4 %',
    stale: 'coverage is of another commit',
    unknown: 'coverage cannot be read',
  };
  return { kind, outcome, source: 'reports/coverage.xml', seen: seen[outcome], mend: 'Add tests' };
}

/** `evidence` by the text of its item. */
export function factsOf(
  text: string,
  evidence: Readonly<Record<string, readonly EvidenceResult[]>> = {},
  more: Partial<Facts> & { readonly section?: Checklist } = {},
): Facts {
  const { section = {}, ...rest } = more;
  const policy = resolvePolicy(section, 'production');
  const when = more.when ?? 'before';
  const document = readChecklist(text, 'docs/checklist.md');
  return {
    mode: 'enforce',
    when,
    environment: 'production',
    policy,
    items: itemsOf([document], (item) => ({
      gates: isGating(policy, when, item.phase),
      claims: claimsIn(policy, item.phase),
      evidence: evidence[item.text] ?? [],
    })),
    signoffs: noSignoffs,
    claims: new Map(),
    override: { refusals: [] },
    closed: null,
    found: [],
    policyFile: '.github/shipgate.yml',
    ...rest,
  };
}
