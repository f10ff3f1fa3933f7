import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogClasses } from './classes/index.ts';
import type { Difference } from './compare.ts';
import { compareCatalogs } from './compare.ts';
import type { Catalog } from './reader.ts';
import type { Sql } from './testing/catalog-fixture.ts';
import { CatalogFixture } from './testing/catalog-fixture.ts';
import type { Change } from './testing/mutation.ts';
import { COMMON_SETUP } from './testing/mutation.ts';
import { mutations } from './testing/mutations/index.ts';

/** "class object: attribute", or new, or gone: one line per attribute. */
function told(differences: readonly Difference[]): readonly string[] {
  const lines = differences.flatMap((d) => {
    const subject = `${d.class} ${d.object}`;
    return d.change === 'changed' ? d.attributes.map(({ name }) => `${subject}: ${name}`) : [`${subject}: ${d.change}`];
  });
  return lines.toSorted();
}

let fixture: CatalogFixture;
let current: Catalog;

beforeAll(async () => {
  fixture = await CatalogFixture.open({ extensions: ['citext', 'hstore', 'file_fdw', 'pg_stat_statements'], setup: COMMON_SETUP });
  for (const { setup, setupByHand } of mutations) {
    await fixture.run(setup);
    if (setupByHand !== undefined) await fixture.runOnCatalog(setupByHand);
  }
  current = await fixture.read();
});

afterAll(() => fixture.close());

/** Runs SQL, reads what has changed, holds it against a fresh read, and gives what the comparison tells. */
async function step(sql: Sql, byHand: string | undefined): Promise<readonly string[]> {
  const before = current;
  await (byHand === undefined ? fixture.run(sql) : fixture.runOnCatalog(sql));
  current = await fixture.read();
  expect(told(compareCatalogs(await fixture.readAfresh(), current))).toEqual([]);
  return told(compareCatalogs(before, current));
}

async function undo(sql: Sql, byHand: string | undefined, before: Catalog): Promise<readonly string[]> {
  const after = current;
  await (byHand === undefined ? fixture.run(sql) : fixture.runOnCatalog(sql));
  current = await fixture.read();
  expect(told(compareCatalogs(before, current))).toEqual([]);
  return told(compareCatalogs(after, current));
}

describe('the list of attributes', () => {
  it('has a mutation for each attribute of each class', () => {
    const listed = new Set(mutations.flatMap((m) => Object.keys(m.attributes).map((attribute) => `${m.class}: ${attribute}`)));
    const read = catalogClasses.flatMap((c) => Object.keys(c.attributes).map((attribute) => `${c.name}: ${attribute}`));
    expect(read.filter((attribute) => !listed.has(attribute))).toEqual([]);
    expect([...listed].filter((attribute) => !read.includes(attribute))).toEqual([]);
    expect(mutations.map((m) => m.class).toSorted()).toEqual(catalogClasses.map((c) => c.name).toSorted());
  });
});

describe.each(mutations.map((m) => [m.class, m] as const))('a %s', (_, m) => {
  const changes = Object.entries<Change>(m.attributes);

  it.each(changes)('is found with another %s, and with nothing else', async (attribute, { change, undo: back, object, byHand, also }) => {
    const before = current;
    const expected = [`${m.class} ${object ?? m.object}: ${attribute}`, ...Object.keys(also ?? {})].toSorted();
    expect(await step(change, byHand)).toEqual(expected);
    await undo(back, byHand, before);
  });

  const { life } = m;
  if (typeof life !== 'string') {
    it('is found when it is new and when it is gone', async () => {
      const before = current;
      const expected = [`${m.class} ${life.object}: new`, ...Object.keys(life.also ?? {})].toSorted();
      expect(await step(life.create, life.byHand)).toEqual(expected);
      expect(await undo(life.drop, life.byHand, before)).toEqual(expected.map((line) => line.replace(/: new$/, ': gone')));
    });
  }
});
