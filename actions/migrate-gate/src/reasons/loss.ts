/** What a difference means for whoever runs the old release after a rollback, by class of object: one sentence, without a full stop. */
import type { Difference } from '../catalog/compare.ts';
import { tellChange } from './change.ts';
import { attributeOf, losesUnique, name, owner, whole } from './object.ts';

type Tell = (difference: Difference) => string;

/** The difference that hurts most comes first; those of one weight stay as they were. */
export function worstFirst(differences: readonly Difference[]): readonly Difference[] {
  return differences.toSorted((a, b) => weight(a) - weight(b));
}

export function tellLoss(difference: Difference): string {
  if (difference.change === 'gone') return (lost[difference.class] ?? lostOther)(difference);
  if (difference.change === 'new') return (left[difference.class] ?? leftOther)(difference);
  return tellChange(difference);
}

const DATA = new Set(['table', 'column', 'sequence']);
const GUARDS = new Set(['constraint', 'policy', 'trigger', 'rule']);
const FAST = new Set(['index', 'statistics object']);
const WORDS = new Set(['comment', 'shared comment', 'security label', 'shared security label']);

function weight(difference: Difference): number {
  const { class: kind, change } = difference;
  if (attributeOf(difference, 'parents')?.got === null) return 0;
  if (WORDS.has(kind)) return 7;
  if (change === 'new') return FAST.has(kind) ? 6 : 5;
  if (change === 'gone' && DATA.has(kind)) return 0;
  if (GUARDS.has(kind) || losesUnique(difference)) return 1;
  if (FAST.has(kind)) return 4;
  return change === 'gone' ? 2 : 3;
}

const lostOther: Tell = (d) => `the old release runs without ${whole(d)}, which it was built on`;
const callsFail: Tell = (d) => `the old release fails wherever it calls ${name(d)}`;
const readsFail: Tell = (d) => `every query of the old release that reads ${name(d)} fails`;
const typeMissing: Tell = (d) => `the old release fails wherever it names the type ${name(d)}`;

const lost: Readonly<Record<string, Tell>> = {
  table: (d) => `the rows of ${name(d)} are lost, and every query of the old release that names it fails`,
  column: (d) => `the values of ${name(d)} are lost, and every query of the old release that names the column fails`,
  sequence: (d) => `the last number of ${name(d)} is lost, and inserts that take the next one fail`,
  trigger: (d) =>
    `after a rollback the old release writes to ${owner(d)}, and what ${name(d)} did on each write no longer happens`,
  rule: (d) => `after a rollback statements on ${owner(d)} do something else than before, without an error`,
  policy: (d) => `after a rollback other rows of ${owner(d)} than before can be seen or written: too many, or none`,
  index: lostIndex,
  constraint: lostConstraint,
  view: readsFail,
  'materialized view': readsFail,
  'foreign table': readsFail,
  function: callsFail,
  procedure: callsFail,
  aggregate: callsFail,
  type: typeMissing,
  domain: typeMissing,
  'composite type': typeMissing,
  'range type': typeMissing,
  extension: (d) => `the old release fails wherever it uses a function, type or operator of ${name(d)}`,
  schema: (d) => `everything in schema ${name(d)} is gone, and every query of the old release that names it fails`,
  role: (d) => `whoever logs in or holds rights as ${name(d)} is locked out`,
  publication: (d) => `whoever subscribes to ${name(d)} gets no further changes`,
  comment: (d) => `what the comment on ${name(d)} said, to people and to tools that read it, is lost`,
};

function lostIndex(d: Difference): string {
  if (losesUnique(d))
    return `the old release can write the same value twice to ${owner(d)}, and the duplicates then forbid ${name(d)} for good`;
  return `after a rollback every query of the old release that used ${name(d)} reads all of ${owner(d)}`;
}

function lostConstraint(d: Difference): string {
  const definition = attributeOf(d, 'definition')?.expected ?? '';
  if (definition.startsWith('FOREIGN KEY'))
    return `the old release can write rows to ${owner(d)} that point to nothing`;
  if (/^(?:UNIQUE|PRIMARY KEY)/.test(definition))
    return `the old release can write the same value twice to ${owner(d)}, and the duplicates then forbid ${name(d)} for good`;
  if (definition.startsWith('NOT NULL'))
    return `the old release can write NULL to ${owner(d)}, which its readers do not expect`;
  return `the old release can write rows to ${owner(d)} that ${name(d)} forbade`;
}

const leftOther: Tell = (d) =>
  `${whole(d)} stays: an \`up\` that creates it fails the next time, or with IF NOT EXISTS takes the old one for its own`;
const guardLeft: Tell = (d) =>
  `the old release does not know ${whole(d)}: its writes to ${owner(d)} are changed or refused`;

const left: Readonly<Record<string, Tell>> = {
  table: (d) =>
    `${name(d)} stays with all its rows: an \`up\` that creates it fails the next time, or with IF NOT EXISTS takes the old rows for its own`,
  column: (d) =>
    `the old release does not know ${name(d)}: an \`up\` that adds it fails the next time, and \`SELECT *\` returns more than was asked for`,
  index: (d) =>
    `every write of the old release to ${owner(d)} still keeps ${name(d)} up to date, and an \`up\` that creates it fails the next time`,
  trigger: guardLeft,
  rule: guardLeft,
  policy: guardLeft,
  constraint: guardLeft,
  role: (d) => `${name(d)} keeps its rights after the release that needed them is gone`,
  'default privileges': (d) => `rights on what is created later stay given: ${name(d)}`,
};
