/** Regular expressions from the policy: RE2, so their time grows with the text and not with its shape. */
import { RE2JS } from 're2js';

/** Longest expression that is compiled, in UTF-16 units. */
const longest = 2_000;

/** Most matches that are looked at. */
const mostMatches = 10_000;

export interface Expression {
  /** Whether it matches somewhere. */
  isIn(text: string): boolean;
  /** Its first group, of each match; a group that took no part is ''. Undefined when there are more than 10,000. */
  groupsIn(text: string): readonly string[] | undefined;
  readonly groups: number;
}

/** Multi-line: `^` and `$` are ends of lines. Undefined when RE2 does not take it. */
export function expressionOf(pattern: string): Expression | undefined {
  const compiled = pattern.length > longest ? undefined : compile(pattern);
  if (compiled === undefined) return undefined;
  return {
    isIn: (text) => compiled.test(text),
    groups: compiled.groupCount(),
    groupsIn: (text) => {
      const found: string[] = [];
      const matcher = compiled.matcher(text);
      while (matcher.find()) {
        if (found.length === mostMatches) return undefined;
        found.push(matcher.group(1) ?? '');
      }
      return found;
    },
  };
}

function compile(pattern: string): RE2JS | undefined {
  try {
    return RE2JS.compile(pattern, RE2JS.MULTILINE);
  } catch {
    return undefined;
  }
}
