/** Reads one line from left to right, each character once. */
import { type Format, LineFault } from './exposed.ts';

/** Characters of a fault's `got`. */
const SHOWN = 40;
const BLANK = /[ \t]*/y;
const METRIC = /[A-Za-z_:][A-Za-z0-9_:]*/y;
const LABEL = /[A-Za-z_][A-Za-z0-9_]*/y;
const TOKEN = /[^ \t]+/y;
const PLAIN = /[^"\\]+/y;

export class Cursor {
  readonly line: string;
  readonly format: Format;
  at = 0;

  constructor(line: string, format: Format) {
    this.line = line;
    this.format = format;
  }

  get isAtEnd(): boolean {
    return this.at >= this.line.length;
  }

  /** Throws a LineFault at `at`, or where the cursor stands. */
  fail(expected: string, at = this.at): never {
    const rest = this.line.slice(at, at + SHOWN + 1);
    const got = rest === '' ? 'the end of the line' : rest.length > SHOWN ? `${rest.slice(0, SHOWN)}…` : rest;
    throw new LineFault(expected, got, at);
  }

  sees(text: string): boolean {
    return this.line.startsWith(text, this.at);
  }

  /** Whether the text stood there; then it is behind the cursor. */
  skips(text: string): boolean {
    if (!this.sees(text)) return false;
    this.at += text.length;
    return true;
  }

  /** Blanks that may stand between two tokens: any in Prometheus' text, none in OpenMetrics. */
  slack(): void {
    if (this.format === 'prometheus') this.match(BLANK);
  }

  /** What separates two tokens that would otherwise be one: one space in OpenMetrics. */
  gap(expected: string): void {
    const before = this.at;
    if (this.format === 'openmetrics') this.skips(' ');
    else this.match(BLANK);
    if (this.at === before) this.fail(expected);
  }

  /** Up to the next blank; empty at the end. */
  token(): string {
    return this.match(TOKEN) ?? '';
  }

  /** A name as both formats know it, or any other in quotes. */
  metricName(): string {
    if (this.sees('"')) return this.quoted('a name in quotes');
    return this.match(METRIC) ?? this.fail('the name of a metric');
  }

  labelName(): string {
    if (this.sees('"')) return this.quoted('a name in quotes');
    return this.match(LABEL) ?? this.fail('the name of a label');
  }

  /** A text in double quotes, its escapes resolved. */
  quoted(expected: string): string {
    if (!this.skips('"')) this.fail(`${expected}, in double quotes`);
    let text = '';
    while (!this.isAtEnd) {
      const plain = this.match(PLAIN);
      if (plain !== undefined) text += plain;
      else if (this.skips('"')) return text;
      else text += this.escape();
    }
    return this.fail('a closing double quote');
  }

  private escape(): string {
    const next = this.line[this.at + 1];
    // OpenMetrics takes a backslash before any other character as itself.
    const written = next === undefined ? undefined : (ESCAPES[next] ?? this.literally(next));
    if (written === undefined) return this.fail('one of the escapes \\\\, \\" and \\n');
    this.at += 2;
    return written;
  }

  private literally(next: string): string | undefined {
    return this.format === 'openmetrics' ? `\\${next}` : undefined;
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.line)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }
}

const ESCAPES: Readonly<Record<string, string | undefined>> = { '\\': '\\', '"': '"', n: '\n' };
