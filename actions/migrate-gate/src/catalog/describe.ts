import type { AttributeDifference, Difference } from './compare.ts';
import { splitOn } from './object-name.ts';

/** Longest attribute text that is shown whole in a sentence. */
const LONGEST = 80;

/** One difference as a sentence without a full stop: "trigger `touch` on `orders` is gone". `quote` marks names. */
export function describeDifference(difference: Difference, quote: (name: string) => string): string {
  const subject = `${difference.class} ${quoteName(difference.object, quote)}`;
  if (difference.change === 'gone') return `${subject} is gone`;
  if (difference.change === 'new') return `${subject} is new`;
  return `${subject} has ${difference.attributes.map((attribute) => describeAttribute(attribute, quote)).join(', ')}`;
}

/** What stands before " on " is quoted by itself, so that the sentence reads well. */
export function quoteName(object: string, quote: (name: string) => string): string {
  const [name, on] = splitOn(object);
  return on === '' ? quote(name) : `${quote(name)} on ${quoteName(on, quote)}`;
}

function describeAttribute({ name, expected, got }: AttributeDifference, quote: (name: string) => string): string {
  if (expected === null) return `${name} ${quote(cut(got ?? ''))} that was not there`;
  if (got === null) return `lost its ${name} ${quote(cut(expected))}`;
  const [before, after] = aroundDifference(expected, got);
  return `another ${name}: ${quote(after)} instead of ${quote(before)}`;
}

function cut(text: string): string {
  const characters = Array.from(text);
  return characters.length <= LONGEST ? text : `${characters.slice(0, LONGEST - 1).join('')}…`;
}

/** Long texts are shown from shortly before the first place where they differ. */
function aroundDifference(expected: string, got: string): readonly [string, string] {
  const [before, after] = [Array.from(expected), Array.from(got)];
  if (before.length <= LONGEST && after.length <= LONGEST) return [expected, got];
  let same = 0;
  while (same < before.length && before[same] === after[same]) same++;
  const from = Math.max(0, same - LONGEST / 4);
  const part = (characters: readonly string[]) => `${from > 0 ? '…' : ''}${cut(characters.slice(from).join(''))}`;
  return [part(before), part(after)];
}
