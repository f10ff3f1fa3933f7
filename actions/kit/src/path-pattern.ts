/** Patterns of paths: `*` is any text without `/`, `**` as a whole part is any number of parts. Pure, in linear time. */
import { RE2JS } from 're2js';

export interface PathPattern {
  /** The parts before the first one with a sign, without `/` at the end; '' when there is none. */
  readonly folder: string;
  matches(path: string): boolean;
}

export function hasSigns(pattern: string): boolean {
  return pattern.includes('*');
}

export function pathPattern(pattern: string): PathPattern {
  const parts = pattern.split('/');
  const first = parts.findIndex(hasSigns);
  const compiled = RE2JS.compile(parts.map(partExpression).join(''), RE2JS.DOTALL);
  return { folder: parts.slice(0, first < 0 ? -1 : first).join('/'), matches: (path) => compiled.testExact(path) };
}

function partExpression(part: string, index: number, parts: readonly string[]): string {
  const isLast = index === parts.length - 1;
  if (part === '**') return isLast ? '.+' : '(?:[^/]+/)*';
  const literal = part.split(/\*+/u).map((text) => RE2JS.quote(text));
  return `${literal.join('[^/]*')}${isLast ? '' : '/'}`;
}

/** A path from the top of the repository without `.` and double `/`; undefined when it is absolute or leads outside. */
export function plainPath(path: string): string | undefined {
  if (path.startsWith('/') || /^[A-Za-z]:/u.test(path) || /[\0\\]/u.test(path)) return undefined;
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  // What git keeps for itself holds credentials, and is no file of the repository.
  if (parts.length === 0 || parts.some((part) => part === '..' || part.toLowerCase() === '.git')) return undefined;
  return parts.join('/');
}
