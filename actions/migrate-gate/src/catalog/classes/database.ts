import type { CatalogClass } from '../class.ts';
import {
  FIRST_USER_OID,
  members,
  notOfExtension,
  objects,
  options,
  PUBLIC_SCHEMA_OID,
  privileges,
  routine,
  sinceVersion,
  when,
  word,
} from '../class.ts';

const schema: CatalogClass = {
  name: 'schema',
  key: 'n.oid',
  identity: 'quote_ident(n.nspname)',
  attributes: { owner: 'n.nspowner::regrole::text', privileges: privileges('n.nspacl', 'n', 'n.nspowner') },
  from: 'pg_namespace n',
  where: `n.nspname !~ '^pg_(toast|temp)' AND ${notOfExtension('pg_namespace', 'n.oid')}`,
  sources: [objects('pg_namespace', 'oid', `nspname !~ '^pg_(toast|temp)'`)],
};

/** Comments that are read: those on users' objects and on the schema public. */
export const descriptions = members(
  'pg_description',
  'objoid',
  `objoid >= ${FIRST_USER_OID} OR objoid = ${PUBLIC_SCHEMA_OID}`,
);

const extension: CatalogClass = {
  name: 'extension',
  key: 'x.oid',
  identity: 'quote_ident(x.extname)',
  attributes: {
    version: 'x.extversion',
    schema: 'x.extnamespace::regnamespace::text',
    owner: 'x.extowner::regrole::text',
    // Every extension brings one along, so that it is no object of its own.
    comment: `(SELECT d.description FROM pg_description d WHERE d.classoid = 'pg_extension'::regclass AND d.objoid = x.oid AND x.oid >= ${FIRST_USER_OID})`,
  },
  from: 'pg_extension x',
  where: 'true',
  // Which objects belong to an extension decides whether they are read at all, so every class rests on it: see reader.ts.
  sources: [objects('pg_extension', 'oid', 'true'), descriptions],
};

export const eventTriggers = objects('pg_event_trigger');

const eventTrigger: CatalogClass = {
  name: 'event trigger',
  key: 'v.oid',
  identity: 'quote_ident(v.evtname)',
  attributes: {
    event: 'v.evtevent',
    function: 'v.evtfoid::regprocedure::text',
    tags: `array_to_string(v.evttags, ', ')`,
    enabled: `NULLIF(${word('v.evtenabled', { O: 'origin', D: 'disabled', R: 'replica', A: 'always' })}, 'origin')`,
    owner: 'v.evtowner::regrole::text',
  },
  from: 'pg_event_trigger v',
  where: `v.oid >= ${FIRST_USER_OID} AND ${notOfExtension('pg_event_trigger', 'v.oid')}`,
  sources: [eventTriggers],
};

const publication: CatalogClass = {
  name: 'publication',
  key: 'p.oid',
  identity: 'quote_ident(p.pubname)',
  attributes: {
    'all tables': when('p.puballtables'),
    operations: `concat_ws(', ', CASE WHEN p.pubinsert THEN 'insert' END, CASE WHEN p.pubupdate THEN 'update' END,
      CASE WHEN p.pubdelete THEN 'delete' END, CASE WHEN p.pubtruncate THEN 'truncate' END)`,
    'via root': when('p.pubviaroot'),
    'generated columns': `NULLIF(to_jsonb(p) ->> 'pubgencols', 'n')`,
    tables: `(SELECT string_agg(concat(r.prrelid::regclass::text,
        ' (' || nullif((SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute a
          WHERE a.attrelid = r.prrelid AND a.attnum = ANY (r.prattrs::int2[])), '') || ')',
        ' where ' || pg_get_expr(r.prqual, r.prrelid)), ', ' ORDER BY r.prrelid::regclass::text)
      FROM pg_publication_rel r WHERE r.prpubid = p.oid)`,
    schemas: `(SELECT string_agg(s.pnnspid::regnamespace::text, ', ' ORDER BY s.pnnspid::regnamespace::text)
      FROM pg_publication_namespace s WHERE s.pnpubid = p.oid)`,
    owner: 'p.pubowner::regrole::text',
  },
  from: 'pg_publication p',
  where: `p.oid >= ${FIRST_USER_OID} AND ${notOfExtension('pg_publication', 'p.oid')}`,
  sources: [
    objects('pg_publication'),
    members('pg_publication_rel', 'prpubid'),
    members('pg_publication_namespace', 'pnpubid'),
  ],
};

const subscription: CatalogClass = {
  name: 'subscription',
  key: 's.oid',
  identity: 'quote_ident(s.subname)',
  attributes: {
    enabled: when('s.subenabled'),
    // A connection string may hold a password: only its hash is kept.
    connection: `'md5 ' || md5(s.subconninfo)`,
    slot: 's.subslotname',
    publications: `array_to_string(s.subpublications, ', ')`,
    'synchronous commit': 's.subsynccommit',
    binary: when('s.subbinary'),
    streaming: `NULLIF(${word('s.substream', { f: 'off', t: 'on', p: 'parallel' })}, 'off')`,
    'two phase': `NULLIF(${word('s.subtwophasestate', { d: 'off', p: 'pending', e: 'on' })}, 'off')`,
    'disabled on error': when('s.subdisableonerr'),
    'password required': `NULLIF(${sinceVersion('s', 'subpasswordrequired')}, 'true')`,
    'runs as owner': `NULLIF(${sinceVersion('s', 'subrunasowner')}, 'false')`,
    failover: `NULLIF(${sinceVersion('s', 'subfailover')}, 'false')`,
    origin: `NULLIF(${sinceVersion('s', 'suborigin')}, 'any')`,
    owner: 's.subowner::regrole::text',
  },
  from: 'pg_subscription s JOIN pg_database d ON d.oid = s.subdbid AND d.datname = current_database()',
  where: `s.oid >= ${FIRST_USER_OID}`,
  sources: [objects('pg_subscription')],
};

const wrapper: CatalogClass = {
  name: 'foreign data wrapper',
  key: 'w.oid',
  identity: 'quote_ident(w.fdwname)',
  attributes: {
    handler: routine('w.fdwhandler'),
    validator: routine('w.fdwvalidator'),
    options: options('w.fdwoptions'),
    owner: 'w.fdwowner::regrole::text',
    privileges: privileges('w.fdwacl', 'F', 'w.fdwowner'),
  },
  from: 'pg_foreign_data_wrapper w',
  where: `w.oid >= ${FIRST_USER_OID} AND ${notOfExtension('pg_foreign_data_wrapper', 'w.oid')}`,
  sources: [objects('pg_foreign_data_wrapper')],
};

const server: CatalogClass = {
  name: 'foreign server',
  key: 's.oid',
  identity: 'quote_ident(s.srvname)',
  attributes: {
    wrapper: '(SELECT quote_ident(w.fdwname) FROM pg_foreign_data_wrapper w WHERE w.oid = s.srvfdw)',
    type: 's.srvtype',
    version: 's.srvversion',
    options: options('s.srvoptions'),
    owner: 's.srvowner::regrole::text',
    privileges: privileges('s.srvacl', 'S', 's.srvowner'),
  },
  from: 'pg_foreign_server s',
  where: `s.oid >= ${FIRST_USER_OID} AND ${notOfExtension('pg_foreign_server', 's.oid')}`,
  sources: [objects('pg_foreign_server')],
};

const userMapping: CatalogClass = {
  name: 'user mapping',
  key: 'm.oid',
  identity: `CASE WHEN m.umuser = 0 THEN 'public' ELSE m.umuser::regrole::text END || ' on ' || (SELECT quote_ident(s.srvname) FROM pg_foreign_server s WHERE s.oid = m.umserver)`,
  // Options may hold a password: names stay readable, values are hashed.
  attributes: {
    options: `(SELECT string_agg(split_part(o, '=', 1) || '=md5 ' || md5(o), ', ' ORDER BY o) FROM unnest(m.umoptions) o)`,
  },
  from: 'pg_user_mapping m',
  where: `m.oid >= ${FIRST_USER_OID}`,
  sources: [objects('pg_user_mapping')],
};

export const databaseClasses: readonly CatalogClass[] = [
  schema,
  extension,
  eventTrigger,
  publication,
  subscription,
  wrapper,
  server,
  userMapping,
];

/** Which objects belong to extensions: a change here means that everything is read again. */
export const extensionMembers = members(
  'pg_depend',
  'objid',
  `refclassid = 'pg_extension'::regclass AND deptype = 'e' AND objid >= ${FIRST_USER_OID}`,
);
