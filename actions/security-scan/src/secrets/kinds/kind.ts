/** A kind of secret: what is known in public of its form, and what to do when one has leaked. Data; nothing here searches. */
import type { Severity } from '../../finding.ts';

/** How sure the form alone can be. `misfit`: all is as it should be, but for the checksum. */
export type Verdict = 'secret' | 'misfit' | 'placeholder';

export interface SecretKind {
  /** Where gitleaks has a rule for the same thing, its name: people have it in their `.gitleaks.toml`. */
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  /** Of the provider: the form, or how such a secret is made and revoked. */
  readonly page: string;
  /** What to do first, in one line. */
  readonly revoke: string;
  /** In lower case. One of them is in every text that `pattern` matches, and `pattern` is tried there. */
  readonly literals: readonly string[];
  /**
   * Source of a regular expression (flags `i` where `anyCase`). The secret is the group `secret`, or all of it.
   * Every quantifier is bounded: a try costs at most a few thousand steps, whatever the text is.
   */
  readonly pattern: string;
  readonly anyCase?: boolean;
  /** Up to so many signs of a match may stand before the literal; 0, or left out: the match begins with the literal. */
  readonly before?: number;
  /** The literal only says that the file is worth a look: `pattern` is tried everywhere in it. */
  readonly everywhere?: true;
  /** What the form says beyond the pattern: a checksum, a word of another kind. */
  readonly check?: (secret: string, match: RegExpExecArray) => Verdict;
  /** Passwords have no form: they are judged by `check` alone, not by how random they look. */
  readonly anyText?: boolean;
}

export const BASE62 = 'A-Za-z0-9';
export const BASE64URL = 'A-Za-z0-9_-';
export const BASE64 = 'A-Za-z0-9+/';
export const HEX = 'a-f0-9';
export const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** A token begins at a sign that is of no word, or behind an escape: `"a\nghp_…"`, `%3Dghp_…`. */
export const START = String.raw`(?<=^|[^A-Za-z0-9_]|\\[nrtbf]|\\u[0-9a-fA-F]{4}|%[0-9A-Fa-f]{2})`;

/** `prefix` and `least` to `most` signs of the alphabet, with nothing of the alphabet behind. */
export function prefixed(
  prefix: string | readonly string[],
  alphabet: string,
  least: number,
  most = least,
): Pick<SecretKind, 'literals' | 'pattern'> {
  const prefixes = typeof prefix === 'string' ? [prefix] : prefix;
  const either = prefixes.map(escaped).join('|');
  return shaped(prefixes, `(?:${either})[${alphabet}]{${least},${most}}(?![${alphabet}])`);
}

/** Any form that begins with one of the literals. */
export function shaped(literals: readonly string[], form: string): Pick<SecretKind, 'literals' | 'pattern'> {
  return { literals: literals.map((literal) => literal.toLowerCase()), pattern: START + form };
}

/**
 * A value that has no form of its own, behind a name that says what it is: `DD_API_KEY=…`, `"heroku_api_key": "…"`, `--token …`.
 * `names` are without `_` and `-`, each of which may stand between their words.
 */
export function named(
  names: readonly (readonly string[])[],
  form: string,
): Pick<SecretKind, 'literals' | 'pattern' | 'anyCase'> {
  const either = names.map((words) => words.join('[_.-]?')).join('|');
  const assigned = String.raw`(?:\\?["'\x60])?[\])]?(?:\s?:\s?string)?(?:\s{0,8}(?:=>|:=|[:=,>])|\s)\s{0,8}(?:\\?["'\x60])?`;
  return {
    literals: [...new Set(names.map(([first]) => first ?? ''))],
    pattern: `(?:${either})(?:[_.-]?[a-z0-9]{1,12}){0,2}${assigned}(?<secret>${form})`,
    anyCase: true,
  };
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|-]/g, '\\$&');
}
