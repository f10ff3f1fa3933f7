/** A checklist as its Markdown has it. Made by markdown/read.ts; nothing here knows of evidence or policy. */

/** `[ ]` or `[x]`. */
export type Tick = 'open' | 'ticked';

/** A stretch of the checklist that gates as a whole: a heading such as «Фаза 3: Инфраструктура» or "Phase 3", or any other heading. */
export interface Phase {
  /** Slug of the heading, as GitHub makes anchors. Unique in the file. */
  readonly id: string;
  /** Of «Фаза 3», "Phase 3"; undefined for a heading without a number. */
  readonly number?: number;
  /** Ids of the headings that it is below of, the nearest last. */
  readonly within?: readonly string[];
  /** Text of the heading as read, without Markdown. */
  readonly title: string;
  /** From 1. */
  readonly line: number;
}

/** What an item wants of a number: «Coverage должен быть >80%», `p95 <200ms`, "0 ошибок", «(30 дней)». */
export interface Threshold {
  /** `in` is a range, both ends included («1-10%»). */
  readonly operator: '<' | '<=' | '>' | '>=' | '==' | 'in';
  /** In the base unit: seconds, bytes, a share from 0 to 1, requests per second, or a plain count. */
  readonly value: number;
  /** Upper end of a range. */
  readonly upTo?: number;
  readonly unit: 'seconds' | 'bytes' | 'share' | 'per-second' | 'count';
  /** As written: `>80%`. */
  readonly text: string;
  /** What it is said of, lower case, as written before it: "p95", "coverage", "rto"; '' when nothing is. */
  readonly of: string;
  /** From 1: it may stand in the item's code block. */
  readonly line: number;
}

/** An item that is declared not applicable, on its line or in its own paragraphs: `N/A: no mesh (owner: @boris-ops)`. */
export interface NotApplicable {
  readonly reason: string;
  /** Login without @; undefined when none is named. */
  readonly owner?: string;
  readonly line: number;
}

/** A code block that belongs to an item: the last item before it that it is inside of. */
export interface CodeBlock {
  /** First word of the info string, '' without one. */
  readonly language: string;
  readonly text: string;
  /** Of the opening fence, or of the first indented line. */
  readonly line: number;
}

export interface Item {
  /** Explicit (`<!-- id: tests -->`), or the slugs of its headings below the title and of its text, joined by `/`; repeated ones numbered `-1`, `-2`. */
  readonly id: string;
  readonly explicitId: boolean;
  /** From 1; the line of the `[ ]`. */
  readonly line: number;
  /** From 1, UTF-16: where the list marker stands. */
  readonly column: number;
  /** One line, without Markdown and without comments: code spans as their text. */
  readonly text: string;
  readonly tick: Tick;
  /** 0 for an item that is inside no other. */
  readonly depth: number;
  /** Index of the item that it is inside of, in `items`. */
  readonly parent?: number;
  /** undefined: it stands before any heading. */
  readonly phase?: Phase;
  /** `if applicable`, «если применимо» stands in its text. */
  readonly ifApplicable: boolean;
  readonly notApplicable?: NotApplicable;
  readonly codeBlocks: readonly CodeBlock[];
  /** Of its text first, then of its code blocks. */
  readonly thresholds: readonly Threshold[];
  /** For a line of the section of signatures. */
  readonly signoff?: SignoffLine;
}

/** `- [ ] **Руководитель DevOps:** Иванов Дата: 20.11.2026`. Blanks of underscores are no name. */
export interface SignoffLine {
  /** Before the colon: "Руководитель DevOps". */
  readonly label: string;
  readonly name?: string;
  /** As written. */
  readonly date?: string;
}

/** Something wrong in the Markdown itself. */
export interface MarkdownTrouble {
  readonly code:
    | 'no-items'
    | 'duplicate-id'
    | 'threshold-unreadable'
    | 'not-applicable-without-reason'
    | 'not-applicable-refused'
    | 'not-an-item'
    | 'too-large'
    | 'not-text';
  readonly line: number;
  readonly column: number;
  /** Expected, got. */
  readonly expected: string;
  readonly got: string;
}

export interface ChecklistDocument {
  /** From the top of the repository. */
  readonly file: string;
  /** In order of the file, those of signatures among them. */
  readonly items: readonly Item[];
  readonly phases: readonly Phase[];
  readonly troubles: readonly MarkdownTrouble[];
}
