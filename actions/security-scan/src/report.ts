/** From facts to the gate's result: decided, judged, told. Pure. */
import type { GateResult } from '@shipgate/kit/gate';
import type { Host } from '@shipgate/kit/host';
import { outcomeOf } from '@shipgate/kit/verdict';
import type { Subject } from '@shipgate/schemas';
import type { Decision } from './decide.ts';
import { buildEvidence, type SarifCounts } from './evidence.ts';
import type { Facts } from './facts.ts';
import { listProofs } from './proofs.ts';
import { groundOf, tellCause } from './reasons.ts';
import { dryRunView, type PlannedScanner } from './view/dry-run.ts';
import { headlineOf, viewOf } from './view.ts';

export interface ReportInput {
  readonly facts: Facts;
  readonly decision: Decision;
  readonly subject: Subject;
  /** undefined on a push: the checkout's own policy counts. */
  readonly policyCommit: string | null;
  readonly host: Host;
  readonly now: Date;
  /** SARIF, made elsewhere. */
  readonly files: NonNullable<GateResult['files']>;
  /** What they hold, and how many categories of tools. */
  readonly sarif?: SarifCounts & { readonly categories: number };
  /** SARIF of the base that was read instead of scanning it. */
  readonly baseline?: string;
  /** Absolute path that the SARIF with every finding will have. */
  readonly fullSarif?: string;
  docs(code: string): string;
}

export function report(input: ReportInput): GateResult {
  const { facts, decision, subject, policyCommit, host, files, sarif, baseline, fullSarif, docs } = input;
  const ground = groundOf(facts, decision);
  const reasons = decision.causes.map((cause) => tellCause(cause, docs, ground));
  const proofs = listProofs(facts, decision);
  const shown = {
    facts,
    decision,
    outcome: outcomeOf(reasons, proofs),
    host,
    subject,
    categories: sarif?.categories,
    baseline,
    fullSarif,
  };
  const counts =
    sarif === undefined ? {} : { sarif: { results: sarif.results, uploaded: sarif.uploaded, dropped: sarif.dropped } };
  return {
    reasons,
    proofs,
    evidence: buildEvidence({ facts, decision, policyCommit, baseline: baseline ?? null, ...counts }),
    subject,
    headline: headlineOf(shown),
    view: viewOf(shown),
    files,
    // Findings come worst first; by codes and files a low one could stand before a critical one.
    keepsOrder: true,
  };
}

/** A plan alone: nothing ran, so nothing is proven. */
export function reportDryRun(planned: readonly PlannedScanner[], subject: Subject): GateResult {
  return {
    reasons: [],
    proofs: [{ name: 'Findings', required: true, outcome: 'not-proven', seen: 'a dry run looks at nothing' }],
    evidence: {},
    subject,
    headline: 'a dry run proves nothing',
    view: dryRunView(planned),
  };
}
