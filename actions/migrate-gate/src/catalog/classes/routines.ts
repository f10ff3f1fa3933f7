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

const attributes = {
  arguments: 'pg_get_function_arguments(p.oid)',
  result: 'pg_get_function_result(p.oid)',
  language: '(SELECT l.lanname FROM pg_language l WHERE l.oid = p.prolang)',
  body: 'coalesce(pg_get_function_sqlbody(p.oid), p.prosrc)',
  library: 'p.probin',
  window: when(`p.prokind = 'w'`),
  volatility: `NULLIF(${word('p.provolatile', { i: 'immutable', s: 'stable', v: 'volatile' })}, 'volatile')`,
  strict: when('p.proisstrict'),
  'security definer': when('p.prosecdef'),
  leakproof: when('p.proleakproof'),
  parallel: `NULLIF(${word('p.proparallel', { s: 'safe', r: 'restricted', u: 'unsafe' })}, 'unsafe')`,
  cost: 'p.procost',
  rows: 'p.prorows',
  support: routine('p.prosupport'),
  settings: `(SELECT string_agg(s, ', ' ORDER BY s) FROM unnest(p.proconfig) s)`,
  transforms: `(SELECT string_agg(format_type(t, NULL), ', ') FROM unnest(p.protrftypes) t)`,
  owner: 'p.proowner::regrole::text',
  privileges: privileges('p.proacl', 'f', 'p.proowner'),
};

function routineClass(name: string, kinds: string, drop: readonly string[]): CatalogClass {
  return {
    name,
    key: 'p.oid',
    identity: 'p.oid::regprocedure::text',
    attributes: Object.fromEntries(Object.entries(attributes).filter(([key]) => !drop.includes(key))),
    from: 'pg_proc p',
    where: `p.oid >= ${FIRST_USER_OID} AND p.prokind IN (${kinds}) AND ${madeByUser('pg_proc', 'p.oid')} AND ${notTemporary('p.pronamespace')}`,
    sources: [objects('pg_proc')],
    followsColumns: 'p.prosqlbody IS NOT NULL',
  };
}

/** Procedures have no result, no planner attributes; the server refuses them. */
const functionOnly = ['result', 'window', 'volatility', 'strict', 'leakproof', 'parallel', 'cost', 'rows', 'support'];

const finalModifies = (code: string) => word(code, { r: 'read-only', s: 'shareable', w: 'read-write' });

const aggregate: CatalogClass = {
  name: 'aggregate',
  key: 'p.oid',
  identity: 'p.oid::regprocedure::text',
  attributes: {
    arguments: 'pg_get_function_arguments(p.oid)',
    result: 'pg_get_function_result(p.oid)',
    kind: `NULLIF(${word('a.aggkind', { n: 'normal', o: 'ordered-set', h: 'hypothetical-set' })}, 'normal')`,
    'transition function': 'a.aggtransfn::regprocedure::text',
    'final function': routine('a.aggfinalfn'),
    'combine function': routine('a.aggcombinefn'),
    'serial function': routine('a.aggserialfn'),
    'deserial function': routine('a.aggdeserialfn'),
    'moving transition function': routine('a.aggmtransfn'),
    'moving inverse function': routine('a.aggminvtransfn'),
    'moving final function': routine('a.aggmfinalfn'),
    'final extra arguments': when('a.aggfinalextra'),
    'final modifies': finalModifies('a.aggfinalmodify'),
    'sort operator': 'CASE WHEN a.aggsortop <> 0 THEN a.aggsortop::regoperator::text END',
    'state type': 'format_type(a.aggtranstype, NULL)',
    'state space': 'NULLIF(a.aggtransspace, 0)',
    'initial value': 'a.agginitval',
    'moving state type': 'CASE WHEN a.aggmtranstype <> 0 THEN format_type(a.aggmtranstype, NULL) END',
    'moving state space': 'NULLIF(a.aggmtransspace, 0)',
    'moving initial value': 'a.aggminitval',
    'moving final extra arguments': when('a.aggmfinalextra'),
    'moving final modifies': finalModifies('a.aggmfinalmodify'),
    parallel: attributes.parallel,
    owner: attributes.owner,
    privileges: attributes.privileges,
  },
  from: 'pg_proc p JOIN pg_aggregate a ON a.aggfnoid = p.oid',
  where: `p.oid >= ${FIRST_USER_OID} AND ${notOfExtension('pg_proc', 'p.oid')} AND ${notTemporary('p.pronamespace')}`,
  sources: [objects('pg_proc'), details('pg_aggregate', 'aggfnoid::oid', `aggfnoid::oid >= ${FIRST_USER_OID}`)],
};

const language: CatalogClass = {
  name: 'language',
  key: 'l.oid',
  identity: 'quote_ident(l.lanname)',
  attributes: {
    trusted: 'l.lanpltrusted',
    handler: routine('l.lanplcallfoid'),
    'inline handler': routine('l.laninline'),
    validator: routine('l.lanvalidator'),
    owner: 'l.lanowner::regrole::text',
    privileges: privileges('l.lanacl', 'l', 'l.lanowner'),
  },
  from: 'pg_language l',
  where: 'l.lanispl',
  sources: [objects('pg_language', 'oid', 'true')],
};

export const routineClasses: readonly CatalogClass[] = [
  routineClass('function', `'f', 'w'`, []),
  routineClass('procedure', `'p'`, functionOnly),
  aggregate,
  language,
];
