/** Tokens of blocks as plain objects. markdown-it defines each of twelve properties of a token by itself, which takes most of its time. */
import type { MarkdownIt, Token } from 'markdown-it';

class BlockToken implements Token {
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
  block = true;
  hidden = false;

  constructor(type: string, tag: string, nesting: Token['nesting']) {
    this.type = type;
    this.tag = tag;
    this.nesting = nesting;
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

/** Makes a parser use them for blocks. */
export function useBlockTokens(parser: MarkdownIt): void {
  parser.block.State = class extends parser.block.State {
    override push(type: string, tag: string, nesting: Token['nesting']): Token {
      const token = new BlockToken(type, tag, nesting);
      if (nesting < 0) this.level--;
      token.level = this.level;
      if (nesting > 0) this.level++;
      this.tokens.push(token);
      return token;
    }
  };
}
