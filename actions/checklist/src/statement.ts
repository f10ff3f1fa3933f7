/**
 * The result as an in-toto statement with the predicate SVR (Simple Verification Result, in-toto attestation framework): which
 * properties a verifier found to hold for a commit. It has no form for a failure, so nothing is written then.
 */
import { createHash } from 'node:crypto';
import type { Verdict } from '@shipgate/schemas';
import { isChecklistVerdict } from '@shipgate/schemas';

/** JSON, unsigned: to be signed by `actions/attest` or `cosign attest-blob`. undefined: there is nothing that could be attested. */
export function statementOf(verdict: Verdict, text: string): string | undefined {
  const { subject, outcome } = verdict;
  if (!isChecklistVerdict(verdict) || outcome !== 'pass' || subject.commit === undefined) return undefined;
  if (verdict.evidence.mode !== 'enforce') return undefined;
  const digest = subject.commit.length === 40 ? { gitCommit: subject.commit } : { sha256: subject.commit };
  const statement = {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [
      { name: subject.repository ?? 'repository', digest },
      { name: 'verdict.json', digest: { sha256: createHash('sha256').update(text).digest('hex') } },
    ],
    predicateType: 'https://in-toto.io/attestation/svr/v0.1',
    predicate: {
      verifier: { id: `https://github.com/OWNER/REPO/actions/checklist@v${verdict.tool.version}` },
      timeCreated: verdict.finishedAt,
      properties: propertiesOf(verdict),
    },
  };
  return `${JSON.stringify(statement, null, 2)}\n`;
}

/** What held. An override is a property of its own, so that nobody takes it for the items. */
function propertiesOf({
  evidence,
  proofs,
  subject,
}: Extract<Verdict, unknown> & { evidence: { override?: unknown; when?: unknown } }): readonly string[] {
  const environment = subject.environment === undefined ? [] : [`SHIPGATE_ENVIRONMENT_${name(subject.environment)}`];
  const when = evidence.when === 'after' ? ['SHIPGATE_AFTER_DEPLOYMENT'] : [];
  if (evidence.override !== undefined) return ['SHIPGATE_CHECKLIST_BREAK_GLASS', ...environment, ...when];
  const held = proofs
    .filter((proof) => proof.outcome === 'pass')
    .map((proof) => `SHIPGATE_CHECKLIST_${name(proof.name)}`);
  return [...held, ...environment, ...when];
}

function name(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]+/g, '_');
}
