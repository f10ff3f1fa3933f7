/** Every reason code with its words; docs/reasons/checklist/ has a page for each. */
import type { Reason } from '@shipgate/schemas';
import type { Finding, ReasonCode } from './findings.ts';
import { groundTexts } from './reasons/ground.ts';
import { itemTexts } from './reasons/items.ts';
import { signatureTexts } from './reasons/signatures.ts';
import type { ReasonText, ReasonTexts } from './reasons/text.ts';

export const reasonTexts: ReasonTexts<ReasonCode> = { ...itemTexts, ...signatureTexts, ...groundTexts };

/** Codes, worst first among those of one severity. */
export const codeOrder: readonly ReasonCode[] = [
  'contradiction',
  'parent-disagrees',
  'item-removed',
  'closed',
  'evidence-fails',
  'manifest-fails',
  'signature-not-allowed',
  'signature-void',
  'signature-stale',
  'signature-claimed',
  'signature-missing',
  'not-applicable-refused',
  'not-applicable-incomplete',
  'claim-rejected',
  'item-open',
  'break-glass',
  'other-checkout',
  'file-unreadable',
  'not-committed',
  'no-items',
  'phase-missing',
  'evidence-unmatched',
];

export function textOf(finding: Finding): ReasonText<never> {
  // The table is keyed by code; TypeScript does not follow a union through an index.
  return reasonTexts[finding.code] as unknown as ReasonText<never>;
}

/** What a finding does to the outcome, before anybody lets it through. */
export function blocksOf(finding: Finding): Reason['blocks'] {
  const { severity, blocks } = textOf(finding);
  if (severity !== 'error') return 'no';
  return blocks ?? 'fail';
}

/** A finding in words, as it stands in the verdict. */
export function tellFinding(
  finding: Finding,
  docs: (code: string) => string,
  judged: Pick<Reason, 'blocks'> & Pick<Partial<Reason>, 'allowance'>,
): Reason {
  const text = textOf(finding);
  const argument = finding as never;
  const repair = text.repair?.(argument);
  const { code, ...rest } = finding;
  const place = 'place' in rest ? rest.place : undefined;
  return {
    code,
    severity: text.severity,
    ...judged,
    title: text.title(argument),
    seen: text.seen(argument),
    hurts: text.hurts(argument),
    mend: text.mend(argument),
    ...(repair === undefined ? {} : { repair }),
    ...(place === undefined ? {} : { location: place }),
    docs: docs(code),
    evidence: evidenceOf(rest),
  };
}

/** Without what the reason, or the evidence of the verdict, says elsewhere. */
function evidenceOf(rest: object): Record<string, unknown> {
  const { signature, ...facts } = rest as { signature?: { role: { name: string }; state: string } };
  const others = Object.fromEntries(
    Object.entries(facts).filter(([key, value]) => key !== 'place' && value !== undefined),
  );
  return signature === undefined ? others : { ...others, role: signature.role.name, state: signature.state };
}
