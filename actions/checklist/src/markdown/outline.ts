/** Task items with what belongs to them, in the order of the text: blocks put under the item and the heading that they are in. */
import type { Env, Token } from 'markdown-it';
import { type Heading, headingBelow } from './headings.ts';
import { UniqueNames } from './ids.ts';
import type { Lines } from './lines.ts';
import type { CodeBlock } from './model.ts';
import { oneLine, plainText } from './plain-text.ts';
import { markerColumn, type Task, taskOf } from './task.ts';

/** Markdown of a paragraph. */
export interface Paragraph {
  readonly content: string;
  /** From 1. */
  readonly line: number;
}

/** A code block with the place of its text. */
export interface CodeOfItem extends CodeBlock {
  /** Line of its first line of text, from 1. */
  readonly textLine: number;
}

/** A task item with the blocks that are in it and in no inner one. */
export interface Entry {
  readonly task: Task;
  readonly column: number;
  readonly depth: number;
  readonly parent?: number;
  readonly heading?: Heading;
  /** Those behind the first one, if there are any. */
  paragraphs?: Paragraph[];
  codeBlocks?: CodeOfItem[];
}

/** Both in the order of the text. */
export interface Outline {
  readonly entries: readonly Entry[];
  readonly headings: readonly Heading[];
}

/** One pass over the tokens of `readBlocks`. */
export function outlineOf(tokens: readonly Token[], lines: Lines, env: Env): Outline {
  const builder = new OutlineBuilder(tokens, lines, env);
  for (let at = 0; at < tokens.length; at++) builder.see(at);
  return { entries: builder.entries, headings: builder.headings };
}

/** What is to be restored at the end of a container: headings in it are of no effect behind it. */
interface Container {
  readonly heading: Heading | undefined;
  readonly item: number | undefined;
}

class OutlineBuilder {
  readonly entries: Entry[] = [];
  readonly headings: Heading[] = [];
  readonly #tokens: readonly Token[];
  readonly #lines: Lines;
  readonly #env: Env;
  readonly #title: number;
  readonly #anchors = new UniqueNames();
  readonly #containers: Container[] = [];
  #heading: Heading | undefined;
  #item: number | undefined;
  /** The paragraph that is known as the first one of an item. */
  #known = -1;

  constructor(tokens: readonly Token[], lines: Lines, env: Env) {
    this.#tokens = tokens;
    this.#lines = lines;
    this.#env = env;
    this.#title = titleAt(tokens);
  }

  see(at: number): void {
    const token = this.#tokens[at];
    switch (token?.type) {
      case 'list_item_open':
        this.#enter();
        this.#open(at);
        break;
      case 'blockquote_open':
      case 'footnote_open':
        this.#enter();
        break;
      case 'list_item_close':
      case 'blockquote_close':
      case 'footnote_close':
        this.#leave();
        break;
      case 'heading_open':
        this.#head(at, token);
        break;
      case 'paragraph_open':
        this.#add(at, token);
        break;
      case 'fence':
      case 'code_block':
        this.#code(token);
        break;
    }
  }

  #open(at: number): void {
    const task = taskOf(this.#tokens, at, this.#lines);
    if (task === undefined) return;
    const parent = this.#item;
    this.#known = task.at;
    this.#item = this.entries.length;
    this.entries.push({
      task,
      column: markerColumn(this.#lines, lineOf(this.#tokens[at]), task),
      depth: parent === undefined ? 0 : (this.entries[parent]?.depth ?? 0) + 1,
      parent,
      heading: this.#heading,
      paragraphs: undefined,
      codeBlocks: undefined,
    });
  }

  #enter(): void {
    this.#containers.push({ heading: this.#heading, item: this.#item });
  }

  #leave(): void {
    const container = this.#containers.pop();
    this.#heading = container?.heading;
    this.#item = container?.item;
  }

  #head(at: number, token: Token): void {
    const title = oneLine(plainText(this.#tokens[at + 1]?.content ?? '', this.#env).text);
    const text = { level: levelOf(token), title, line: lineOf(token) + 1, isTitle: at === this.#title };
    this.#heading = headingBelow(this.#heading, text, this.#anchors);
    this.headings.push(this.#heading);
  }

  #add(at: number, token: Token): void {
    const entry = this.#item === undefined ? undefined : this.entries[this.#item];
    if (entry === undefined || at === this.#known) return;
    const content = this.#tokens[at + 1]?.content ?? '';
    entry.paragraphs ??= [];
    entry.paragraphs.push({ content, line: lineOf(token) + 1 });
  }

  #code(token: Token): void {
    const entry = this.#item === undefined ? undefined : this.entries[this.#item];
    if (entry === undefined) return;
    const line = lineOf(token) + 1;
    const textLine = token.type === 'fence' ? line + 1 : line;
    const language = token.info.trim().split(/\s/, 1)[0] ?? '';
    entry.codeBlocks ??= [];
    entry.codeBlocks.push({ language, text: token.content, line, textLine });
  }
}

/** Where the title opens: the only heading of the first level, if no other heading stands before it; else -1. */
function titleAt(tokens: readonly Token[]): number {
  const headings = tokens.filter((token) => token.type === 'heading_open');
  const [first] = headings;
  const isTitle = first?.tag === 'h1' && first.level === 0 && headings.filter(({ tag }) => tag === 'h1').length === 1;
  return isTitle ? tokens.indexOf(first) : -1;
}

function levelOf(heading: Token): number {
  return Number(heading.tag.slice(1));
}

function lineOf(token: Token | undefined): number {
  return token?.map?.[0] ?? 0;
}
