/** All thresholds of an item: of its text first, then of the comments in its code blocks. */
import { commentsOf, mayHaveWants } from './code-comments.ts';
import type { Threshold } from './model.ts';
import type { CodeOfItem } from './outline.ts';
import { readOption, readThresholds } from './thresholds.ts';

/** What an item wants, and what of it could not be read. */
export interface Wants {
  readonly thresholds: readonly Threshold[];
  /** As written; lines from 1. */
  readonly unreadable: readonly { readonly text: string; readonly line: number }[];
}

/** Of an item that says no number. */
export const NO_WANTS: Wants = { thresholds: [], unreadable: [] };

/** `text` may have several lines, of which the first is line `first`. */
export function wantsOf(text: string, first: number, codeBlocks: readonly CodeOfItem[]): Wants {
  const commented = codeBlocks.length === 0 ? codeBlocks : codeBlocks.filter((block) => mayHaveWants(block));
  if (commented.length === 0 && !/\d/.test(text)) return NO_WANTS;
  const thresholds: Threshold[] = [];
  const unreadable: { text: string; line: number }[] = [];
  const see = (words: string, line: number): void => {
    const reading = readThresholds(words, line);
    for (const each of reading.thresholds) thresholds.push(each);
    for (const each of reading.unreadable) unreadable.push({ text: each, line });
  };
  if (!text.includes('\n')) see(text, first);
  else for (const [index, words] of text.split('\n').entries()) see(words, first + index);
  for (const block of commented) {
    for (const comment of commentsOf(block)) {
      see(comment.text, block.textLine + comment.line);
      thresholds.push(...readOption(comment.whole, block.textLine + comment.line));
    }
  }
  return { thresholds, unreadable };
}
