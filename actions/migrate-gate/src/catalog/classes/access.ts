import type { CatalogClass } from '../class.ts';
import { FIRST_USER_OID, members, objects, options, privileges, when, word } from '../class.ts';

/** Names that begin with pg_ are the server's. */
const notSystemRole = `rolname !~ '^pg_'`;

const role: CatalogClass = {
  name: 'role',
  key: 'r.oid',
  identity: 'quote_ident(r.rolname)',
  attributes: {
    superuser: when('r.rolsuper'),
    inherits: when('NOT r.rolinherit', 'false'),
    'creates roles': when('r.rolcreaterole'),
    'creates databases': when('r.rolcreatedb'),
    'logs in': when('r.rolcanlogin'),
    replication: when('r.rolreplication'),
    'bypasses row security': when('r.rolbypassrls'),
    'connection limit': 'NULLIF(r.rolconnlimit, -1)',
    'valid until': `r.rolvaliduntil AT TIME ZONE 'UTC'`,
    // Only whether there is one: hashes are salted, so the same password never looks the same twice.
    password: when('r.rolpassword IS NOT NULL', `'set'`),
    'member of': `(SELECT string_agg(concat(m.roleid::regrole::text, CASE WHEN m.admin_option THEN ' admin' END,
        CASE WHEN to_jsonb(m) ->> 'inherit_option' = 'false' THEN ' no inherit' END,
        CASE WHEN to_jsonb(m) ->> 'set_option' = 'false' THEN ' no set' END,
        ' by ', m.grantor::regrole::text), ', ' ORDER BY m.roleid::regrole::text, m.grantor::regrole::text)
      FROM pg_auth_members m WHERE m.member = r.oid)`,
  },
  from: 'pg_authid r',
  where: notSystemRole,
  sources: [objects('pg_authid', 'oid', notSystemRole), members('pg_auth_members', 'member', 'true')],
};

const setting: CatalogClass = {
  name: 'setting',
  key: 's.setrole',
  part: 's.setdatabase',
  identity: `concat_ws(' in ', CASE WHEN s.setrole <> 0 THEN 'role ' || s.setrole::regrole::text END,
    CASE WHEN s.setdatabase <> 0 THEN 'this database' WHEN s.setrole = 0 THEN 'all databases' END)`,
  attributes: { values: `(SELECT string_agg(v, ', ' ORDER BY v) FROM unnest(s.setconfig) v)` },
  from: 'pg_db_role_setting s',
  where: 's.setdatabase = 0 OR s.setdatabase = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())',
  sources: [members('pg_db_role_setting', 'setrole', 'true')],
};

const defaultPrivileges: CatalogClass = {
  name: 'default privileges',
  key: 'd.oid',
  identity: `${word('d.defaclobjtype', { r: 'tables', S: 'sequences', f: 'functions', T: 'types', n: 'schemas', L: 'large objects' })}
    || ' of ' || d.defaclrole::regrole::text || CASE WHEN d.defaclnamespace <> 0 THEN ' in ' || d.defaclnamespace::regnamespace::text ELSE '' END`,
  attributes: {
    privileges: `coalesce((SELECT string_agg(a::text, ' ' ORDER BY a::text) FROM unnest(d.defaclacl) a), '(nobody)')`,
  },
  from: 'pg_default_acl d',
  where: `d.oid >= ${FIRST_USER_OID}`,
  sources: [objects('pg_default_acl')],
};

/** Privileges on settings, such as GRANT SET ON PARAMETER (PostgreSQL 15). */
const parameter: CatalogClass = {
  name: 'parameter',
  key: 'p.oid',
  identity: 'quote_ident(p.parname)',
  attributes: { privileges: privileges('p.paracl', 'p', '10') },
  from: 'pg_parameter_acl p',
  where: 'true',
  sources: [objects('pg_parameter_acl', 'oid', 'true')],
};

const database: CatalogClass = {
  name: 'database',
  key: 'd.oid',
  identity: `'this database'`,
  attributes: {
    owner: 'd.datdba::regrole::text',
    privileges: privileges('d.datacl', 'd', 'd.datdba'),
    'connection limit': 'NULLIF(d.datconnlimit, -1)',
    'allows connections': when('NOT d.datallowconn', 'false'),
    template: when('d.datistemplate'),
  },
  from: 'pg_database d',
  where: 'd.datname = current_database()',
  sources: [objects('pg_database', 'oid', 'datname = current_database()')],
};

const tablespace: CatalogClass = {
  name: 'tablespace',
  key: 's.oid',
  identity: 'quote_ident(s.spcname)',
  attributes: {
    // One inside the data directory is named by its id, which says nothing.
    location: `(SELECT NULLIF(l, '') FROM pg_tablespace_location(s.oid) l WHERE l NOT LIKE 'pg_tblspc/%')`,
    options: options('s.spcoptions'),
    owner: 's.spcowner::regrole::text',
    privileges: privileges('s.spcacl', 't', 's.spcowner'),
  },
  from: 'pg_tablespace s',
  where: 'true',
  sources: [objects('pg_tablespace', 'oid', 'true')],
};

export const accessClasses: readonly CatalogClass[] = [
  role,
  setting,
  defaultPrivileges,
  parameter,
  database,
  tablespace,
];
