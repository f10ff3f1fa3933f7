/** Where markdown-it reads blocks otherwise than CommonMark and GitHub do, and it matters for what is an item. */
import MarkdownIt, { type ParserBlock, type StateBlock } from 'markdown-it';
import { type BlockRule, Containers } from './containers.ts';
import { footnoteDefinition } from './footnote.ts';
import { beginOf, endOfLook, signOf } from './line-state.ts';

/** Which blocks a rule may end: of a paragraph, a definition, the lazy lines of a quote, a list. */
const ALL = ['paragraph', 'reference', 'blockquote', 'list'];
const NO_LIST = ['paragraph', 'reference', 'blockquote'];

/** markdown-it's own rules that interrupt a paragraph. */
const INTERRUPTING: readonly (readonly [string, string[]])[] = [
  ['fence', ALL],
  ['hr', ALL],
  ['list', NO_LIST],
  ['html_block', NO_LIST],
  ['heading', NO_LIST],
];

/** Changes the rules of a parser for CommonMark with HTML; the ones that are not named here stay. */
export function correctRules(block: ParserBlock): void {
  const { ruler } = block;
  const containers = new Containers(block);
  const notLazy =
    (rule: BlockRule): BlockRule =>
    (state, start, end, silent) =>
      !(silent && containers.isCodeOutside(state, start)) && rule(state, start, end, silent);
  for (const [name, alt] of INTERRUPTING) ruler.at(name, notLazy(ownRule(name)), { alt });
  const quote = containers.withColumns(quoteWithoutCode(ownRule('blockquote')));
  ruler.at('blockquote', notLazy(quote), { alt: ALL });
  ruler.before('reference', 'footnote', notLazy(footnoteDefinition), { alt: ALL });
  ruler.before('html_block', 'lazy_html', notLazy(lazyHtml), { alt: ['paragraph', 'blockquote'] });
  // A list may stand behind a table with any number, and behind a paragraph only with 1. markdown-it looks for tables first, even
  // in `- [ ] a | b`; containers come before them.
  ruler.before('lheading', 'table_of_cells', ownRule('table'), { alt: ['paragraph', 'reference'] });
}

/** A rule of markdown-it, which it gives away only in a list of all that are on. */
function ownRule(name: string): BlockRule {
  const { ruler } = new MarkdownIt({ html: true }).block;
  ruler.enableOnly([name]);
  return ruler.getRules('')[0] ?? (() => false);
}

/** A whole tag alone on a line (CommonMark 4.6, kind 7). */
const TAG_ALONE =
  /^<(?:[a-z][a-z0-9-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?|\/[a-z][a-z0-9-]*\s*)>[ \t]*$/i;

/**
 * A tag alone on its line does not interrupt a paragraph of its own container, but it ends one that the line would only continue
 * lazily. markdown-it lets it go on.
 */
function lazyHtml(state: StateBlock, start: number, _end: number, silent: boolean): boolean {
  if (!silent || signOf(state, start) !== 60) return false;
  const isLazy = state.parentType === 'blockquote' || (state.sCount[start] ?? 0) < state.blkIndent;
  return isLazy && TAG_ALONE.test(state.src.slice(beginOf(state, start), state.eMarks[start]));
}

/**
 * `>` behind four blanks or more is no marker of a quote, neither of its first line nor of the next ones. markdown-it knows only
 * the former, so the latter are shown to it as if they began with a blank.
 */
function quoteWithoutCode(rule: BlockRule): BlockRule {
  return (state, start, end, silent) => {
    if (silent || signOf(state, start) !== 62) return rule(state, start, end, silent);
    const hidden: number[] = [];
    const last = endOfLook(state, start, end);
    for (let line = start + 1; line < last; line++) {
      const isCode = (state.sCount[line] ?? 0) - state.blkIndent >= 4 && signOf(state, line) === 62;
      if (isCode) hidden.push(line);
    }
    for (const line of hidden) state.tShift[line] = (state.tShift[line] ?? 1) - 1;
    const isQuote = rule(state, start, end, silent);
    for (const line of hidden) state.tShift[line] = (state.tShift[line] ?? 0) + 1;
    return isQuote;
  };
}
