import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../ports.ts';
import { embeddedEngine } from '../testing/embedded.ts';
import { changed, difference } from '../testing/facts.ts';
import { script } from '../testing/migrations.ts';
import { repairSql } from './repair.ts';

interface Fault {
  readonly what: string;
  /** Schema of the base, besides the common one. */
  readonly base?: string;
  readonly up: string;
  /** The way down with the fault. */
  readonly down: string;
}

const common = `
  CREATE TABLE orders (id bigint PRIMARY KEY, number text, status text NOT NULL DEFAULT 'new', total numeric(10,2), touched timestamptz);
  CREATE TABLE items (id int PRIMARY KEY, order_id bigint, amount int);
  CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN NEW.touched = now(); RETURN NEW; END$$;
`;

/** A way down that undoes nothing, or the wrong thing. */
const faults: readonly Fault[] = [
  {
    what: 'a trigger that went with its function',
    base: 'CREATE TRIGGER touch_orders BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch();',
    up: 'ALTER TABLE orders ADD COLUMN note text;',
    down: 'ALTER TABLE orders DROP COLUMN note; DROP FUNCTION touch() CASCADE;',
  },
  {
    what: 'a disabled trigger',
    base: 'CREATE TRIGGER touch_orders BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch();',
    up: 'ALTER TABLE orders DISABLE TRIGGER touch_orders;',
    down: 'SELECT 1;',
  },
  {
    what: 'a trigger that was gone while disabled',
    base: 'CREATE TRIGGER touch_orders BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch(); ALTER TABLE orders DISABLE TRIGGER touch_orders;',
    up: 'ALTER TABLE orders ADD COLUMN note text;',
    down: 'ALTER TABLE orders DROP COLUMN note; DROP TRIGGER touch_orders ON orders;',
  },
  {
    what: 'a trigger left behind',
    up: 'CREATE TRIGGER extra BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION touch();',
    down: 'SELECT 1;',
  },
  {
    what: 'a trigger with another event',
    base: 'CREATE TRIGGER touch_orders BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch();',
    up: 'CREATE OR REPLACE TRIGGER touch_orders BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION touch();',
    down: 'SELECT 1;',
  },
  {
    what: 'an index that is gone',
    base: 'CREATE INDEX orders_status ON orders (status);',
    up: 'DROP INDEX orders_status;',
    down: 'SELECT 1;',
  },
  {
    what: 'an index that comes back without UNIQUE',
    base: 'CREATE UNIQUE INDEX orders_number ON orders (number) WHERE number IS NOT NULL;',
    up: 'DROP INDEX orders_number;',
    down: 'CREATE INDEX orders_number ON orders (number) WHERE number IS NOT NULL;',
  },
  { what: 'an index left behind', up: 'CREATE INDEX orders_total ON orders (total);', down: 'SELECT 1;' },
  {
    what: 'a unique constraint that is gone with its index',
    base: 'ALTER TABLE orders ADD CONSTRAINT orders_number_key UNIQUE (number);',
    up: 'ALTER TABLE orders DROP CONSTRAINT orders_number_key;',
    down: 'SELECT 1;',
  },
  {
    what: 'a unique constraint left behind',
    up: 'ALTER TABLE orders ADD CONSTRAINT orders_number_key UNIQUE (number);',
    down: 'SELECT 1;',
  },
  {
    what: 'a foreign key and the key that it points to',
    base: 'ALTER TABLE orders ADD UNIQUE (number); ALTER TABLE items ADD COLUMN order_number text REFERENCES orders (number);',
    up: 'ALTER TABLE orders DROP CONSTRAINT orders_number_key CASCADE;',
    down: 'SELECT 1;',
  },
  {
    what: 'a key and the foreign key on it, left behind',
    up: 'ALTER TABLE orders ADD CONSTRAINT a_key UNIQUE (number); ALTER TABLE items ADD COLUMN order_number text; ALTER TABLE items ADD CONSTRAINT items_order_number_fkey FOREIGN KEY (order_number) REFERENCES orders (number);',
    down: 'SELECT 1;',
  },
  {
    what: 'a check that is not validated',
    base: 'ALTER TABLE items ADD CONSTRAINT amount_above_zero CHECK (amount > 0);',
    up: 'ALTER TABLE items DROP CONSTRAINT amount_above_zero;',
    down: 'ALTER TABLE items ADD CONSTRAINT amount_above_zero CHECK (amount > 0) NOT VALID;',
  },
  {
    what: 'a domain with its check',
    base: 'CREATE DOMAIN cents AS int NOT NULL DEFAULT 0 CHECK (VALUE >= 0);',
    up: 'SELECT 1;',
    down: 'DROP DOMAIN cents;',
  },
  {
    what: 'views that read one another',
    base: 'CREATE VIEW late AS SELECT id FROM orders; CREATE VIEW early AS SELECT id FROM late; CREATE MATERIALIZED VIEW mid AS SELECT id FROM early; CREATE INDEX mid_id ON mid (id);',
    up: 'SELECT 1;',
    down: 'DROP VIEW late CASCADE;',
  },
  {
    what: 'views left behind',
    up: 'CREATE VIEW late AS SELECT id FROM orders; CREATE VIEW early AS SELECT id FROM late;',
    down: 'SELECT 1;',
  },
  {
    what: 'a view with another condition',
    base: "CREATE VIEW open_orders AS SELECT id, status FROM orders WHERE status = 'new';",
    up: "CREATE OR REPLACE VIEW open_orders AS SELECT id, status FROM orders WHERE status <> 'done';",
    down: 'SELECT 1;',
  },
  {
    what: 'a view with more columns',
    base: 'CREATE VIEW open_orders AS SELECT id FROM orders;',
    up: 'CREATE OR REPLACE VIEW open_orders AS SELECT id, total FROM orders;',
    down: 'SELECT 1;',
  },
  { what: 'a default that is gone', up: 'ALTER TABLE orders ALTER status DROP DEFAULT;', down: 'SELECT 1;' },
  {
    what: 'a default that is another one',
    up: "ALTER TABLE orders ALTER status SET DEFAULT 'open';",
    down: 'SELECT 1;',
  },
  { what: 'a default left behind', up: "ALTER TABLE orders ALTER number SET DEFAULT '-';", down: 'SELECT 1;' },
  { what: 'a NOT NULL that is gone', up: 'ALTER TABLE orders ALTER status DROP NOT NULL;', down: 'SELECT 1;' },
  { what: 'a NOT NULL left behind', up: 'ALTER TABLE orders ALTER number SET NOT NULL;', down: 'SELECT 1;' },
  {
    what: 'a narrower type',
    up: 'ALTER TABLE orders ALTER total TYPE int;',
    down: 'ALTER TABLE orders ALTER total TYPE numeric(8,2);',
  },
  {
    what: 'an enum with its column and default',
    up: "CREATE TYPE state AS ENUM ('new', 'done'); ALTER TABLE orders ALTER status DROP DEFAULT; ALTER TABLE orders ALTER status TYPE state USING status::state; ALTER TABLE orders ALTER status SET DEFAULT 'new';",
    down: 'SELECT 1;',
  },
  {
    what: 'an enum left behind',
    up: "CREATE TYPE state AS ENUM ('new'); ALTER TABLE orders ADD COLUMN state state;",
    down: 'ALTER TABLE orders DROP COLUMN state;',
  },
  {
    what: 'one enum in place of another',
    base: "CREATE TYPE state AS ENUM ('new', 'it''s done'); ALTER TABLE orders ADD COLUMN state state NOT NULL DEFAULT 'new';",
    up: "CREATE TYPE state_2 AS ENUM ('new', 'it''s done', 'lost'); ALTER TABLE orders ALTER state DROP DEFAULT; ALTER TABLE orders ALTER state TYPE state_2 USING state::text::state_2; ALTER TABLE orders ALTER state SET DEFAULT 'new'; DROP TYPE state;",
    down: 'SELECT 1;',
  },
  { what: 'an extension left behind', up: 'CREATE EXTENSION citext;', down: 'SELECT 1;' },
  {
    what: 'an extension that is gone',
    base: 'CREATE SCHEMA tools; CREATE EXTENSION citext SCHEMA tools;',
    up: 'SELECT 1;',
    down: 'DROP EXTENSION citext;',
  },
  { what: 'a column left behind', up: 'ALTER TABLE orders ADD COLUMN "Odd. name" text;', down: 'SELECT 1;' },
  {
    what: 'a numbered column with its index and check left behind',
    up: 'ALTER TABLE orders ADD COLUMN nr serial; CREATE INDEX orders_nr ON orders (nr); ALTER TABLE orders ADD CONSTRAINT nr_positive CHECK (nr > 0);',
    down: 'SELECT 1;',
  },
  {
    what: 'tables that point at one another, left behind',
    up: "CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id serial PRIMARY KEY, a int REFERENCES a); ALTER TABLE a ADD COLUMN b int REFERENCES b; COMMENT ON TABLE a IS 'one';",
    down: 'SELECT 1;',
  },
  {
    what: 'functions and a procedure that are gone',
    base: `CREATE FUNCTION twice(n int, OUT result int) LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS 'SELECT n * 2';
      CREATE FUNCTION thrice(n int) RETURNS int LANGUAGE sql RETURN n * 3;
      CREATE FUNCTION rows_of(lowest int DEFAULT 0) RETURNS TABLE (id bigint) LANGUAGE plpgsql STABLE AS $f$BEGIN RETURN QUERY SELECT o.id FROM orders o; /* $$ */ END$f$;
      CREATE PROCEDURE nothing() LANGUAGE plpgsql SECURITY DEFINER AS 'BEGIN END';`,
    up: 'SELECT 1;',
    down: 'DROP FUNCTION twice; DROP FUNCTION thrice; DROP FUNCTION rows_of; DROP PROCEDURE nothing;',
  },
  {
    what: 'a function left behind',
    up: "CREATE FUNCTION twice(n int) RETURNS int LANGUAGE sql AS 'SELECT n * 2';",
    down: 'SELECT 1;',
  },
  {
    what: 'policies',
    base: "ALTER TABLE orders ENABLE ROW LEVEL SECURITY; CREATE POLICY mine ON orders AS RESTRICTIVE FOR SELECT USING (status = 'new'); CREATE POLICY other ON orders USING (id > 0) WITH CHECK (id > 1);",
    up: 'DROP POLICY mine ON orders; ALTER POLICY other ON orders USING (id > 5) WITH CHECK (id > 6); CREATE POLICY fresh ON orders USING (true);',
    down: 'SELECT 1;',
  },
  {
    what: 'row security',
    up: 'ALTER TABLE orders ENABLE ROW LEVEL SECURITY; ALTER TABLE orders FORCE ROW LEVEL SECURITY;',
    down: 'SELECT 1;',
  },
  {
    what: 'rules and statistics objects',
    base: 'CREATE RULE quiet AS ON DELETE TO orders DO INSTEAD NOTHING; CREATE STATISTICS both_of ON number, status FROM orders;',
    up: 'CREATE OR REPLACE RULE quiet AS ON DELETE TO orders DO ALSO SELECT 1; DROP STATISTICS both_of; CREATE RULE loud AS ON UPDATE TO items DO ALSO SELECT 2;',
    down: 'SELECT 1;',
  },
  {
    what: 'comments',
    base: "COMMENT ON TABLE orders IS 'It''s \\ all'; COMMENT ON COLUMN orders.status IS 'one';",
    up: "COMMENT ON TABLE orders IS NULL; COMMENT ON COLUMN orders.status IS 'two'; COMMENT ON CONSTRAINT orders_pkey ON orders IS 'three'; COMMENT ON FUNCTION touch() IS 'four';",
    down: 'SELECT 1;',
  },
  {
    what: 'a schema with all that is in it, left behind',
    up: "CREATE SCHEMA app; CREATE TABLE app.t (id int); CREATE TYPE app.mood AS ENUM ('a');",
    down: 'DROP TABLE app.t;',
  },
  {
    what: 'grants that are lost, and others left behind',
    base: 'CREATE ROLE clerk; CREATE VIEW report AS SELECT id FROM orders; GRANT SELECT, UPDATE ON report TO clerk; GRANT SELECT ON report TO PUBLIC; GRANT USAGE ON SCHEMA public TO clerk;',
    up: 'REVOKE ALL ON report FROM clerk, PUBLIC; GRANT DELETE ON report TO clerk; GRANT INSERT ON orders TO clerk; REVOKE USAGE ON SCHEMA public FROM clerk;',
    down: 'SELECT 1;',
  },
  {
    what: 'a partition that is detached',
    base: 'CREATE TABLE log (n int NOT NULL, PRIMARY KEY (n)) PARTITION BY RANGE (n); CREATE TABLE log_1 PARTITION OF log FOR VALUES FROM (1) TO (9);',
    up: 'ALTER TABLE log DETACH PARTITION log_1;',
    down: 'SELECT 1;',
  },
  {
    what: 'a table that inherits no longer, and one that does now',
    base: 'CREATE TABLE old_parent (n int); CREATE TABLE child (n int) INHERITS (old_parent); CREATE TABLE orphan (n int);',
    up: 'ALTER TABLE child NO INHERIT old_parent; ALTER TABLE orphan INHERIT old_parent;',
    down: 'SELECT 1;',
  },
  {
    what: 'a sequence that is owned by nobody, and one that is owned now',
    base: 'CREATE SEQUENCE numbers OWNED BY orders.id; CREATE SEQUENCE others;',
    up: 'ALTER SEQUENCE numbers OWNED BY NONE; ALTER SEQUENCE others OWNED BY items.id;',
    down: 'SELECT 1;',
  },
  { what: 'a role left behind', up: 'CREATE ROLE clerk;', down: 'SELECT 1;' },
];

describe('repairSql', () => {
  let database: Database;

  beforeAll(async () => {
    ({ database } = await embeddedEngine({ extensions: ['citext'] }).open());
  });

  afterAll(async () => {
    await database.close();
  });

  async function run(sql: string): Promise<void> {
    expect(await database.run(script(sql)), sql).toMatchObject({ outcome: 'ok' });
  }

  async function startOver(base: string): Promise<void> {
    await run(
      'DROP EXTENSION IF EXISTS citext; DROP SCHEMA IF EXISTS tools CASCADE; DROP SCHEMA IF EXISTS app CASCADE; DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public; DROP ROLE IF EXISTS clerk',
    );
    await run(common + base);
  }

  it.each(faults)('makes the round trip clean: $what', async ({ base = '', up, down }) => {
    await startOver(base);
    const start = await database.catalog();
    await run(up);
    const top = await database.catalog();
    await run(down);
    const differences = await database.compare(start, await database.catalog());
    const repair = repairSql(differences);
    expect(repair, JSON.stringify(differences)).toBeDefined();
    await startOver(base);
    await run(up);
    await run(`${down}\n${repair?.text}`);
    const left = await database.compare(start, await database.catalog());
    expect(
      left.filter(({ noise }) => noise === null),
      repair?.text,
    ).toEqual([]);
    await run(up);
    expect((await database.compare(top, await database.catalog())).filter(({ noise }) => noise === null)).toEqual([]);
  });
});

describe('what has no repair', () => {
  it.each(['table', 'column', 'sequence', 'role'])(
    "is a %s that is gone: its rows, or whose it was, are nobody's to write",
    (kind) => {
      expect(repairSql([difference(kind, 'orders.note')])).toBeUndefined();
    },
  );

  it('is the body of a function, and the labels of an enum', () => {
    expect(repairSql([changed('function', 'f()', 'body', 'a', 'b')])).toBeUndefined();
    expect(repairSql([changed('type', 'mood', 'labels', "'a'", "'a', 'b'")])).toBeUndefined();
  });

  it('is named behind what has one, on one line', () => {
    const all = [
      difference('type', 'mood', 'new'),
      difference('column', 'orders."no\nte"'),
      changed('table', 'orders', 'privileges', 'a', 'b'),
    ];
    expect(repairSql(all)?.text).toBe(
      'DROP TYPE mood;\n-- not here: column orders."no te"\n-- not here: table orders, privileges',
    );
  });

  it('is what a partition has from its table', () => {
    const own = (kind: string, object: string, more: Record<string, string>) =>
      difference(kind, object, 'gone', {
        attributes: Object.entries(more).map(([name, expected]) => ({ name, expected, got: null })),
      });
    expect(repairSql([own('trigger', 't on part', { definition: 'CREATE TRIGGER', parent: 'whole' })])).toBeUndefined();
    expect(
      repairSql([own('index', 'i on whole', { definition: 'CREATE INDEX i ON ONLY public.whole (n)' })]),
    ).toBeUndefined();
    expect(
      repairSql([own('constraint', 'c on part', { definition: 'CHECK (n > 0)', local: 'false' })]),
    ).toBeUndefined();
  });
});
