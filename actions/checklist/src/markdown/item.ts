/** One item of the outline, read: its words, and what they say. */
import type { Env } from 'markdown-it';
import { idInComment } from './ids.ts';
import type { Lines } from './lines.ts';
import type { MarkdownTrouble, SignoffLine, Threshold } from './model.ts';
import { type Declaration, declarationIn, isIfApplicable, maySayNotApplicable } from './not-applicable.ts';
import type { CodeOfItem, Entry } from './outline.ts';
import { oneLine, plainText } from './plain-text.ts';
import { signoffLine } from './signoff-line.ts';
import { NO_WANTS, type Wants, wantsOf } from './wants.ts';

/** With its place in the file. */
export interface PlacedDeclaration extends Declaration {
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
}

/** What an item says by itself: without its id, which depends on others. */
export interface ItemReading {
  readonly text: string;
  /** What its id is made of: the label of a signature, and no declaration, so that signing or declaring does not rename it. */
  readonly name: string;
  readonly explicitId?: string;
  readonly ifApplicable: boolean;
  readonly declaration?: PlacedDeclaration;
  readonly thresholds: readonly Threshold[];
  readonly signoff?: SignoffLine;
  readonly troubles: readonly MarkdownTrouble[];
}

/** `env` and `lines` are those of the document. */
export function readItem(entry: Entry, env: Env, lines: Lines): ItemReading {
  const plain = plainText(entry.task.content, env);
  const text = oneLine(plain.text);
  const declared = declarationIn(plain.prose);
  // A reason must not make its own item one that may be left out.
  const prose = declared === undefined ? plain.prose : plain.prose.slice(0, declared.at);
  const signoff = entry.heading?.ofSignoffs === true ? signoffLine(text) : undefined;
  const { thresholds, unreadable } = signoff === undefined ? wants(plain.text, declared, entry) : NO_WANTS;
  const declaration =
    declared === undefined
      ? declarationBelow(entry, env)
      : { ...declared, line: lineIn(plain.prose, declared, entry.task.line + 1) };
  return {
    text,
    name: signoff?.label ?? nameOf(text, plain.text, declared),
    explicitId:
      plain.comments.length === 0 ? undefined : plain.comments.map(idInComment).find((id) => id !== undefined),
    ifApplicable: isIfApplicable(prose),
    declaration: declaration === undefined ? undefined : placed(declaration, entry, lines),
    thresholds,
    signoff,
    troubles: unreadable.length === 0 ? [] : troublesOf(unreadable, entry, lines),
  };
}

const NO_CODE: readonly CodeOfItem[] = [];

function wants(text: string, declared: Declaration | undefined, entry: Entry): Wants {
  const wanted = declared === undefined ? text : text.slice(0, declared.at);
  return wantsOf(wanted, entry.task.line + 1, entry.codeBlocks ?? NO_CODE);
}

function nameOf(text: string, plain: string, declared: Declaration | undefined): string {
  if (declared === undefined) return text;
  const name = oneLine(plain.slice(0, declared.at)).replace(/[\s(—–,;:.-]+$/u, '');
  return name === '' ? text : name;
}

/** In the item's paragraphs behind the first one. */
function declarationBelow(entry: Entry, env: Env): (Declaration & { readonly line: number }) | undefined {
  for (const paragraph of entry.paragraphs ?? []) {
    if (!maySayNotApplicable(paragraph.content)) continue;
    const { prose } = plainText(paragraph.content, env);
    const declared = declarationIn(prose);
    if (declared !== undefined) return { ...declared, line: lineIn(prose, declared, paragraph.line) };
  }
  return undefined;
}

function lineIn(prose: string, declared: Declaration, first: number): number {
  return first + prose.slice(0, declared.at).split('\n').length - 1;
}

function placed(declared: Declaration & { readonly line: number }, entry: Entry, lines: Lines): PlacedDeclaration {
  const found = lines.of(declared.line - 1).search(/n\/a|н\/п|не\s?применимо|not\s+applicable/i);
  return { ...declared, column: found < 0 ? entry.column : found + 1 };
}

function troublesOf(unreadable: Wants['unreadable'], entry: Entry, lines: Lines): MarkdownTrouble[] {
  return unreadable.map(({ text, line }) => {
    const found = lines.of(line - 1).indexOf(text);
    const otherwise = line === entry.task.line + 1 ? entry.column : 1;
    return {
      code: 'threshold-unreadable',
      line,
      column: found < 0 ? otherwise : found + 1,
      expected: 'a number with a unit behind the comparison, such as `>80%` or `<200 ms`',
      got: text,
    };
  });
}
