/** What the SARIF files are made of, and what they are. */
import type { ResultFile } from '@shipgate/kit/gate';
import type { Subject } from '@shipgate/schemas';
import type { DecidedFinding } from '../decided.ts';
import type { ScannerFacts } from '../scanner-facts.ts';

export interface SarifInput {
  readonly version: string;
  readonly subject: Subject;
  /** `https://github.com`. */
  readonly serverUrl: string;
  readonly startedAt: Date;
  readonly finishedAt: Date;
  readonly scanners: readonly ScannerFacts[];
  /** Of all scanners, in any order; their texts are masked. */
  readonly findings: readonly DecidedFinding[];
  /** Whether there was a base, so that known and new say something. */
  readonly isCompared: boolean;
  /** Page of a reason. */
  docs(code: string): string;
}

export interface SarifFiles {
  /** `full.sarif` has every finding; `results.sarif` is for code scanning, without what is let through. */
  readonly files: readonly ResultFile[];
  /** In the full file. */
  readonly results: number;
  /** In the file for code scanning. */
  readonly uploaded: number;
  /** Left out of it by GitHub's limits. */
  readonly dropped: number;
  /** Runs of the file for code scanning. */
  readonly categories: number;
}

/** Findings of one scanner, worst first. */
export interface ScannerRun {
  readonly scanner: string;
  /** In the driver's name and the category; no other run has it. */
  readonly name: string;
  readonly version: string | null;
  /** It looked at everything: what it does not find is not there. */
  readonly hasAnswered: boolean;
  /** Why not, of each report that gave no answer. */
  readonly troubles: readonly string[];
  readonly findings: readonly DecidedFinding[];
}
