import type { ClassMutations } from '../mutation.ts';
import { alter, byHand, grant, owner } from '../mutation.ts';

export const role: ClassMutations = {
  class: 'role',
  setup: 'CREATE ROLE r; CREATE ROLE readers',
  object: 'r',
  attributes: {
    superuser: alter('ALTER ROLE r', 'SUPERUSER', 'NOSUPERUSER'),
    inherits: alter('ALTER ROLE r', 'NOINHERIT', 'INHERIT'),
    'creates roles': alter('ALTER ROLE r', 'CREATEROLE', 'NOCREATEROLE'),
    'creates databases': alter('ALTER ROLE r', 'CREATEDB', 'NOCREATEDB'),
    'logs in': alter('ALTER ROLE r', 'LOGIN', 'NOLOGIN'),
    replication: alter('ALTER ROLE r', 'REPLICATION', 'NOREPLICATION'),
    'bypasses row security': alter('ALTER ROLE r', 'BYPASSRLS', 'NOBYPASSRLS'),
    'connection limit': alter('ALTER ROLE r CONNECTION LIMIT', '5', '-1'),
    'valid until': byHand(
      'no command takes it away again',
      'UPDATE pg_authid SET',
      `rolvaliduntil = '2030-01-01 00:00+00'`,
      'rolvaliduntil = NULL',
      `rolname = 'r'`,
    ),
    password: alter('ALTER ROLE r PASSWORD', `'x'`, 'NULL'),
    'member of': { change: 'GRANT readers TO r WITH ADMIN OPTION', undo: 'REVOKE readers FROM r' },
  },
  life: { create: 'CREATE ROLE fresh', drop: 'DROP ROLE fresh', object: 'fresh' },
};

export const setting: ClassMutations = {
  class: 'setting',
  setup: `CREATE ROLE settled; ALTER ROLE settled SET work_mem = '8MB'`,
  object: 'role settled',
  attributes: { values: alter('ALTER ROLE settled SET work_mem =', `'9MB'`, `'8MB'`) },
  life: {
    create: `ALTER DATABASE postgres SET work_mem = '8MB'`,
    drop: 'ALTER DATABASE postgres RESET work_mem',
    object: 'this database',
  },
};

export const defaultPrivileges: ClassMutations = {
  class: 'default privileges',
  setup: 'CREATE SCHEMA def; ALTER DEFAULT PRIVILEGES IN SCHEMA def GRANT SELECT ON TABLES TO other_role',
  object: 'tables of postgres in def',
  attributes: {
    privileges: {
      change: 'ALTER DEFAULT PRIVILEGES IN SCHEMA def GRANT INSERT ON TABLES TO other_role',
      undo: 'ALTER DEFAULT PRIVILEGES IN SCHEMA def REVOKE INSERT ON TABLES FROM other_role',
    },
  },
  life: {
    create: 'ALTER DEFAULT PRIVILEGES IN SCHEMA def GRANT USAGE ON SEQUENCES TO other_role',
    drop: 'ALTER DEFAULT PRIVILEGES IN SCHEMA def REVOKE USAGE ON SEQUENCES FROM other_role',
    object: 'sequences of postgres in def',
  },
};

export const parameter: ClassMutations = {
  class: 'parameter',
  setup: 'GRANT SET ON PARAMETER work_mem TO other_role',
  object: 'work_mem',
  attributes: { privileges: grant('ALTER SYSTEM', 'PARAMETER work_mem') },
  life: {
    create: 'GRANT SET ON PARAMETER temp_buffers TO other_role',
    drop: 'REVOKE SET ON PARAMETER temp_buffers FROM other_role',
    object: 'temp_buffers',
  },
};

export const database: ClassMutations = {
  class: 'database',
  setup: '',
  object: 'this database',
  attributes: {
    owner: alter('ALTER DATABASE postgres OWNER TO', 'other_role', 'postgres'),
    privileges: grant('CREATE', 'DATABASE postgres'),
    'connection limit': alter('ALTER DATABASE postgres CONNECTION LIMIT', '5', '-1'),
    'allows connections': byHand(
      'the command refuses the current database',
      'UPDATE pg_database SET',
      'datallowconn = false',
      'datallowconn = true',
      `datname = 'postgres'`,
    ),
    template: alter('ALTER DATABASE postgres IS_TEMPLATE', 'true', 'false'),
  },
  life: 'the database that is read is always there',
};

export const tablespace: ClassMutations = {
  class: 'tablespace',
  setup: `CREATE TABLESPACE placed LOCATION '/tmp'`,
  object: 'placed',
  attributes: {
    location: {
      change: ['DROP TABLESPACE placed', `CREATE TABLESPACE placed LOCATION '/home/web_user'`],
      undo: ['DROP TABLESPACE placed', `CREATE TABLESPACE placed LOCATION '/tmp'`],
    },
    options: alter('ALTER TABLESPACE placed', 'SET (random_page_cost = 1)', 'RESET (random_page_cost)'),
    owner: owner('TABLESPACE placed'),
    privileges: grant('CREATE', 'TABLESPACE placed'),
  },
  life: { create: `CREATE TABLESPACE fresh LOCATION ''`, drop: 'DROP TABLESPACE fresh', object: 'fresh' },
};

export const comment: ClassMutations = {
  class: 'comment',
  setup: `CREATE SCHEMA cmt; CREATE TABLE cmt.t (a int, b int); COMMENT ON TABLE cmt.t IS 'words'`,
  object: 'table cmt.t',
  attributes: { text: alter('COMMENT ON TABLE cmt.t IS', `'other words'`, `'words'`) },
  life: {
    create: `COMMENT ON COLUMN cmt.t.b IS 'words'`,
    drop: 'COMMENT ON COLUMN cmt.t.b IS NULL',
    object: 'table column cmt.t.b',
  },
};

export const sharedComment: ClassMutations = {
  class: 'shared comment',
  setup: `CREATE ROLE praised; COMMENT ON ROLE praised IS 'words'`,
  object: 'role praised',
  attributes: { text: alter('COMMENT ON ROLE praised IS', `'other words'`, `'words'`) },
  life: {
    create: `COMMENT ON TABLESPACE other_space IS 'words'`,
    drop: 'COMMENT ON TABLESPACE other_space IS NULL',
    object: 'tablespace other_space',
  },
};

const NO_PROVIDER = 'the embedded server has no label provider';
const insertLabel = (table: string) =>
  `INSERT INTO pg_seclabel VALUES ('${table}'::regclass, 'pg_class'::regclass, 0, 'anon', 'MASKED')`;
const insertSharedLabel = (name: string) =>
  `INSERT INTO pg_shseclabel VALUES ('${name}'::regrole, 'pg_authid'::regclass, 'anon', 'MASKED')`;

export const securityLabel: ClassMutations = {
  class: 'security label',
  setup: 'CREATE SCHEMA lab; CREATE TABLE lab.t (); CREATE TABLE lab.u ()',
  setupByHand: insertLabel('lab.t'),
  object: 'anon on table lab.t',
  attributes: {
    label: byHand(
      NO_PROVIDER,
      'UPDATE pg_seclabel SET',
      `label = 'OPEN'`,
      `label = 'MASKED'`,
      `objoid = 'lab.t'::regclass`,
    ),
  },
  life: {
    create: insertLabel('lab.u'),
    drop: `DELETE FROM pg_seclabel WHERE objoid = 'lab.u'::regclass`,
    object: 'anon on table lab.u',
    byHand: NO_PROVIDER,
  },
};

export const sharedSecurityLabel: ClassMutations = {
  class: 'shared security label',
  setup: 'CREATE ROLE masked; CREATE ROLE open',
  setupByHand: insertSharedLabel('masked'),
  object: 'anon on role masked',
  attributes: {
    label: byHand(
      NO_PROVIDER,
      'UPDATE pg_shseclabel SET',
      `label = 'OPEN'`,
      `label = 'MASKED'`,
      `objoid = 'masked'::regrole`,
    ),
  },
  life: {
    create: insertSharedLabel('open'),
    drop: `DELETE FROM pg_shseclabel WHERE objoid = 'open'::regrole`,
    object: 'anon on role open',
    byHand: NO_PROVIDER,
  },
};

export const extensionRelationGrants: ClassMutations = {
  class: 'grants on extension relation',
  setup: 'CREATE EXTENSION pg_stat_statements; GRANT INSERT ON pg_stat_statements TO other_role',
  object: 'pg_stat_statements',
  attributes: { privileges: grant('UPDATE', 'pg_stat_statements') },
  life: {
    create: 'GRANT SELECT ON pg_stat_statements_info TO other_role',
    drop: 'REVOKE SELECT ON pg_stat_statements_info FROM other_role',
    object: 'pg_stat_statements_info',
  },
};

export const extensionRoutineGrants: ClassMutations = {
  class: 'grants on extension routine',
  setup: 'CREATE EXTENSION citext; REVOKE EXECUTE ON FUNCTION citext_eq FROM public',
  object: 'citext_eq(citext,citext)',
  attributes: { privileges: grant('EXECUTE', 'FUNCTION citext_eq(citext, citext)') },
  life: {
    create: 'REVOKE EXECUTE ON FUNCTION citext_ne FROM public',
    drop: 'GRANT EXECUTE ON FUNCTION citext_ne TO public',
    object: 'citext_ne(citext,citext)',
  },
};
