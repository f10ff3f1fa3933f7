import type { ClassMutations } from '../mutation.ts';
import { alter, byHand, grant, owner, remake } from '../mutation.ts';

const NEVER_IN_PLACE = 'it is made with the table and stays';

export const table: ClassMutations = {
  class: 'table',
  setup: `CREATE SCHEMA tab; CREATE TABLE tab.t (a text); CREATE TABLE tab.bare (); CREATE TABLE tab.parent ();
    CREATE TYPE tab.shape AS (a int); CREATE TABLE tab.typed (a int);
    CREATE TABLE tab.parted (a int, b int) PARTITION BY LIST (a); CREATE TABLE tab.part PARTITION OF tab.parted FOR VALUES IN (1);
    CREATE TABLE tab.keyed (a int, b int) PARTITION BY LIST (a)`,
  object: 'tab.t',
  attributes: {
    kind: byHand(
      'a table never becomes a partitioned one',
      'UPDATE pg_class SET',
      `relkind = 'p'`,
      `relkind = 'r'`,
      `oid = 'tab.bare'::regclass`,
      {
        object: 'tab.bare',
      },
    ),
    persistence: alter('ALTER TABLE tab.t SET', 'UNLOGGED', 'LOGGED'),
    'access method': alter('ALTER TABLE tab.t SET ACCESS METHOD', 'other_heap', 'heap'),
    options: alter('ALTER TABLE tab.t', 'SET (fillfactor = 70)', 'RESET (fillfactor)'),
    'toast options': alter(
      'ALTER TABLE tab.t',
      'SET (toast.autovacuum_enabled = off)',
      'RESET (toast.autovacuum_enabled)',
    ),
    tablespace: alter('ALTER TABLE tab.t SET TABLESPACE', 'other_space', 'pg_default'),
    owner: owner('TABLE tab.t'),
    privileges: grant('SELECT', 'tab.t'),
    'row security': alter('ALTER TABLE tab.t', 'ENABLE ROW LEVEL SECURITY', 'DISABLE ROW LEVEL SECURITY'),
    'row security forced': alter('ALTER TABLE tab.t', 'FORCE ROW LEVEL SECURITY', 'NO FORCE ROW LEVEL SECURITY'),
    'replica identity': alter('ALTER TABLE tab.t REPLICA IDENTITY', 'FULL', 'DEFAULT'),
    'of type': alter('ALTER TABLE tab.typed', 'OF tab.shape', 'NOT OF', { object: 'tab.typed' }),
    'partition key': remake(
      'DROP TABLE tab.keyed',
      'CREATE TABLE tab.keyed (a int, b int) PARTITION BY LIST (b)',
      'CREATE TABLE tab.keyed (a int, b int) PARTITION BY LIST (a)',
      { object: 'tab.keyed' },
    ),
    'partition bound': alter(
      'ALTER TABLE tab.parted DETACH PARTITION tab.part; ALTER TABLE tab.parted ATTACH PARTITION tab.part FOR VALUES IN',
      '(2)',
      '(1)',
      { object: 'tab.part' },
    ),
    parents: alter('ALTER TABLE tab.bare', 'INHERIT tab.parent', 'NO INHERIT tab.parent', { object: 'tab.bare' }),
  },
  life: { create: 'CREATE TABLE tab.fresh ()', drop: 'DROP TABLE tab.fresh', object: 'tab.fresh' },
};

export const column: ClassMutations = {
  class: 'column',
  setup: `CREATE SCHEMA col; CREATE TABLE col.t (a text, n int, g int GENERATED ALWAYS AS (1) STORED, i int GENERATED ALWAYS AS IDENTITY);
    CREATE TABLE col.pair (a int, b int); CREATE TYPE col.shape AS (a int, b int);
    CREATE FOREIGN TABLE col.f (a int) SERVER server_a; CREATE TABLE col.parent (a int); CREATE TABLE col.child (a int); CREATE TABLE col.own (a int)`,
  object: 'col.t.a',
  attributes: {
    type: alter('ALTER TABLE col.t ALTER n TYPE', 'bigint', 'int', { object: 'col.t.n' }),
    collation: alter('ALTER TABLE col.t ALTER a TYPE text COLLATE', '"C"', 'pg_catalog."default"'),
    'not null': alter('ALTER TABLE col.t ALTER a', 'SET NOT NULL', 'DROP NOT NULL', {
      also: { 'constraint NOT NULL of a on col.t: new': 'PostgreSQL 18 keeps NOT NULL as a constraint' },
    }),
    default: alter('ALTER TABLE col.t ALTER a', `SET DEFAULT 'x'`, 'DROP DEFAULT'),
    generated: alter('ALTER TABLE col.t ALTER g SET EXPRESSION AS', '(2)', '(1)', { object: 'col.t.g' }),
    identity: alter('ALTER TABLE col.t ALTER i SET GENERATED', 'BY DEFAULT', 'ALWAYS', { object: 'col.t.i' }),
    storage: alter('ALTER TABLE col.t ALTER a SET STORAGE', 'EXTERNAL', 'EXTENDED'),
    compression: alter('ALTER TABLE col.t ALTER a SET COMPRESSION', 'pglz', 'default'),
    'statistics target': alter('ALTER TABLE col.t ALTER a SET STATISTICS', '500', '-1'),
    options: alter('ALTER TABLE col.t ALTER a', 'SET (n_distinct = 5)', 'RESET (n_distinct)'),
    'foreign options': alter('ALTER FOREIGN TABLE col.f ALTER a OPTIONS', `(ADD name 'x')`, '(DROP name)', {
      object: 'col.f.a',
    }),
    privileges: grant('SELECT (a)', 'col.t'),
    inherited: alter('ALTER TABLE col.child', 'INHERIT col.parent', 'NO INHERIT col.parent', {
      object: 'col.child.a',
      also: { 'table col.child: parents': 'a column is inherited from a parent' },
    }),
    local: byHand(
      'only dropping it from the parent makes an inherited column local',
      'UPDATE pg_attribute SET',
      'attislocal = false',
      'attislocal = true',
      `attrelid = 'col.own'::regclass AND attname = 'a'`,
      { object: 'col.own.a' },
    ),
    position: {
      change: 'ALTER TABLE col.pair DROP a, ADD a int',
      undo: 'ALTER TABLE col.pair DROP b, ADD b int',
      object: 'col.pair.a',
      also: { 'column col.pair.b: position': 'columns change places' },
    },
    place: {
      change: 'ALTER TYPE col.shape DROP ATTRIBUTE a, ADD ATTRIBUTE a int',
      undo: 'ALTER TYPE col.shape DROP ATTRIBUTE b, ADD ATTRIBUTE b int',
      object: 'col.shape.a',
      also: { 'column col.shape.b: place': 'columns change places' },
    },
  },
  life: { create: 'ALTER TABLE col.t ADD fresh int', drop: 'ALTER TABLE col.t DROP fresh', object: 'col.t.fresh' },
};

const PRINTED = 'the definition prints it too';

export const constraint: ClassMutations = {
  class: 'constraint',
  setup: `CREATE SCHEMA con; CREATE TABLE con.parent (id int CONSTRAINT needed NOT NULL, CONSTRAINT one UNIQUE (id));
    CREATE TABLE con.t (id int CONSTRAINT f REFERENCES con.parent (id), CONSTRAINT c CHECK (id > 0));
    CREATE TABLE con.above (CONSTRAINT k CHECK (1 > 0)); CREATE TABLE con.below (CONSTRAINT k CHECK (1 > 0))`,
  object: 'f on con.t',
  attributes: {
    name: alter('ALTER TABLE con.parent RENAME CONSTRAINT', 'needed TO wanted', 'wanted TO needed', {
      object: 'NOT NULL of id on con.parent',
    }),
    definition: alter('ALTER TABLE con.t ALTER CONSTRAINT f', 'DEFERRABLE', 'NOT DEFERRABLE'),
    validated: alter('ALTER TABLE con.t DROP CONSTRAINT c, ADD CONSTRAINT c CHECK (id > 0)', 'NOT VALID', '', {
      object: 'c on con.t',
      also: { 'constraint c on con.t: definition': PRINTED },
    }),
    enforced: alter('ALTER TABLE con.t ALTER CONSTRAINT f', 'NOT ENFORCED', 'ENFORCED', {
      also: {
        'constraint f on con.t: definition': PRINTED,
        'constraint f on con.t: validated': 'what is not enforced is not validated',
      },
    }),
    triggers: alter('ALTER TABLE con.t', 'DISABLE TRIGGER ALL', 'ENABLE TRIGGER ALL'),
    inherited: alter('ALTER TABLE con.below', 'INHERIT con.above', 'NO INHERIT con.above', {
      object: 'k on con.below',
      also: { 'table con.below: parents': 'a constraint is inherited from a parent' },
    }),
    local: byHand(
      NEVER_IN_PLACE,
      'UPDATE pg_constraint SET',
      'conislocal = false',
      'conislocal = true',
      `conrelid = 'con.t'::regclass AND conname = 'c'`,
      {
        object: 'c on con.t',
      },
    ),
  },
  life: {
    create: 'ALTER TABLE con.t ADD CONSTRAINT fresh CHECK (id < 9)',
    drop: 'ALTER TABLE con.t DROP CONSTRAINT fresh',
    object: 'fresh on con.t',
  },
};

export const index: ClassMutations = {
  class: 'index',
  setup: `CREATE SCHEMA idx; CREATE TABLE idx.t (a int NOT NULL, b int); CREATE UNIQUE INDEX one ON idx.t (a); CREATE INDEX two ON idx.t ((a + b));
    CREATE TABLE idx.parted (a int) PARTITION BY LIST (a); CREATE TABLE idx.p1 PARTITION OF idx.parted FOR VALUES IN (1);
    CREATE TABLE idx.p2 PARTITION OF idx.parted FOR VALUES IN (2);
    CREATE INDEX whole ON ONLY idx.parted (a); CREATE INDEX first ON idx.p1 (a)`,
  object: 'idx.one on idx.t',
  attributes: {
    definition: alter('ALTER INDEX idx.one', 'SET (fillfactor = 70)', 'RESET (fillfactor)'),
    valid: byHand(
      'only an index build that fails leaves it so',
      'UPDATE pg_index SET',
      'indisvalid = false',
      'indisvalid = true',
      `indexrelid = 'idx.two'::regclass`,
      {
        object: 'idx.two on idx.t',
      },
    ),
    ready: byHand(
      'only an index build that fails leaves it so',
      'UPDATE pg_index SET',
      'indisready = false',
      'indisready = true',
      `indexrelid = 'idx.two'::regclass`,
      {
        object: 'idx.two on idx.t',
      },
    ),
    live: byHand(
      'only a concurrent drop that fails leaves it so',
      'UPDATE pg_index SET',
      'indislive = false',
      'indislive = true',
      `indexrelid = 'idx.two'::regclass`,
      {
        object: 'idx.two on idx.t',
      },
    ),
    clustered: alter('ALTER TABLE idx.t', 'CLUSTER ON one', 'SET WITHOUT CLUSTER'),
    'replica identity': alter('ALTER TABLE idx.t REPLICA IDENTITY', 'USING INDEX one', 'DEFAULT', {
      also: {
        'table idx.t: replica identity': 'the table says that an index serves, the index says that it is the one',
      },
    }),
    tablespace: alter('ALTER INDEX idx.one SET TABLESPACE', 'other_space', 'pg_default'),
    'statistics targets': alter('ALTER INDEX idx.two ALTER COLUMN 1 SET STATISTICS', '500', '-1', {
      object: 'idx.two on idx.t',
    }),
    parents: {
      change: 'ALTER INDEX idx.whole ATTACH PARTITION idx.first',
      undo: `DELETE FROM pg_inherits WHERE inhrelid = 'idx.first'::regclass; UPDATE pg_class SET relispartition = false WHERE oid = 'idx.first'::regclass;
        DELETE FROM pg_depend WHERE objid = 'idx.first'::regclass AND deptype IN ('P', 'S')`,
      byHand: 'an attached index cannot be detached',
      object: 'idx.first on idx.p1',
    },
  },
  life: { create: 'CREATE INDEX fresh ON idx.t (b)', drop: 'DROP INDEX idx.fresh', object: 'idx.fresh on idx.t' },
};
