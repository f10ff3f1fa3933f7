/** Every reason code with its words; docs/reasons/security-scan/ has a page for each. Pure. */
import type { Location, Reason } from '@shipgate/schemas';
import type { Cause, CauseOf, ReasonCode } from './causes.ts';
import type { Decision } from './decide.ts';
import type { DecidedFinding } from './decided.ts';
import type { Facts } from './facts.ts';
import { findingTexts } from './reasons/findings.ts';
import { packageTexts } from './reasons/packages.ts';
import { placeOf } from './reasons/place.ts';
import { policyTexts } from './reasons/policy.ts';
import { scannerTexts, troubleOf } from './reasons/scanners.ts';
import { type Ground, type ReasonText, type ReasonTexts, targetOf } from './reasons/text.ts';

export const reasonTexts: ReasonTexts<ReasonCode> = {
  ...findingTexts,
  ...packageTexts,
  ...scannerTexts,
  ...policyTexts,
};

/** Codes, worst first among those of one severity, where the order of the findings does not say it. */
export const codeOrder: readonly ReasonCode[] = [
  'secret-found',
  'vulnerable-package',
  'code-weakness',
  'contract-broken',
  'manifest-weakness',
  'more-findings',
  'nothing-scanned',
  'scanner-error',
  'scanner-not-run',
  'base-unreachable',
  'baseline-unreadable',
  'kev-unreadable',
  'policy-changed',
  'suppression-expired',
  'suppression-ending',
  'suppression-too-far',
  'not-compared',
  'lock-unread',
  'submodules-unread',
  'kev-unasked',
  'suppression-stale',
];

type OfFinding = Extract<Cause, { finding: DecidedFinding }>;

/** What the words need of a run besides the cause. */
export function groundOf(facts: Facts, { findings }: Decision): Ground {
  return {
    base: facts.base,
    kevDate: facts.kev?.date ?? null,
    failOn: facts.policy.failOn,
    horizonDays: facts.policy.horizonDays,
    today: facts.today,
    findingOf: (entry) => findings.find((finding) => finding.entry === entry),
  };
}

/** What a cause makes of the outcome: findings fail, what is not known leaves it unknown. */
export function blocksOf(cause: Cause): Reason['blocks'] {
  if (isOfFinding(cause) || cause.code === 'more-findings') return cause.isBlocking ? 'fail' : 'no';
  if (cause.code === 'scanner-error' || cause.code === 'scanner-not-run') return cause.isBlocking ? 'unknown' : 'no';
  return OPEN.has(cause.code) ? 'unknown' : 'no';
}

/** Without these nothing is known, whatever the policy says. */
const OPEN: ReadonlySet<ReasonCode> = new Set([
  'nothing-scanned',
  'base-unreachable',
  'baseline-unreadable',
  'kev-unreadable',
]);

function severityOf(cause: Cause): Reason['severity'] {
  if (blocksOf(cause) !== 'no') return 'error';
  if (isOfFinding(cause)) return cause.finding.severity === 'low' ? 'note' : 'warning';
  if (cause.code === 'scanner-not-run' && !cause.scanner.required) return 'note';
  return NOTES.has(cause.code) ? 'note' : 'warning';
}

const NOTES: ReadonlySet<ReasonCode> = new Set([
  'suppression-stale',
  'more-findings',
  'kev-unasked',
  'lock-unread',
  'submodules-unread',
]);

/** A cause in words, as it stands in the verdict. */
export function tellCause(cause: Cause, docs: (code: string) => string, ground: Ground): Reason {
  // The table is keyed by code; TypeScript does not follow a union through an index.
  const text = reasonTexts[cause.code] as unknown as ReasonText<never>;
  const argument = cause as CauseOf<ReasonCode> as never;
  const repair = text.repair?.(argument, ground);
  const location = locationOf(cause);
  return {
    code: cause.code,
    severity: severityOf(cause),
    blocks: blocksOf(cause),
    title: text.title(argument, ground),
    seen: text.seen(argument, ground),
    hurts: text.hurts(argument, ground),
    mend: text.mend(argument, ground),
    ...(repair === undefined ? {} : { repair }),
    ...(location === undefined ? {} : { location }),
    docs: docs(cause.code),
    evidence: evidenceOf(cause),
  };
}

function isOfFinding(cause: Cause): cause is OfFinding {
  return 'finding' in cause;
}

function locationOf(cause: Cause): Location | undefined {
  if (isOfFinding(cause)) {
    const { location, commit } = cause.finding.finding;
    // What only the history has is no line of the head.
    if (location === null || commit !== undefined) return undefined;
    const { path: file, line, column, endLine, endColumn } = location;
    return placeOf({
      file,
      line,
      column,
      endColumn: endLine === undefined || endLine === line ? endColumn : undefined,
    });
  }
  if ('scanner' in cause) {
    const { place } = troubleOf(cause.scanner);
    // A saved report is of this run: nobody finds it at the head.
    return place === undefined || cause.scanner.source === 'report' ? undefined : placeOf(place);
  }
  return 'place' in cause && cause.place !== undefined ? placeOf(cause.place) : undefined;
}

/** What the verdict's evidence does not say elsewhere, or by which it is found there. */
function evidenceOf(cause: Cause): Record<string, unknown> {
  if (isOfFinding(cause)) {
    const { finding, scanner, fingerprint, severity, state, kev } = cause.finding;
    return { scanner, rule: finding.rule, severity, state, kev, fingerprint };
  }
  if ('scanner' in cause) {
    const { expected, got } = troubleOf(cause.scanner);
    return { scanner: cause.scanner.name, expected, got };
  }
  if ('scanners' in cause) return { scanners: cause.scanners.map(({ name }) => name) };
  const { code: _, ...rest } = cause;
  const facts = Object.entries(rest).filter(([key]) => key !== 'place' && key !== 'entry');
  const entry =
    'entry' in cause ? { index: cause.entry.index, target: targetOf(cause.entry), expires: cause.entry.expires } : {};
  return { ...Object.fromEntries(facts), ...entry };
}
