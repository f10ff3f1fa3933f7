/** requirements.txt: what is pinned, and what is not. Source: pip's documentation, "Requirements File Format". */
import { eachLine } from './lines.ts';
import { type LockEntry, type Lockfile, lockfileOf } from './lockfile.ts';

/** A line that asks for a package whose version nobody can tell from it. */
export interface Unpinned {
  readonly line: number;
  readonly column: number;
  /** `range`: a name without `==`; `address`: a URL, a version control system, a folder. */
  readonly kind: 'range' | 'address';
  /** Name, or what stands there for it. */
  readonly name: string;
}

export interface Requirements {
  readonly pins: readonly LockEntry[];
  /** Those of `pins` that count under a condition alone (`; python_version < "3"`). */
  readonly conditional: readonly LockEntry[];
  readonly unpinned: readonly Unpinned[];
  /** Files that it asks for with -r and -c, as they are written there. */
  readonly includes: readonly { readonly path: string; readonly line: number; readonly constraint: boolean }[];
  /** Lines of no known form. */
  readonly unknown: readonly { readonly line: number; readonly column: number }[];
}

const NAME = '[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?';
const requirement = new RegExp(`^(${NAME})\\s*(?:\\[[^\\]]*\\])?\\s*(.*)$`);
/** One exact version; `==1.*` is a range. */
const pin = /^\(?\s*={2,3}\s*([A-Za-z0-9][A-Za-z0-9.!+_-]*)\s*\)?\s*(?:(;).*|--.*)?$/;
const including = /^(-r|--requirement|-c|--constraint|-e|--editable)(?:\s+|=|(?=[^\s=-]))(\S.*)$/;
/** Where to fetch from, and how: nothing of it is a package, or asks for a file. */
const flag = '--(?:no-index|pre|prefer-binary|require-hashes|no-require-hashes|always-unzip)|-Z';
const valued =
  '(?:--(?:index-url|pypi-url|extra-index-url|find-links|no-binary|only-binary|trusted-host|use-feature|all-releases|only-final)|-[if])';
const harmless = new RegExp(`^(?:(?:${flag}|${valued}(?:=|\\s+)[^\\s"']+|-[if][^\\s"'=]+)(?:\\s+|$))+$`);
const archive = /^\S+\.(?:whl|tar\.gz|zip)$/;
const range = /^(?:\(?\s*(?:[<>=!~]=?|===)\s*[^\s;,]+\s*(?:,\s*[<>=!~]=?=?\s*[^\s;,]+\s*)*\)?)?\s*(?:;.*|--.*)?$/;

type Found = { [Key in keyof Requirements]: Requirements[Key][number][] };

export function readRequirements(text: string): Requirements {
  const found: Found = { pins: [], conditional: [], unpinned: [], includes: [], unknown: [] };
  for (const pieces of logicalLines(text)) {
    const plain = pieces
      .map((piece) => piece.text)
      .join('')
      .replace(/(?:^|\s)#.*$/, '');
    const start = /\S/.exec(plain)?.index;
    if (start !== undefined) readLine(plain.trim().replace(/\s+/g, ' '), placeOf(start, pieces), found);
  }
  return found;
}

interface Place {
  readonly line: number;
  readonly column: number;
  /** How much of the text stands on the same line. */
  readonly room: number;
}

function readLine(text: string, { line, column, room }: Place, found: Found): void {
  const option = including.exec(text);
  if (option !== null) {
    const [, name = '', value = ''] = option;
    const path = value.replace(/^(["'])(.*)\1$/, '$2');
    if (name === '-e' || name === '--editable') found.unpinned.push({ line, column, kind: 'address', name: path });
    else found.includes.push({ path, line, constraint: name === '-c' || name === '--constraint' });
    return;
  }
  if (text.startsWith('-')) {
    if (!harmless.test(text)) found.unknown.push({ line, column });
    return;
  }
  const [, name = '', rest = ''] = requirement.exec(text) ?? [];
  const [, version, condition] = pin.exec(rest) ?? [];
  if (name !== '' && version !== undefined) {
    const entry = { name, version, node: '', line, column, endColumn: column + Math.min(name.length, room) };
    found.pins.push(entry);
    if (condition !== undefined) found.conditional.push(entry);
  } else if (archive.test(text)) found.unpinned.push({ line, column, kind: 'address', name: text });
  else if (name !== '' && rest.startsWith('@')) found.unpinned.push({ line, column, kind: 'address', name });
  else if (name !== '' && range.test(rest)) found.unpinned.push({ line, column, kind: 'range', name });
  else if (/[/\\:]|^\.{1,2}(?:\[|$)/.test(text)) {
    found.unpinned.push({ line, column, kind: 'address', name: text.split(/ (?=;|--)/)[0] ?? text });
  } else found.unknown.push({ line, column });
}

/** A piece of a line, as it stands in the file. */
interface Piece {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** A backslash at the end goes on with the next line, and with nothing between them. A line that is a comment ends it. */
function* logicalLines(text: string): Generator<readonly Piece[]> {
  let pieces: Piece[] = [];
  for (const piece of eachPiece(text)) {
    const isComment = /^\s*#/.test(piece.text);
    const goesOn = piece.text.endsWith('\\') && !isComment;
    if (goesOn) pieces.push(withoutSlashes(piece));
    // So that it is a comment behind what comes before it too.
    else pieces.push(isComment ? { ...piece, text: ` ${piece.text}`, column: piece.column - 1 } : piece);
    if (goesOn) continue;
    yield pieces;
    pieces = [];
  }
  if (pieces.length > 0) yield pieces;
}

/** pip ends a line at each of these signs too, where an editor shows one line: what stands behind one is no comment. */
const ends = /[\r\v\f\u001c-\u001e\u0085\u2028\u2029]/;

function* eachPiece(text: string): Generator<Piece> {
  for (const { text: row, line } of eachLine(text)) {
    let column = 1;
    for (const part of row.split(ends)) {
      yield { text: part, line, column };
      column += part.length + 1;
    }
  }
}

function withoutSlashes({ text, line, column }: Piece): Piece {
  const start = /[^\\]/.exec(text)?.index ?? text.length;
  return { text: text.slice(start).replace(/\\+$/, ''), line, column: column + start };
}

function placeOf(offset: number, pieces: readonly Piece[]): Place {
  let left = offset;
  for (const { text, line, column } of pieces) {
    if (left < text.length) return { line, column: column + left, room: text.length - left };
    left -= text.length;
  }
  return { line: pieces[0]?.line ?? 1, column: 1, room: 1 };
}

export function requirementsLock(path: string, text: string): Lockfile {
  return lockfileOf(path, 'python', readRequirements(text).pins);
}
