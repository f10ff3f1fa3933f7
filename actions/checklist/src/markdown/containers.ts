/** What markdown-it does not keep of the containers that are open: how far each one is indented, and where in its line a quote begins. */
import type { ParserBlock, StateBlock } from 'markdown-it';
import { endOfLook, signOf } from './line-state.ts';

/** A rule of markdown-it: whether a block begins at this line; if so and not `silent`, it is read. */
export type BlockRule = (state: StateBlock, start: number, end: number, silent: boolean) => boolean;

/** Of one parser; `tokenize` of its block parser is replaced so that containers are seen. */
export class Containers {
  /** Columns that lines in each open container begin with at least. In a quote they are counted from 0 again. */
  #indents: number[] = [];
  /** Columns of the lines of the quote that is about to be read, from the quote outside of it. */
  #outer: readonly number[] = [];

  constructor(block: ParserBlock) {
    const tokenize = block.tokenize.bind(block);
    block.tokenize = (state, start, end) => {
      if (state.level === 0) this.#indents = [];
      this.#addOuter(state, start, end);
      this.#indents.push(state.blkIndent);
      tokenize(state, start, end);
      this.#indents.pop();
    };
  }

  /**
   * Whether a line that is outside of the open container would be indented code in the container that it is in. As code interrupts
   * no paragraph, the line goes on with the paragraph that is open, whatever it looks like.
   */
  isCodeOutside(state: StateBlock, line: number): boolean {
    const indent = state.sCount[line] ?? 0;
    // A quote outside of this one has found so already.
    if (indent < 0) return true;
    if (indent >= state.blkIndent || indent < 4) return false;
    const inside = this.#indents.findLast((each) => each <= indent) ?? 0;
    return indent - inside >= 4;
  }

  /**
   * A quote rule with tabs in a quote inside of a quote going up to columns of the line. markdown-it counts them from the outer
   * quote on, since it writes down where the inner one begins without where the outer one does.
   */
  withColumns(rule: BlockRule): BlockRule {
    return (state, start, end, silent) => {
      if (silent) return rule(state, start, end, silent);
      const isInner = (state.bsCount[start] ?? 0) > 0 && signOf(state, start) === 62;
      this.#outer = isInner ? state.bsCount.slice(start, endOfLook(state, start, end)) : [];
      const isQuote = rule(state, start, end, silent);
      this.#outer = [];
      return isQuote;
    };
  }

  #addOuter(state: StateBlock, start: number, end: number): void {
    const outer = this.#outer;
    this.#outer = [];
    const count = Math.min(outer.length, end - start);
    for (let index = 0; index < count; index++) {
      state.bsCount[start + index] = (state.bsCount[start + index] ?? 0) + (outer[index] ?? 0);
    }
  }
}
