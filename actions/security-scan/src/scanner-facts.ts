/** What one scanner, or one saved report, said in this run. */
import type { Trouble } from './finding.ts';

export type ScannerOutcome = 'clean' | 'findings' | 'error' | 'not-run';

/** One scanner, or one saved report, of this run. */
export interface ScannerFacts {
  readonly name: string;
  readonly version: string | null;
  readonly outcome: ScannerOutcome;
  /** Before merging; null: not known. */
  readonly findings: number | null;
  readonly trouble: Trouble | null;
  readonly seen: string | null;
  readonly durationMs: number;
  readonly source: 'ran' | 'report';
  /** The saved report, from the top of the repository. */
  readonly file?: string;
  /** Named by the policy, an input or a report: without its answer nothing passes. */
  readonly required: boolean;
  /** Nothing of its kind is in the checkout: it did not run, and nothing is unknown by that. */
  readonly hasNothing: boolean;
  /** Why its findings could not be compared with the base; they all count as new then. */
  readonly notCompared?: string;
}
