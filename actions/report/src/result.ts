/** The result of a run, as report.json holds it, and its exit code. Pure. */
import type { Fault, Verdict } from '@shipgate/schemas';
import type { Delivered, Delivery } from './outcome.ts';
import type { ReadVerdict } from './verdicts.ts';

/**
 * delivered: all that was wanted. incomplete: at least one trouble. planned: a dry run. not-started: the configuration,
 * or nothing to report. None of them says anything of the verdicts.
 */
export type ReportOutcome = 'delivered' | 'incomplete' | 'planned' | 'not-started';

export interface ReportResult {
  readonly outcome: ReportOutcome;
  readonly verdicts: readonly ReportedVerdict[];
  readonly deliveries: readonly Delivery[];
  readonly troubles: readonly Fault[];
  readonly notices: readonly string[];
  /** Of a dry run. */
  readonly plan?: object;
}

export interface ReportedVerdict {
  readonly file: string;
  readonly gate: Verdict['gate'];
  readonly outcome: Verdict['outcome'];
  readonly headline: string;
  readonly sarif: string | null;
}

export function reportedVerdict({ file, verdict }: ReadVerdict): ReportedVerdict {
  const { gate, outcome, headline } = verdict;
  return { file: file.shown, gate, outcome, headline, sarif: file.sarif?.shown ?? null };
}

export function notStarted(troubles: readonly Fault[]): ReportResult {
  return { outcome: 'not-started', verdicts: [], deliveries: [], troubles, notices: [] };
}

export function resultOf(verdicts: readonly ReadVerdict[], delivered: Delivered): ReportResult {
  const outcome = delivered.troubles.length === 0 ? 'delivered' : 'incomplete';
  return { outcome, verdicts: verdicts.map(reportedVerdict), ...delivered };
}

/** 0 all delivered, 1 not all, 2 not begun; a red verdict changes nothing. */
export function exitCode({ outcome, troubles }: ReportResult): 0 | 1 | 2 {
  if (outcome === 'not-started') return 2;
  return troubles.length === 0 ? 0 : 1;
}
