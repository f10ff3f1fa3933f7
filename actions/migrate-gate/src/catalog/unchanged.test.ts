import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { compareCatalogs } from './compare.ts';
import type { Sql } from './testing/catalog-fixture.ts';
import { CatalogFixture } from './testing/catalog-fixture.ts';
import { told } from './testing/told.ts';

const VIEW = 'VIEW v AS SELECT o.id, o.note FROM orders o WHERE o.total > 0';
const FUNCTION = `FUNCTION double(a int) RETURNS int LANGUAGE plpgsql STABLE AS 'BEGIN RETURN 2 * a; END'`;
const TRIGGER = 'TRIGGER touch BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch()';

const SETUP: Sql = [
  'CREATE ROLE app; CREATE ROLE reader',
  `CREATE TYPE state AS ENUM ('new', 'paid'); CREATE DOMAIN money_amount AS numeric CHECK (VALUE >= 0);
   CREATE TABLE orders (id serial PRIMARY KEY, note text DEFAULT 'x', total int NOT NULL, state state, CONSTRAINT positive CHECK (total > 0));
   CREATE INDEX by_total ON orders (total) WHERE total > 10; COMMENT ON TABLE orders IS 'words'; ALTER TABLE orders SET (fillfactor = 70);
   CREATE ${VIEW}; CREATE MATERIALIZED VIEW m AS SELECT id FROM orders; CREATE ${FUNCTION};
   CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; CREATE ${TRIGGER};
   CREATE TABLE parted (a int) PARTITION BY LIST (a); CREATE TABLE part PARTITION OF parted FOR VALUES IN (1);
   GRANT SELECT ON orders TO reader; CREATE POLICY mine ON orders USING (total > 0); CREATE PUBLICATION p FOR TABLE orders;
   CREATE VIEW since AS SELECT date '2020-12-31' AS day, interval '1 day 2 hours' AS span, float8 '0.1' AS part; CREATE STATISTICS st ON id, total FROM orders; CREATE SCHEMA other; CREATE ROLE old VALID UNTIL '2020-01-01'; CREATE RULE r AS ON DELETE TO orders DO INSTEAD NOTHING`,
];

/** What is done, and why it is nothing. */
const nothings: readonly (readonly [string, Sql])[] = [
  ['granting what is granted', 'GRANT SELECT ON orders TO reader'],
  [
    'granting the default privileges',
    'GRANT EXECUTE ON FUNCTION double TO public; GRANT ALL ON parted TO postgres; GRANT USAGE ON TYPE state TO public',
  ],
  ['a grant and its revocation', 'GRANT SELECT ON parted TO app; REVOKE SELECT ON parted FROM app'],
  [
    'a column grant and its revocation',
    'GRANT SELECT (note) ON orders TO app; REVOKE SELECT (note) ON orders FROM app',
  ],
  [
    'a grant on a schema and its revocation',
    'GRANT USAGE ON SCHEMA other TO app; REVOKE USAGE ON SCHEMA other FROM app',
  ],
  [
    'a revocation and its grant',
    'REVOKE EXECUTE ON FUNCTION double FROM public; GRANT EXECUTE ON FUNCTION double TO public',
  ],
  [
    'default privileges given and taken',
    'ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO app; ALTER DEFAULT PRIVILEGES REVOKE SELECT ON TABLES FROM app',
  ],
  ['options set to what they are', 'ALTER TABLE orders SET (fillfactor = 70)'],
  ['a default set to what it is', `ALTER TABLE orders ALTER note SET DEFAULT 'x'`],
  ['NOT NULL set where it is', 'ALTER TABLE orders ALTER total SET NOT NULL'],
  [
    'a type set to what it is',
    'ALTER TABLE parted ADD note text; ALTER TABLE parted ALTER note TYPE text; ALTER TABLE parted DROP note',
  ],
  [
    'an owner set to who it is',
    'ALTER TABLE orders OWNER TO CURRENT_USER; ALTER FUNCTION double OWNER TO CURRENT_USER',
  ],
  ['the same comment', `COMMENT ON TABLE orders IS 'words'`],
  ['a view replaced by itself', `CREATE OR REPLACE ${VIEW}`],
  ['a function replaced by itself', `CREATE OR REPLACE ${FUNCTION}`],
  ['a trigger replaced by itself', `CREATE OR REPLACE ${TRIGGER}`],
  ['a rule replaced by itself', 'CREATE OR REPLACE RULE r AS ON DELETE TO orders DO INSTEAD NOTHING'],
  ['a view dropped and made again', ['DROP VIEW v', `CREATE ${VIEW}`]],
  [
    'an index dropped and made again',
    ['DROP INDEX by_total', 'CREATE INDEX by_total ON orders (total) WHERE total > 10'],
  ],
  ['a trigger dropped and made again in one transaction', `DROP TRIGGER touch ON orders; CREATE ${TRIGGER}`],
  [
    'a constraint dropped and made again',
    'ALTER TABLE orders DROP CONSTRAINT positive, ADD CONSTRAINT positive CHECK (total > 0)',
  ],
  [
    'an enum type dropped and made again',
    [
      `ALTER TABLE orders ALTER state TYPE text; DROP TYPE state`,
      `CREATE TYPE state AS ENUM ('new', 'paid'); ALTER TABLE orders ALTER state TYPE state USING state::state`,
    ],
  ],
  ['a table dropped and made again', ['DROP TABLE part', 'CREATE TABLE part PARTITION OF parted FOR VALUES IN (1)']],
  [
    'a partition detached and attached',
    ['ALTER TABLE parted DETACH PARTITION part', 'ALTER TABLE parted ATTACH PARTITION part FOR VALUES IN (1)'],
  ],
  ['a column added and dropped, which leaves a hole', 'ALTER TABLE orders ADD hole int; ALTER TABLE orders DROP hole'],
  ['a view column behind holes', ['ALTER TABLE orders ADD hole int', 'ALTER TABLE orders DROP hole']],
  [
    'a trigger switched off and on',
    'ALTER TABLE orders DISABLE TRIGGER touch; ALTER TABLE orders ENABLE TRIGGER touch',
  ],
  [
    'row security switched on and off',
    'ALTER TABLE orders ENABLE ROW LEVEL SECURITY; ALTER TABLE orders DISABLE ROW LEVEL SECURITY',
  ],
  ['an object made and dropped in one transaction', 'CREATE TABLE short (a serial PRIMARY KEY); DROP TABLE short'],
  [
    'a name changed there and back',
    ['ALTER TABLE orders RENAME note TO remark', 'ALTER TABLE orders RENAME remark TO note'],
  ],
  [
    'a schema changed there and back',
    ['ALTER TABLE orders SET SCHEMA other', 'ALTER TABLE other.orders SET SCHEMA public'],
  ],
  [
    'rows and numbers',
    `INSERT INTO orders (total) VALUES (11), (12); UPDATE orders SET note = 'y'; SELECT nextval('orders_id_seq'); SELECT setval('orders_id_seq', 50)`,
  ],
  ['an emptied table', 'INSERT INTO orders (total) VALUES (11); TRUNCATE orders RESTART IDENTITY'],
  ['statistics', 'ANALYZE orders'],
  ['a vacuum', ['VACUUM orders', 'VACUUM FULL orders', 'VACUUM FREEZE pg_class']],
  ['rebuilt indexes', ['REINDEX TABLE orders', 'REINDEX INDEX CONCURRENTLY by_total']],
  ['a clustered table', ['CLUSTER orders USING orders_pkey', 'ALTER TABLE orders SET WITHOUT CLUSTER']],
  ['rewritten catalogs', ['VACUUM FULL pg_class', 'VACUUM FULL pg_attribute']],
  ['a refreshed materialized view', 'REFRESH MATERIALIZED VIEW m'],
  [
    'temporary objects, as long as they live',
    `CREATE TEMP TABLE brief (id serial PRIMARY KEY, a text DEFAULT 1); CREATE INDEX ON brief (a); CREATE TEMP VIEW brief_view AS SELECT * FROM brief; COMMENT ON COLUMN brief.a IS 'words'; CREATE TYPE pg_temp.brief_type AS ENUM ('a')`,
  ],
  [
    'settings of the session',
    `SET search_path = other, public; SET DateStyle = 'German'; SET IntervalStyle = 'iso_8601'; SET TimeZone = 'Asia/Tokyo'; SET extra_float_digits = -10; SET quote_all_identifiers = on`,
  ],
  ['a transaction that is rolled back', 'BEGIN; ALTER TABLE orders ADD gone int; DROP VIEW v; ROLLBACK'],
  [
    'a savepoint that is rolled back',
    'BEGIN; SAVEPOINT s; ALTER TABLE orders ADD gone int; DROP VIEW v; ROLLBACK TO s; COMMIT',
  ],
];

describe('a change of nothing', () => {
  let fixture: CatalogFixture;

  beforeAll(async () => {
    fixture = await CatalogFixture.open({ setup: SETUP });
  });

  afterAll(() => fixture.close());

  afterEach(() => fixture.run('RESET ALL'));

  it.each(nothings)('is not found: %s', async (_, sql) => {
    const before = await fixture.read();
    await fixture.run(sql);
    expect(told(compareCatalogs(before, await fixture.read()))).toEqual([]);
    expect(told(compareCatalogs(before, await fixture.readAfresh()))).toEqual([]);
  });

  it('gives the very same catalog when no transaction ran', async () => {
    expect(await fixture.read()).toBe(await fixture.read());
  });
});
