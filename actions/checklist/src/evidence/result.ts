/** What looking at one piece of evidence gives; decide.ts makes states of items of it. */
import type { Threshold } from '../markdown/model.ts';

export type EvidenceKind = 'gate' | 'report' | 'metric' | 'http' | 'manifest' | 'file' | 'command' | 'attestation';

/**
 * `pass` and `fail` are facts about this commit. `stale`: a fact about another commit, version or image, or older than its
 * limit. `unknown`: it is missing, could not be read or asked for, or does not say what was asked.
 */
export type EvidenceOutcome = 'pass' | 'fail' | 'stale' | 'unknown';

export interface EvidenceResult {
  readonly kind: EvidenceKind;
  readonly outcome: EvidenceOutcome;
  /** What was seen, for people, with its unit: `78.4 %`, `2 firing`, `61 days left`. */
  readonly value?: string;
  /** What was wanted, for people: `> 80 %`. */
  readonly threshold?: string;
  /** Where it was seen: a path from the top of the repository, a URL without query and credentials, the words of a command. */
  readonly source: string;
  /** Of the bytes that were read, hex. */
  readonly sha256?: string;
  /** When the fact was true: ISO 8601. */
  readonly at?: string;
  /** One sentence without its end, lower case first, that is true when read alone: `coverage is 78.4 %, wanted > 80 %`. No secret in it. */
  readonly seen: string;
  /** One sentence, imperative: what mends it. */
  readonly mend: string;
  /** Where the fault is, when it is in a file of the repository. */
  readonly location?: { readonly file: string; readonly line?: number; readonly column?: number };
  /** The threshold that decided, for the verdict. */
  readonly decidedBy?: Threshold;
}

/** For what evidence has to speak. */
export interface EvidenceSubject {
  /** 40 or 64 hex; undefined outside of git. */
  readonly commit?: string | undefined;
  /** Version of the release, without a leading v; undefined when nobody said it. */
  readonly version?: string | undefined;
  /** Image digest, `sha256:…`; undefined when nobody said it. */
  readonly image?: string | undefined;
  readonly environment?: string | undefined;
}
