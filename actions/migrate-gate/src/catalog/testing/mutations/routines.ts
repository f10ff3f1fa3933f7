import type { Change, ClassMutations } from '../mutation.ts';
import { alter, byHand, owner, remake } from '../mutation.ts';

const BASE = `CREATE OR REPLACE FUNCTION fun.f(a int) RETURNS int`;
const BODY = `AS 'BEGIN RETURN 1; END'`;
const NOT_IN_PLACE = 'no option of a function of this language';

const functionSettings = (kind: string, name: string): Record<string, Change> => ({
  'security definer': alter(`ALTER ${kind} ${name}`, 'SECURITY DEFINER', 'SECURITY INVOKER'),
  settings: alter(`ALTER ${kind} ${name}`, `SET work_mem = '8MB'`, 'RESET work_mem'),
  owner: owner(`${kind} ${name}`),
  privileges: {
    change: `REVOKE EXECUTE ON ${kind} ${name} FROM public`,
    undo: `GRANT EXECUTE ON ${kind} ${name} TO public`,
  },
  library: byHand(
    NOT_IN_PLACE,
    'UPDATE pg_proc SET',
    `probin = 'other'`,
    'probin = NULL',
    `oid = '${name}'::regprocedure`,
  ),
});

export const fun: ClassMutations = {
  class: 'function',
  setup: `CREATE SCHEMA fun; ${BASE} LANGUAGE plpgsql ${BODY};
    CREATE LANGUAGE other_language HANDLER plpgsql_call_handler INLINE plpgsql_inline_handler VALIDATOR plpgsql_validator;
    CREATE FUNCTION fun.many() RETURNS SETOF int LANGUAGE sql AS 'SELECT 1'; CREATE TYPE fun.shape AS (a int);
    CREATE TRANSFORM FOR fun.shape LANGUAGE plpgsql (FROM SQL WITH FUNCTION generate_series_int4_support(internal))`,
  object: 'fun.f(integer)',
  attributes: {
    arguments: remake(
      'DROP FUNCTION fun.f',
      `CREATE FUNCTION fun.f(a int DEFAULT 1) RETURNS int LANGUAGE plpgsql ${BODY}`,
      `${BASE} LANGUAGE plpgsql ${BODY}`,
    ),
    result: remake(
      'DROP FUNCTION fun.f',
      `CREATE FUNCTION fun.f(a int) RETURNS bigint LANGUAGE plpgsql ${BODY}`,
      `${BASE} LANGUAGE plpgsql ${BODY}`,
    ),
    language: alter(BASE, `LANGUAGE other_language ${BODY}`, `LANGUAGE plpgsql ${BODY}`),
    body: alter(`${BASE} LANGUAGE plpgsql AS`, `'BEGIN RETURN 2; END'`, `'BEGIN RETURN 1; END'`),
    window: byHand(
      'only functions in C can be window functions',
      'UPDATE pg_proc SET',
      `prokind = 'w'`,
      `prokind = 'f'`,
      `oid = 'fun.f(int)'::regprocedure`,
    ),
    volatility: alter('ALTER FUNCTION fun.f(int)', 'STABLE', 'VOLATILE'),
    strict: alter('ALTER FUNCTION fun.f(int)', 'STRICT', 'CALLED ON NULL INPUT'),
    leakproof: alter('ALTER FUNCTION fun.f(int)', 'LEAKPROOF', 'NOT LEAKPROOF'),
    parallel: alter('ALTER FUNCTION fun.f(int) PARALLEL', 'SAFE', 'UNSAFE'),
    cost: alter('ALTER FUNCTION fun.f(int) COST', '7', '100'),
    rows: alter('ALTER FUNCTION fun.many() ROWS', '7', '1000', { object: 'fun.many()' }),
    support: remake(
      'DROP FUNCTION fun.f',
      `${BASE} LANGUAGE plpgsql SUPPORT generate_series_int4_support ${BODY}`,
      `${BASE} LANGUAGE plpgsql ${BODY}`,
    ),
    transforms: alter(BASE, `LANGUAGE plpgsql TRANSFORM FOR TYPE fun.shape ${BODY}`, `LANGUAGE plpgsql ${BODY}`),
    ...functionSettings('FUNCTION', 'fun.f(int)'),
  },
  life: {
    create: `CREATE FUNCTION fun.fresh() RETURNS int LANGUAGE sql AS 'SELECT 1'`,
    drop: 'DROP FUNCTION fun.fresh',
    object: 'fun.fresh()',
  },
};

const PROCEDURE = 'CREATE OR REPLACE PROCEDURE pro.p(a int)';

export const procedure: ClassMutations = {
  class: 'procedure',
  setup: `CREATE SCHEMA pro; ${PROCEDURE} LANGUAGE plpgsql AS 'BEGIN END'; CREATE TYPE pro.shape AS (a int);
    CREATE LANGUAGE procedure_language HANDLER plpgsql_call_handler VALIDATOR plpgsql_validator;
    CREATE TRANSFORM FOR pro.shape LANGUAGE plpgsql (FROM SQL WITH FUNCTION generate_series_int4_support(internal))`,
  object: 'pro.p(integer)',
  attributes: {
    arguments: remake(
      'DROP PROCEDURE pro.p',
      `CREATE PROCEDURE pro.p(a int DEFAULT 1) LANGUAGE plpgsql AS 'BEGIN END'`,
      `${PROCEDURE} LANGUAGE plpgsql AS 'BEGIN END'`,
    ),
    language: alter(PROCEDURE, `LANGUAGE procedure_language AS 'BEGIN END'`, `LANGUAGE plpgsql AS 'BEGIN END'`),
    body: alter(`${PROCEDURE} LANGUAGE plpgsql AS`, `'BEGIN RETURN; END'`, `'BEGIN END'`),
    transforms: alter(
      PROCEDURE,
      `LANGUAGE plpgsql TRANSFORM FOR TYPE pro.shape AS 'BEGIN END'`,
      `LANGUAGE plpgsql AS 'BEGIN END'`,
    ),
    ...functionSettings('PROCEDURE', 'pro.p(int)'),
  },
  life: {
    create: `CREATE PROCEDURE pro.fresh() LANGUAGE sql AS 'SELECT 1'`,
    drop: 'DROP PROCEDURE pro.fresh',
    object: 'pro.fresh()',
  },
};

const STATE = { sfunc: 'agg.add', stype: 'bigint', initcond: `'0'` };
const MOVING = { msfunc: 'agg.add', minvfunc: 'agg.add', mstype: 'bigint' };
type Options = Readonly<Record<string, string | undefined>>;

function aggregateSql(name: string, options: Options): string {
  const list = Object.entries(options)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => (value === '' ? key : `${key} = ${value}`));
  return `CREATE OR REPLACE AGGREGATE agg.${name} (${list.join(', ')})`;
}

/** Replaced by one with these options, and back. */
function replaced(name: string, base: Options, options: Options): Change {
  return {
    change: aggregateSql(`${name}(bigint)`, { ...base, ...options }),
    undo: aggregateSql(`${name}(bigint)`, base),
    object: `agg.${name}(bigint)`,
  };
}

const plain = (options: Options) => replaced('a', STATE, options);
const moving = (options: Options) => replaced('m', { ...STATE, ...MOVING }, options);
const internal = (options: Options) => replaced('i', INTERNAL, options);
const INTERNAL = {
  sfunc: 'int8_avg_accum',
  stype: 'internal',
  finalfunc: 'numeric_poly_avg',
  combinefunc: 'int8_avg_combine',
  serialfunc: 'int8_avg_serialize',
  deserialfunc: 'int8_avg_deserialize',
};
const routineRow = (name: string) => `oid = '${name}'::regprocedure`;

export const aggregate: ClassMutations = {
  class: 'aggregate',
  setup: `CREATE SCHEMA agg;
    ${['add', 'add_too'].map((name) => `CREATE FUNCTION agg.${name}(bigint, bigint) RETURNS bigint IMMUTABLE LANGUAGE sql AS 'SELECT $1 + $2'`).join(';')};
    CREATE FUNCTION agg.last(bigint) RETURNS bigint IMMUTABLE LANGUAGE sql AS 'SELECT $1';
    CREATE FUNCTION agg.last(bigint, bigint) RETURNS bigint IMMUTABLE LANGUAGE sql AS 'SELECT $1';
    CREATE FUNCTION agg.save(internal) RETURNS bytea IMMUTABLE STRICT LANGUAGE internal AS 'int8_avg_serialize';
    CREATE FUNCTION agg.load(bytea, internal) RETURNS internal IMMUTABLE STRICT LANGUAGE internal AS 'int8_avg_deserialize';
    ${aggregateSql('a(bigint)', STATE)}; ${aggregateSql('m(bigint)', { ...STATE, ...MOVING })}; ${aggregateSql('i(bigint)', INTERNAL)}`,
  object: 'agg.a(bigint)',
  attributes: {
    arguments: remake(
      'DROP AGGREGATE agg.a(bigint)',
      aggregateSql('a(x bigint)', STATE),
      aggregateSql('a(bigint)', STATE),
    ),
    result: byHand(
      'it is that of the final function',
      'UPDATE pg_proc SET',
      `prorettype = 'int'::regtype`,
      `prorettype = 'bigint'::regtype`,
      routineRow('agg.a(bigint)'),
    ),
    kind: byHand(
      'its arguments would change too',
      'UPDATE pg_aggregate SET',
      `aggkind = 'o'`,
      `aggkind = 'n'`,
      `aggfnoid = 'agg.a(bigint)'::regprocedure`,
      {
        also: { 'aggregate agg.a(bigint): arguments': 'arguments are printed with ORDER BY' },
      },
    ),
    'transition function': plain({ sfunc: 'agg.add_too' }),
    'final function': plain({ finalfunc: 'agg.last' }),
    'combine function': plain({ combinefunc: 'agg.add' }),
    'serial function': internal({ serialfunc: 'agg.save' }),
    'deserial function': internal({ deserialfunc: 'agg.load' }),
    'moving transition function': moving({ msfunc: 'agg.add_too' }),
    'moving inverse function': moving({ minvfunc: 'agg.add_too' }),
    'moving final function': moving({ mfinalfunc: 'agg.last' }),
    'final extra arguments': {
      ...replaced('a', { ...STATE }, { finalfunc: 'agg.last', finalfunc_extra: '' }),
      also: { 'aggregate agg.a(bigint): final function': 'only a final function takes them' },
    },
    'final modifies': plain({ finalfunc_modify: 'SHAREABLE' }),
    'sort operator': plain({ sortop: 'OPERATOR(pg_catalog.<)' }),
    'state type': byHand(
      'its functions would change too',
      'UPDATE pg_aggregate SET',
      `aggtranstype = 'numeric'::regtype`,
      `aggtranstype = 'bigint'::regtype`,
      `aggfnoid = 'agg.a(bigint)'::regprocedure`,
    ),
    'state space': plain({ sspace: '64' }),
    'initial value': plain({ initcond: `'1'` }),
    'moving state type': byHand(
      'its functions would change too',
      'UPDATE pg_aggregate SET',
      `aggmtranstype = 'numeric'::regtype`,
      `aggmtranstype = 'bigint'::regtype`,
      `aggfnoid = 'agg.m(bigint)'::regprocedure`,
      {
        object: 'agg.m(bigint)',
      },
    ),
    'moving state space': moving({ msspace: '64' }),
    'moving initial value': moving({ minitcond: `'1'` }),
    'moving final extra arguments': {
      ...replaced('m', { ...STATE, ...MOVING }, { mfinalfunc: 'agg.last', mfinalfunc_extra: '' }),
      also: { 'aggregate agg.m(bigint): moving final function': 'only a final function takes them' },
    },
    'moving final modifies': moving({ mfinalfunc_modify: 'SHAREABLE' }),
    parallel: plain({ parallel: 'SAFE' }),
    owner: owner('AGGREGATE agg.a(bigint)'),
    privileges: {
      change: 'REVOKE EXECUTE ON FUNCTION agg.a(bigint) FROM public',
      undo: 'GRANT EXECUTE ON FUNCTION agg.a(bigint) TO public',
    },
  },
  life: {
    create: aggregateSql('fresh(bigint)', STATE),
    drop: 'DROP AGGREGATE agg.fresh(bigint)',
    object: 'agg.fresh(bigint)',
  },
};

const LANGUAGE =
  'CREATE OR REPLACE LANGUAGE l HANDLER plpgsql_call_handler INLINE plpgsql_inline_handler VALIDATOR plpgsql_validator';

export const language: ClassMutations = {
  class: 'language',
  setup: `CREATE SCHEMA lan; ${LANGUAGE};
    CREATE FUNCTION lan.handler() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler';
    CREATE FUNCTION lan.inline(internal) RETURNS void LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_inline_handler';
    CREATE FUNCTION lan.validator(oid) RETURNS void LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_validator'`,
  object: 'l',
  attributes: {
    trusted: { change: LANGUAGE.replace('LANGUAGE', 'TRUSTED LANGUAGE'), undo: LANGUAGE },
    handler: { change: LANGUAGE.replace('plpgsql_call_handler', 'lan.handler'), undo: LANGUAGE },
    'inline handler': { change: LANGUAGE.replace('plpgsql_inline_handler', 'lan.inline'), undo: LANGUAGE },
    validator: { change: LANGUAGE.replace('plpgsql_validator', 'lan.validator'), undo: LANGUAGE },
    owner: owner('LANGUAGE l'),
    privileges: remake(
      'DROP LANGUAGE l',
      `${LANGUAGE.replace('LANGUAGE', 'TRUSTED LANGUAGE')}; GRANT USAGE ON LANGUAGE l TO other_role`,
      LANGUAGE,
      {
        also: { 'language l: trusted': 'only trusted languages have privileges' },
      },
    ),
  },
  life: { create: 'CREATE LANGUAGE fresh HANDLER plpgsql_call_handler', drop: 'DROP LANGUAGE fresh', object: 'fresh' },
};
