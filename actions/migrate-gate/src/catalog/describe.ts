import type { AttributeDifference, Difference } from './compare.ts';

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
  return object.split(' on ').map(quote).join(' on ');
}

function describeAttribute({ name, expected, got }: AttributeDifference, quote: (name: string) => string): string {
  if (expected === null) return `${name} ${quote(cut(got ?? ''))} that was not there`;
  if (got === null) return `lost its ${name} ${quote(cut(expected))}`;
  const [before, after] = aroundDifference(expected, got);
  return `another ${name}: ${quote(after)} instead of ${quote(before)}`;
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}

/** Long texts are shown from shortly before the first place where they differ. */
function aroundDifference(expected: string, got: string): readonly [string, string] {
  if (expected.length <= LONGEST && got.length <= LONGEST) return [expected, got];
  let same = 0;
  while (same < expected.length && expected[same] === got[same]) same++;
  const from = Math.max(0, same - LONGEST / 4);
  const part = (text: string) => `${from > 0 ? '…' : ''}${cut(text.slice(from))}`;
  return [part(expected), part(got)];
}
