/** From facts to the gate's result: decided, judged, told. Pure. */
import type { GateResult } from '@shipgate/kit/gate';
import { outcomeOf } from '@shipgate/kit/verdict';
import type { Subject } from '@shipgate/schemas';
import { decide } from './decide.ts';
import { buildEvidence } from './evidence.ts';
import type { Facts, Policy } from './facts.ts';
import { judge } from './judge.ts';
import { listProofs } from './proofs.ts';
import { tellFinding } from './reasons.ts';
import { headlineOf, viewOf } from './view.ts';

export interface ReportInput {
  readonly facts: Facts;
  readonly policy: Policy;
  readonly subject: Subject;
  readonly dryRun: boolean;
  docs(code: string): string;
}

export function report({ facts, policy, subject, dryRun, docs }: ReportInput): GateResult {
  const judged = judge(decide(facts), facts, policy);
  const reasons = judged.map(({ finding, ...judgement }) => tellFinding(finding, docs, judgement));
  const proofs = listProofs(facts, judged, policy);
  const evidence = buildEvidence(facts, judged);
  const shown = { facts, judged, proofs, evidence, subject, dryRun, outcome: outcomeOf(reasons, proofs) };
  return { reasons, proofs, evidence, subject, headline: headlineOf(shown), view: viewOf(shown) };
}
