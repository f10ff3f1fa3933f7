import type { CatalogClass } from '../class.ts';
import { FIRST_USER_OID, notOfExtension, objects, word } from '../class.ts';

const fires = { O: 'origin', D: 'disabled', R: 'replica', A: 'always' };

const trigger: CatalogClass = {
  name: 'trigger',
  key: 't.oid',
  identity: `quote_ident(t.tgname) || ' on ' || t.tgrelid::regclass::text`,
  attributes: {
    definition: 'pg_get_triggerdef(t.oid)',
    enabled: `NULLIF(${word('t.tgenabled', fires)}, 'origin')`,
    parent: `CASE WHEN t.tgparentid <> 0 THEN (SELECT u.tgrelid::regclass::text FROM pg_trigger u WHERE u.oid = t.tgparentid) END`,
  },
  from: 'pg_trigger t',
  where: `t.oid >= ${FIRST_USER_OID} AND NOT t.tgisinternal AND ${notOfExtension('pg_class', 't.tgrelid')}`,
  // Triggers that enforce constraints are many, and the constraints tell of them.
  sources: [objects('pg_trigger', 'oid', `oid >= ${FIRST_USER_OID} AND NOT tgisinternal`)],
};

const rule: CatalogClass = {
  name: 'rule',
  key: 'r.oid',
  identity: `quote_ident(r.rulename) || ' on ' || r.ev_class::regclass::text`,
  attributes: {
    definition: 'pg_get_ruledef(r.oid)',
    enabled: `NULLIF(${word('r.ev_enabled', fires)}, 'origin')`,
  },
  from: 'pg_rewrite r',
  where: `r.oid >= ${FIRST_USER_OID} AND r.rulename <> '_RETURN' AND ${notOfExtension('pg_class', 'r.ev_class')}`,
  sources: [objects('pg_rewrite')],
  followsColumns: 'true',
};

const policy: CatalogClass = {
  name: 'policy',
  key: 'p.oid',
  identity: `quote_ident(p.polname) || ' on ' || p.polrelid::regclass::text`,
  attributes: {
    command: word('p.polcmd', { r: 'select', a: 'insert', w: 'update', d: 'delete', '*': 'all' }),
    permissive: 'p.polpermissive',
    roles: `(SELECT string_agg(CASE WHEN r = 0 THEN 'public' ELSE r::regrole::text END, ', ' ORDER BY r::regrole::text) FROM unnest(p.polroles) r)`,
    using: 'pg_get_expr(p.polqual, p.polrelid)',
    check: 'pg_get_expr(p.polwithcheck, p.polrelid)',
  },
  from: 'pg_policy p',
  where: `p.oid >= ${FIRST_USER_OID} AND ${notOfExtension('pg_class', 'p.polrelid')}`,
  sources: [objects('pg_policy')],
  followsColumns: 'true',
};

const statistics: CatalogClass = {
  name: 'statistics object',
  key: 's.oid',
  identity: `s.stxnamespace::regnamespace::text || '.' || quote_ident(s.stxname) || ' on ' || s.stxrelid::regclass::text`,
  attributes: {
    definition: 'pg_get_statisticsobjdef(s.oid)',
    target: 'CASE WHEN s.stxstattarget >= 0 THEN s.stxstattarget END',
    owner: 's.stxowner::regrole::text',
  },
  from: 'pg_statistic_ext s',
  where: `s.oid >= ${FIRST_USER_OID} AND ${notOfExtension('pg_statistic_ext', 's.oid')}`,
  sources: [objects('pg_statistic_ext')],
};

export const relationMemberClasses: readonly CatalogClass[] = [trigger, rule, policy, statistics];
