/**
 * goose's own reading of a SQL file, line by line: internal/sqlparser/parser.go (v3.29), ParseSQLMigration. It knows no
 * SQL: a statement ends with a line whose last word before a `--` ends with `;`, or where the annotations say so.
 * One thing differs: where goose would replace variables from the environment (ENVSUB ON), file mode refuses the line.
 * A line break "\r\n" stays as it is (goose sends "\n"), so that every statement is a slice of the file.
 */
import { type Annotation, annotationOf, LEADING, type Line, SPACE, trim } from './goose-annotations.ts';
import { type Chunk, type Direction, ScriptError } from './layout.ts';

export interface GooseScript {
  readonly statements: readonly Chunk[];
  readonly transaction: 'wrapped' | 'none';
  /** The file has an annotation for this direction. */
  readonly hasSection: boolean;
}

const WORDS = new RegExp(`${SPACE}+`);

/** What of a statement has been read: a slice of the file that grows line by line. */
interface Open {
  sql: string;
  readonly offset: number;
  readonly line: number;
}

/** Splits the file into the statements of one direction. Throws ScriptError where goose refuses the file. */
export function splitGoose(file: string, text: string, direction: Direction): GooseScript {
  const reader = new Reader(file, direction);
  for (const line of lines(text)) reader.read(line);
  return reader.finish();
}

function* lines(text: string): Generator<Line> {
  let number = 1;
  for (const { 0: line, index } of text.matchAll(/[^\n]*(?:\n|$)/g)) {
    if (line !== '') yield { text: line, offset: index, number };
    number += 1;
  }
}

class Reader {
  private readonly file: string;
  private readonly wanted: Direction;
  private readonly statements: Chunk[] = [];
  private section: Direction | null = null;
  private hasSection = false;
  private transaction: 'wrapped' | 'none' = 'wrapped';
  private replacesVariables = false;
  /** Line of the StatementBegin that is not closed yet. */
  private block: Line | null = null;
  /** A block without a statement was closed: goose then swallows the next line. */
  private emptyBlock: Line | null = null;
  private open: Open | null = null;

  constructor(file: string, wanted: Direction) {
    this.file = file;
    this.wanted = wanted;
  }

  read(line: Line): void {
    const content = trim(line.text);
    if (content.startsWith('--') && line.text.includes('+goose')) this.annotate(line, annotationOf(this.file, line));
    else if (this.section === null) this.readBeforeUp(line, content);
    else if (this.section === this.wanted) this.readStatement(line, content);
  }

  finish(): GooseScript {
    if (this.section === null) throw this.error(null, "a line '-- +goose Up'", 'none');
    if (this.block)
      throw this.error(this.block, "'-- +goose StatementEnd' after this StatementBegin", 'the end of the file');
    this.refuseOpen('the end of the file');
    return { statements: this.statements, transaction: this.transaction, hasSection: this.hasSection };
  }

  private annotate(line: Line, annotation: Annotation): void {
    // The annotation is not sent; blanks keep the places of what follows.
    const isInside = annotation !== 'up' && annotation !== 'down' && annotation !== 'statementend';
    if (this.open && isInside) this.open.sql += line.text.replace(/[^\r\n]/g, ' ');
    if (annotation === 'up') this.beginUp(line);
    else if (annotation === 'down') this.beginDown(line);
    else if (annotation === 'statementbegin') this.beginBlock(line);
    else if (annotation === 'statementend') this.endBlock(line);
    else if (annotation === 'no transaction') this.transaction = 'none';
    else this.replacesVariables = annotation === 'envsub on';
  }

  private beginUp(line: Line): void {
    if (this.section !== null) throw this.error(line, "one '-- +goose Up' in the file", 'a second one');
    this.begin('up');
  }

  private beginDown(line: Line): void {
    if (this.block)
      throw this.error(this.block, "'-- +goose StatementEnd' after this StatementBegin", "'-- +goose Down'");
    if (this.section !== 'up') {
      throw this.error(
        line,
        "one '-- +goose Down', after '-- +goose Up'",
        this.section ? 'a second one' : 'it before Up',
      );
    }
    this.refuseOpen("'-- +goose Down'");
    this.begin('down');
  }

  private begin(section: Direction): void {
    this.section = section;
    this.hasSection ||= section === this.wanted;
    this.emptyBlock = null;
  }

  private beginBlock(line: Line): void {
    if (this.section === null) throw this.error(line, "'-- +goose Up' before the first StatementBegin", 'none');
    if (this.block) throw this.error(line, "'-- +goose StatementEnd' before the next StatementBegin", 'none');
    this.block = line;
    this.emptyBlock = null;
  }

  private endBlock(line: Line): void {
    if (!this.block) throw this.error(line, "'-- +goose StatementBegin' before this StatementEnd", 'none');
    if (this.open) this.close();
    else if (this.section === this.wanted) this.emptyBlock = this.block;
    this.block = null;
  }

  private readBeforeUp(line: Line, content: string): void {
    if (content === '' || content.startsWith('--')) return;
    throw this.error(line, "nothing but comments before '-- +goose Up'", content);
  }

  private readStatement(line: Line, content: string): void {
    const isBlank = /^\r?\n?$/.test(line.text);
    if (this.open === null && (isBlank || content.startsWith('--'))) return;
    if (this.emptyBlock) {
      throw this.error(this.emptyBlock, 'a statement before StatementEnd (goose swallows the next line)', 'none');
    }
    if (this.replacesVariables) this.refuseVariable(line);
    this.open ??= { sql: '', offset: line.offset, line: line.number };
    this.open.sql += line.text;
    if (!this.block && endsStatement(line.text)) this.close();
  }

  private close(): void {
    if (this.open === null) return;
    const sql = trim(this.open.sql);
    const leading = LEADING.exec(this.open.sql)?.[0].length ?? 0;
    this.statements.push({ sql, offset: this.open.offset + leading });
    this.open = null;
  }

  /** The section ends: white space may be left over, a statement may not. */
  private refuseOpen(found: string): void {
    if (this.open && trim(this.open.sql) !== '') {
      throw new ScriptError(this.file, this.open.line, 1, "';' at the end of this statement's last line", found);
    }
    this.open = null;
  }

  private refuseVariable(line: Line): void {
    const at = line.text.search(/\$(?!\(|\r?\n?$)/);
    if (at < 0) return;
    const expected = 'no variable: this version has no environment for ENVSUB';
    throw new ScriptError(this.file, line.number, at + 1, expected, line.text.slice(at).trimEnd());
  }

  private error(line: Line | null, expected: string, got: string): ScriptError {
    return new ScriptError(this.file, line?.number ?? 1, 1, expected, got);
  }
}

function endsStatement(line: string): boolean {
  const words = line.split(WORDS).filter((word) => word !== '');
  const comment = words.findIndex((word) => word.startsWith('--'));
  return (comment < 0 ? words : words.slice(0, comment)).at(-1)?.endsWith(';') ?? false;
}
