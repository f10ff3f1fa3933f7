/** Which differences go without saying once another one is told. Pure. */
import type { Difference } from '../catalog/compare.ts';
import { nameParts, splitOn, withoutLastPart } from '../catalog/object-name.ts';
import { attributeOf } from './object.ts';

/** Those that come and go with this one: the columns of a table, the index of a constraint, the comment on either. */
export function partsOf(whole: Difference, differences: readonly Difference[]): readonly Difference[] {
  return differences.filter((difference) => difference !== whole && isPart(difference, whole));
}

/** Without those that are part of another one. */
export function withoutParts(differences: readonly Difference[]): readonly Difference[] {
  return differences.filter((each) => !differences.some((whole) => whole !== each && isPart(each, whole)));
}

const VIEWS = new Set(['view', 'materialized view']);
const HOLDERS = new Set([...VIEWS, 'table', 'foreign table', 'composite type', 'domain']);

function isPart(part: Difference, whole: Difference): boolean {
  if (part.class === 'constraint' && isNotNullOf(part, whole)) return true;
  if (attributeOf(whole, 'parents') !== undefined && isInherited(part)) return isWithinRelation(part, whole.object);
  // Whatever became of its columns, they come with its definition.
  if (part.class === 'column' && VIEWS.has(whole.class) && whole.change === 'changed')
    return isWithinRelation(part, whole.object);
  if (part.change !== whole.change) return false;
  if (part.class === 'index' && whole.class === 'constraint') return part.object === whole.object;
  if (whole.change === 'changed') return false;
  if (part.class === 'comment')
    return part.object.endsWith(`${whole.class} ${whole.object}`) || isCommentWithin(part, whole);
  if (whole.class === 'schema') return isWithinSchema(part, whole.object);
  if (whole.class === 'column')
    return (
      part.class === 'sequence' && part.object === `${withoutLastPart(whole.object)}_${lastPart(whole.object)}_seq`
    );
  if (whole.class === 'range type')
    return part.class === 'multirange type' && isMultirangeOf(part.object, whole.object);
  return HOLDERS.has(whole.class) && isWithinRelation(part, whole.object);
}

const INHERITED = new Set(['inherited', 'local', 'parents', 'parent']);

/** Only whether it comes from a parent has changed. */
function isInherited({ change, attributes }: Difference): boolean {
  return change === 'changed' && attributes.every(({ name }) => INHERITED.has(name));
}

/** A column that may or may not be NULL is told by the column. */
function isNotNullOf(part: Difference, whole: Difference): boolean {
  if (whole.class !== 'column' || !part.object.startsWith('NOT NULL of ')) return false;
  const [column, table] = splitOn(part.object.slice('NOT NULL of '.length));
  if (whole.object !== `${table}.${column}`) return false;
  return whole.change === 'changed'
    ? whole.attributes.some(({ name }) => name === 'not null')
    : part.change === whole.change;
}

function isWithinRelation({ class: kind, object }: Difference, relation: string): boolean {
  if (kind === 'column') return withoutLastPart(object) === relation;
  if (kind === 'sequence') return object.startsWith(`${relation}_`);
  return splitOn(object)[1] === relation;
}

function isWithinSchema({ object }: Difference, schema: string): boolean {
  const [name, on] = splitOn(object);
  return name.startsWith(`${schema}.`) || on.startsWith(`${schema}.`);
}

/** Comments are called after kind and name as the server has them, such as "table column orders.note". */
function isCommentWithin({ object }: Difference, whole: Difference): boolean {
  const [name] = splitOn(whole.object);
  if (whole.class === 'index') return object === `index ${name}`;
  if (whole.class === 'column') return object.endsWith(` column ${whole.object}`);
  if (whole.class === 'constraint') return object.endsWith(` constraint ${whole.object}`);
  return (
    HOLDERS.has(whole.class) && (object.includes(` column ${whole.object}.`) || object.endsWith(` on ${whole.object}`))
  );
}

function isMultirangeOf(multirange: string, range: string): boolean {
  return multirange === `${range}_multirange` || multirange === range.replace('range', 'multirange');
}

function lastPart(object: string): string {
  return nameParts(object).at(-1) ?? '';
}
