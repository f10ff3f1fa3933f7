/** Rules of a user over one file: by RE2, whose time grows with the text alone, since anybody may write the text. Pure. */
import { type RE2JS, RE2Set } from 're2js';
import { type Check, seldom, unhurried } from '../deadline.ts';
import type { Found } from '../found.ts';
import { type Hits, isSearchable } from '../keywords.ts';
import { Lines } from '../lines.ts';
import { entropy } from '../plausible.ts';
import type { Required, UserRule } from './rules.ts';

const RANK = 7000;

/** A match of a rule, before the rules that need others are asked. */
interface Match extends Found {
  readonly place: { readonly line: number; readonly column: number };
}

export class UserSearch {
  /** Keywords for the search of all words at once. */
  readonly literals: readonly string[];
  private readonly rules: readonly UserRule[];
  /** Rules without keywords, as one automaton: most files match none of them. */
  private readonly all: RE2Set | undefined;
  private readonly always: readonly UserRule[];

  constructor(rules: readonly UserRule[]) {
    this.rules = rules.filter(({ regex, path }) => regex !== undefined || path !== undefined);
    this.literals = this.rules.flatMap(({ keywords }) => keywords.filter(isSearchable));
    this.always = this.rules.filter((rule) => rule.regex !== undefined && !byKeywords(rule));
    if (this.always.length > 1) {
      this.all = new RE2Set();
      for (const { regex } of this.always) if (regex !== undefined) this.all.add(regex.pattern());
      this.all.compile();
    }
  }

  get size(): number {
    return this.rules.length;
  }

  /** `hits` of `words` in `text`. */
  in(path: string, text: string, hits: Hits, words: readonly string[], check: Check = unhurried): Found[] {
    if (this.rules.length === 0) return [];
    const seen = new Set(wordsOf(hits, words));
    const byRule = new Map<string, Match[]>();
    const candidates = this.candidates(text, seen, check).filter(
      (rule) => rule.path === undefined || rule.path.test(path),
    );
    if (candidates.length === 0) return [];
    const lines = new Lines(text);
    // A rule that another one requires is asked whether its words are there or not.
    const needed = new Set(candidates.flatMap(({ required }) => required.map(({ id }) => id)));
    for (const rule of this.rules) {
      if (candidates.includes(rule) || needed.has(rule.id))
        byRule.set(rule.id, matchesOf(rule, path, text, lines, check));
    }
    return candidates
      .filter(({ silent }) => !silent)
      .flatMap((rule) => (byRule.get(rule.id) ?? []).filter((match) => complete(rule, match, byRule)));
  }

  /** Whether some rule may look at a file that has none of the words. */
  get looksAtAll(): boolean {
    return this.rules.some((rule) => rule.regex === undefined || !byKeywords(rule));
  }

  /** By rules of paths alone: of files that are no text. */
  ofPath(path: string): Found[] {
    const lines = new Lines('');
    return this.rules
      .filter((rule) => rule.regex === undefined && !rule.silent && rule.path?.test(path) === true)
      .flatMap((rule) => matchesOf(rule, path, '', lines));
  }

  private candidates(text: string, seen: ReadonlySet<string>, check: Check): UserRule[] {
    const told = this.all?.match(text);
    const matching = told === undefined ? undefined : new Set(told.map((index) => this.always[index]));
    return this.rules.filter((rule) => {
      check();
      if (rule.regex === undefined) return true;
      if (!byKeywords(rule)) return matching === undefined ? rule.regex.test(text) : matching.has(rule);
      return rule.keywords.some((keyword) => seen.has(keyword)) && rule.regex.test(text);
    });
  }
}

/** A keyword that cannot be searched for among the others might be in any file. */
function byKeywords({ keywords }: UserRule): boolean {
  return keywords.length > 0 && keywords.every(isSearchable);
}

function wordsOf(hits: Hits, words: readonly string[]): string[] {
  const found = new Set<number>();
  for (let at = 0; at < hits.length; at += 2) found.add(hits[at] ?? 0);
  return [...found].map((index) => words[index] ?? '');
}

function matchesOf(rule: UserRule, path: string, text: string, lines: Lines, check: Check = unhurried): Match[] {
  if (rule.regex === undefined) {
    const subject = { path, secret: '', match: '', line: '' };
    if (rule.allowlists.some((list) => list.allows(subject))) return [];
    return [{ ...foundOf(rule, 0, 0, 0, 0), values: [], place: { line: 1, column: 1 } }];
  }
  check();
  const inTime = seldom(check);
  const found: Match[] = [];
  const matcher = rule.regex.matcher(text);
  while (matcher.find()) {
    inTime();
    const [start, end] = trimmed(text, matcher.start(), matcher.end());
    const [from, to] = secretOf(rule, rule.regex, matcher, start, end);
    if (rule.entropy !== 0 && entropy(text.slice(from, to)) <= rule.entropy) continue;
    const subject = {
      path,
      secret: text.slice(from, to),
      match: text.slice(start, end),
      line: linesOf(lines, start, end),
    };
    if (rule.allowlists.some((list) => list.allows(subject))) continue;
    found.push({ ...foundOf(rule, from, to, start, end), place: lines.placeOf(start) });
  }
  return found;
}

type Matcher = ReturnType<RE2JS['matcher']>;

function secretOf(
  { secretGroup }: UserRule,
  regex: RE2JS,
  matcher: Matcher,
  start: number,
  end: number,
): [number, number] {
  if (secretGroup > 0) return group(matcher, secretGroup) ?? [start, start];
  for (let index = 1; index <= regex.groupCount(); index++) {
    const span = group(matcher, index);
    if (span !== undefined && span[1] > span[0]) return span;
  }
  return [start, end];
}

function group(matcher: Matcher, index: number): [number, number] | undefined {
  const start = matcher.start(index);
  return start < 0 ? undefined : [start, matcher.end(index)];
}

/** gitleaks takes the ends of lines around a match for no part of it. */
function trimmed(text: string, start: number, end: number): [number, number] {
  let [from, to] = [start, end];
  while (from < to && text[from] === '\n') from += 1;
  while (to > from && text[to - 1] === '\n') to -= 1;
  return [from, to];
}

function linesOf(lines: Lines, start: number, end: number): string {
  const first = lines.placeOf(start).line;
  const last = lines.placeOf(Math.max(start, end - 1)).line;
  return Array.from({ length: last - first + 1 }, (_, index) => lines.textOf(first + index)).join('\n');
}

function foundOf(rule: UserRule, start: number, end: number, matchStart: number, matchEnd: number): Found {
  return {
    rule: rule.id,
    title: rule.description === '' ? `match of the rule ${rule.id}` : rule.description,
    severity: null,
    users: true,
    start,
    end,
    match: { start: matchStart, end: matchEnd },
    rank: RANK,
  };
}

function complete({ required }: UserRule, match: Match, byRule: ReadonlyMap<string, readonly Match[]>): boolean {
  return required.every((each) => (byRule.get(each.id) ?? []).some((other) => isNear(each, match, other)));
}

function isNear({ withinLines, withinColumns }: Required, one: Match, other: Match): boolean {
  if (withinLines !== undefined && Math.abs(one.place.line - other.place.line) > withinLines) return false;
  return withinColumns === undefined || Math.abs(one.place.column - other.place.column) <= withinColumns;
}
