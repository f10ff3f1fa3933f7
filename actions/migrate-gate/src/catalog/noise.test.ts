import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareCatalogs } from './compare.ts';
import { CatalogFixture } from './testing/catalog-fixture.ts';
import { toldWithNoise } from './testing/told.ts';

const CUSTOMERS = 'CREATE TABLE customers (id int PRIMARY KEY)';
const ORDERS =
  'CREATE TABLE orders (id serial PRIMARY KEY, a int CHECK (a > 0), customer int REFERENCES customers, UNIQUE (a), CHECK (a < id))';
/** Relations that hold the names which the server would choose, so that it chooses others. */
const IN_THE_WAY = `CREATE SEQUENCE orders_id_seq; CREATE VIEW orders_pkey AS SELECT 1; CREATE VIEW orders_a_key AS SELECT 1; CREATE VIEW orders_a_idx AS SELECT 1`;
const OUT_OF_THE_WAY = 'DROP SEQUENCE orders_id_seq; DROP VIEW orders_pkey, orders_a_key, orders_a_idx';

interface Case {
  readonly what: string;
  readonly before: string;
  readonly after: string;
  readonly told: readonly string[];
}

const column = 'column-order';
const name = 'generated-name';

const cases: readonly Case[] = [
  {
    what: 'columns in another order',
    before: 'CREATE TABLE t (a int, b int, c int)',
    after: 'CREATE TABLE t (c int, a int, b int)',
    told: ['a', 'b', 'c'].map((letter) => `column t.${letter}: position (${column})`),
  },
  {
    what: 'columns in another order, and one of another type',
    before: 'CREATE TABLE t (a int, b int)',
    after: 'CREATE TABLE t (b int, a bigint)',
    told: ['column t.a: position', 'column t.a: type', `column t.b: position (${column})`],
  },
  {
    what: 'columns of a view in another order',
    before: 'CREATE VIEW t AS SELECT 1 AS a, 2 AS b',
    after: 'CREATE VIEW t AS SELECT 2 AS b, 1 AS a',
    told: ['column t.a: place', 'column t.b: place', 'view t: definition'],
  },
  {
    what: 'a column that went, and those behind it',
    before: 'CREATE TABLE t (a int, b int, c int)',
    after: 'CREATE TABLE t (b int, c int)',
    told: ['column t.a: gone'],
  },
  {
    what: 'a column in the middle of a row type that went',
    before: 'CREATE TYPE t AS (a int, b int, c int)',
    after: 'CREATE TYPE t AS (a int, c int)',
    told: ['column t.b: gone'],
  },
  {
    what: 'the name of a NOT NULL constraint',
    before: 'CREATE TABLE t (a int CONSTRAINT needed NOT NULL)',
    after: 'CREATE TABLE t (a int NOT NULL)',
    told: ['constraint NOT NULL of a on t: name (not-null-name)'],
  },
  {
    what: 'a NOT NULL constraint that is not inherited any more',
    before: 'CREATE TABLE t (a int CONSTRAINT needed NOT NULL)',
    after: 'CREATE TABLE t (a int CONSTRAINT wanted NOT NULL NO INHERIT)',
    told: ['constraint NOT NULL of a on t: definition', 'constraint NOT NULL of a on t: name'],
  },
  {
    what: 'a sequence and what uses it, under a generated name with a number',
    before: `${CUSTOMERS}; ${ORDERS}; CREATE INDEX ON orders (a)`,
    after: `${CUSTOMERS}; ${IN_THE_WAY}; ${ORDERS}; CREATE INDEX ON orders (a); ${OUT_OF_THE_WAY}`,
    told: [
      `column orders.id: default (${name})`,
      `constraint orders_a_key on orders: name (${name})`,
      `constraint orders_pkey on orders: name (${name})`,
      `index orders_a_idx on orders: name (${name})`,
      `index orders_a_key on orders: name (${name})`,
      `index orders_pkey on orders: name (${name})`,
      `sequence orders_id_seq: name (${name})`,
    ],
  },
  {
    what: 'quoted names',
    before: 'CREATE TABLE "Orders" ("Id" serial PRIMARY KEY)',
    after:
      'CREATE SEQUENCE "Orders_Id_seq"; CREATE VIEW "Orders_pkey" AS SELECT 1; CREATE TABLE "Orders" ("Id" serial PRIMARY KEY); DROP SEQUENCE "Orders_Id_seq"; DROP VIEW "Orders_pkey"',
    told: [
      `column "Orders"."Id": default (${name})`,
      `constraint "Orders_pkey" on "Orders": name (${name})`,
      `index "Orders_pkey" on "Orders": name (${name})`,
      `sequence "Orders_Id_seq": name (${name})`,
    ],
  },
  {
    what: 'checks and foreign keys with a number, and a comment on one',
    before: `${CUSTOMERS}; ${ORDERS}; COMMENT ON CONSTRAINT orders_a_check ON orders IS 'words'`,
    after: `${CUSTOMERS}; ${ORDERS}; ALTER TABLE orders RENAME CONSTRAINT orders_a_check TO orders_a_check1; ALTER TABLE orders RENAME CONSTRAINT orders_check TO orders_check2;
      ALTER TABLE orders RENAME CONSTRAINT orders_customer_fkey TO orders_customer_fkey1; COMMENT ON CONSTRAINT orders_a_check1 ON orders IS 'words'`,
    told: [
      `comment table constraint orders_a_check on orders: name (${name})`,
      `constraint orders_a_check on orders: name (${name})`,
      `constraint orders_check on orders: name (${name})`,
      `constraint orders_customer_fkey on orders: name (${name})`,
    ],
  },
  {
    what: 'a real change beside a generated name',
    before: 'CREATE TABLE orders (id serial, a int)',
    after: `CREATE SEQUENCE orders_id_seq; CREATE TABLE orders (id serial, a int NOT NULL DEFAULT 1); DROP SEQUENCE orders_id_seq`,
    told: [
      'column orders.a: default',
      'column orders.a: not null',
      `column orders.id: default (${name})`,
      'constraint NOT NULL of a on orders: new',
      `sequence orders_id_seq: name (${name})`,
    ],
  },
  {
    what: 'a column whose default has a generated name, but is not needed any more',
    before: 'CREATE TABLE orders (id serial)',
    after: `CREATE SEQUENCE orders_id_seq; CREATE TABLE orders (id serial); ALTER TABLE orders ALTER id DROP NOT NULL; DROP SEQUENCE orders_id_seq`,
    told: [
      'column orders.id: not null',
      'constraint NOT NULL of id on orders: gone',
      `sequence orders_id_seq: name (${name})`,
    ],
  },
  {
    what: 'an index that lost UNIQUE along with its name',
    before: 'CREATE TABLE orders (a int); CREATE UNIQUE INDEX orders_a_idx ON orders (a)',
    after: 'CREATE TABLE orders (a int); CREATE INDEX orders_a_idx1 ON orders (a)',
    told: ['index orders_a_idx on orders: gone', 'index orders_a_idx1 on orders: new'],
  },
  {
    what: 'another sequence under a generated name',
    before: 'CREATE TABLE orders (id serial)',
    after: `CREATE SEQUENCE orders_id_seq; CREATE TABLE orders (id bigserial); DROP SEQUENCE orders_id_seq; ALTER TABLE orders ALTER id TYPE int`,
    told: ['column orders.id: default', 'sequence orders_id_seq: gone', 'sequence orders_id_seq1: new'],
  },
  {
    what: 'names that people gave and that end in a number',
    before:
      'CREATE TABLE orders (a int CONSTRAINT rule_1 CHECK (a > 0)); CREATE INDEX search_1 ON orders (a); CREATE SEQUENCE ticket_seq; CREATE INDEX orders_fast_idx ON orders (a)',
    after:
      'CREATE TABLE orders (a int CONSTRAINT rule_2 CHECK (a > 0)); CREATE INDEX search_2 ON orders (a); CREATE SEQUENCE ticket_seq2; CREATE INDEX orders_fast_idx2 ON orders (a)',
    told: [
      'constraint rule_1 on orders: gone',
      'constraint rule_2 on orders: new',
      'index orders_fast_idx on orders: gone',
      'index orders_fast_idx2 on orders: new',
      'index search_1 on orders: gone',
      'index search_2 on orders: new',
      'sequence ticket_seq2: new',
      'sequence ticket_seq: gone',
    ],
  },
  {
    what: 'tables whose name looks generated',
    before: 'CREATE TABLE a_key ()',
    after: 'CREATE TABLE a_key1 ()',
    told: ['table a_key1: new', 'table a_key: gone'],
  },
];

describe('noise', () => {
  let fixture: CatalogFixture;

  beforeAll(async () => {
    fixture = await CatalogFixture.open();
  });

  afterAll(() => fixture.close());

  it.each(cases)('is told apart: $what', async ({ before, after, told }) => {
    await fixture.run(before);
    const expected = await fixture.read();
    await fixture.run(`DROP SCHEMA public CASCADE; CREATE SCHEMA public; ALTER SCHEMA public OWNER TO pg_database_owner;
      GRANT USAGE ON SCHEMA public TO public; COMMENT ON SCHEMA public IS 'standard public schema'; ${after}`);
    const differences = compareCatalogs(expected, await fixture.read()).filter(
      (d) => !['schema', 'comment'].includes(d.class) || d.noise !== null,
    );
    await fixture.run('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
    expect(toldWithNoise(differences)).toEqual(told.toSorted());
  });
});
