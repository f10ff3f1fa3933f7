/** Findings of a run in which the gate itself gives none: a configuration fault, a crash, a cancelled job. Always unknown. */
import type { Fault, Reason, Verdict } from '@shipgate/schemas';
import { cut, visible } from './escape.ts';
import type { GateResult } from './gate.ts';
import { mark } from './report/sentence.ts';
import { counted } from './verdict.ts';

/** Codes that every gate can give, each with a page among the gate's own. */
export const commonCodes = ['configuration', 'internal-error', 'cancelled'] as const;

export interface Trouble {
  readonly reasons: readonly Reason[];
  readonly headline: string;
  readonly lead: string;
}

type Docs = (code: string) => string;

/** One reason per fault, in the order of the file. */
export function configurationTrouble(faults: readonly Fault[], docs: Docs): Trouble {
  const where = fileOf(faults);
  return {
    reasons: faults.map((fault) => configurationReason(fault, docs)),
    headline: `${counted(faults.length, 'fault')} in ${where.short}, nothing was done`,
    lead: `The gate could not begin: ${faults.length === 1 ? 'this fault is' : 'these faults are'} to be mended first. Nothing was looked at.`,
  };
}

function configurationReason(fault: Fault, docs: Docs): Reason {
  const excerpt = fault.excerpt?.find(({ line }) => line === fault.location?.line)?.text;
  const got = fault.related === undefined ? literal(fault.got) : `${literal(fault.got)} (see ${fault.related})`;
  return {
    code: 'configuration',
    severity: 'error',
    blocks: 'unknown',
    title: literal(fault.title),
    seen: `expected ${literal(fault.expected)}, got ${got}`,
    hurts: 'the gate does not run, so nothing is proven.',
    mend: literal(fault.do),
    ...(fault.location === undefined ? {} : { location: { ...fault.location } }),
    ...(excerpt === undefined ? {} : { excerpt }),
    docs: docs('configuration'),
    evidence: { expected: fault.expected, got: fault.got },
  };
}

/** Text of a fault is no sentence of ours: its backticks are backticks. */
function literal(text: string): string {
  const shown = text === '' ? 'nothing' : text;
  return shown.includes('`') ? mark(shown) : shown;
}

function fileOf(faults: readonly Fault[]): { short: string; whole: string } {
  const files = [...new Set(faults.map(({ location }) => location?.file))];
  const [file] = files;
  if (files.length > 1) return { short: 'the configuration', whole: 'the configuration' };
  if (file === undefined) return { short: 'the inputs', whole: 'the inputs' };
  return { short: literal(file.slice(file.lastIndexOf('/') + 1)), whole: literal(file) };
}

/** Last line of the terminal: with the whole path. */
export function configurationConclusion(faults: readonly Fault[]): string {
  return `${counted(faults.length, 'fault')} in ${fileOf(faults).whole}, nothing was done`;
}

/** An error that no gate should let through. The page has its message, the debug log its stack. */
export function crashTrouble(error: unknown, docs: Docs): Trouble {
  const message = messageOf(error);
  return {
    reasons: [
      {
        code: 'internal-error',
        severity: 'error',
        blocks: 'unknown',
        title: 'the gate broke',
        seen: `an error that it does not expect: ${mark(cut(visible(message), 300))}`,
        hurts: 'what was not looked at is not proven.',
        mend: 'run the job again with debug logging and report what its log says.',
        docs: docs('internal-error'),
        evidence: { message },
      },
    ],
    headline: 'the gate broke, nothing is proven',
    lead: 'The gate ended with an error of its own. Nothing is known about this change.',
  };
}

/** The text of anything thrown, never empty, without a stack. */
export function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.trim() === '' ? 'an error without a message' : message;
}

/** The job was cancelled or its time was up. */
export function cancelTrouble(signal: string, docs: Docs): Trouble {
  return {
    reasons: [
      {
        code: 'cancelled',
        severity: 'error',
        blocks: 'unknown',
        title: 'the run was cancelled',
        seen: `${signal} came before the gate had decided.`,
        hurts: 'what was not looked at is not proven.',
        mend: 'run the job again; when its time was up, give it a longer `timeout-minutes`.',
        docs: docs('cancelled'),
        evidence: { signal },
      },
    ],
    headline: 'cancelled before it was proven',
    lead: 'The run was cancelled. Nothing is known about this change.',
  };
}

/** A trouble as the result of a gate. */
export function troubleResult(trouble: Trouble, gate: Verdict['gate'], conclusion?: string): GateResult {
  return {
    reasons: trouble.reasons,
    proofs: [],
    evidence: emptyEvidence[gate],
    headline: trouble.headline,
    view: { lead: trouble.lead, ...(conclusion === undefined ? {} : { terminal: { conclusion } }) },
  };
}

/** The least that the schema wants of a gate's evidence. */
const emptyEvidence: Readonly<Record<Verdict['gate'], object>> = {
  'migrate-gate': { scope: 'new', migrations: [], timings: {} },
  'canary-promote': {},
  checklist: {},
  'security-scan': {},
};
