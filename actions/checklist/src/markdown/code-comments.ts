/** The words in a code block that people wrote for people: its comments. Code itself says nothing about what is wanted. */
import type { CodeBlock } from './model.ts';

/** Blocks without code. */
const PROSE = new Set(['text', 'txt', 'plain', 'plaintext', 'markdown', 'md']);

/** `#` and `//` at the start or behind a blank, so not in an address; `--` only before a blank, since `--flag` is none. */
const COMMENT = /(?:^|\s)(?:#+|\/\/+|\/\*+|--(?=\s)|rem\s)(.*)$/i;

/** A line of a code block, and what its comment says: '' without one. */
export interface Comment {
  readonly text: string;
  /** From 0, in the block's text. */
  readonly line: number;
  /** All of the line, for options. */
  readonly whole: string;
}

/** Cheap: whether a look at the lines is worth it. */
export function mayHaveWants({ text, language }: CodeBlock): boolean {
  return /\d/.test(text) && (/#|\/[/*]|--|rem\s/i.test(text) || PROSE.has(language.toLowerCase()));
}

/** Of the lines that have a digit. */
export function commentsOf(block: CodeBlock): Comment[] {
  const isProse = PROSE.has(block.language.toLowerCase());
  const comments: Comment[] = [];
  for (const [line, whole] of block.text.split('\n').entries()) {
    if (!/\d/.test(whole)) continue;
    const text = isProse ? whole : (COMMENT.exec(whole.slice(0, 2000))?.[1] ?? '');
    comments.push({ text, line, whole });
  }
  return comments;
}
