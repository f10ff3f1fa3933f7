/** A selector of series on a metrics page: a name and labels that are or are not a text. Pure. */
import type { PageSample } from './exposition.ts';

export interface PageSelector {
  isOf(sample: PageSample): boolean;
}

const head = /^\s*([A-Za-z_:][A-Za-z0-9_:]*)\s*(?:\{([\s\S]*)\})?\s*$/u;
const matcher = /\s*([A-Za-z_][A-Za-z0-9_]*)\s*(!?=)\s*("(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*')\s*(,?)/uy;

/** Undefined when it is more than that: a page has no functions, and no `=~`. */
export function pageSelector(text: string): PageSelector | undefined {
  const [, name, inner] = head.exec(text) ?? [];
  const wanted = name === undefined ? undefined : matchersOf(inner ?? '');
  if (wanted === undefined) return undefined;
  return {
    isOf: (sample) =>
      sample.name === name &&
      wanted.every(({ label, equal, value }) => ((sample.labels.get(label) ?? '') === value) === equal),
  };
}

interface Matcher {
  readonly label: string;
  readonly equal: boolean;
  readonly value: string;
}

function matchersOf(text: string): Matcher[] | undefined {
  const found: Matcher[] = [];
  let at = 0;
  let goesOn = true;
  while (text.slice(at).trim() !== '') {
    matcher.lastIndex = at;
    const match = matcher.exec(text);
    const value = unquoted(match?.[3] ?? '');
    if (match === null || value === undefined || !goesOn) return undefined;
    found.push({ label: match[1] ?? '', equal: match[2] === '=', value });
    goesOn = match[4] === ',';
    at += match[0].length;
  }
  return found;
}

/** The escapes that people use; another one makes the selector unreadable. */
function unquoted(literal: string): string | undefined {
  const bytes: Buffer[] = [];
  const inner = literal.slice(1, -1);
  for (const [whole, hex, sign] of inner.matchAll(/\\x([0-9a-fA-F]{2})|\\([\s\S])|[^\\]+/gu)) {
    if (hex !== undefined) bytes.push(Buffer.from(hex, 'hex'));
    else if (sign === undefined) bytes.push(Buffer.from(whole, 'utf8'));
    else if (sign === 'n') bytes.push(Buffer.from('\n'));
    else if (['\\', '"', "'"].includes(sign)) bytes.push(Buffer.from(sign));
    else return undefined;
  }
  return Buffer.concat(bytes).toString('utf8');
}
