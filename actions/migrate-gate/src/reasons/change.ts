/** What it means that an object is there and not as it was, by what changed about it: one sentence, without a full stop. */
import { mark } from '@shipgate/kit/report/sentence';
import type { AttributeDifference, Difference } from '../catalog/compare.ts';
import { losesUnique, name, owner, sameLabels, whole } from './object.ts';

type Tell = (attribute: AttributeDifference, difference: Difference) => string;

export function tellChange(difference: Difference): string {
  const known = difference.attributes.find((each) => each.name in tells) ?? difference.attributes[0];
  if (known === undefined) return `the old release was built on another ${whole(difference)}`;
  if (known.name === 'definition') return tellDefinition(difference);
  return (
    tells[known.name]?.(known, difference) ??
    `the old release runs on ${whole(difference)} with another ${known.name} than it was tested with`
  );
}

const tells: Readonly<Record<string, Tell>> = {
  default: tellDefault,
  'not null': ({ expected }, d) =>
    expected === null
      ? `rows that the old release writes without ${name(d)} are refused`
      : `the old release can write NULL to ${name(d)}, which its readers do not expect`,
  type: ({ expected, got }, d) =>
    `the old release reads and writes ${name(d)} as ${mark(expected ?? '')}, and it is ${mark(got ?? '')}: values that do not fit are refused or come back in another form`,
  identity: (_, d) => `the old release gets no number, or another one, for ${name(d)}`,
  generated: (_, d) => `${name(d)} is no longer computed as the old release expects`,
  privileges: (_, d) =>
    `roles hold other rights on ${whole(d)} than before: queries of the old release are refused, or data is open to others`,
  owner: (_, d) => `${whole(d)} belongs to another role: those who could change or use it no longer can`,
  'owned by': ({ got }, d) =>
    got === null
      ? `${name(d)} no longer goes with its column: dropping that leaves it, and TRUNCATE … RESTART IDENTITY does not start it anew`
      : `${name(d)} goes with another column, and is dropped with it`,
  parents: tellParents,
  'row security': ({ expected }, d) =>
    expected === null
      ? `the old release sees no row of ${name(d)}, unless a policy lets it`
      : `every role with rights on ${name(d)} sees all its rows`,
  labels: tellLabels,
  body: (_, d) => `the old release runs the new body of ${name(d)}, with which it was never tested`,
  enabled: ({ got }, d) =>
    got === 'disabled'
      ? `the old release writes to ${owner(d)}, and what ${name(d)} did on each write no longer happens`
      : `${whole(d)} fires for other writes than before`,
  validated: (_, d) => `rows that ${name(d)} forbids may be in ${owner(d)}`,
  valid: (_, d) => `${name(d)} is broken and no query uses it, while every write to ${owner(d)} pays for it`,
};

function tellDefault({ expected, got }: AttributeDifference, d: Difference): string {
  const rows = `rows that the old release inserts without ${name(d)} get`;
  if (got === null) return `${rows} NULL, or are refused, instead of ${mark(expected ?? '')}`;
  return expected === null ? `${rows} ${mark(got)}` : `${rows} ${mark(got)} instead of ${mark(expected)}`;
}

function tellParents({ expected, got }: AttributeDifference, d: Difference): string {
  if (got === null) return `the rows of ${name(d)} are missing from every query of ${mark(expected ?? '')}`;
  return expected === null
    ? `the rows of ${name(d)} show up in every query of ${mark(got)}`
    : `the rows of ${name(d)} show up under ${mark(got)}, not under ${mark(expected)}`;
}

function tellLabels(labels: AttributeDifference, d: Difference): string {
  if (sameLabels(labels))
    return `values of ${name(d)} sort in another order: ORDER BY, <, > and indexes of the old release give other rows`;
  return `the old release meets values of ${name(d)} that it does not know, or may not write those it knows`;
}

function tellDefinition(d: Difference): string {
  if (d.class === 'view' || d.class === 'materialized view')
    return `the old release reads other rows or columns from ${name(d)} than it was tested with`;
  if (losesUnique(d))
    return `the old release can write the same value twice to ${owner(d)}, and the duplicates then forbid ${name(d)} for good`;
  if (d.class === 'index') return `queries of the old release that used ${name(d)} as it was read all of ${owner(d)}`;
  if (d.class === 'constraint')
    return `${owner(d)} takes rows that it refused before, or refuses rows that the old release writes`;
  return `${whole(d)} does something else than the old release was tested with`;
}
