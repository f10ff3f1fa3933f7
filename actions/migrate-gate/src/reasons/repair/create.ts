/** Makes again what a way down dropped, from what the catalog said of it. */
import type { Difference } from '../../catalog/compare.ts';
import { splitOn } from '../../catalog/object-name.ts';
import type { Written } from './written.ts';
import { commentOn, expected, setFiring, unknown } from './written.ts';

/** How to make one of a class again, and from which attributes; what else it had is named. */
interface Maker {
  readonly stage: 'create' | 'create member';
  readonly uses: readonly string[];
  make(difference: Difference): string | undefined;
}

export function createAgain(difference: Difference): readonly Written[] {
  const maker = makers[difference.class];
  // One on a partition comes back with the one on the whole table.
  if (difference.class === 'trigger' && expected(difference, 'parent') !== undefined) return [];
  const sql = maker?.make(difference);
  if (maker === undefined || sql === undefined) return [unknown(difference)];
  const others = difference.attributes
    .filter((attribute) => !maker.uses.includes(attribute.name) && !isUsual(attribute))
    .map(({ name }) => name);
  const written: Written = { stage: maker.stage, sql, what: difference.object };
  return others.length === 0 ? [written] : [written, unknown(difference, others)];
}

const usual: Readonly<Record<string, readonly string[]>> = {
  valid: ['true'],
  populated: ['true'],
  'access method': ['heap'],
  cost: ['1', '100'],
  rows: ['0', '1000'],
};

/** What every new object of the class has anyway. */
function isUsual({ name, expected: value }: Difference['attributes'][number]): boolean {
  return name === 'owner' || (value !== null && (usual[name]?.includes(value) ?? false));
}

const defined: Maker = {
  stage: 'create member',
  uses: ['definition'],
  make: (difference) => expected(difference, 'definition')?.replace(/;\s*$/, ''),
};

const makers: Readonly<Record<string, Maker>> = {
  trigger: { ...defined, uses: ['definition', 'enabled'], make: makeTrigger },
  rule: defined,
  'statistics object': defined,
  index: { ...defined, make: makeIndex },
  constraint: { ...defined, make: makeConstraint },
  view: { ...defined, make: (difference) => makeView('VIEW', difference) },
  'materialized view': { ...defined, make: (difference) => makeView('MATERIALIZED VIEW', difference) },
  policy: { stage: 'create member', uses: ['command', 'permissive', 'roles', 'using', 'check'], make: makePolicy },
  comment: {
    stage: 'create member',
    uses: ['text'],
    make: (difference) => commentOn(difference.object, expected(difference, 'text') ?? ''),
  },
  type: {
    stage: 'create',
    uses: ['labels'],
    make: (difference) => `CREATE TYPE ${difference.object} AS ENUM (${expected(difference, 'labels') ?? ''})`,
  },
  domain: { stage: 'create', uses: ['type', 'collation', 'default', 'not null'], make: makeDomain },
  extension: { stage: 'create', uses: ['version', 'schema', 'comment'], make: makeExtension },
  schema: { stage: 'create', uses: [], make: ({ object }) => `CREATE SCHEMA ${object}` },
  function: {
    stage: 'create',
    uses: [
      'arguments',
      'result',
      'language',
      'body',
      'volatility',
      'strict',
      'security definer',
      'leakproof',
      'parallel',
    ],
    make: makeRoutine,
  },
  procedure: { stage: 'create', uses: ['arguments', 'language', 'body', 'security definer'], make: makeRoutine },
};

function makeTrigger(difference: Difference): string | undefined {
  const [definition, enabled] = [expected(difference, 'definition'), expected(difference, 'enabled')];
  return definition === undefined || enabled === undefined
    ? definition
    : `${definition};\n${setFiring(difference.object, enabled)}`;
}

/** One of a partitioned table has children that are made and attached one by one. */
function makeIndex(difference: Difference): string | undefined {
  const definition = expected(difference, 'definition');
  return definition?.includes(' ON ONLY ') || expected(difference, 'parents') !== undefined ? undefined : definition;
}

function makeConstraint(difference: Difference): string | undefined {
  const definition = expected(difference, 'definition');
  const [name, on] = splitOn(difference.object);
  if (definition === undefined || expected(difference, 'local') !== undefined) return undefined;
  // The keyword stands in a domain's check only; a column of that name would be quoted.
  const owner = /^CHECK .*(?<!")\bVALUE\b(?!")/s.test(definition) ? 'DOMAIN' : 'TABLE';
  return `ALTER ${owner} ${on} ADD CONSTRAINT ${name} ${definition}`;
}

function makeView(word: string, difference: Difference): string | undefined {
  const definition = expected(difference, 'definition');
  return definition === undefined
    ? undefined
    : `CREATE ${word} ${difference.object} AS\n${definition.replace(/;\s*$/, '')}`;
}

function makePolicy(difference: Difference): string {
  const [name, on] = splitOn(difference.object);
  const value = (attribute: string) => expected(difference, attribute);
  return [
    `CREATE POLICY ${name} ON ${on}`,
    ...(value('permissive') === 'false' ? ['AS RESTRICTIVE'] : []),
    `FOR ${(value('command') ?? 'all').toUpperCase()} TO ${value('roles') ?? 'public'}`,
    ...(value('using') === undefined ? [] : [`USING (${value('using')})`]),
    ...(value('check') === undefined ? [] : [`WITH CHECK (${value('check')})`]),
  ].join(' ');
}

function makeDomain(difference: Difference): string {
  const value = (attribute: string, word: string) => {
    const text = expected(difference, attribute);
    return text === undefined ? [] : [`${word} ${text}`];
  };
  const parts = [...value('type', 'AS'), ...value('collation', 'COLLATE'), ...value('default', 'DEFAULT')];
  const required = expected(difference, 'not null') === undefined ? [] : ['NOT NULL'];
  return [`CREATE DOMAIN ${difference.object}`, ...parts, ...required].join(' ');
}

function makeExtension(difference: Difference): string {
  const schema = expected(difference, 'schema') ?? 'public';
  return `CREATE EXTENSION ${difference.object}${schema === 'public' ? '' : ` SCHEMA ${schema}`}`;
}

function makeRoutine(difference: Difference): string | undefined {
  const value = (attribute: string) => expected(difference, attribute);
  const [body, language] = [value('body'), value('language') ?? ''];
  if (body === undefined || language === 'c' || language === 'internal') return undefined;
  // Such a function without its search_path is a hole in the database's walls: better none than that.
  if (value('security definer') !== undefined && value('settings') !== undefined) return undefined;
  const name = difference.object.slice(0, difference.object.lastIndexOf('('));
  const flags = [
    value('volatility'),
    value('strict') && 'strict',
    value('security definer') && 'security definer',
    value('leakproof') && 'leakproof',
  ];
  return [
    `CREATE ${difference.class.toUpperCase()} ${name}(${value('arguments') ?? ''})`,
    ...(value('result') === undefined ? [] : [`RETURNS ${value('result')}`]),
    `LANGUAGE ${language}`,
    ...flags.filter((flag) => flag !== undefined).map((flag) => flag.toUpperCase()),
    ...(value('parallel') === undefined ? [] : [`PARALLEL ${value('parallel')?.toUpperCase()}`]),
    language === 'sql' && /^(?:BEGIN ATOMIC|RETURN)\b/.test(body) ? body : `AS ${dollarQuote(body)}`,
  ].join(' ');
}

function dollarQuote(text: string): string {
  let tag = '$$';
  for (let n = 1; text.includes(tag); n++) tag = `$body${n}$`;
  return `${tag}${text}${tag}`;
}
