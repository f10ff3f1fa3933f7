/**
 * Allowances in SQL comments: `-- shipgate: allow CODE object="type order_state" reason="…" expires=YYYY-MM-DD`.
 * `object` may be missing, `reason` and `expires` may not. Values are quoted ('…' or "…", a backslash takes the next
 * character as it is) or one bare word. An allowance in a `--` comment goes on in the next line's comment when that
 * begins with `key=`; in a block comment white space is as good as a line break. Whether the date is past is not asked
 * here: no clock.
 * Only comments count, not strings or dollar quotes. A comment that says `shipgate:` and is no allowance is a fault.
 */
import { type Attribute, readDirective } from './allowance-words.ts';
import { type Lexeme, lexemes } from './lexemes.ts';
import { placeOf } from './place.ts';

export interface Allowance {
  /** Reason code that is allowed: "schema-drift". */
  readonly code: string;
  /** The one object it is allowed for; missing: any. */
  readonly object?: string;
  readonly reason: string;
  /** Last day on which it holds, YYYY-MM-DD. */
  readonly expires: string;
  /** Place of the word `shipgate`, from 1. */
  readonly line: number;
  readonly column: number;
}

export interface AllowanceFault {
  readonly line: number;
  readonly column: number;
  readonly expected: string;
  readonly got: string;
}

export interface Allowances {
  readonly allowances: readonly Allowance[];
  readonly faults: readonly AllowanceFault[];
}

/** A comment's text with its marks blanked, so that offsets in it are offsets in the file. */
interface Comment {
  readonly text: string;
  readonly offset: number;
}

const MARKER = /(?<![\w./@-])shipgate[ \t]*:/gi;
const LACKS_COLON = /^\s*(shipgate)\s+allow\b/i;

/** Reads all allowances of a SQL text. Never throws. */
export function readAllowances(sql: string): Allowances {
  const allowances: Allowance[] = [];
  const faults: AllowanceFault[] = [];
  const report = (offset: number, expected: string, got: string): void => {
    faults.push({ ...placeOf(sql, offset), expected, got });
  };
  for (const comment of comments(sql)) {
    for (const { text, offset } of directives(comment, report)) {
      const before = faults.length;
      const { code, attributes } = readDirective(text, (at, expected, got) => report(offset + at, expected, got));
      checkMissing(attributes, offset, report);
      if (faults.length === before) allowances.push(allowance(code, attributes, placeOf(sql, offset)));
    }
  }
  return { allowances, faults };
}

type Report = (offset: number, expected: string, got: string) => void;

/** The comments, `--` lines that go on with `key=` joined to the one above. */
function* comments(sql: string): Generator<Comment> {
  let open: Comment | null = null;
  let gap = '';
  for (const lexeme of lexemes(sql)) {
    const text = blanked(sql, lexeme);
    const isLine = lexeme.kind === 'line-comment';
    if (isLine && open && /^\s*[a-z-]+\s*=/i.test(text)) open = { text: open.text + gap + text, offset: open.offset };
    else if (lexeme.kind !== 'space' || hasBlankLine(text)) {
      if (open) yield open;
      open = isLine && /shipgate/i.test(text) ? { text, offset: lexeme.start } : null;
      if (lexeme.kind === 'block-comment') yield { text, offset: lexeme.start };
    }
    gap = lexeme.kind === 'space' ? text : '';
  }
  if (open) yield open;
}

function hasBlankLine(space: string): boolean {
  return /\n[^\S\n]*\n/.test(space);
}

function blanked(sql: string, { kind, start, end }: Lexeme): string {
  const text = sql.slice(start, end);
  if (kind === 'line-comment') return `  ${text.slice(2)}`;
  if (kind !== 'block-comment') return text;
  return text.replace(/^\/\*|\*\/$/g, '  ').replace(/(?<=\n[ \t]*)\*/g, ' ');
}

/** The parts of a comment that begin with `shipgate:` at the start of one of its lines. */
function* directives({ text, offset }: Comment, report: Report): Generator<Comment> {
  const lacking = LACKS_COLON.exec(text);
  if (lacking) report(offset + lacking[0].indexOf(lacking[1] ?? ''), "'shipgate: allow'", 'no colon after shipgate');
  const starts: number[] = [];
  for (const { index } of text.matchAll(MARKER)) {
    if (text.slice(text.lastIndexOf('\n', index) + 1, index).trim() === '') starts.push(index);
    else if (!isQuoted(text, starts.at(-1), index)) {
      report(
        offset + index,
        "'shipgate:' at the start of a comment or of its line",
        text.slice(index).split('\n', 1)[0] ?? '',
      );
    }
  }
  for (const [nth, start] of starts.entries()) {
    yield { text: text.slice(start, starts[nth + 1]).trimEnd(), offset: offset + start };
  }
}

/** True inside a value of the directive that began at `start`: an open quote stands before. */
function isQuoted(text: string, start: number | undefined, index: number): boolean {
  if (start === undefined) return false;
  const rest = text.slice(start, index).replace(/"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'/g, '');
  return /["']/.test(rest);
}

function checkMissing(attributes: ReadonlyMap<string, Attribute> | null, offset: number, report: Report): void {
  if (attributes === null) return;
  for (const [key, form] of [
    ['reason', 'reason="…"'],
    ['expires', 'expires=YYYY-MM-DD'],
  ] as const) {
    if (!attributes.has(key)) report(offset, form, 'an allowance without it');
  }
}

function allowance(
  code: string,
  attributes: ReadonlyMap<string, Attribute> | null,
  place: { line: number; column: number },
): Allowance {
  const value = (key: string): string => attributes?.get(key)?.value ?? '';
  const object = attributes?.has('object') ? { object: value('object') } : {};
  return { code, ...object, reason: value('reason'), expires: value('expires'), ...place };
}
