import type { Change, ClassMutations } from '../mutation.ts';
import { alter, byHand, owner, remake } from '../mutation.ts';

const typePrivileges = (name: string): Change => ({
  change: `REVOKE USAGE ON TYPE ${name} FROM public`,
  undo: `GRANT USAGE ON TYPE ${name} TO public`,
});

export const enumType: ClassMutations = {
  class: 'type',
  setup: `CREATE SCHEMA enu; CREATE TYPE enu.e AS ENUM ('a', 'b')`,
  object: 'enu.e',
  attributes: {
    labels: alter('ALTER TYPE enu.e RENAME VALUE', `'a' TO 'c'`, `'c' TO 'a'`),
    owner: owner('TYPE enu.e'),
    privileges: typePrivileges('enu.e'),
  },
  life: { create: `CREATE TYPE enu.fresh AS ENUM ('a')`, drop: 'DROP TYPE enu.fresh', object: 'enu.fresh' },
};

export const domain: ClassMutations = {
  class: 'domain',
  setup: 'CREATE SCHEMA dom; CREATE DOMAIN dom.d AS text; CREATE DOMAIN dom.list AS int[]',
  object: 'dom.d',
  attributes: {
    type: remake('DROP DOMAIN dom.list', 'CREATE DOMAIN dom.list AS bigint[]', 'CREATE DOMAIN dom.list AS int[]', {
      object: 'dom.list',
    }),
    collation: remake('DROP DOMAIN dom.d', 'CREATE DOMAIN dom.d AS text COLLATE "C"', 'CREATE DOMAIN dom.d AS text'),
    default: alter('ALTER DOMAIN dom.d', `SET DEFAULT 'x'`, 'DROP DEFAULT'),
    'not null': alter('ALTER DOMAIN dom.d', 'SET NOT NULL', 'DROP NOT NULL', {
      also: { 'constraint NOT NULL on dom.d: new': 'PostgreSQL 17 keeps it as a constraint' },
    }),
    owner: owner('DOMAIN dom.d'),
    privileges: typePrivileges('dom.d'),
  },
  life: { create: 'CREATE DOMAIN dom.fresh AS int', drop: 'DROP DOMAIN dom.fresh', object: 'dom.fresh' },
};

export const composite: ClassMutations = {
  class: 'composite type',
  setup: 'CREATE SCHEMA com; CREATE TYPE com.c AS (a int)',
  object: 'com.c',
  attributes: { owner: owner('TYPE com.c'), privileges: typePrivileges('com.c') },
  life: { create: 'CREATE TYPE com.fresh AS ()', drop: 'DROP TYPE com.fresh', object: 'com.fresh' },
};

const rangeOf = (subtype: string, more = '') =>
  `CREATE TYPE ran.r AS RANGE (SUBTYPE = ${subtype}, MULTIRANGE_TYPE_NAME = ran.m ${more})`;
const remadeRange = (created: string, rest: Partial<Change> = {}) =>
  remake('DROP TYPE ran.r', created, rangeOf('text'), rest);
const ALONG = { 'multirange type ran.m: owner': 'the multirange follows its range' };

export const range: ClassMutations = {
  class: 'range type',
  setup: `CREATE SCHEMA ran; ${rangeOf('text')}; CREATE TYPE ran.named AS RANGE (SUBTYPE = int);
    CREATE FUNCTION ran.same(ran.named) RETURNS ran.named IMMUTABLE LANGUAGE internal AS 'int4range_canonical';
    CREATE FUNCTION ran.between(text, text) RETURNS float8 IMMUTABLE LANGUAGE sql AS 'SELECT 1.0::float8'`,
  object: 'ran.r',
  attributes: {
    subtype: remadeRange(rangeOf('int'), {
      also: {
        'range type ran.r: operator class': 'a subtype has an operator class of its own',
        'range type ran.r: collation': 'numbers have no collation',
      },
    }),
    collation: remadeRange(rangeOf('text', ', COLLATION = "C"')),
    'operator class': remadeRange(rangeOf('text', ', SUBTYPE_OPCLASS = text_pattern_ops')),
    canonical: byHand(
      'the type would have to be a shell first',
      'UPDATE pg_range SET',
      `rngcanonical = 'ran.same'::regproc`,
      'rngcanonical = 0',
      `rngtypid = 'ran.named'::regtype`,
      {
        change: `UPDATE pg_range SET rngcanonical = 'ran.same'::regproc WHERE rngtypid = 'ran.named'::regtype; UPDATE pg_type SET typname = typname WHERE oid = 'ran.named'::regtype`,
        undo: `UPDATE pg_range SET rngcanonical = 0 WHERE rngtypid = 'ran.named'::regtype; UPDATE pg_type SET typname = typname WHERE oid = 'ran.named'::regtype`,
        object: 'ran.named',
      },
    ),
    difference: remadeRange(rangeOf('text', ', SUBTYPE_DIFF = ran.between')),
    multirange: alter('ALTER TYPE', 'ran.m RENAME TO n', 'ran.n RENAME TO m', {
      also: {
        'multirange type ran.m: gone': 'it has another name',
        'multirange type ran.n: new': 'it has another name',
      },
    }),
    owner: owner('TYPE ran.r', { also: ALONG }),
    privileges: typePrivileges('ran.r'),
  },
  life: {
    create: 'CREATE TYPE ran.fresh AS RANGE (SUBTYPE = int)',
    drop: 'DROP TYPE ran.fresh',
    object: 'ran.fresh',
    also: { 'multirange type ran.fresh_multirange: new': 'every range type brings one along' },
  },
};

export const multirange: ClassMutations = {
  class: 'multirange type',
  setup: 'CREATE SCHEMA mul; CREATE TYPE mul.r AS RANGE (SUBTYPE = int)',
  object: 'mul.r_multirange',
  attributes: {
    owner: byHand(
      'it follows the range type',
      'UPDATE pg_type SET',
      `typowner = 'other_role'::regrole`,
      'typowner = 10',
      `oid = 'mul.r_multirange'::regtype`,
    ),
  },
  life: {
    create: 'CREATE TYPE mul.fresh AS RANGE (SUBTYPE = int)',
    drop: 'DROP TYPE mul.fresh',
    object: 'mul.fresh_multirange',
    also: { 'range type mul.fresh: new': 'none comes without its range type' },
  },
};

const WITH_THE_TYPE = 'it is given when the type is made, and its functions would go with a new one';
const baseRow = (change: string, undo: string, rest: Partial<Change> = {}) =>
  byHand(WITH_THE_TYPE, 'UPDATE pg_type SET', change, undo, `oid = 'bas.t'::regtype`, rest);
const set = (change: string, undo: string) => alter('ALTER TYPE bas.t SET', `(${change})`, `(${undo})`);

export const base: ClassMutations = {
  class: 'base type',
  setup: `CREATE SCHEMA bas; CREATE TYPE bas.t;
    ${['read', 'read_too'].map((name) => `CREATE FUNCTION bas.${name}(cstring) RETURNS bas.t IMMUTABLE STRICT LANGUAGE internal AS 'textin'`).join(';')};
    ${['print', 'print_too'].map((name) => `CREATE FUNCTION bas.${name}(bas.t) RETURNS cstring IMMUTABLE STRICT LANGUAGE internal AS 'textout'`).join(';')};
    CREATE FUNCTION bas.get(internal) RETURNS bas.t STABLE STRICT LANGUAGE internal AS 'textrecv';
    CREATE FUNCTION bas.send(bas.t) RETURNS bytea STABLE STRICT LANGUAGE internal AS 'textsend';
    CREATE TYPE bas.t (INPUT = bas.read, OUTPUT = bas.print, STORAGE = extended)`,
  object: 'bas.t',
  attributes: {
    input: baseRow(`typinput = 'bas.read_too'::regproc`, `typinput = 'bas.read'::regproc`),
    output: baseRow(`typoutput = 'bas.print_too'::regproc`, `typoutput = 'bas.print'::regproc`),
    receive: set('RECEIVE = bas.get', 'RECEIVE = NONE'),
    send: set('SEND = bas.send', 'SEND = NONE'),
    'modifier input': set('TYPMOD_IN = varchartypmodin', 'TYPMOD_IN = NONE'),
    'modifier output': set('TYPMOD_OUT = varchartypmodout', 'TYPMOD_OUT = NONE'),
    analyze: set('ANALYZE = ts_typanalyze', 'ANALYZE = NONE'),
    subscript: set('SUBSCRIPT = raw_array_subscript_handler', 'SUBSCRIPT = NONE'),
    length: baseRow('typlen = 8', 'typlen = -1'),
    'by value': baseRow('typbyval = true', 'typbyval = false'),
    alignment: baseRow(`typalign = 'd'`, `typalign = 'i'`),
    storage: set('STORAGE = external', 'STORAGE = extended'),
    category: baseRow(`typcategory = 'S'`, `typcategory = 'U'`),
    preferred: baseRow('typispreferred = true', 'typispreferred = false'),
    delimiter: baseRow(`typdelim = ';'`, `typdelim = ','`),
    default: baseRow(`typdefault = 'x'`, 'typdefault = NULL'),
    element: baseRow(`typelem = 'int'::regtype`, 'typelem = 0'),
    collatable: baseRow('typcollation = 100', 'typcollation = 0'),
    owner: owner('TYPE bas.t'),
    privileges: typePrivileges('bas.t'),
  },
  life: {
    create: `CREATE TYPE bas.fresh; CREATE FUNCTION bas.fresh_in(cstring) RETURNS bas.fresh IMMUTABLE STRICT LANGUAGE internal AS 'textin';
      CREATE FUNCTION bas.fresh_out(bas.fresh) RETURNS cstring IMMUTABLE STRICT LANGUAGE internal AS 'textout';
      CREATE TYPE bas.fresh (INPUT = bas.fresh_in, OUTPUT = bas.fresh_out)`,
    drop: 'DROP TYPE bas.fresh CASCADE',
    object: 'bas.fresh',
    also: {
      'function bas.fresh_in(cstring): new': 'a base type has functions',
      'function bas.fresh_out(bas.fresh): new': 'a base type has functions',
    },
  },
};

export const shell: ClassMutations = {
  class: 'shell type',
  setup: 'CREATE SCHEMA she; CREATE TYPE she.s',
  object: 'she.s',
  attributes: { owner: owner('TYPE she.s'), privileges: typePrivileges('she.s') },
  life: { create: 'CREATE TYPE she.fresh', drop: 'DROP TYPE she.fresh', object: 'she.fresh' },
};
