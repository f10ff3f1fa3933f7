import type { ClassMutations } from '../mutation.ts';
import { alter, byHand, grant, owner, remake } from '../mutation.ts';

export const view: ClassMutations = {
  class: 'view',
  setup: 'CREATE SCHEMA vie; CREATE TABLE vie.t (a int); CREATE VIEW vie.v AS SELECT a FROM vie.t',
  object: 'vie.v',
  attributes: {
    definition: alter('CREATE OR REPLACE VIEW vie.v AS SELECT a FROM vie.t', 'WHERE a > 0', ''),
    options: alter('ALTER VIEW vie.v', 'SET (security_invoker)', 'RESET (security_invoker)'),
    owner: owner('VIEW vie.v'),
    privileges: grant('SELECT', 'vie.v'),
  },
  life: {
    create: 'CREATE VIEW vie.fresh AS SELECT 1 AS a',
    drop: 'DROP VIEW vie.fresh',
    object: 'vie.fresh',
    also: { 'column vie.fresh.a: new': 'a view has columns' },
  },
};

export const materializedView: ClassMutations = {
  class: 'materialized view',
  setup: `CREATE SCHEMA mat; CREATE TABLE mat.t (a text); CREATE MATERIALIZED VIEW mat.v AS SELECT a FROM mat.t; CREATE MATERIALIZED VIEW mat.w AS SELECT a FROM mat.t`,
  object: 'mat.v',
  attributes: {
    definition: remake(
      'DROP MATERIALIZED VIEW mat.w',
      `CREATE MATERIALIZED VIEW mat.w AS SELECT a FROM mat.t WHERE a > ''`,
      'CREATE MATERIALIZED VIEW mat.w AS SELECT a FROM mat.t',
      { object: 'mat.w' },
    ),
    populated: alter('REFRESH MATERIALIZED VIEW mat.v', 'WITH NO DATA', ''),
    'access method': alter('ALTER MATERIALIZED VIEW mat.v SET ACCESS METHOD', 'other_heap', 'heap'),
    options: alter('ALTER MATERIALIZED VIEW mat.v', 'SET (fillfactor = 70)', 'RESET (fillfactor)'),
    'toast options': alter(
      'ALTER MATERIALIZED VIEW mat.v',
      'SET (toast.autovacuum_enabled = off)',
      'RESET (toast.autovacuum_enabled)',
    ),
    tablespace: alter('ALTER MATERIALIZED VIEW mat.v SET TABLESPACE', 'other_space', 'pg_default'),
    owner: owner('MATERIALIZED VIEW mat.v'),
    privileges: grant('SELECT', 'mat.v'),
    'replica identity': alter('ALTER TABLE mat.v REPLICA IDENTITY', 'FULL', 'DEFAULT'),
  },
  life: {
    create: 'CREATE MATERIALIZED VIEW mat.fresh AS SELECT 1 AS a',
    drop: 'DROP MATERIALIZED VIEW mat.fresh',
    object: 'mat.fresh',
    also: { 'column mat.fresh.a: new': 'a view has columns' },
  },
};

export const foreignTable: ClassMutations = {
  class: 'foreign table',
  setup: `CREATE SCHEMA fgn; CREATE FOREIGN TABLE fgn.t () SERVER server_a; CREATE TABLE fgn.parent (); CREATE TABLE fgn.parted (a int) PARTITION BY LIST (a);
    CREATE FOREIGN TABLE fgn.part PARTITION OF fgn.parted FOR VALUES IN (1) SERVER server_a`,
  object: 'fgn.t',
  attributes: {
    server: remake(
      'DROP FOREIGN TABLE fgn.t',
      'CREATE FOREIGN TABLE fgn.t () SERVER server_b',
      'CREATE FOREIGN TABLE fgn.t () SERVER server_a',
    ),
    options: alter('ALTER FOREIGN TABLE fgn.t OPTIONS', `(ADD path 'x')`, '(DROP path)'),
    owner: owner('FOREIGN TABLE fgn.t'),
    privileges: grant('SELECT', 'fgn.t'),
    parents: alter('ALTER FOREIGN TABLE fgn.t', 'INHERIT fgn.parent', 'NO INHERIT fgn.parent'),
    'partition bound': alter(
      'ALTER TABLE fgn.parted DETACH PARTITION fgn.part; ALTER TABLE fgn.parted ATTACH PARTITION fgn.part FOR VALUES IN',
      '(2)',
      '(1)',
      { object: 'fgn.part' },
    ),
  },
  life: {
    create: 'CREATE FOREIGN TABLE fgn.fresh () SERVER server_a',
    drop: 'DROP FOREIGN TABLE fgn.fresh',
    object: 'fgn.fresh',
  },
};

export const sequence: ClassMutations = {
  class: 'sequence',
  setup: 'CREATE SCHEMA seq; CREATE SEQUENCE seq.s MAXVALUE 9000; CREATE SEQUENCE seq.big; CREATE TABLE seq.t (a int)',
  object: 'seq.s',
  attributes: {
    type: alter('ALTER SEQUENCE seq.s AS', 'integer', 'bigint'),
    start: alter('ALTER SEQUENCE seq.s START WITH', '5', '1'),
    increment: alter('ALTER SEQUENCE seq.s INCREMENT BY', '2', '1'),
    minimum: alter('ALTER SEQUENCE seq.s MINVALUE', '0', '1'),
    maximum: alter('ALTER SEQUENCE seq.big MAXVALUE', '9223372036854775806', '9223372036854775807', {
      object: 'seq.big',
    }),
    cache: alter('ALTER SEQUENCE seq.s CACHE', '20', '1'),
    cycle: alter('ALTER SEQUENCE seq.s', 'CYCLE', 'NO CYCLE'),
    persistence: alter('ALTER SEQUENCE seq.s SET', 'UNLOGGED', 'LOGGED'),
    owner: owner('SEQUENCE seq.s'),
    'owned by': alter('ALTER SEQUENCE seq.s OWNED BY', 'seq.t.a', 'NONE'),
    privileges: grant('USAGE', 'SEQUENCE seq.s'),
  },
  life: { create: 'CREATE SEQUENCE seq.fresh', drop: 'DROP SEQUENCE seq.fresh', object: 'seq.fresh' },
};

export const trigger: ClassMutations = {
  class: 'trigger',
  setup: `CREATE SCHEMA trg; CREATE TABLE trg.t (a int); CREATE TRIGGER touch AFTER INSERT ON trg.t EXECUTE FUNCTION nothing();
    CREATE TRIGGER other AFTER UPDATE ON trg.t EXECUTE FUNCTION nothing()`,
  object: 'touch on trg.t',
  attributes: {
    definition: alter(
      'CREATE OR REPLACE TRIGGER touch AFTER INSERT ON trg.t EXECUTE FUNCTION',
      'nothing_else()',
      'nothing()',
    ),
    enabled: alter('ALTER TABLE trg.t', 'DISABLE TRIGGER touch', 'ENABLE TRIGGER touch'),
    parent: byHand(
      'attaching a partition changes the trigger, the columns and the table at once',
      'UPDATE pg_trigger SET',
      `tgparentid = (SELECT oid FROM pg_trigger WHERE tgname = 'other' AND tgrelid = 'trg.t'::regclass)`,
      'tgparentid = 0',
      `tgname = 'touch' AND tgrelid = 'trg.t'::regclass`,
    ),
  },
  life: {
    create: 'CREATE TRIGGER fresh BEFORE UPDATE ON trg.t FOR EACH ROW EXECUTE FUNCTION nothing()',
    drop: 'DROP TRIGGER fresh ON trg.t',
    object: 'fresh on trg.t',
  },
};

export const rule: ClassMutations = {
  class: 'rule',
  setup: 'CREATE SCHEMA rul; CREATE TABLE rul.t (a int); CREATE RULE r AS ON DELETE TO rul.t DO INSTEAD NOTHING',
  object: 'r on rul.t',
  attributes: {
    definition: alter(
      'CREATE OR REPLACE RULE r AS ON DELETE TO rul.t',
      'WHERE old.a > 0 DO INSTEAD NOTHING',
      'DO INSTEAD NOTHING',
    ),
    enabled: alter('ALTER TABLE rul.t', 'DISABLE RULE r', 'ENABLE RULE r'),
  },
  life: {
    create: 'CREATE RULE fresh AS ON UPDATE TO rul.t DO ALSO NOTHING',
    drop: 'DROP RULE fresh ON rul.t',
    object: 'fresh on rul.t',
  },
};

const policyFor = (kind: string, command: string) =>
  `CREATE POLICY p ON pol.t AS ${kind} FOR ${command} TO other_super USING (a > 0)`;

export const policy: ClassMutations = {
  class: 'policy',
  setup: `CREATE SCHEMA pol; CREATE TABLE pol.t (a int); ${policyFor('PERMISSIVE', 'ALL')}; CREATE POLICY q ON pol.t USING (a > 0) WITH CHECK (a > 0)`,
  object: 'p on pol.t',
  attributes: {
    command: remake('DROP POLICY p ON pol.t', policyFor('PERMISSIVE', 'UPDATE'), policyFor('PERMISSIVE', 'ALL')),
    permissive: remake('DROP POLICY p ON pol.t', policyFor('RESTRICTIVE', 'ALL'), policyFor('PERMISSIVE', 'ALL')),
    roles: alter('ALTER POLICY p ON pol.t TO', 'public', 'other_super'),
    using: alter('ALTER POLICY p ON pol.t USING', '(a > 1)', '(a > 0)'),
    check: alter('ALTER POLICY q ON pol.t WITH CHECK', '(a > 1)', '(a > 0)', { object: 'q on pol.t' }),
  },
  life: { create: 'CREATE POLICY fresh ON pol.t', drop: 'DROP POLICY fresh ON pol.t', object: 'fresh on pol.t' },
};

export const statistics: ClassMutations = {
  class: 'statistics object',
  setup: 'CREATE SCHEMA sta; CREATE TABLE sta.t (a int, b int); CREATE STATISTICS sta.s ON a, b FROM sta.t',
  object: 'sta.s on sta.t',
  attributes: {
    definition: remake(
      'DROP STATISTICS sta.s',
      'CREATE STATISTICS sta.s (ndistinct) ON a, b FROM sta.t',
      'CREATE STATISTICS sta.s ON a, b FROM sta.t',
    ),
    target: alter('ALTER STATISTICS sta.s SET STATISTICS', '500', '-1'),
    owner: owner('STATISTICS sta.s'),
  },
  life: {
    create: 'CREATE STATISTICS sta.fresh ON a, b FROM sta.t',
    drop: 'DROP STATISTICS sta.fresh',
    object: 'sta.fresh on sta.t',
  },
};
