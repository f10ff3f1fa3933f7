/** From what a gate found to its verdict: order, outcome, headline and exit code. Pure. */
import type { Outcome, Proof, Reason, Severity, Subject, Verdict } from '@shipgate/schemas';

const severities: readonly Severity[] = ['data-loss', 'error', 'warning', 'note'];
const blocking: readonly Reason['blocks'][] = ['fail', 'unknown', 'no'];

export interface VerdictParts {
  readonly gate: Verdict['gate'];
  readonly version: string;
  /** Commit of the gate itself, when known. */
  readonly commit?: string | undefined;
  readonly subject: Subject;
  readonly reasons: readonly Reason[];
  readonly proofs: readonly Proof[];
  readonly evidence: object;
  /** Without it: how many faults, or which proofs hold. */
  readonly headline?: string | undefined;
  /** Codes, worst first, for reasons of the same severity; without it files and lines decide. */
  readonly codeOrder?: readonly string[] | undefined;
  /** Reasons of one severity stay in the order given. */
  readonly keepsOrder?: boolean | undefined;
  readonly startedAt: Date;
  readonly finishedAt: Date;
}

/** The verdict as schemas/verdict.schema.json has it. */
export function buildVerdict(parts: VerdictParts): Verdict {
  const reasons =
    parts.keepsOrder === true ? parts.reasons.toSorted(bySeverity) : worstFirst(parts.reasons, parts.codeOrder);
  const outcome = outcomeOf(reasons, parts.proofs);
  return {
    version: 1,
    gate: parts.gate,
    outcome,
    headline: shortHeadline(parts.headline ?? headlineOf(outcome, reasons, parts.proofs)),
    subject: parts.subject,
    reasons,
    proofs: [...parts.proofs],
    evidence: parts.evidence,
    tool: { name: parts.gate, version: parts.version, ...(parts.commit === undefined ? {} : { commit: parts.commit }) },
    startedAt: parts.startedAt.toISOString(),
    finishedAt: parts.finishedAt.toISOString(),
  };
}

/** A reason that blocks makes the outcome; so does a required proof that is not had. fail wins over unknown. */
export function outcomeOf(reasons: readonly Reason[], proofs: readonly Proof[]): Outcome {
  const required = proofs.filter((proof) => proof.required && proof.outcome !== 'pass');
  const fails = reasons.some(({ blocks }) => blocks === 'fail') || required.some(({ outcome }) => outcome === 'fail');
  if (fails) return 'fail';
  return required.length > 0 || reasons.some(({ blocks }) => blocks === 'unknown') ? 'unknown' : 'pass';
}

/** The one rule from outcome to exit code. */
export function exitCode(outcome: Outcome): 0 | 1 | 2 {
  return ({ pass: 0, fail: 1, unknown: 2 } as const)[outcome];
}

/** Worst first: severity, what it blocks, then the gate's order of codes, then file, line and column. */
export function worstFirst(reasons: readonly Reason[], codeOrder: readonly string[] = []): Reason[] {
  const rank = (code: string) => (codeOrder.includes(code) ? codeOrder.indexOf(code) : codeOrder.length);
  const order = (a: Reason, b: Reason) =>
    bySeverity(a, b) ||
    rank(a.code) - rank(b.code) ||
    byText(a.location?.file ?? '', b.location?.file ?? '') ||
    (a.location?.line ?? 0) - (b.location?.line ?? 0) ||
    (a.location?.column ?? 0) - (b.location?.column ?? 0) ||
    byText(a.code, b.code);
  return [...reasons].sort(order);
}

function bySeverity(a: Reason, b: Reason): number {
  return (
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    blocking.indexOf(a.blocks) - blocking.indexOf(b.blocks)
  );
}

function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Reasons by what they do: faults block, warnings do not, allowed ones would have. */
export interface SortedReasons {
  readonly faults: readonly Reason[];
  readonly warnings: readonly Reason[];
  readonly allowed: readonly Reason[];
}

export function sortReasons(reasons: readonly Reason[]): SortedReasons {
  const open = reasons.filter(({ blocks }) => blocks === 'no');
  return {
    faults: reasons.filter(({ blocks }) => blocks !== 'no'),
    warnings: open.filter(({ allowance }) => allowance === undefined),
    allowed: open.filter(({ allowance }) => allowance !== undefined),
  };
}

/** The headline of a gate that gives none. */
export function headlineOf(outcome: Outcome, reasons: readonly Reason[], proofs: readonly Proof[]): string {
  const { faults } = sortReasons(reasons);
  if (outcome === 'fail') {
    const missing = proofs.filter(({ required, outcome: seen }) => required && seen === 'fail').length;
    if (faults.length > 0)
      return `${counted(faults.length, 'fault')} ${faults.length === 1 ? 'blocks' : 'block'} this change`;
    return `${counted(missing, 'required proof')} ${missing === 1 ? 'does' : 'do'} not hold`;
  }
  if (outcome === 'unknown') return 'not proven, so it blocks';
  const required = proofs.filter((proof) => proof.required).length;
  return required === 0 ? 'nothing that had to be proven' : `${required} of ${required} required proofs hold`;
}

function shortHeadline(headline: string): string {
  const characters = Array.from(headline);
  return characters.length <= 300 ? headline : `${characters.slice(0, 299).join('')}…`;
}

/** "1 fault", "1,234 faults". */
export function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** With a comma for thousands. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** "2.9 s", "3 min 41 s", "1 h 2 min". Milliseconds in. */
export function duration(milliseconds: number, space = ' '): string {
  const tenths = Math.round(milliseconds / 100);
  if (tenths < 600) return `${(tenths / 10).toFixed(1)}${space}s`;
  const seconds = Math.round(milliseconds / 1000);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}${space}min ${seconds % 60}${space}s`;
  return `${Math.floor(minutes / 60)}${space}h ${minutes % 60}${space}min`;
}
