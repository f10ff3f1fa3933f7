/** How the object of a difference is called in a sentence. */
import { mark } from '@shipgate/kit/report/sentence';
import type { AttributeDifference, Difference } from '../catalog/compare.ts';
import { quoteName } from '../catalog/describe.ts';
import { splitOn } from '../catalog/object-name.ts';

/** "`touch`". */
export function name({ object }: Difference): string {
  return mark(splitOn(object)[0]);
}

/** "`orders`", of "touch on orders". */
export function owner({ object }: Difference): string {
  return mark(splitOn(object)[1]);
}

/** "trigger `touch` on `orders`", "the comment on table column `orders.note`". */
export function whole({ class: kind, object }: Difference): string {
  if (kind !== 'comment') return `${kind} ${quoteName(object, mark)}`;
  const [, described = '', called = object] = /^((?:[a-z]+ )+)(.+)$/s.exec(object) ?? [];
  return `the comment on ${described}${quoteName(called, mark)}`;
}

export function attributeOf({ attributes }: Difference, attribute: string): AttributeDifference | undefined {
  return attributes.find((each) => each.name === attribute);
}

/** An index that kept values unique, and does so no longer. */
export function losesUnique(difference: Difference): boolean {
  const definition = difference.class === 'index' ? attributeOf(difference, 'definition') : undefined;
  const [before, after] = [definition?.expected ?? '', definition?.got ?? ''].map((text) =>
    text.startsWith('CREATE UNIQUE '),
  );
  return before === true && after === false;
}

/** Labels of an enum: the same ones in another order? */
export function sameLabels({ expected, got }: AttributeDifference): boolean {
  const sorted = (labels: string | null) => (labels ?? '').split(', ').toSorted().join(', ');
  return sorted(expected) === sorted(got);
}
