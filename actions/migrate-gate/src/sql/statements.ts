/** Where statements begin and end, as psql cuts them: at a `;` outside parentheses and outside a BEGIN ATOMIC … END body. */
import type { Lexeme } from './lexemes.ts';
import { lexemes } from './lexemes.ts';

export interface Statement {
  /** UTF-16 offset of its first word, behind white space and comments. */
  readonly start: number;
  /** UTF-16 offset behind its last element, without the `;`. */
  readonly end: number;
}

/** The statements of a text in order, empty ones left out. Never throws. */
export function statements(sql: string): readonly Statement[] {
  const found: Statement[] = [];
  const nesting = new Nesting();
  let open: Statement | undefined;
  for (const lexeme of lexemes(sql)) {
    if (lexeme.kind === 'space' || lexeme.kind.endsWith('comment')) continue;
    const text = sql.slice(lexeme.start, lexeme.end);
    if (text === ';' && lexeme.kind === 'symbol' && nesting.isFlat()) {
      if (open !== undefined) found.push(open);
      open = undefined;
      nesting.reset();
      continue;
    }
    nesting.see(lexeme, text);
    open = { start: open?.start ?? lexeme.start, end: lexeme.end };
  }
  if (open !== undefined) found.push(open);
  return found;
}

/** Parentheses, and SQL-standard function bodies, which hold statements of their own. */
class Nesting {
  #parentheses = 0;
  #bodies = 0;
  #previous = '';

  isFlat(): boolean {
    return this.#parentheses === 0 && this.#bodies === 0;
  }

  reset(): void {
    this.#parentheses = 0;
    this.#bodies = 0;
    this.#previous = '';
  }

  see(lexeme: Lexeme, text: string): void {
    if (lexeme.kind === 'symbol') {
      if (text === '(') this.#parentheses++;
      if (text === ')') this.#parentheses = Math.max(0, this.#parentheses - 1);
    }
    const word = lexeme.kind === 'word' ? text.toUpperCase() : '';
    if (word === 'ATOMIC' && this.#previous === 'BEGIN') this.#bodies = 1;
    else if (word === 'CASE' && this.#bodies > 0) this.#bodies++;
    else if (word === 'END' && this.#bodies > 0) this.#bodies--;
    this.#previous = word;
  }
}
