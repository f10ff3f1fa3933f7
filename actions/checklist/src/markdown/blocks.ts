/** The blocks of a Markdown text by markdown-it, as GitHub reads them: CommonMark 0.31, tables, footnotes; no inline work at all. */
import MarkdownIt, { type Env, type MarkdownIt as Parser, type Token } from 'markdown-it';
import { correctRules } from './corrections.ts';
import { useLightTokens } from './light-token.ts';

/** Containers (a list and its item are two) that may be inside of each other. GitHub itself stops at 100 lists. */
export const MOST_NESTED = 400;

/** What markdown-it gives, in the order of the text. */
export interface Blocks {
  readonly tokens: readonly Token[];
  /** What link references stand for; read by plainText. */
  readonly env: Env;
  /** A place that is nested too deep to be read, so that its items would be missed. Line from 1. */
  readonly tooDeepAt?: number;
}

const parser = blockParser();

/** `text` has its line ends as `\n` and no NUL. Never throws for a text of whatever shape; the time is linear in its length but for nesting, which is bounded. */
export function readBlocks(text: string): Blocks {
  const env: Env = {};
  const tokens = parser.parse(text, env);
  // What stands in a container of the last level was left out.
  const deepest = tokens.find((token) => token.nesting === 1 && token.level >= MOST_NESTED - 1);
  return { tokens, env, ...(deepest === undefined ? {} : { tooDeepAt: (deepest.map?.[0] ?? 0) + 1 }) };
}

function blockParser(): Parser {
  const made = new MarkdownIt('commonmark', { maxNesting: MOST_NESTED });
  made.core.ruler.enableOnly(['block']);
  useLightTokens(made);
  // Addresses are not used: every destination is as good as any other.
  made.validateLink = () => true;
  made.normalizeLink = (address) => address;
  correctRules(made.block);
  return made;
}
