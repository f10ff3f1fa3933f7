import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { runs } from '../../../../scripts/vitest/thoroughly.ts';
import { compareCatalogs } from './compare.ts';
import type { Catalog } from './object-rows.ts';
import type { Sql } from './testing/catalog-fixture.ts';
import { CatalogFixture } from './testing/catalog-fixture.ts';
import { messages, START, steps } from './testing/random-ddl.ts';
import { told } from './testing/told.ts';

const RUNS = runs(25, 8);
const SEED = 20260201;

describe('the reader of what has changed', () => {
  let fixture: CatalogFixture;

  beforeAll(async () => {
    fixture = await CatalogFixture.open({ extensions: ['citext'] });
  });

  afterAll(() => fixture.close());

  afterEach(() =>
    fixture.run(
      'DROP EXTENSION IF EXISTS citext CASCADE; DROP SCHEMA IF EXISTS public, moved CASCADE; CREATE SCHEMA public',
    ),
  );

  async function attempt(sql: string): Promise<boolean> {
    return await fixture.run(sql).then(
      () => true,
      () => false,
    );
  }

  function same(a: Catalog, b: Catalog): boolean {
    return a.size === b.size && [...a].every(([id, attributes]) => b.get(id) === attributes);
  }

  /** For what a migration may do to names that definitions leave out, or to the server's own resolution of them. */
  async function expectFreshAfter(sql: Sql): Promise<void> {
    await fixture.run(sql);
    const now = await fixture.read();
    expect(told(compareCatalogs(await fixture.readAfresh(), now))).toEqual([]);
  }

  it('reads an index again that was built with a default operator class, once there is another default', async () => {
    await fixture.run('CREATE TABLE words (a varchar); CREATE INDEX by_word ON words (a)');
    await fixture.read();
    await expectFreshAfter(
      'CREATE OPERATOR CLASS mine DEFAULT FOR TYPE varchar USING btree AS FUNCTION 1 bttextcmp(text, text)',
    );
    await expectFreshAfter('DROP OPERATOR CLASS mine USING btree');
  });

  it('reads the types of columns again when their extension moves to another schema', async () => {
    await fixture.run('CREATE SCHEMA moved; CREATE EXTENSION citext; CREATE TABLE insensitive (a citext)');
    await fixture.read();
    await expectFreshAfter('ALTER EXTENSION citext SET SCHEMA moved');
  });

  it('reads the types of columns again when a type of an extension has another name', async () => {
    await fixture.run('CREATE EXTENSION citext; CREATE TABLE renamed (a citext)');
    await fixture.read();
    await expectFreshAfter('ALTER TYPE citext RENAME TO insensitive_text');
  });

  it('reads the storage of columns again when their type has another default', async () => {
    await fixture.run(`CREATE TYPE bag; CREATE FUNCTION bag_in(cstring) RETURNS bag IMMUTABLE STRICT LANGUAGE internal AS 'textin';
      CREATE FUNCTION bag_out(bag) RETURNS cstring IMMUTABLE STRICT LANGUAGE internal AS 'textout';
      CREATE TYPE bag (INPUT = bag_in, OUTPUT = bag_out, STORAGE = extended); CREATE TABLE bags (a bag)`);
    await fixture.read();
    await expectFreshAfter('ALTER TYPE bag SET (STORAGE = external)');
  });

  it('reads on when implicit casts make operators of text ambiguous, as old workarounds do', async () => {
    const types = ['smallint', 'int', 'bigint', 'oid', 'date', 'numeric'];
    const setup = types.map((type) => `CREATE CAST (${type} AS text) WITH INOUT AS IMPLICIT`).join(';');
    await fixture.run(
      'CREATE TABLE counted (a int, b int); CREATE INDEX by_sum ON counted ((a + b)); ALTER INDEX by_sum ALTER COLUMN 1 SET STATISTICS 5',
    );
    await expectFreshAfter(
      `${setup}; CREATE TEXT SEARCH CONFIGURATION plain (COPY = pg_catalog.simple); COMMENT ON TABLE counted IS 'words'`,
    );
    await fixture.run(types.map((type) => `DROP CAST (${type} AS text)`).join(';'));
  });

  it('looks beyond tables where an event trigger may have done more than the statement says', async () => {
    await fixture.run(`CREATE FUNCTION grow() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN CREATE SCHEMA IF NOT EXISTS moved; END $$;
      CREATE EVENT TRIGGER growing ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION grow()`);
    const before = await fixture.read();
    await fixture.run('CREATE TABLE plain ()');
    const after = await fixture.read({ rareToo: false });
    await fixture.run('DROP EVENT TRIGGER growing');
    expect(told(compareCatalogs(before, after))).toEqual(['schema moved: new', 'table plain: new']);
  });

  it('gives the very same catalog when everything was made anew as it was', async () => {
    await fixture.run(`CREATE TABLE again (a int PRIMARY KEY, b text); COMMENT ON TABLE again IS 'words'`);
    const before = await fixture.read();
    await fixture.run(
      `DROP TABLE again; CREATE TABLE again (a int PRIMARY KEY, b text); COMMENT ON TABLE again IS 'words'`,
    );
    expect(await fixture.read()).toBe(before);
    await fixture.run('ALTER TABLE again ALTER b SET NOT NULL');
    expect(await fixture.read()).not.toBe(before);
  });

  it('reads what a read of everything reads, after any statements', async () => {
    let done = 0;
    await fc.assert(
      fc.asyncProperty(steps, async (list) => {
        await fixture.run(START);
        let before = await fixture.read();
        for (const step of list) {
          const sent = messages(step);
          for (const sql of sent) done += Number(await attempt(sql));
          const now = await fixture.read();
          const afresh = await fixture.readAfresh();
          expect({ sent, stale: told(compareCatalogs(afresh, now)), same: same(afresh, now) }).toEqual({
            sent,
            stale: [],
            same: true,
          });
          expect(compareCatalogs(before, now).length === 0).toBe(same(before, now));
          before = now;
        }
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    );
    // Statements over random names that all fail would prove nothing.
    expect(done).toBeGreaterThan(RUNS * 3);
  });
});
