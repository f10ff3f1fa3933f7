import { RE2JS } from 're2js';

/** Far above any pattern of a policy; RE2 turns `{1000}` of `{1000}` into a million states. */
const LONGEST = 10_000;
const MOST_KEPT = 500;

const compiled = new Map<string, RE2JS>();

/** A pattern in RE2, whose time is linear in the text: policies meet texts that strangers wrote. @throws Error for no RE2 */
function pattern(text: string): RE2JS {
  const known = compiled.get(text);
  if (known !== undefined) return known;
  if (text.length > LONGEST) throw new Error(`the pattern is longer than ${LONGEST} characters`);
  const made = RE2JS.compile(text);
  if (compiled.size >= MOST_KEPT) compiled.clear();
  compiled.set(text, made);
  return made;
}

/** Whether the pattern is somewhere in the text. */
export function matches(text: string, expression: string): boolean {
  return pattern(expression).matcher(text).find();
}

/** The first stretch that matches; '' without one. */
export function find(text: string, expression: string): string {
  return findAll(text, expression, 1n)[0] ?? '';
}

/** All stretches that match, at most `limit` (negative: all). */
export function findAll(text: string, expression: string, limit: bigint): string[] {
  const matcher = pattern(expression).matcher(text);
  const found: string[] = [];
  while ((limit < 0n || BigInt(found.length) < limit) && matcher.find()) found.push(matcher.group() ?? '');
  return found;
}
