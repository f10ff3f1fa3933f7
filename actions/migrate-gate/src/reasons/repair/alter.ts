/** Changes back what a way down left changed. */
import type { Difference } from '../../catalog/compare.ts';
import { splitOn, withoutLastPart } from '../../catalog/object-name.ts';
import { grantBack } from './grants.ts';
import type { Written } from './written.ts';
import { commentOn, expected, setFiring, unknown, words } from './written.ts';

/** `all`: the differences that it is one of. */
export function alterBack(difference: Difference, all: readonly Difference[]): readonly Written[] {
  const { class: kind } = difference;
  if (kind === 'column') return alterColumn(difference);
  const definition = expected(difference, 'definition')?.replace(/;\s*$/, '');
  if (definition !== undefined) return redefine(difference, definition, all);
  const moved = attach(difference);
  if (moved !== undefined) return [{ stage: 'alter', sql: moved, what: difference.object }];
  const sql = difference.attributes.map(({ name, expected: value }) => alters[name]?.(difference, value));
  const others = difference.attributes.filter((_, index) => sql[index] === undefined).map(({ name }) => name);
  const known = sql
    .filter((text) => text !== undefined)
    .map((text): Written => ({ stage: 'alter', sql: text, what: difference.object }));
  return others.length === 0 ? known : [...known, unknown(difference, others)];
}

type Alter = (difference: Difference, value: string | null) => string | undefined;

const onPolicy =
  (clause: (value: string) => string): Alter =>
  ({ class: kind, object }, value) => {
    const [name, on] = splitOn(object);
    return kind === 'policy' && value !== null ? `ALTER POLICY ${name} ON ${on} ${clause(value)}` : undefined;
  };

const alters: Readonly<Record<string, Alter>> = {
  owner: ({ class: kind, object }, value) =>
    words.has(kind) && value !== null ? `ALTER ${words.get(kind)} ${object} OWNER TO ${value}` : undefined,
  privileges: grantBack,
  'owned by': ({ object }, value) =>
    value?.startsWith('identity')
      ? undefined
      : `ALTER SEQUENCE ${object} OWNED BY ${value?.replace(/^column /, '') ?? 'NONE'}`,
  'row security': ({ object }, value) =>
    `ALTER TABLE ${object} ${value === null ? 'DISABLE' : 'ENABLE'} ROW LEVEL SECURITY`,
  'row security forced': ({ object }, value) =>
    `ALTER TABLE ${object} ${value === null ? 'NO FORCE' : 'FORCE'} ROW LEVEL SECURITY`,
  enabled: ({ class: kind, object }, value) => (kind === 'trigger' ? setFiring(object, value) : undefined),
  text: ({ class: kind, object }, value) => (kind === 'comment' ? commentOn(object, value) : undefined),
  roles: onPolicy((value) => `TO ${value}`),
  using: onPolicy((value) => `USING (${value})`),
  check: onPolicy((value) => `WITH CHECK (${value})`),
};

/** A table that is no longer part of another one, or is one now. */
function attach(difference: Difference): string | undefined {
  const { class: kind, object, attributes } = difference;
  const [parents, bound] = ['parents', 'partition bound'].map((name) =>
    attributes.find((attribute) => attribute.name === name),
  );
  if (kind !== 'table' || parents === undefined || attributes.length !== (bound === undefined ? 1 : 2))
    return undefined;
  const { expected: before, got: after } = parents;
  if (before !== null && after !== null) return undefined;
  if (bound === undefined)
    return `ALTER TABLE ${object} ${before === null ? `NO INHERIT ${after}` : `INHERIT ${before}`}`;
  return before === null
    ? `ALTER TABLE ${after} DETACH PARTITION ${object}`
    : `ALTER TABLE ${before} ATTACH PARTITION ${object} ${bound.expected}`;
}

/** Replaced in place where that is possible, else dropped and made again. */
function redefine(difference: Difference, definition: string, all: readonly Difference[]): readonly Written[] {
  const { class: kind, object } = difference;
  const [name, on] = splitOn(object);
  const both = (drop: string, create: string): readonly Written[] => [
    { stage: 'drop member', sql: drop, what: object },
    { stage: 'create member', sql: create, what: object },
  ];
  const replace = (sql: string): readonly Written[] => [{ stage: 'create member', sql, what: object }];
  if (kind === 'trigger') return both(`DROP TRIGGER ${name} ON ${on}`, definition);
  if (kind === 'index' && !definition.includes(' ON ONLY ')) return both(`DROP INDEX ${name}`, definition);
  if (kind === 'constraint')
    return both(`ALTER TABLE ${on} DROP CONSTRAINT ${name}`, `ALTER TABLE ${on} ADD CONSTRAINT ${name} ${definition}`);
  if (kind === 'rule') return replace(definition.replace(/^CREATE RULE/, 'CREATE OR REPLACE RULE'));
  if (kind === 'materialized view')
    return both(`DROP MATERIALIZED VIEW ${object}`, `CREATE MATERIALIZED VIEW ${object} AS\n${definition}`);
  if (kind !== 'view') return [unknown(difference, ['definition'])];
  const otherColumns = all.some((each) => each.class === 'column' && withoutLastPart(each.object) === object);
  if (otherColumns) return both(`DROP VIEW ${object}`, `CREATE VIEW ${object} AS\n${definition}`);
  return replace(`CREATE OR REPLACE VIEW ${object} AS\n${definition}`);
}

function alterColumn(difference: Difference): readonly Written[] {
  const { object, attributes } = difference;
  const table = withoutLastPart(object);
  const name = object.slice(table.length + 1);
  const of = (attribute: string) => attributes.find((each) => each.name === attribute);
  const [type, value, required] = [of('type'), of('default'), of('not null')];
  const actions = [
    ...(type !== undefined && typeof value?.got === 'string' ? ['DROP DEFAULT'] : []),
    ...(type === undefined
      ? []
      : [`TYPE ${type.expected} USING ${name}::${isOwnType(type) ? 'text::' : ''}${type.expected}`]),
    ...(value === undefined ? [] : [value.expected === null ? 'DROP DEFAULT' : `SET DEFAULT ${value.expected}`]),
    ...(required === undefined ? [] : [`${required.expected === null ? 'DROP' : 'SET'} NOT NULL`]),
  ];
  const written = actions.map(
    (action): Written => ({ stage: 'alter', sql: `ALTER TABLE ${table} ALTER COLUMN ${name} ${action}`, what: object }),
  );
  const others = attributes.filter((each) => ![type, value, required].includes(each)).map((each) => each.name);
  return others.length === 0 ? written : [...written, unknown(difference, others)];
}

/** Enums and the like, which the server prints with their schema, are cast to one another by way of text. */
function isOwnType({
  expected: before,
  got,
}: {
  readonly expected: string | null;
  readonly got: string | null;
}): boolean {
  return `${before}${got}`.includes('.');
}
