/** What every gate is to the kit: a name, its inputs, and a function from inputs to findings. */
import type { Proof, Reason, Subject, Verdict } from '@shipgate/schemas';
import type { Host } from './host.ts';
import type { InputSpec, InputValues } from './inputs.ts';
import type { Progress } from './progress.ts';
import type { FileText, ReportView } from './report/view.ts';

export interface Gate<Specs extends readonly InputSpec[] = readonly InputSpec[]> {
  readonly name: Verdict['gate'];
  readonly version: string;
  /** One or two sentences for `--help`. */
  readonly description: string;
  /** `output-directory` is added by the kit when it is not among them. */
  readonly inputs: Specs;
  /** Reason codes, worst first: the order of reasons of one severity. Without it: files and lines. */
  readonly codeOrder?: readonly string[];
  /**
   * When it is cancelled, its own result counts if it comes within five seconds: what it knows by then is worth more than
   * "nothing is known". It adds the reason `cancelled` itself; the signal's name is the reason of `context.signal`.
   */
  readonly tellsWhenCancelled?: boolean;
  /** More files for the output directory that follow from the verdict; `text` is verdict.json as it is written. */
  documents?(verdict: Verdict, text: string): readonly { readonly name: string; readonly text: string }[];
  /** Throws ConfigurationError for what the user can mend before anything is done; any other error is our fault. */
  run(input: InputValues<Specs>, context: GateContext): Promise<GateResult>;
}

/** The findings of a gate; outcome, order and exit code follow from them. */
export interface GateResult {
  readonly reasons: readonly Reason[];
  readonly proofs: readonly Proof[];
  readonly evidence: object;
  /** Over what the kit knows from the host (repository, commit, ref, event, run). */
  readonly subject?: Subject;
  readonly headline?: string;
  readonly view: ReportView;
  /** More files for the output directory; one that has the name of a reporter's file (results.sarif) takes its place. */
  readonly files?: readonly ResultFile[];
  /** Reasons of one severity are given worst first: their order stands, rather than that of codes and files. */
  readonly keepsOrder?: boolean;
  /** Only reported: the job does not fail by the outcome, which is an output all the same. */
  readonly advisory?: boolean;
  /** What the verdict says of the run itself, when it must be the same in a replay. Nothing of the host is added then. */
  readonly recorded?: RecordedRun;
}

export interface ResultFile {
  readonly name: string;
  readonly text: FileText;
}

/** A run as it was, for a verdict that can be made again. */
export interface RecordedRun {
  readonly subject: Subject;
  /** Version of the gate, and its commit where it was known. */
  readonly version: string;
  readonly commit?: string;
  readonly startedAt: Date;
  readonly finishedAt: Date;
}

export interface GateContext {
  readonly host: Host;
  readonly progress: Progress;
  readonly clock: Clock;
  readonly log: Log;
  /** Aborted when the run is cancelled: stop, remove what was made, return. There are 5 seconds. */
  readonly signal: AbortSignal;
  /** Absolute folder of the output files, made and writable, for what a gate writes while it runs. */
  readonly outputDirectory: string;
  /** Page of a reason of this gate, for `Reason.docs`. */
  docs(code: string): string;
}

export interface Clock {
  now(): Date;
  /** Milliseconds of a clock that never goes back, for durations. */
  elapsed(): number;
}

export interface Log {
  /** Shown only with debug logging (RUNNER_DEBUG=1): stack traces, facts for maintainers. Escaped; several lines may come. */
  debug(text: string): void;
}
