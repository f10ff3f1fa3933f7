/** The words of one `shipgate:` directive, with a fault for each that does not fit. */
import { suggest } from '@shipgate/schemas';

export interface Attribute {
  readonly value: string;
  /** Offset of the key in the directive. */
  readonly at: number;
}

export interface Directive {
  /** '' when it is missing or bad: a fault says so. */
  readonly code: string;
  /** null when the directive is none that could have attributes. */
  readonly attributes: ReadonlyMap<string, Attribute> | null;
}

/** `at` is an offset in the directive. */
export type ReportAt = (at: number, expected: string, got: string) => void;

const KEYS = ['object', 'reason', 'expires'];
const CODE = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const WORD = /\s*([^\s=]+)/y;
const ATTRIBUTE = /\s*([^\s="']+)\s*=[ \t]*(?:"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'|([^\s"']*))(?=\s|$)/y;
const SHOWN = 60;

/** Reads `shipgate: allow CODE key=value …`, the text beginning with `shipgate`. */
export function readDirective(text: string, report: ReportAt): Directive {
  let at = text.indexOf(':') + 1;
  const word = wordAt(text, at);
  if (word?.text !== 'allow') {
    report(word?.at ?? 0, `'allow' after 'shipgate:'${guess(word?.text ?? '', ['allow'])}`, word?.text ?? 'nothing');
    return { code: '', attributes: null };
  }
  at = word.end;
  const code = wordAt(text, at);
  const isAttribute = code !== null && /^\s*=/.test(text.slice(code.end));
  const isCode = code !== null && !isAttribute && CODE.test(code.text);
  if (!isCode)
    report(
      code?.at ?? 0,
      "a reason code after 'allow', such as drift",
      isAttribute ? 'none' : (code?.text ?? 'nothing'),
    );
  if (code !== null && !isAttribute) at = code.end;
  return { code: isCode ? code.text : '', attributes: readAttributes(text, at, report) };
}

function wordAt(text: string, at: number): { text: string; at: number; end: number } | null {
  WORD.lastIndex = at;
  const match = WORD.exec(text);
  if (match === null) return null;
  const [, found = ''] = match;
  return { text: found, at: WORD.lastIndex - found.length, end: WORD.lastIndex };
}

function readAttributes(text: string, start: number, report: ReportAt): ReadonlyMap<string, Attribute> {
  const attributes = new Map<string, Attribute>();
  let at = start;
  while (text.slice(at).trim() !== '') {
    ATTRIBUTE.lastIndex = at;
    const match = ATTRIBUTE.exec(text);
    const from = at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0);
    if (match === null) {
      report(from, 'object=, reason= or expires=, a value with spaces in quotes', cut(text.slice(from)));
      // What was meant is unknown: no second fault for a key that may stand further on.
      return withAll(attributes, from);
    }
    at = ATTRIBUTE.lastIndex;
    const [, key = '', double, single, bare] = match;
    const quoted = (double ?? single)?.replace(/\\([\s\S])/g, '$1').replace(/\s*\n\s*/g, ' ');
    take(attributes, key, { value: (quoted ?? bare ?? '').trim(), at: from }, report);
  }
  return attributes;
}

function withAll(attributes: ReadonlyMap<string, Attribute>, at: number): ReadonlyMap<string, Attribute> {
  return new Map([...KEYS.map((key): [string, Attribute] => [key, { value: '', at }]), ...attributes]);
}

function take(attributes: Map<string, Attribute>, key: string, attribute: Attribute, report: ReportAt): void {
  const { value, at } = attribute;
  if (!KEYS.includes(key)) {
    report(at, `object=, reason= or expires=${guess(key, KEYS)}`, `${key}=`);
    // The key that was meant is not missing too.
    const meant = suggest(key, KEYS);
    if (meant !== undefined && !attributes.has(meant)) attributes.set(meant, attribute);
  } else if (attributes.has(key)) report(at, `${key}= once`, 'a second one');
  else {
    attributes.set(key, attribute);
    if (value === '') report(at, `a value after ${key}=`, 'an empty one');
    else if (key === 'expires' && !isDate(value)) report(at, 'expires=YYYY-MM-DD, a day of the calendar', cut(value));
  }
}

function isDate(value: string): boolean {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

function cut(text: string): string {
  const line = text.split('\n', 1)[0] ?? '';
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
}

/** " (did you mean 'allow'?)" when a known word is near, else ''. */
function guess(word: string, known: readonly string[]): string {
  const near = suggest(word, known);
  return near === undefined ? '' : ` (did you mean '${near}'?)`;
}
