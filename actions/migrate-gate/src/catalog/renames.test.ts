import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareCatalogs } from './compare.ts';
import type { Catalog } from './object-rows.ts';
import type { Sql } from './testing/catalog-fixture.ts';
import { CatalogFixture } from './testing/catalog-fixture.ts';
import { told } from './testing/told.ts';

const SETUP: Sql = [
  'CREATE ROLE app',
  `CREATE SCHEMA shop; CREATE TYPE shop.state AS ENUM ('new', 'paid'); CREATE TYPE shop.place AS (street text);
   CREATE SEQUENCE shop.numbers; CREATE COLLATION shop.local (PROVIDER = icu, LOCALE = 'de');
   CREATE FUNCTION shop.twice(a int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT 2 * a';
   CREATE FUNCTION shop.touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
   CREATE TABLE shop.orders (id int PRIMARY KEY DEFAULT nextval('shop.numbers'), total int CONSTRAINT positive CHECK (total > 0),
     state shop.state DEFAULT 'new', home shop.place, name text COLLATE shop.local, doubled int GENERATED ALWAYS AS (shop.twice(total)) STORED);
   CREATE TABLE shop.items (order_id int CONSTRAINT of_order REFERENCES shop.orders (id));
   CREATE INDEX by_twice ON shop.orders (shop.twice(total)) WHERE state = 'new';
   CREATE VIEW shop.open AS SELECT o.id, o.total, (o.home).street FROM shop.orders o WHERE o.state = 'new' AND shop.twice(o.total) > 1;
   CREATE VIEW shop.above AS SELECT id FROM shop.open; CREATE MATERIALIZED VIEW shop.kept AS SELECT total FROM shop.orders;
   CREATE VIEW shop.joined AS SELECT * FROM shop.orders JOIN shop.items ON id = order_id;
   CREATE TRIGGER touch BEFORE UPDATE OF total ON shop.orders FOR EACH ROW WHEN (old.state <> 'paid') EXECUTE FUNCTION shop.touch();
   CREATE POLICY mine ON shop.orders TO app USING (total > 0 AND state = 'new'); CREATE RULE keep AS ON DELETE TO shop.orders WHERE old.total > 1 DO INSTEAD NOTHING;
   CREATE STATISTICS shop.st ON total, state FROM shop.orders; CREATE PUBLICATION p FOR TABLE shop.orders (id, total) WHERE (total > 0);
   CREATE FUNCTION shop.sum() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT sum(total) FROM shop.orders; END;
   CREATE DOMAIN shop.states AS shop.state DEFAULT 'new' CHECK (VALUE <> 'paid');
   GRANT SELECT ON shop.orders TO app; COMMENT ON COLUMN shop.orders.total IS 'words'; ALTER TABLE shop.items OWNER TO app;
   CREATE TYPE shop.span AS RANGE (SUBTYPE = int); CREATE TABLE shop.spans (a shop.span, b shop.span_multirange);
   CREATE SERVER remote FOREIGN DATA WRAPPER w`,
];

interface Renaming {
  readonly what: string;
  readonly there: Sql;
  readonly back: Sql;
  /** Some of what must be told beside the object itself, because its definition prints the name. */
  readonly follows: readonly string[];
}

const renamings: readonly Renaming[] = [
  {
    what: 'a column',
    there: 'ALTER TABLE shop.orders RENAME total TO amount',
    back: 'ALTER TABLE shop.orders RENAME amount TO total',
    follows: [
      'view shop.open: definition',
      'materialized view shop.kept: definition',
      'constraint positive on shop.orders: definition',
      'trigger touch on shop.orders: definition',
      'policy mine on shop.orders: using',
      'rule keep on shop.orders: definition',
      'index shop.by_twice on shop.orders: definition',
      'column shop.orders.doubled: generated',
      'statistics object shop.st on shop.orders: definition',
      'publication p: tables',
      'function shop.sum(): body',
      'comment table column shop.orders.total: gone',
    ],
  },
  {
    what: 'a table',
    there: 'ALTER TABLE shop.orders RENAME TO sales',
    back: 'ALTER TABLE shop.sales RENAME TO orders',
    follows: [
      'view shop.open: definition',
      'constraint of_order on shop.items: definition',
      'function shop.sum(): body',
      'trigger touch on shop.orders: gone',
      'publication p: tables',
    ],
  },
  {
    what: 'a schema',
    there: 'ALTER SCHEMA shop RENAME TO store',
    back: 'ALTER SCHEMA store RENAME TO shop',
    follows: ['view store.open: new', 'column store.orders.id: new', 'publication p: tables'],
  },
  {
    what: 'a role',
    there: 'ALTER ROLE app RENAME TO service',
    back: 'ALTER ROLE service RENAME TO app',
    follows: ['policy mine on shop.orders: roles', 'table shop.orders: privileges', 'table shop.items: owner'],
  },
  {
    what: 'an enum type',
    there: 'ALTER TYPE shop.state RENAME TO status',
    back: 'ALTER TYPE shop.status RENAME TO state',
    follows: [
      'column shop.orders.state: type',
      'column shop.orders.state: default',
      'view shop.open: definition',
      'domain shop.states: type',
    ],
  },
  {
    what: 'a label of an enum type',
    there: `ALTER TYPE shop.state RENAME VALUE 'new' TO 'fresh'`,
    back: `ALTER TYPE shop.state RENAME VALUE 'fresh' TO 'new'`,
    follows: [
      'column shop.orders.state: default',
      'view shop.open: definition',
      'index shop.by_twice on shop.orders: definition',
      'policy mine on shop.orders: using',
      'domain shop.states: default',
    ],
  },
  {
    what: 'a function',
    there: 'ALTER FUNCTION shop.twice RENAME TO doubled',
    back: 'ALTER FUNCTION shop.doubled RENAME TO twice',
    follows: [
      'index shop.by_twice on shop.orders: definition',
      'view shop.open: definition',
      'column shop.orders.doubled: generated',
    ],
  },
  {
    what: 'a trigger function that moves to another schema',
    there: 'ALTER FUNCTION shop.touch SET SCHEMA public',
    back: 'ALTER FUNCTION public.touch SET SCHEMA shop',
    follows: ['trigger touch on shop.orders: definition'],
  },
  {
    what: 'an attribute of a composite type',
    there: 'ALTER TYPE shop.place RENAME ATTRIBUTE street TO road',
    back: 'ALTER TYPE shop.place RENAME ATTRIBUTE road TO street',
    follows: ['view shop.open: definition'],
  },
  {
    what: 'a column of a view',
    there: 'ALTER VIEW shop.open RENAME id TO number',
    back: 'ALTER VIEW shop.open RENAME number TO id',
    follows: ['view shop.open: definition', 'view shop.above: definition'],
  },
  {
    what: 'a sequence',
    there: 'ALTER SEQUENCE shop.numbers RENAME TO ids',
    back: 'ALTER SEQUENCE shop.ids RENAME TO numbers',
    follows: ['column shop.orders.id: default'],
  },
  {
    what: 'a collation',
    there: 'ALTER COLLATION shop.local RENAME TO here',
    back: 'ALTER COLLATION shop.here RENAME TO local',
    follows: ['column shop.orders.name: collation'],
  },
  {
    what: 'a multirange type',
    there: 'ALTER TYPE shop.span_multirange RENAME TO spans_too',
    back: 'ALTER TYPE shop.spans_too RENAME TO span_multirange',
    follows: ['column shop.spans.b: type', 'range type shop.span: multirange'],
  },
  {
    what: 'a tablespace',
    there: 'ALTER TABLESPACE room RENAME TO hall',
    back: 'ALTER TABLESPACE hall RENAME TO room',
    follows: ['table shop.placed: tablespace'],
  },
  {
    what: 'two tables that change names',
    there:
      'ALTER TABLE shop.orders RENAME TO x; ALTER TABLE shop.items RENAME TO orders; ALTER TABLE shop.x RENAME TO items',
    back: 'ALTER TABLE shop.orders RENAME TO x; ALTER TABLE shop.items RENAME TO orders; ALTER TABLE shop.x RENAME TO items',
    follows: ['view shop.open: definition'],
  },
];

describe('a new name', () => {
  let fixture: CatalogFixture;

  beforeAll(async () => {
    const setup = [
      `CREATE TABLESPACE room LOCATION ''`,
      'CREATE FOREIGN DATA WRAPPER w',
      ...SETUP,
      'CREATE TABLE shop.placed () TABLESPACE room',
    ];
    fixture = await CatalogFixture.open({ setup });
  });

  afterAll(() => fixture.close());

  async function readBoth(): Promise<Catalog> {
    const catalog = await fixture.read();
    expect(told(compareCatalogs(await fixture.readAfresh(), catalog))).toEqual([]);
    return catalog;
  }

  it.each(renamings)('of $what is told of all that prints it', async ({ there, back, follows }) => {
    const before = await readBoth();
    await fixture.run(there);
    const lines = told(compareCatalogs(before, await readBoth()));
    expect(follows.filter((line) => !lines.includes(line))).toEqual([]);
    await fixture.run(back);
    expect(told(compareCatalogs(before, await readBoth()))).toEqual([]);
  });

  it('is given to a view by a column that a table it joins gets', async () => {
    const before = await readBoth();
    await fixture.run('ALTER TABLE shop.items ADD total int');
    const lines = told(compareCatalogs(before, await readBoth()));
    expect(lines).toContain('column shop.items.total: new');
    await fixture.run('ALTER TABLE shop.items DROP total');
    expect(told(compareCatalogs(before, await readBoth()))).toEqual([]);
  });
});
