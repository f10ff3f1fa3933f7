/** What a way does to an object, for titles, and what has to stand in the way down instead. */
import type { Difference } from '../catalog/compare.ts';
import { attributeOf, losesUnique, name, sameLabels, whole } from './object.ts';

/** "loses trigger `touch` on `orders`", "leaves type `mood` behind", "changes the definition of view `late`". */
export function tellDeed(difference: Difference): string {
  if (difference.change === 'gone') return `loses ${whole(difference)}`;
  if (difference.change === 'new') return `leaves ${whole(difference)} behind`;
  const [first] = difference.attributes;
  if (losesUnique(difference)) return `loses UNIQUE of ${whole(difference)}`;
  if (attributeOf(difference, 'enabled')?.got === 'disabled') return `leaves ${whole(difference)} disabled`;
  if (attributeOf(difference, 'parents')?.got === null) return `leaves ${whole(difference)} detached`;
  const what = `the ${mainAttribute(difference)} of ${whole(difference)}`;
  if (first === undefined || difference.attributes.length > 1 || !HAD_OR_NOT.has(first.name)) return `changes ${what}`;
  if (first.got === null) return `loses ${what}`;
  return first.expected === null ? `leaves ${what} behind` : `changes ${what}`;
}

/** Attributes that an object may go without. */
const HAD_OR_NOT = new Set([
  'default',
  'not null',
  'identity',
  'generated',
  'privileges',
  'owned by',
  'row security',
  'text',
]);

const nouns: Readonly<Record<string, string>> = { 'not null': 'NOT NULL', 'owned by': 'ownership', enabled: 'state' };

/** A definition says it all. */
function mainAttribute(difference: Difference): string {
  if (attributeOf(difference, 'definition') !== undefined) return 'definition';
  return difference.attributes.map((attribute) => nouns[attribute.name] ?? attribute.name).join(', ');
}

/** What has to stand in the way down, in a few words, without a full stop. */
export function tellMend(difference: Difference): string {
  const { class: kind, change } = difference;
  if (change === 'new') return `drop ${whole(difference)} in \`down\``;
  if (change === 'gone' && (kind === 'table' || kind === 'column')) {
    return `take out of \`down\` what drops ${whole(difference)}, or drop it one release later where \`up\` does: its ${kind === 'table' ? 'rows' : 'values'} cannot be brought back`;
  }
  if (change === 'gone') return `give ${whole(difference)} back in \`down\``;
  const labels = attributeOf(difference, 'labels');
  if (labels !== undefined) return tellLabels(difference, sameLabels(labels));
  if (attributeOf(difference, 'parents')?.got === null) return `attach ${whole(difference)} again in \`down\``;
  return `give ${whole(difference)} its old ${mainAttribute(difference)} back in \`down\``;
}

function tellLabels(difference: Difference, isReordered: boolean): string {
  if (isReordered) return `create ${name(difference)} with its labels in the old order`;
  return `PostgreSQL takes no label out of an enum: in \`down\`, make a new type with the old labels, move the columns to it, drop ${name(difference)} and rename`;
}
