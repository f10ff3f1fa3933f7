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
  readonly unpinned: readonly Unpinned[];
  /** Files that it asks for with -r and -c, as they are written there. */
  readonly includes: readonly { readonly path: string; readonly line: number; readonly constraint: boolean }[];
  /** Lines of no known form. */
  readonly unknown: readonly { readonly line: number; readonly column: number }[];
}

const NAME = '[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?';
const requirement = new RegExp(`^(${NAME})\\s*(?:\\[[^\\]]*\\])?\\s*(.*)$`);
/** One exact version; `==1.*` is a range. */
const pin = /^\(?\s*={2,3}\s*([A-Za-z0-9][A-Za-z0-9.!+_-]*)\s*\)?\s*(?:;.*|--.*)?$/;
const range = /^(?:\(?\s*(?:[<>=!~]=?|===)\s*[^\s;,]+\s*(?:,\s*[<>=!~]=?=?\s*[^\s;,]+\s*)*\)?)?\s*(?:;.*|--.*)?$/;

export function readRequirements(text: string): Requirements {
  const found: { [Key in keyof Requirements]: Requirements[Key][number][] } = {
    pins: [],
    unpinned: [],
    includes: [],
    unknown: [],
  };
  for (const { text: raw, line } of logicalLines(text)) {
    const plain = raw.replace(/(?:^|\s)#.*$/, '');
    const column = /\S/.exec(plain)?.index;
    if (column === undefined) continue;
    readLine(plain.trim(), line, column + 1, found);
  }
  return found;
}

type Mutable = { [Key in keyof Requirements]: Requirements[Key][number][] };

function readLine(text: string, line: number, column: number, found: Mutable): void {
  const option = /^(-r|--requirement|-c|--constraint|-e|--editable)(?:\s+|=|(?=[^\s=-]))(\S.*)$/.exec(text);
  if (option !== null) {
    const [, name = '', value = ''] = option;
    const path = value.replace(/^(["'])(.*)\1$/, '$2');
    if (name === '-e' || name === '--editable') found.unpinned.push({ line, column, kind: 'address', name: path });
    else found.includes.push({ path, line, constraint: name === '-c' || name === '--constraint' });
    return;
  }
  // Where to fetch from, and how: nothing of this is a package.
  if (text.startsWith('-')) return;
  const [, name = '', rest = ''] = requirement.exec(text) ?? [];
  const version = pin.exec(rest)?.[1];
  if (name !== '' && version !== undefined) {
    found.pins.push({ name, version, node: '', line, column, endColumn: column + name.length });
  } else if (name !== '' && rest.startsWith('@')) found.unpinned.push({ line, column, kind: 'address', name });
  else if (name !== '' && range.test(rest)) found.unpinned.push({ line, column, kind: 'range', name });
  else if (/[/\\:]|\.(?:whl|tar\.gz|zip)(?:\s|$)|^\.{1,2}(?:\[|$)/.test(text)) {
    found.unpinned.push({ line, column, kind: 'address', name: text.split(/\s/)[0] ?? text });
  } else found.unknown.push({ line, column });
}

/** A backslash at the end goes on with the next line; the number is that of the first one. */
function* logicalLines(text: string): Generator<{ readonly text: string; readonly line: number }> {
  let parts: string[] = [];
  let first = 0;
  for (const { text: own, line } of eachLine(text)) {
    if (parts.length === 0) first = line;
    const goesOn = own.endsWith('\\') && !/(?:^|\s)#/.test(own);
    parts.push(goesOn ? own.slice(0, -1) : own);
    if (goesOn) continue;
    yield { text: parts.join(' '), line: first };
    parts = [];
  }
  if (parts.length > 0) yield { text: parts.join(' '), line: first };
}

export function requirementsLock(path: string, text: string): Lockfile {
  return lockfileOf(path, 'python', readRequirements(text).pins);
}
