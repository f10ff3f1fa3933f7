import type { CatalogClass, CatalogSource } from '../class.ts';
import {
  details,
  FIRST_USER_OID,
  members,
  notOfExtension,
  objects,
  options,
  privileges,
  sinceVersion,
  when,
  word,
} from '../class.ts';

const relations = (kinds: string): CatalogSource => ({
  ...objects('pg_class'),
  kind: { column: 'relkind', of: kinds },
});
const attribute = details('pg_attribute', 'attrelid', `attrelid >= ${FIRST_USER_OID} AND attnum > 0`);
const inheritance = members('pg_inherits', 'inhrelid');
const userRelation = `c.oid >= ${FIRST_USER_OID} AND c.relpersistence <> 't' AND ${notOfExtension('pg_class', 'c.oid')}`;
const persistence = `NULLIF(${word('c.relpersistence', { p: 'permanent', u: 'unlogged', t: 'temporary' })}, 'permanent')`;
const tablespace = '(SELECT s.spcname FROM pg_tablespace s WHERE s.oid = c.reltablespace)';
const accessMethod = '(SELECT m.amname FROM pg_am m WHERE m.oid = c.relam)';
const owner = 'c.relowner::regrole::text';
const parents = `(SELECT string_agg(i.inhparent::regclass::text || CASE WHEN i.inhdetachpending THEN ' (detach pending)' ELSE '' END, ', ' ORDER BY i.inhseqno)
  FROM pg_inherits i WHERE i.inhrelid = c.oid)`;
const toastOptions = `(SELECT ${options('t.reloptions')} FROM pg_class t WHERE t.oid = c.reltoastrelid)`;
const replicaIdentity = `NULLIF(${word('c.relreplident', { d: 'default', n: 'nothing', f: 'full', i: 'index' })}, 'default')`;

const table: CatalogClass = {
  name: 'table',
  key: 'c.oid',
  identity: 'c.oid::regclass::text',
  attributes: {
    kind: when(`c.relkind = 'p'`, `'partitioned'`),
    persistence,
    'access method': accessMethod,
    options: options('c.reloptions'),
    'toast options': toastOptions,
    tablespace,
    owner,
    privileges: privileges('c.relacl', 'r', 'c.relowner'),
    'row security': when('c.relrowsecurity'),
    'row security forced': when('c.relforcerowsecurity'),
    'replica identity': replicaIdentity,
    'of type': 'CASE WHEN c.reloftype <> 0 THEN format_type(c.reloftype, NULL) END',
    'partition key': `CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END`,
    'partition bound': 'pg_get_expr(c.relpartbound, c.oid)',
    parents,
  },
  from: 'pg_class c',
  where: `c.relkind IN ('r', 'p') AND ${userRelation}`,
  sources: [relations('rp'), inheritance],
};

const view: CatalogClass = {
  name: 'view',
  key: 'c.oid',
  identity: 'c.oid::regclass::text',
  attributes: {
    definition: 'pg_get_viewdef(c.oid)',
    options: options('c.reloptions'),
    owner,
    privileges: privileges('c.relacl', 'r', 'c.relowner'),
  },
  from: 'pg_class c',
  where: `c.relkind = 'v' AND ${userRelation}`,
  sources: [relations('v'), details('pg_rewrite', 'ev_class')],
  followsColumns: 'true',
};

const materializedView: CatalogClass = {
  name: 'materialized view',
  key: 'c.oid',
  identity: 'c.oid::regclass::text',
  attributes: {
    definition: 'pg_get_viewdef(c.oid)',
    populated: 'c.relispopulated',
    'access method': accessMethod,
    options: options('c.reloptions'),
    'toast options': toastOptions,
    tablespace,
    owner,
    privileges: privileges('c.relacl', 'r', 'c.relowner'),
    'replica identity': replicaIdentity,
  },
  from: 'pg_class c',
  where: `c.relkind = 'm' AND ${userRelation}`,
  sources: [relations('m'), details('pg_rewrite', 'ev_class')],
  followsColumns: 'true',
};

const foreignTable: CatalogClass = {
  name: 'foreign table',
  key: 'c.oid',
  identity: 'c.oid::regclass::text',
  attributes: {
    server: 'quote_ident(s.srvname)',
    options: options('f.ftoptions'),
    owner,
    privileges: privileges('c.relacl', 'r', 'c.relowner'),
    parents,
    'partition bound': 'pg_get_expr(c.relpartbound, c.oid)',
  },
  from: 'pg_class c JOIN pg_foreign_table f ON f.ftrelid = c.oid JOIN pg_foreign_server s ON s.oid = f.ftserver',
  where: `c.relkind = 'f' AND ${userRelation}`,
  sources: [relations('f'), details('pg_foreign_table', 'ftrelid'), inheritance],
};

const sequence: CatalogClass = {
  name: 'sequence',
  key: 'c.oid',
  identity: 'c.oid::regclass::text',
  attributes: {
    type: 'format_type(q.seqtypid, NULL)',
    // As text: JSON numbers of 64 bits are not exact.
    start: 'q.seqstart::text',
    increment: 'q.seqincrement::text',
    minimum: 'q.seqmin::text',
    maximum: 'q.seqmax::text',
    cache: 'q.seqcache::text',
    cycle: when('q.seqcycle'),
    persistence,
    owner,
    'owned by': `(SELECT ${word('d.deptype', { a: 'column ', i: 'identity ' })} || d.refobjid::regclass::text || '.' || quote_ident(a.attname)
      FROM pg_depend d JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
      WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.objsubid = 0
        AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i'))`,
    privileges: privileges('c.relacl', 's', 'c.relowner'),
  },
  from: 'pg_class c JOIN pg_sequence q ON q.seqrelid = c.oid',
  where: `c.relkind = 'S' AND ${userRelation}`,
  sources: [
    relations('S'),
    details('pg_sequence', 'seqrelid'),
    objects(
      'pg_depend',
      'objid',
      // Indexes depend on columns in the same way, and several times.
      `classid = 'pg_class'::regclass AND objid = ANY (ARRAY(SELECT seqrelid FROM pg_sequence)) AND refclassid = 'pg_class'::regclass
        AND deptype IN ('a', 'i') AND refobjsubid > 0`,
    ),
  ],
};

const index: CatalogClass = {
  name: 'index',
  key: 'c.oid',
  identity: `c.oid::regclass::text || ' on ' || x.indrelid::regclass::text`,
  attributes: {
    definition: 'pg_get_indexdef(c.oid)',
    valid: 'x.indisvalid',
    ready: when('NOT x.indisready', 'false'),
    live: when('NOT x.indislive', 'false'),
    clustered: when('x.indisclustered'),
    'replica identity': when('x.indisreplident'),
    tablespace,
    'statistics targets': `(SELECT string_agg(concat(a.attnum, '=', a.attstattarget), ', ' ORDER BY a.attnum)
      FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attstattarget >= 0)`,
    parents,
  },
  from: 'pg_class c JOIN pg_index x ON x.indexrelid = c.oid',
  where: `c.relkind IN ('i', 'I') AND ${userRelation}
    AND NOT EXISTS (SELECT 1 FROM pg_class t WHERE t.oid = x.indrelid AND (t.relkind = 't' OR t.relpersistence = 't'))`,
  sources: [relations('iI'), details('pg_index', 'indexrelid'), attribute, inheritance],
};

const ordinal = 'row_number() OVER (PARTITION BY a.attrelid ORDER BY a.attnum)';

const column: CatalogClass = {
  name: 'column',
  // Not a.attrelid, which is the same: the planner would go through every relation to find the few that are asked for.
  key: 'c.oid',
  part: 'a.attnum',
  identity: `c.oid::regclass::text || '.' || quote_ident(a.attname)`,
  attributes: {
    type: 'format_type(a.atttypid, a.atttypmod)',
    collation: 'CASE WHEN a.attcollation <> t.typcollation THEN a.attcollation::regcollation::text END',
    'not null': when('a.attnotnull'),
    default: `CASE WHEN a.attgenerated = '' THEN pg_get_expr(d.adbin, d.adrelid) END`,
    generated: `CASE WHEN a.attgenerated <> '' THEN pg_get_expr(d.adbin, d.adrelid) || ' ' || ${word('a.attgenerated', { s: 'stored', v: 'virtual' })} END`,
    identity: `NULLIF(${word('a.attidentity', { a: 'always', d: 'by default' })}, '')`,
    // The default of a type that people made can change under its columns, so there it is always told.
    storage: `CASE WHEN a.attstorage <> t.typstorage OR t.oid >= ${FIRST_USER_OID} THEN ${word('a.attstorage', { p: 'plain', e: 'external', m: 'main', x: 'extended' })} END`,
    compression: `NULLIF(${word('a.attcompression', { p: 'pglz', l: 'lz4' })}, '')`,
    'statistics target': 'CASE WHEN a.attstattarget >= 0 THEN a.attstattarget END',
    options: options('a.attoptions'),
    'foreign options': options('a.attfdwoptions'),
    privileges: privileges('a.attacl', 'c', 'c.relowner'),
    inherited: 'CASE WHEN a.attinhcount > 0 THEN a.attinhcount END',
    local: when('NOT a.attislocal', 'false'),
    // The order of a table's columns is noise (compare.ts), that of a row type's or a view's is what its users see.
    position: `CASE WHEN c.relkind NOT IN ('c', 'v') THEN ${ordinal} END`,
    place: `CASE WHEN c.relkind IN ('c', 'v') THEN ${ordinal} END`,
  },
  from: `pg_class c JOIN pg_attribute a ON a.attrelid = c.oid JOIN pg_type t ON t.oid = a.atttypid
    LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum`,
  where: `c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c') AND a.attnum > 0 AND NOT a.attisdropped AND ${userRelation}`,
  sources: [relations('rpvmfc'), attribute, details('pg_attrdef', 'adrelid')],
};

/** Only foreign keys, and constraints that can be deferred, are enforced by triggers. */
const constraintEnabled = `CASE WHEN o.contype = 'f' OR o.condeferrable THEN (SELECT NULLIF(string_agg(DISTINCT ${word('g.tgenabled', { O: 'origin', D: 'disabled', R: 'replica', A: 'always' })}, ', '), 'origin')
  FROM pg_trigger g WHERE g.tgconstraint = o.oid AND g.tgisinternal) END`;

const constraint: CatalogClass = {
  name: 'constraint',
  key: 'o.oid',
  identity: `CASE WHEN o.contype = 'n'
        THEN concat('NOT NULL', ' of ' || quote_ident((SELECT a.attname FROM pg_attribute a WHERE a.attrelid = o.conrelid AND a.attnum = o.conkey[1])))
      ELSE quote_ident(o.conname) END
    || ' on ' || CASE WHEN o.conrelid <> 0 THEN o.conrelid::regclass::text ELSE format_type(o.contypid, NULL) END`,
  attributes: {
    name: `CASE WHEN o.contype = 'n' THEN o.conname END`,
    definition: 'pg_get_constraintdef(o.oid)',
    validated: when('NOT o.convalidated', 'false'),
    enforced: when(`o.contype IN ('c', 'f')`, `NULLIF(${sinceVersion('o', 'conenforced')}, 'true')`),
    triggers: constraintEnabled,
    inherited: 'CASE WHEN o.coninhcount > 0 THEN o.coninhcount END',
    local: when('NOT o.conislocal', 'false'),
  },
  from: 'pg_constraint o LEFT JOIN pg_class c ON c.oid = o.conrelid',
  where: `o.oid >= ${FIRST_USER_OID} AND o.contype <> 't' AND (c.oid IS NULL OR (${userRelation}))
    AND (o.contypid = 0 OR ${notOfExtension('pg_type', 'o.contypid')})`,
  sources: [objects('pg_constraint'), details('pg_trigger', 'tgconstraint', `tgconstraint >= ${FIRST_USER_OID}`)],
};

export const relationClasses: readonly CatalogClass[] = [
  table,
  column,
  constraint,
  index,
  view,
  materializedView,
  foreignTable,
  sequence,
];
