import type { Change, ClassMutations } from '../mutation.ts';
import { alter, byHand, grant, owner, remake } from '../mutation.ts';

export const schema: ClassMutations = {
  class: 'schema',
  setup: 'CREATE SCHEMA sch',
  object: 'sch',
  attributes: { owner: owner('SCHEMA sch'), privileges: grant('USAGE', 'SCHEMA sch') },
  life: { create: 'CREATE SCHEMA fresh', drop: 'DROP SCHEMA fresh', object: 'fresh' },
};

export const extension: ClassMutations = {
  class: 'extension',
  setup: 'CREATE SCHEMA ext; CREATE EXTENSION hstore SCHEMA ext; CREATE TABLE ext.t (a ext.hstore)',
  object: 'hstore',
  attributes: {
    version: byHand(
      'updates have no way back',
      'UPDATE pg_extension SET',
      `extversion = '0.1'`,
      `extversion = (SELECT default_version FROM pg_available_extensions WHERE name = 'hstore')`,
      `extname = 'hstore'`,
    ),
    schema: alter('ALTER EXTENSION hstore SET SCHEMA', 'public', 'ext', {
      also: { 'column ext.t.a: type': 'types are printed with their schema' },
    }),
    owner: byHand(
      'it is the one who made it',
      'UPDATE pg_extension SET',
      `extowner = 'other_role'::regrole`,
      'extowner = 10',
      `extname = 'hstore'`,
    ),
    comment: alter('COMMENT ON EXTENSION hstore IS', `'words'`, `'data type for storing sets of (key, value) pairs'`),
  },
  life: { create: 'CREATE EXTENSION file_fdw', drop: 'DROP EXTENSION file_fdw', object: 'file_fdw' },
};

const eventTriggerWith = (event: string, tags = '', name = 'nothing') =>
  `CREATE EVENT TRIGGER e ON ${event} ${tags} EXECUTE FUNCTION evt.${name}()`;
const remadeEvent = (created: string): Change =>
  remake('DROP EVENT TRIGGER e', created, eventTriggerWith('ddl_command_end'));

export const eventTrigger: ClassMutations = {
  class: 'event trigger',
  setup: `CREATE SCHEMA evt; ${['nothing', 'nothing_else'].map((name) => `CREATE FUNCTION evt.${name}() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'`).join(';')};
    ${eventTriggerWith('ddl_command_end')}`,
  object: 'e',
  attributes: {
    event: remadeEvent(eventTriggerWith('ddl_command_start')),
    function: remadeEvent(eventTriggerWith('ddl_command_end', '', 'nothing_else')),
    tags: remadeEvent(eventTriggerWith('ddl_command_end', `WHEN TAG IN ('CREATE TABLE')`)),
    enabled: alter('ALTER EVENT TRIGGER e', 'DISABLE', 'ENABLE'),
    owner: alter('ALTER EVENT TRIGGER e OWNER TO', 'other_super', 'CURRENT_USER'),
  },
  life: {
    create: 'CREATE EVENT TRIGGER fresh ON sql_drop EXECUTE FUNCTION evt.nothing()',
    drop: 'DROP EVENT TRIGGER fresh',
    object: 'fresh',
  },
};

export const publication: ClassMutations = {
  class: 'publication',
  setup:
    'CREATE SCHEMA pub; CREATE TABLE pub.t (a int PRIMARY KEY, b int); CREATE PUBLICATION p FOR TABLE pub.t; CREATE PUBLICATION q',
  object: 'p',
  attributes: {
    'all tables': remake('DROP PUBLICATION q', 'CREATE PUBLICATION q FOR ALL TABLES', 'CREATE PUBLICATION q', {
      object: 'q',
    }),
    operations: alter(
      'ALTER PUBLICATION p SET',
      `(publish = 'insert, update, delete')`,
      `(publish = 'insert, update, delete, truncate')`,
    ),
    'via root': alter(
      'ALTER PUBLICATION p SET',
      '(publish_via_partition_root = true)',
      '(publish_via_partition_root = false)',
    ),
    'generated columns': alter(
      'ALTER PUBLICATION p SET',
      '(publish_generated_columns = stored)',
      '(publish_generated_columns = none)',
    ),
    tables: alter('ALTER PUBLICATION p SET TABLE pub.t', '(a) WHERE (a > 0)', ''),
    schemas: alter('ALTER PUBLICATION q', 'ADD TABLES IN SCHEMA pub', 'DROP TABLES IN SCHEMA pub', { object: 'q' }),
    owner: alter('ALTER PUBLICATION p OWNER TO', 'other_super', 'CURRENT_USER'),
  },
  life: { create: 'CREATE PUBLICATION fresh FOR TABLE pub.t', drop: 'DROP PUBLICATION fresh', object: 'fresh' },
};

const NO_RECEIVER = 'the embedded server has no walreceiver, which every such command loads';
const subscriptionRow = (change: string, undo: string): Change =>
  byHand(NO_RECEIVER, 'UPDATE pg_subscription SET', change, undo, `subname = 's'`);
const insertSubscription = (
  name: string,
) => `INSERT INTO pg_subscription (oid, subdbid, subskiplsn, subname, subowner, subenabled, subbinary, substream, subtwophasestate,
    subdisableonerr, subpasswordrequired, subrunasowner, subfailover, subconninfo, subslotname, subsynccommit, subpublications, suborigin)
  SELECT (SELECT max(oid)::bigint + 1 FROM pg_class)::oid, d.oid, '0/0', '${name}', 10, false, false, 'f', 'd', false, true, false, false, 'host=nowhere', NULL, 'off', '{p}', 'any'
  FROM pg_database d WHERE d.datname = current_database()`;

export const subscription: ClassMutations = {
  class: 'subscription',
  setup: '',
  setupByHand: insertSubscription('s'),
  object: 's',
  attributes: {
    enabled: subscriptionRow('subenabled = true', 'subenabled = false'),
    connection: subscriptionRow(`subconninfo = 'host=elsewhere'`, `subconninfo = 'host=nowhere'`),
    slot: subscriptionRow(`subslotname = 'x'`, 'subslotname = NULL'),
    publications: subscriptionRow(`subpublications = '{p,q}'`, `subpublications = '{p}'`),
    'synchronous commit': subscriptionRow(`subsynccommit = 'local'`, `subsynccommit = 'off'`),
    binary: subscriptionRow('subbinary = true', 'subbinary = false'),
    streaming: subscriptionRow(`substream = 't'`, `substream = 'f'`),
    'two phase': subscriptionRow(`subtwophasestate = 'e'`, `subtwophasestate = 'd'`),
    'disabled on error': subscriptionRow('subdisableonerr = true', 'subdisableonerr = false'),
    'password required': subscriptionRow('subpasswordrequired = false', 'subpasswordrequired = true'),
    'runs as owner': subscriptionRow('subrunasowner = true', 'subrunasowner = false'),
    failover: subscriptionRow('subfailover = true', 'subfailover = false'),
    origin: subscriptionRow(`suborigin = 'none'`, `suborigin = 'any'`),
    owner: subscriptionRow(`subowner = 'other_role'::regrole`, 'subowner = 10'),
  },
  life: {
    create: insertSubscription('fresh'),
    drop: `DELETE FROM pg_subscription WHERE subname = 'fresh'`,
    object: 'fresh',
    byHand: NO_RECEIVER,
  },
};

export const wrapper: ClassMutations = {
  class: 'foreign data wrapper',
  setup: `CREATE SCHEMA fdw; CREATE FUNCTION fdw.handler() RETURNS fdw_handler LANGUAGE internal AS 'heap_tableam_handler';
    CREATE FUNCTION fdw.validator(text[], oid) RETURNS void LANGUAGE internal AS 'postgresql_fdw_validator'; CREATE FOREIGN DATA WRAPPER w`,
  object: 'w',
  attributes: {
    handler: alter('ALTER FOREIGN DATA WRAPPER w', 'HANDLER fdw.handler', 'NO HANDLER'),
    validator: alter('ALTER FOREIGN DATA WRAPPER w', 'VALIDATOR fdw.validator', 'NO VALIDATOR'),
    options: alter('ALTER FOREIGN DATA WRAPPER w OPTIONS', `(ADD debug 'on')`, '(DROP debug)'),
    owner: alter('ALTER FOREIGN DATA WRAPPER w OWNER TO', 'other_super', 'CURRENT_USER'),
    privileges: grant('USAGE', 'FOREIGN DATA WRAPPER w'),
  },
  life: { create: 'CREATE FOREIGN DATA WRAPPER fresh', drop: 'DROP FOREIGN DATA WRAPPER fresh', object: 'fresh' },
};

const serverWith = (what: string) => `CREATE SERVER s ${what}`;
const PLAIN_SERVER = `TYPE 'a' FOREIGN DATA WRAPPER other_wrapper`;
const remadeServer = (what: string): Change => remake('DROP SERVER s', serverWith(what), serverWith(PLAIN_SERVER));

export const server: ClassMutations = {
  class: 'foreign server',
  setup: `CREATE FOREIGN DATA WRAPPER server_wrapper; ${serverWith(PLAIN_SERVER)}`,
  object: 's',
  attributes: {
    wrapper: remadeServer(`TYPE 'a' FOREIGN DATA WRAPPER server_wrapper`),
    type: remadeServer(`TYPE 'b' FOREIGN DATA WRAPPER other_wrapper`),
    version: remadeServer(`TYPE 'a' VERSION '2' FOREIGN DATA WRAPPER other_wrapper`),
    options: alter('ALTER SERVER s OPTIONS', `(ADD host 'x')`, '(DROP host)'),
    owner: alter('ALTER SERVER s OWNER TO', 'other_super', 'CURRENT_USER'),
    privileges: grant('USAGE', 'FOREIGN SERVER s'),
  },
  life: {
    create: 'CREATE SERVER fresh FOREIGN DATA WRAPPER other_wrapper',
    drop: 'DROP SERVER fresh',
    object: 'fresh',
  },
};

export const userMapping: ClassMutations = {
  class: 'user mapping',
  setup: `CREATE USER MAPPING FOR public SERVER server_a OPTIONS (password 'a')`,
  object: 'public on server_a',
  attributes: {
    options: alter('ALTER USER MAPPING FOR public SERVER server_a OPTIONS', `(SET password 'b')`, `(SET password 'a')`),
  },
  life: {
    create: 'CREATE USER MAPPING FOR other_role SERVER server_a',
    drop: 'DROP USER MAPPING FOR other_role SERVER server_a',
    object: 'other_role on server_a',
  },
};
