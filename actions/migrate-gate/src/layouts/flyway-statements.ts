/**
 * How Flyway sends a SQL file: one statement at a time, without its `;` (core/internal/parser/Parser.java), in one
 * transaction unless a statement cannot run in one (PostgreSQLParser.java, detectCanExecuteInTransaction). A file with
 * statements of both kinds is refused (ParserSqlScript.java; `mixed` is false). `<file>.conf` beside it may say
 * `executeInTransaction` and `placeholderReplacement` (SqlScriptMetadata.java).
 * Flyway knows no REINDEX … CONCURRENTLY: it runs it in a transaction, and the server refuses it.
 */
import { lexemes } from '../sql/lexemes.ts';
import { placeOf } from '../sql/place.ts';
import { type Replaced, replacePlaceholders } from './flyway-placeholders.ts';
import { type Chunk, type Script, ScriptError } from './layout.ts';

interface Statement {
  readonly sql: string;
  /** Offset in the text after placeholders were replaced. */
  readonly offset: number;
  /** Offset of the first character that is no comment. */
  readonly head: number;
  /** Plain words outside parentheses, in capitals, with single spaces: "CREATE UNIQUE INDEX CONCURRENTLY ON". */
  readonly words: string;
}

/** What `<file>.conf` beside a migration says. */
interface Configuration {
  readonly executeInTransaction: boolean | null;
  readonly placeholderReplacement: boolean | null;
}

// ALTER TYPE … ADD VALUE runs in a transaction from PostgreSQL 12 on, and Flyway asks the server's version.
const OUTSIDE_TRANSACTION = [
  /^(?:CREATE|DROP) (?:DATABASE|TABLESPACE|SUBSCRIPTION) /,
  /^(?:CREATE|DROP)(?: UNIQUE)? INDEX CONCURRENTLY /,
  /^REINDEX(?: VERBOSE)? (?:SCHEMA|DATABASE|SYSTEM) /,
  /^(?:ALTER SYSTEM|VACUUM|DISCARD ALL) /,
];
const COPY_FROM_STDIN = /^COPY (?:.* )?FROM STDIN /;
/** Words after which Flyway no longer asks. */
const WORDS_ASKED = 11;

/** The script of one file; `beside` is `<file>.conf`. Throws ScriptError where Flyway refuses. */
export function flywayScript(file: string, text: string, beside: { file: string; text: string } | null): Script {
  const configuration = beside ? readConfiguration(beside.file, beside.text) : null;
  const replaced =
    configuration?.placeholderReplacement === false
      ? { text, original: (offset: number) => offset }
      : replacePlaceholders(file, text);
  const errorAt = (offset: number, expected: string, got: string): ScriptError => {
    const { line, column } = placeOf(text, replaced.original(offset));
    return new ScriptError(file, line, column, expected, got);
  };
  const statements = split(replaced.text, errorAt);
  refuseCopy(statements, errorAt);
  const inTransaction = configuration?.executeInTransaction ?? detect(statements, errorAt);
  return { file, chunks: chunks(statements, replaced), transaction: inTransaction ? 'wrapped' : 'none' };
}

type ErrorAt = (offset: number, expected: string, got: string) => ScriptError;

function chunks(statements: readonly Statement[], replaced: Replaced): Chunk[] {
  return statements.map(({ sql, offset }) => ({ sql, offset: replaced.original(offset) }));
}

function split(sql: string, errorAt: ErrorAt): Statement[] {
  const statements: Statement[] = [];
  let open = new OpenStatement(sql);
  for (const lexeme of lexemes(sql)) {
    const isSemicolon = lexeme.kind === 'symbol' && sql[lexeme.start] === ';';
    if (!isSemicolon || open.isNested) open.take(lexeme);
    else {
      open.finishInto(statements);
      open = new OpenStatement(sql);
    }
  }
  if (open.isAtomic) throw errorAt(open.head, 'END after BEGIN ATOMIC', 'the end of the file');
  open.finishInto(statements);
  return statements;
}

/** A statement while its elements are read. */
class OpenStatement {
  private readonly text: string;
  private start = -1;
  private end = -1;
  head = -1;
  private parentheses = 0;
  isAtomic = false;
  private lastWord = '';
  private readonly words: string[] = [];

  constructor(text: string) {
    this.text = text;
  }

  get isNested(): boolean {
    return this.parentheses !== 0 || this.isAtomic;
  }

  take({ kind, start, end }: { kind: string; start: number; end: number }): void {
    if (kind === 'space') return;
    if (this.start < 0) this.start = start;
    this.end = end;
    if (kind === 'line-comment' || kind === 'block-comment') return;
    if (this.head < 0) this.head = start;
    const content = this.text.slice(start, end);
    if (kind === 'symbol') this.countParentheses(content);
    if (kind === 'word' && this.parentheses === 0) this.takeWord(content.toUpperCase());
  }

  private countParentheses(symbol: string): void {
    if (symbol === '(') this.parentheses += 1;
    if (symbol === ')') this.parentheses -= 1;
  }

  private takeWord(word: string): void {
    if (word === 'ATOMIC' && this.lastWord === 'BEGIN') this.isAtomic = true;
    if (word === 'END') this.isAtomic = false;
    this.lastWord = word;
    if (this.words.length < WORDS_ASKED && /^[\p{L}_]+$/u.test(word)) this.words.push(word);
  }

  finishInto(statements: Statement[]): void {
    if (this.head < 0) return;
    const sql = this.text.slice(this.start, this.end);
    statements.push({ sql, offset: this.start, head: this.head, words: `${this.words.join(' ')} ` });
  }
}

function refuseCopy(statements: readonly Statement[], errorAt: ErrorAt): void {
  const copy = statements.find(({ words }) => COPY_FROM_STDIN.test(words));
  if (copy) throw errorAt(copy.head, 'INSERT (file mode sends no COPY data)', 'COPY … FROM STDIN');
}

function detect(statements: readonly Statement[], errorAt: ErrorAt): boolean {
  const outside = statements.find(runsOutside);
  if (outside === undefined) return true;
  const inside = statements.find((statement) => !runsOutside(statement));
  if (inside === undefined) return false;
  const expected = 'statements that cannot run in a transaction in a file of their own (Flyway: mixed is false)';
  throw errorAt(outside.head, expected, `${outside.words.trim()} … beside ${inside.words.trim()} …`);
}

function runsOutside({ words }: Statement): boolean {
  return OUTSIDE_TRANSACTION.some((pattern) => pattern.test(words));
}

const KEYS: ReadonlySet<string> = new Set(['executeInTransaction', 'placeholderReplacement', 'encoding']);

function readConfiguration(file: string, text: string): Configuration {
  const found = new Map<string, boolean>();
  for (const [nth, line] of text.split(/\r?\n/).entries()) {
    if (/^\s*(?:[#!]|$)/.test(line)) continue;
    const [, key = '', value = ''] = /^\s*([^\s=:]+)\s*[=:]?\s*(.*?)\s*$/.exec(line) ?? [];
    const refuse = (expected: string): ScriptError => new ScriptError(file, nth + 1, 1, expected, line.trim());
    if (!KEYS.has(key)) throw refuse('executeInTransaction, placeholderReplacement or encoding');
    if (key === 'encoding') continue;
    if (!/^(?:true|false)$/i.test(value)) throw refuse(`${key}=true or ${key}=false`);
    found.set(key, value.toLowerCase() === 'true');
  }
  return {
    executeInTransaction: found.get('executeInTransaction') ?? null,
    placeholderReplacement: found.get('placeholderReplacement') ?? null,
  };
}
