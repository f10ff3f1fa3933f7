/** Which series a selector means, by its labels. Pure. */
import { RE2JS } from 're2js';

export interface Matcher {
  readonly label: string;
  readonly op: '=' | '!=' | '=~' | '!~';
  readonly value: string;
}

export type Labels = Readonly<Record<string, string | undefined>>;

/** Prometheus' semantics: a label that is absent is the empty text, and an expression has to fit the whole value. */
export function matches(matchers: readonly Matcher[], labels: Labels): boolean {
  return matchers.every(({ label, op, value }) => {
    const got = Object.hasOwn(labels, label) ? (labels[label] ?? '') : '';
    if (op === '=') return got === value;
    if (op === '!=') return got !== value;
    return expression(value).testExact(got) === (op === '=~');
  });
}

/** False when RE2 does not take it. */
export function isExpression(value: string): boolean {
  try {
    expression(value);
    return true;
  } catch {
    return false;
  }
}

export function sameMatcher(one: Matcher, two: Matcher): boolean {
  return one.label === two.label && one.op === two.op && one.value === two.value;
}

/**
 * A selector of one metric or of several, without comments, whatever way it was written. Names that are no plain ones stand
 * as `__name__`, which every server reads.
 */
export function selectorText(names: readonly string[], matchers: readonly Matcher[]): string {
  const [only = '', ...others] = names;
  const texts = matchers.map(matcherText);
  if (others.length > 0)
    return `{${[`__name__=~${quotedText(`^(?:${names.map(literal).join('|')})$`)}`, ...texts].join(',')}}`;
  if (!/^[A-Za-z_:][A-Za-z0-9_:]*$/.test(only)) return `{${[`__name__=${quotedText(only)}`, ...texts].join(',')}}`;
  return texts.length === 0 ? only : `${only}{${texts.join(',')}}`;
}

function literal(name: string): string {
  return name.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');
}

/** As PromQL writes it; names that are no plain ones are quoted, which Prometheus 3 knows. */
function matcherText({ label, op, value }: Matcher): string {
  return `${/^[A-Za-z_][A-Za-z0-9_]*$/.test(label) ? label : quotedText(label)}${op}${quotedText(value)}`;
}

/** A PromQL literal; JSON's escapes are a part of Go's. */
function quotedText(value: string): string {
  return JSON.stringify(value);
}

const compiled = new Map<string, RE2JS>();

function expression(value: string): RE2JS {
  const known = compiled.get(value);
  if (known !== undefined) return known;
  // In Prometheus 3 a point is every character, a line end too; in 2 it is not.
  const made = RE2JS.compile(value, RE2JS.DOTALL);
  compiled.set(value, made);
  return made;
}
