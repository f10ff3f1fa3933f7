import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogClasses } from './classes/index.ts';
import { compareCatalogs } from './compare.ts';
import type { Catalog } from './object-rows.ts';
import type { Sql } from './testing/catalog-fixture.ts';
import { CatalogFixture } from './testing/catalog-fixture.ts';
import type { Change } from './testing/mutation.ts';
import { COMMON_SETUP } from './testing/mutation.ts';
import { mutations } from './testing/mutations/index.ts';
import { specification } from './testing/spec-classes.ts';
import { told } from './testing/told.ts';

const readAttributes = catalogClasses.flatMap((c) =>
  Object.keys(c.attributes).map((attribute) => `${c.name}: ${attribute}`),
);

describe('the list of attributes that the fingerprint reads', () => {
  it('has a mutation for every one', () => {
    const mutated = mutations.flatMap((m) => Object.keys(m.attributes).map((attribute) => `${m.class}: ${attribute}`));
    expect(mutated.toSorted()).toEqual(readAttributes.toSorted());
    expect(mutations.map((m) => m.class).toSorted()).toEqual(catalogClasses.map((c) => c.name).toSorted());
  });

  it('covers what the specification names', () => {
    const known = new Set([...catalogClasses.map((c) => c.name), ...readAttributes]);
    expect(
      Object.values(specification)
        .flat()
        .filter((name) => !known.has(name)),
    ).toEqual([]);
    const rows = catalogClasses.map((c) => `${c.name.padEnd(28)} ${Object.keys(c.attributes).join(', ')}`);
    console.log(`${catalogClasses.length} classes, ${readAttributes.length} attributes\n${rows.join('\n')}`);
  });
});

describe('the fingerprint', () => {
  let fixture: CatalogFixture;
  let current: Catalog;

  beforeAll(async () => {
    fixture = await CatalogFixture.open({
      extensions: ['citext', 'hstore', 'file_fdw', 'pg_stat_statements'],
      setup: COMMON_SETUP,
    });
    for (const { setup, setupByHand } of mutations) {
      await fixture.run(setup);
      if (setupByHand !== undefined) await fixture.runOnCatalog(setupByHand);
    }
    current = await fixture.read();
  });

  afterAll(() => fixture.close());

  async function run(sql: Sql, byHand: string | undefined): Promise<void> {
    await (byHand === undefined ? fixture.run(sql) : fixture.runOnCatalog(sql));
    current = await fixture.read();
  }

  /** What a change tells, and what its undoing tells; in between, the read of what has changed equals a read of everything. */
  async function thereAndBack(change: Sql, undo: Sql, byHand: string | undefined) {
    const before = current;
    await run(change, byHand);
    const after = current;
    const stale = compareCatalogs(await fixture.readAfresh(), after);
    await run(undo, byHand);
    expect(told(stale)).toEqual([]);
    expect(told(compareCatalogs(before, current))).toEqual([]);
    return { there: told(compareCatalogs(before, after)), back: told(compareCatalogs(after, current)) };
  }

  describe.each(mutations.map((m) => [m.class, m] as const))('of a %s', (_, m) => {
    it.each(Object.entries<Change>(m.attributes))(
      'tells another "%s" and nothing else',
      async (attribute, mutation) => {
        const { there } = await thereAndBack(mutation.change, mutation.undo, mutation.byHand);
        expect(there).toEqual(
          [`${m.class} ${mutation.object ?? m.object}: ${attribute}`, ...Object.keys(mutation.also ?? {})].toSorted(),
        );
      },
    );

    const { life } = m;
    if (typeof life === 'string') return;
    it('tells one that is new and one that is gone', async () => {
      const { there, back } = await thereAndBack(life.create, life.drop, life.byHand);
      const expected = [`${m.class} ${life.object}: new`, ...Object.keys(life.also ?? {})].toSorted();
      expect(there).toEqual(expected);
      expect(back).toEqual(expected.map((line) => line.replace(/: new$/, ': gone')));
    });
  });

  it('equals a read of everything at the end', async () => {
    expect(told(compareCatalogs(await fixture.readAfresh(), current))).toEqual([]);
  });
});
