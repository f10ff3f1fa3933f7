import type { Change, ClassMutations } from '../mutation.ts';
import { byHand, owner, remake } from '../mutation.ts';

const castWith = (how: string) => `CREATE CAST (cas.a AS cas.b) ${how}`;
const remadeCast = (how: string, rest: Partial<Change> = {}) =>
  remake('DROP CAST (cas.a AS cas.b)', castWith(how), castWith('WITH FUNCTION cas.f'), rest);

export const cast: ClassMutations = {
  class: 'cast',
  setup: `CREATE SCHEMA cas; CREATE TYPE cas.a AS (x int); CREATE TYPE cas.b AS (x int);
    CREATE FUNCTION cas.f(cas.a) RETURNS cas.b LANGUAGE sql AS 'SELECT ROW($1.x)::cas.b'; CREATE FUNCTION cas.g(cas.a) RETURNS cas.b LANGUAGE sql AS 'SELECT ROW($1.x)::cas.b';
    ${castWith('WITH FUNCTION cas.f')}`,
  object: 'cas.a as cas.b',
  attributes: {
    function: remadeCast('WITH FUNCTION cas.g'),
    context: remadeCast('WITH FUNCTION cas.f AS ASSIGNMENT'),
    method: remadeCast('WITH INOUT', { also: { 'cast cas.a as cas.b: function': 'such a cast has no function' } }),
  },
  life: {
    create: 'CREATE CAST (cas.b AS cas.a) WITH INOUT',
    drop: 'DROP CAST (cas.b AS cas.a)',
    object: 'cas.b as cas.a',
  },
};

const collationWith = (how: string) => `CREATE COLLATION clt.c (${how})`;
const remadeCollation = (how: string, rest: Partial<Change> = {}) =>
  remake('DROP COLLATION clt.c', collationWith(how), collationWith(`PROVIDER = icu, LOCALE = 'de'`), rest);
const collationRow = (change: string, undo: string) =>
  byHand(
    'the other names of a locale would change too',
    'UPDATE pg_collation SET',
    change,
    undo,
    `oid = 'clt.l'::regcollation`,
    { object: 'clt.l' },
  );

export const collation: ClassMutations = {
  class: 'collation',
  setup: `CREATE SCHEMA clt; ${collationWith(`PROVIDER = icu, LOCALE = 'de'`)}; CREATE COLLATION clt.l (PROVIDER = libc, LOCALE = 'C')`,
  object: 'clt.c',
  attributes: {
    provider: byHand(
      'a locale has other names with another provider',
      'UPDATE pg_collation SET',
      `collprovider = 'b'`,
      `collprovider = 'i'`,
      `oid = 'clt.c'::regcollation`,
    ),
    collate: collationRow(`collcollate = 'POSIX'`, `collcollate = 'C'`),
    ctype: collationRow(`collctype = 'POSIX'`, `collctype = 'C'`),
    locale: remadeCollation(`PROVIDER = icu, LOCALE = 'sv'`),
    rules: remadeCollation(`PROVIDER = icu, LOCALE = 'de', RULES = '&a < g'`),
    deterministic: remadeCollation(`PROVIDER = icu, LOCALE = 'de', DETERMINISTIC = false`),
    encoding: byHand(
      'it follows the database',
      'UPDATE pg_collation SET',
      'collencoding = 8',
      'collencoding = 6',
      `collname = 'l'`,
      { object: 'clt.l' },
    ),
    owner: owner('COLLATION clt.c'),
  },
  life: { create: `CREATE COLLATION clt.fresh (LOCALE = 'C')`, drop: 'DROP COLLATION clt.fresh', object: 'clt.fresh' },
};

const conversionWith = (what: string) => `CREATE ${what}`;
const remadeConversion = (what: string, rest: Partial<Change> = {}) =>
  remake(
    'DROP CONVERSION cnv.c',
    conversionWith(what),
    conversionWith(`CONVERSION cnv.c FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8`),
    rest,
  );

export const conversion: ClassMutations = {
  class: 'conversion',
  setup: `CREATE SCHEMA cnv; CREATE CONVERSION cnv.c FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
    CREATE FUNCTION cnv.f(int, int, cstring, internal, int, bool) RETURNS int STRICT LANGUAGE c AS '$libdir/utf8_and_iso8859_1', 'iso8859_1_to_utf8'`,
  object: 'cnv.c',
  attributes: {
    from: byHand(
      'it needs another function',
      'UPDATE pg_conversion SET',
      `conforencoding = pg_char_to_encoding('LATIN2')`,
      `conforencoding = pg_char_to_encoding('LATIN1')`,
      `conname = 'c'`,
    ),
    to: byHand(
      'it needs another function',
      'UPDATE pg_conversion SET',
      `contoencoding = pg_char_to_encoding('LATIN2')`,
      `contoencoding = pg_char_to_encoding('UTF8')`,
      `conname = 'c'`,
    ),
    function: remadeConversion(`CONVERSION cnv.c FOR 'LATIN1' TO 'UTF8' FROM cnv.f`),
    default: remadeConversion(`DEFAULT CONVERSION cnv.c FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8`),
    owner: owner('CONVERSION cnv.c'),
  },
  life: {
    create: `CREATE CONVERSION cnv.fresh FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8`,
    drop: 'DROP CONVERSION cnv.fresh',
    object: 'cnv.fresh',
  },
};

const transformWith = (how: string) => `CREATE OR REPLACE TRANSFORM FOR trf.t LANGUAGE plpgsql (${how})`;
const PLAIN_TRANSFORM =
  'FROM SQL WITH FUNCTION generate_series_int4_support(internal), TO SQL WITH FUNCTION trf.to_sql(internal)';

export const transform: ClassMutations = {
  class: 'transform',
  setup: `CREATE SCHEMA trf; CREATE TYPE trf.t AS (a int);
    ${['to_sql', 'to_sql_too'].map((name) => `CREATE FUNCTION trf.${name}(internal) RETURNS trf.t STABLE LANGUAGE internal AS 'textrecv'`).join(';')};
    ${transformWith(PLAIN_TRANSFORM)}`,
  object: 'trf.t for plpgsql',
  attributes: {
    'from sql': {
      change: transformWith(PLAIN_TRANSFORM.replace('int4', 'int8')),
      undo: transformWith(PLAIN_TRANSFORM),
    },
    'to sql': {
      change: transformWith(PLAIN_TRANSFORM.replace('to_sql', 'to_sql_too')),
      undo: transformWith(PLAIN_TRANSFORM),
    },
  },
  life: {
    create: 'CREATE TRANSFORM FOR trf.t LANGUAGE sql (FROM SQL WITH FUNCTION generate_series_int4_support(internal))',
    drop: 'DROP TRANSFORM FOR trf.t LANGUAGE sql',
    object: 'trf.t for sql',
  },
};
