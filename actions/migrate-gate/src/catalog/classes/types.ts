import type { CatalogClass } from '../class.ts';
import {
  details,
  FIRST_USER_OID,
  madeByUser,
  notOfExtension,
  notTemporary,
  objects,
  privileges,
  routine,
  when,
  word,
} from '../class.ts';

const owner = 't.typowner::regrole::text';
const acl = privileges('t.typacl', 'T', 't.typowner');
const common = { owner, privileges: acl };
/** An array type belongs to its element; a domain over an array, or a base type that says it is one, has an array type itself. */
const notArray = `(typcategory <> 'A' OR typarray <> 0)`;
/** Every table has a row type and an array type: they are left out where they can be. */
const named = objects('pg_type', 'oid', `oid >= ${FIRST_USER_OID} AND typtype <> 'c' AND ${notArray}`);
const collation = 'CASE WHEN t.typcollation <> 0 THEN t.typcollation::regcollation::text END';

function typeClass(
  name: string,
  kind: string,
  attributes: Record<string, string>,
  rest: Partial<CatalogClass> = {},
): CatalogClass {
  return {
    name,
    key: 't.oid',
    identity: 'format_type(t.oid, NULL)',
    attributes: { ...attributes, ...common },
    from: 'pg_type t',
    where: `t.oid >= ${FIRST_USER_OID} AND t.typtype = '${kind}' AND ${notArray} AND ${notOfExtension('pg_type', 't.oid')}
      AND ${notTemporary('t.typnamespace')}`,
    sources: [named],
    ...rest,
  };
}

const enumType = typeClass(
  'type',
  'e',
  {
    labels: `(SELECT string_agg(quote_literal(l.enumlabel), ', ' ORDER BY l.enumsortorder) FROM pg_enum l WHERE l.enumtypid = t.oid)`,
  },
  { sources: [named, details('pg_enum', 'enumtypid')] },
);

const domain = typeClass('domain', 'd', {
  type: 'format_type(t.typbasetype, t.typtypmod)',
  collation,
  // The text beside it was printed under the search_path of its day, and keeps names that others have lost.
  default: 'pg_get_expr(t.typdefaultbin, 0)',
  'not null': when('t.typnotnull'),
});

/** Its columns are of class column; a table's row type is not an object of its own. */
const composite: CatalogClass = {
  ...typeClass('composite type', 'c', {}),
  key: 'c.oid',
  from: 'pg_class c JOIN pg_type t ON t.oid = c.reltype',
  where: `c.relkind = 'c' AND c.oid >= ${FIRST_USER_OID} AND ${notOfExtension('pg_type', 't.oid')} AND ${notTemporary('t.typnamespace')}`,
  sources: [
    { ...objects('pg_class'), kind: { column: 'relkind', of: 'c' } },
    details('pg_type', 'typrelid', `oid >= ${FIRST_USER_OID} AND typtype = 'c'`),
  ],
};

const range = typeClass(
  'range type',
  'r',
  {
    subtype: 'format_type(r.rngsubtype, NULL)',
    collation: 'CASE WHEN r.rngcollation <> 0 THEN r.rngcollation::regcollation::text END',
    'operator class': `(SELECT o.opcnamespace::regnamespace::text || '.' || quote_ident(o.opcname) FROM pg_opclass o WHERE o.oid = r.rngsubopc)`,
    canonical: routine('r.rngcanonical'),
    difference: routine('r.rngsubdiff'),
    multirange: 'format_type(r.rngmultitypid, NULL)',
  },
  { from: 'pg_type t JOIN pg_range r ON r.rngtypid = t.oid' },
);

/** Made along with its range type, but with a name that changes by itself; its privileges are the range's. */
const multirange: CatalogClass = { ...typeClass('multirange type', 'm', {}), attributes: { owner } };

const base = typeClass('base type', 'b', {
  input: routine('t.typinput'),
  output: routine('t.typoutput'),
  receive: routine('t.typreceive'),
  send: routine('t.typsend'),
  'modifier input': routine('t.typmodin'),
  'modifier output': routine('t.typmodout'),
  analyze: routine('t.typanalyze'),
  subscript: routine('t.typsubscript'),
  length: 't.typlen',
  'by value': when('t.typbyval'),
  alignment: 't.typalign',
  storage: word('t.typstorage', { p: 'plain', e: 'external', m: 'main', x: 'extended' }),
  category: 't.typcategory',
  preferred: when('t.typispreferred'),
  delimiter: `NULLIF(t.typdelim, ',')`,
  default: 't.typdefault',
  element: 'CASE WHEN t.typelem <> 0 THEN format_type(t.typelem, NULL) END',
  collatable: when('t.typcollation <> 0'),
});

const shell = typeClass('shell type', 'p', {}, { where: `t.oid >= ${FIRST_USER_OID} AND NOT t.typisdefined` });

const cast: CatalogClass = {
  name: 'cast',
  key: 'k.oid',
  identity: `format_type(k.castsource, NULL) || ' as ' || format_type(k.casttarget, NULL)`,
  attributes: {
    function: 'CASE WHEN k.castfunc <> 0 THEN k.castfunc::regprocedure::text END',
    context: word('k.castcontext', { e: 'explicit', a: 'assignment', i: 'implicit' }),
    method: word('k.castmethod', { f: 'function', i: 'in and out', b: 'binary' }),
  },
  from: 'pg_cast k',
  where: `k.oid >= ${FIRST_USER_OID} AND ${madeByUser('pg_cast', 'k.oid')}`,
  sources: [objects('pg_cast')],
};

const collationClass: CatalogClass = {
  name: 'collation',
  key: 'k.oid',
  identity: 'k.oid::regcollation::text',
  attributes: {
    provider: word('k.collprovider', { d: 'default', b: 'builtin', c: 'libc', i: 'icu' }),
    collate: 'k.collcollate',
    ctype: 'k.collctype',
    locale: `coalesce(to_jsonb(k) ->> 'colllocale', to_jsonb(k) ->> 'colliculocale')`,
    rules: `to_jsonb(k) ->> 'collicurules'`,
    deterministic: when('NOT k.collisdeterministic', 'false'),
    encoding: 'CASE WHEN k.collencoding >= 0 THEN pg_encoding_to_char(k.collencoding) END',
    owner: 'k.collowner::regrole::text',
  },
  from: 'pg_collation k',
  where: `k.oid >= ${FIRST_USER_OID} AND ${notOfExtension('pg_collation', 'k.oid')}`,
  sources: [objects('pg_collation')],
};

const conversion: CatalogClass = {
  name: 'conversion',
  key: 'k.oid',
  identity: `k.connamespace::regnamespace::text || '.' || quote_ident(k.conname)`,
  attributes: {
    from: 'pg_encoding_to_char(k.conforencoding)',
    to: 'pg_encoding_to_char(k.contoencoding)',
    function: routine('k.conproc'),
    default: when('k.condefault'),
    owner: 'k.conowner::regrole::text',
  },
  from: 'pg_conversion k',
  where: `k.oid >= ${FIRST_USER_OID} AND ${notOfExtension('pg_conversion', 'k.oid')}`,
  sources: [objects('pg_conversion')],
};

const transform: CatalogClass = {
  name: 'transform',
  key: 'k.oid',
  identity: `format_type(k.trftype, NULL) || ' for ' || (SELECT quote_ident(l.lanname) FROM pg_language l WHERE l.oid = k.trflang)`,
  attributes: { 'from sql': routine('k.trffromsql::oid'), 'to sql': routine('k.trftosql::oid') },
  from: 'pg_transform k',
  where: `k.oid >= ${FIRST_USER_OID} AND ${notOfExtension('pg_transform', 'k.oid')}`,
  sources: [objects('pg_transform')],
};

export const typeClasses: readonly CatalogClass[] = [
  enumType,
  domain,
  composite,
  range,
  multirange,
  base,
  shell,
  cast,
  collationClass,
  conversion,
  transform,
];

/** Labels are printed inside other objects' definitions: a changed label is like a changed name. */
export const labelled = { class: enumType.name, attribute: 'labels' };
