/** What a gate adds to its verdict for people, and what a reporter makes of both: effects as data. */
import type { Fault, Verdict } from '@shipgate/schemas';
import type { Host } from '../host.ts';
import type { Text } from './markdown.ts';

/** A part of the job summary behind a fold. */
export interface FoldedSection {
  readonly title: Text;
  readonly body: Text;
}

/** All texts are sentences (strings, escaped) or Markdown built with `md`, `table`, `code`. */
export interface ReportView {
  /** First paragraph of the summary: what was found or proven, and how much of it was looked at. */
  readonly lead: Text;
  /** Open sections behind the faults: the gate's tables. */
  readonly tables?: readonly Text[];
  readonly folded?: readonly FoldedSection[];
  /** The gate's own tables say what was proven: the table of proofs is folded whatever the outcome. */
  readonly foldsProofs?: boolean;
  /** Last paragraph: what is not over, not claimed. Of an unknown verdict there is one without it. */
  readonly remark?: Text;
  /** Facts for the last line, between the gate's version and the duration. */
  readonly footer?: readonly Text[];
  readonly terminal?: {
    /** Lines before the reasons' page: "soak: until …". */
    readonly notes?: readonly string[];
    /** The finding in a few words for the last line; the headline without it. */
    readonly conclusion?: string;
  };
  /** Counts and the like that become outputs of the action, besides those of every gate. */
  readonly outputs?: Readonly<Record<string, string | number>>;
}

/** What a reporter has to know besides verdict, view and host. */
export interface ReportOptions {
  readonly color: boolean;
  readonly json: boolean;
  /** Files by their name in the output directory, as they may be shown; undefined when nobody can open them later. */
  readonly shownDirectory?: string | undefined;
  /** Absolute folder of the output files; undefined when it cannot be written to. */
  readonly outputDirectory?: string | undefined;
  /** Configuration faults, when they are all there is to say. */
  readonly faults?: readonly Fault[] | undefined;
}

/** Of a file; in pieces when the whole is too large to be held. Pieces are taken once, in their order. */
export type FileText = string | Iterable<string>;

export function wholeText(text: FileText): string {
  return typeof text === 'string' ? text : [...text].join('');
}

/** What is to be done; applied in this order by report/apply.ts. */
export type Effect =
  | { readonly kind: 'file'; readonly name: string; readonly text: FileText }
  | { readonly kind: 'print'; readonly lines: readonly string[] }
  | { readonly kind: 'command'; readonly line: string }
  | { readonly kind: 'summary'; readonly markdown: string }
  | { readonly kind: 'output'; readonly name: string; readonly value: string }
  | { readonly kind: 'stdout'; readonly text: string };

/** Printing never decides: a reporter changes nothing in the verdict. */
export type Reporter = (verdict: Verdict, view: ReportView, host: Host, options: ReportOptions) => readonly Effect[];
