/** Tokens as plain objects. markdown-it defines each of twelve properties of a token by itself, which takes most of its time. */
import type { MarkdownIt, Token } from 'markdown-it';

class LightToken implements Token {
  type: string;
  tag: string;
  attrs: Token['attrs'] = null;
  map: Token['map'] = null;
  nesting: Token['nesting'];
  level = 0;
  children: Token['children'] = null;
  content = '';
  markup = '';
  info = '';
  meta: Token['meta'] = null;
  block: boolean;
  hidden = false;

  constructor(type: string, tag: string, nesting: Token['nesting'], block: boolean) {
    this.type = type;
    this.tag = tag;
    this.nesting = nesting;
    this.block = block;
  }

  // Attributes are for HTML, and none is made here.
  attrIndex(): number {
    return -1;
  }
  attrPush(): void {}
  attrSet(): void {}
  attrGet(): null {
    return null;
  }
  attrJoin(): void {}
}

/** Makes a parser use them. What is done besides is as in its own states. */
export function useLightTokens(parser: MarkdownIt): void {
  parser.block.State = class extends parser.block.State {
    override push(type: string, tag: string, nesting: Token['nesting']): Token {
      const token = new LightToken(type, tag, nesting, true);
      if (nesting < 0) this.level--;
      token.level = this.level;
      if (nesting > 0) this.level++;
      this.tokens.push(token);
      return token;
    }
  };
  parser.inline.State = class extends parser.inline.State {
    override pushPending(): Token {
      const token = new LightToken('text', '', 0, false);
      token.content = this.pending;
      token.level = this.pendingLevel;
      this.tokens.push(token);
      this.pending = '';
      return token;
    }

    override push(type: string, tag: string, nesting: Token['nesting']): Token {
      if (this.pending !== '') this.pushPending();
      const token = new LightToken(type, tag, nesting, false);
      const delimiters = this.delimiters;
      if (nesting < 0) {
        this.level--;
        this.delimiters = this._prev_delimiters.pop() ?? [];
      }
      token.level = this.level;
      if (nesting > 0) {
        this.level++;
        this._prev_delimiters.push(delimiters);
        this.delimiters = [];
      }
      this.pendingLevel = this.level;
      this.tokens.push(token);
      this.tokens_meta.push(nesting > 0 ? { delimiters: this.delimiters } : undefined);
      return token;
    }
  };
}
