/** Every reason code with its words; docs/reasons/migrate-gate/ has a page for each. */
import type { Reason } from '@shipgate/schemas';
import type { Finding, ProofName, ReasonCode } from './findings.ts';
import { grainTexts } from './reasons/grain.ts';
import { groundTexts } from './reasons/ground.ts';
import { hygieneTexts } from './reasons/hygiene.ts';
import { roundTripTexts } from './reasons/round-trip.ts';
import type { ReasonText, ReasonTexts } from './reasons/text.ts';

export const reasonTexts: ReasonTexts<ReasonCode> = {
  ...roundTripTexts,
  ...grainTexts,
  ...hygieneTexts,
  ...groundTexts,
};

/** Codes, worst first among those of one severity. */
export const codeOrder: readonly ReasonCode[] = [
  'up-fails',
  'down-fails',
  'timed-out',
  'connection-lost',
  'transaction-left-open',
  'drift',
  'noop-down',
  'empty-down',
  'no-down',
  're-up-fails',
  're-up-differs',
  'edited-migration',
  'removed-migration',
];

/** The text of a finding's code, typed for it. */
export function textOf<F extends Finding>(finding: F): ReasonText<F['code']> {
  // The table is keyed by code; TypeScript does not follow a union through an index.
  return reasonTexts[finding.code] as unknown as ReasonText<F['code']>;
}

/** The proofs that a finding speaks against. A way down that is empty is bad hygiene, and leaves a schema behind besides. */
export function proofsOf(finding: Finding): readonly ProofName[] {
  const { proof } = textOf(finding);
  if (proof === null) return [];
  return finding.code === 'empty-down' && finding.differences.length > 0 ? [proof, 'schema'] : [proof];
}

/** A finding in words, as it stands in the verdict. `blocks` and `allowance` are the policy's. */
export function tellFinding(
  finding: Finding,
  docs: (code: string) => string,
  judged: Pick<Reason, 'blocks'> & Pick<Partial<Reason>, 'allowance'>,
): Reason {
  const text: ReasonText<never> = textOf(finding) as unknown as ReasonText<never>;
  const argument = finding as never;
  const repair = text.repair?.(argument);
  const { code, ...evidence } = finding;
  const place = 'place' in evidence ? evidence.place : undefined;
  const { excerpt, ...location } = place ?? { file: '' };
  return {
    code,
    severity: text.severity,
    ...judged,
    title: text.title(argument),
    seen: text.seen(argument),
    hurts: text.hurts(argument),
    mend: text.mend(argument),
    ...(repair === undefined ? {} : { repair }),
    ...(place === undefined ? {} : { location }),
    ...(excerpt === undefined ? {} : { excerpt }),
    docs: docs(code),
    evidence: evidenceOf(evidence),
  };
}

/** Without what the reason says elsewhere. */
function evidenceOf(evidence: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(evidence).filter(([key]) => key !== 'place'));
}
