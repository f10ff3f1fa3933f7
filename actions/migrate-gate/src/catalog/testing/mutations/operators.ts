import type { Change, ClassMutations } from '../mutation.ts';
import { alter, byHand, owner, remake } from '../mutation.ts';

const operatorWith = (name: string, more: string) =>
  `CREATE OPERATOR opr.${name} (LEFTARG = int, RIGHTARG = int, ${more})`;
const remadeOperator = (more: string, rest: Partial<Change> = {}) =>
  remake('DROP OPERATOR opr.=== (int, int)', operatorWith('===', more), operatorWith('===', 'FUNCTION = opr.eq'), rest);

export const operator: ClassMutations = {
  class: 'operator',
  setup: `CREATE SCHEMA opr; CREATE FUNCTION opr.eq(int, int) RETURNS bool IMMUTABLE LANGUAGE sql AS 'SELECT true';
    CREATE FUNCTION opr.eq_too(int, int) RETURNS bool IMMUTABLE LANGUAGE sql AS 'SELECT true';
    CREATE FUNCTION opr.sum(int, int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT 1';
    ${operatorWith('===', 'FUNCTION = opr.eq')}; ${operatorWith('!==', 'FUNCTION = opr.eq')}`,
  object: 'opr.===(integer,integer)',
  attributes: {
    result: remadeOperator('FUNCTION = opr.sum', {
      also: { 'operator opr.===(integer,integer): function': 'the function gives the result' },
    }),
    function: remadeOperator('FUNCTION = opr.eq_too'),
    commutator: remadeOperator('FUNCTION = opr.eq, COMMUTATOR = OPERATOR(opr.===)'),
    negator: remadeOperator('FUNCTION = opr.eq, NEGATOR = OPERATOR(opr.!==)', {
      also: { 'operator opr.!==(integer,integer): negator': 'they negate each other' },
    }),
    restrict: alter('ALTER OPERATOR opr.=== (int, int) SET', '(RESTRICT = eqsel)', '(RESTRICT = NONE)'),
    join: alter('ALTER OPERATOR opr.=== (int, int) SET', '(JOIN = eqjoinsel)', '(JOIN = NONE)'),
    merges: remadeOperator('FUNCTION = opr.eq, MERGES'),
    hashes: remadeOperator('FUNCTION = opr.eq, HASHES'),
    owner: owner('OPERATOR opr.=== (int, int)'),
  },
  life: {
    create: operatorWith('<<<', 'FUNCTION = opr.eq'),
    drop: 'DROP OPERATOR opr.<<< (int, int)',
    object: 'opr.<<<(integer,integer)',
  },
};

const classWith = (forType: string, more: string) => `CREATE OPERATOR CLASS opc.c ${forType} USING gist ${more}`;
const BASE_CLASS = classWith('FOR TYPE int', 'FAMILY opc.f AS STORAGE box');
const remadeClass = (created: string): Change => remake('DROP OPERATOR CLASS opc.c USING gist', created, BASE_CLASS);

export const operatorClass: ClassMutations = {
  class: 'operator class',
  setup: `CREATE SCHEMA opc; CREATE OPERATOR FAMILY opc.f USING gist; CREATE OPERATOR FAMILY opc.g USING gist; ${BASE_CLASS}`,
  object: 'opc.c using gist',
  attributes: {
    family: remadeClass(classWith('FOR TYPE int', 'FAMILY opc.g AS STORAGE box')),
    'input type': remadeClass(classWith('FOR TYPE bigint', 'FAMILY opc.f AS STORAGE box')),
    default: remadeClass(classWith('DEFAULT FOR TYPE int', 'FAMILY opc.f AS STORAGE box')),
    storage: remadeClass(classWith('FOR TYPE int', 'FAMILY opc.f AS STORAGE circle')),
    owner: owner('OPERATOR CLASS opc.c USING gist'),
  },
  life: {
    create: 'CREATE OPERATOR CLASS opc.fresh FOR TYPE text USING gist FAMILY opc.f AS STORAGE box',
    drop: 'DROP OPERATOR CLASS opc.fresh USING gist',
    object: 'opc.fresh using gist',
  },
};

export const operatorFamily: ClassMutations = {
  class: 'operator family',
  setup: 'CREATE SCHEMA opf; CREATE OPERATOR FAMILY opf.f USING btree',
  object: 'opf.f using btree',
  attributes: {
    operators: alter(
      'ALTER OPERATOR FAMILY opf.f USING btree',
      'ADD OPERATOR 1 < (int, int)',
      'DROP OPERATOR 1 (int, int)',
    ),
    functions: alter(
      'ALTER OPERATOR FAMILY opf.f USING btree',
      'ADD FUNCTION 1 btint4cmp(int, int)',
      'DROP FUNCTION 1 (int, int)',
    ),
    owner: owner('OPERATOR FAMILY opf.f USING btree'),
  },
  life: {
    create: 'CREATE OPERATOR FAMILY opf.fresh USING hash',
    drop: 'DROP OPERATOR FAMILY opf.fresh USING hash',
    object: 'opf.fresh using hash',
  },
};

export const accessMethod: ClassMutations = {
  class: 'access method',
  setup: `CREATE SCHEMA acc; CREATE FUNCTION acc.h(internal) RETURNS table_am_handler LANGUAGE internal AS 'heap_tableam_handler';
    CREATE ACCESS METHOD am TYPE TABLE HANDLER heap_tableam_handler`,
  object: 'am',
  attributes: {
    kind: byHand('it needs another handler', 'UPDATE pg_am SET', `amtype = 'i'`, `amtype = 't'`, `amname = 'am'`),
    handler: remake(
      'DROP ACCESS METHOD am',
      'CREATE ACCESS METHOD am TYPE TABLE HANDLER acc.h',
      'CREATE ACCESS METHOD am TYPE TABLE HANDLER heap_tableam_handler',
    ),
  },
  life: {
    create: 'CREATE ACCESS METHOD fresh TYPE INDEX HANDLER bthandler',
    drop: 'DROP ACCESS METHOD fresh',
    object: 'fresh',
  },
};

export const configuration: ClassMutations = {
  class: 'text search configuration',
  setup: `CREATE SCHEMA tsc; CREATE TEXT SEARCH PARSER tsc.p (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype);
    CREATE TEXT SEARCH CONFIGURATION tsc.c (PARSER = pg_catalog.default)`,
  object: 'tsc.c',
  attributes: {
    parser: remake(
      'DROP TEXT SEARCH CONFIGURATION tsc.c',
      'CREATE TEXT SEARCH CONFIGURATION tsc.c (PARSER = tsc.p)',
      'CREATE TEXT SEARCH CONFIGURATION tsc.c (PARSER = pg_catalog.default)',
    ),
    mappings: alter(
      'ALTER TEXT SEARCH CONFIGURATION tsc.c',
      'ADD MAPPING FOR word WITH simple',
      'DROP MAPPING FOR word',
    ),
    owner: owner('TEXT SEARCH CONFIGURATION tsc.c'),
  },
  life: {
    create: 'CREATE TEXT SEARCH CONFIGURATION tsc.fresh (PARSER = tsc.p)',
    drop: 'DROP TEXT SEARCH CONFIGURATION tsc.fresh',
    object: 'tsc.fresh',
  },
};

export const dictionary: ClassMutations = {
  class: 'text search dictionary',
  setup: `CREATE SCHEMA tsd; CREATE TEXT SEARCH TEMPLATE tsd.t (INIT = dsimple_init, LEXIZE = dsimple_lexize); CREATE TEXT SEARCH DICTIONARY tsd.d (TEMPLATE = simple)`,
  object: 'tsd.d',
  attributes: {
    template: remake(
      'DROP TEXT SEARCH DICTIONARY tsd.d',
      'CREATE TEXT SEARCH DICTIONARY tsd.d (TEMPLATE = tsd.t)',
      'CREATE TEXT SEARCH DICTIONARY tsd.d (TEMPLATE = simple)',
    ),
    options: alter('ALTER TEXT SEARCH DICTIONARY tsd.d', '(ACCEPT = false)', '(ACCEPT)'),
    owner: owner('TEXT SEARCH DICTIONARY tsd.d'),
  },
  life: {
    create: 'CREATE TEXT SEARCH DICTIONARY tsd.fresh (TEMPLATE = simple)',
    drop: 'DROP TEXT SEARCH DICTIONARY tsd.fresh',
    object: 'tsd.fresh',
  },
};

const parserWith = (changed: Readonly<Record<string, string>>) => {
  const options = {
    START: 'prsd_start',
    GETTOKEN: 'prsd_nexttoken',
    END: 'prsd_end',
    HEADLINE: 'prsd_headline',
    LEXTYPES: 'prsd_lextype',
    ...changed,
  };
  return `CREATE TEXT SEARCH PARSER tsp.p (${Object.entries(options)
    .map(([key, value]) => `${key} = ${value}`)
    .join(', ')})`;
};
const remadeParser = (changed: Readonly<Record<string, string>>): Change =>
  remake('DROP TEXT SEARCH PARSER tsp.p', parserWith(changed), parserWith({}));

export const parser: ClassMutations = {
  class: 'text search parser',
  setup: `CREATE SCHEMA tsp; CREATE FUNCTION tsp.start(internal, int) RETURNS internal LANGUAGE internal AS 'prsd_start';
    CREATE FUNCTION tsp.token(internal, internal, internal) RETURNS internal LANGUAGE internal AS 'prsd_nexttoken';
    CREATE FUNCTION tsp.stop(internal) RETURNS void LANGUAGE internal AS 'prsd_end';
    CREATE FUNCTION tsp.headline(internal, internal, tsquery) RETURNS internal LANGUAGE internal AS 'prsd_headline';
    CREATE FUNCTION tsp.types(internal) RETURNS internal LANGUAGE internal AS 'prsd_lextype'; ${parserWith({})}`,
  object: 'tsp.p',
  attributes: {
    start: remadeParser({ START: 'tsp.start' }),
    token: remadeParser({ GETTOKEN: 'tsp.token' }),
    end: remadeParser({ END: 'tsp.stop' }),
    headline: remadeParser({ HEADLINE: 'tsp.headline' }),
    types: remadeParser({ LEXTYPES: 'tsp.types' }),
  },
  life: {
    create: parserWith({}).replace('tsp.p', 'tsp.fresh'),
    drop: 'DROP TEXT SEARCH PARSER tsp.fresh',
    object: 'tsp.fresh',
  },
};

const templateWith = (init: string, lexize: string) =>
  `CREATE TEXT SEARCH TEMPLATE tst.t (INIT = ${init}, LEXIZE = ${lexize})`;
const remadeTemplate = (created: string): Change =>
  remake('DROP TEXT SEARCH TEMPLATE tst.t', created, templateWith('dsimple_init', 'dsimple_lexize'));

export const template: ClassMutations = {
  class: 'text search template',
  setup: `CREATE SCHEMA tst; CREATE FUNCTION tst.init(internal) RETURNS internal LANGUAGE internal AS 'dsimple_init';
    CREATE FUNCTION tst.lexize(internal, internal, internal, internal) RETURNS internal LANGUAGE internal AS 'dsimple_lexize';
    ${templateWith('dsimple_init', 'dsimple_lexize')}`,
  object: 'tst.t',
  attributes: {
    init: remadeTemplate(templateWith('tst.init', 'dsimple_lexize')),
    lexize: remadeTemplate(templateWith('dsimple_init', 'tst.lexize')),
  },
  life: {
    create: 'CREATE TEXT SEARCH TEMPLATE tst.fresh (LEXIZE = dsimple_lexize)',
    drop: 'DROP TEXT SEARCH TEMPLATE tst.fresh',
    object: 'tst.fresh',
  },
};
