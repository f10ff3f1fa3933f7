import { describe, expect, it } from 'vitest';
import { compareHistories, listingFindings, toolRefuses } from './history.ts';
import { dbmate } from './layouts/dbmate.ts';
import { flyway } from './layouts/flyway.ts';
import { golangMigrate } from './layouts/golang-migrate.ts';
import { goose } from './layouts/goose.ts';
import type { Layout } from './layouts/layout.ts';

type Status = 'A' | 'M' | 'D';

/** Files by name; `edits` are those of which both sides hold another text. */
function compare(layout: Layout, base: readonly string[], head: readonly string[], edits: readonly string[] = []) {
  const changes = [
    ...head.filter((path) => !base.includes(path)).map((path) => ({ path, status: 'A' as Status })),
    ...base.filter((path) => !head.includes(path)).map((path) => ({ path, status: 'D' as Status })),
    ...edits.map((path) => ({ path, status: 'M' as Status })),
  ];
  const { fresh, mended, old, findings } = compareHistories(
    layout,
    layout.list('m', head),
    layout.list('m', base),
    changes,
  );
  return {
    fresh: fresh.map(({ id }) => id),
    mended: mended.map(({ id }) => id),
    old: old.map(({ id }) => id),
    found: findings.map((finding) => `${finding.code} ${'migration' in finding ? finding.migration : ''}`),
    findings,
  };
}

const pair = (id: string) => [`m/${id}.up.sql`, `m/${id}.down.sql`];
const [one, two, three] = [pair('1_one'), pair('2_two'), pair('3_three')];

describe('a change of the history', () => {
  it('brings new migrations, in order', () => {
    const { fresh, old, found } = compare(golangMigrate, one, [...one, ...three, ...two]);
    expect({ fresh, old, found }).toEqual({ fresh: ['2_two', '3_three'], old: ['1_one'], found: [] });
  });

  it('begins one', () => {
    expect(compare(golangMigrate, [], one)).toMatchObject({ fresh: ['1_one'], old: [], found: [] });
  });

  it('edits an old migration', () => {
    expect(compare(golangMigrate, one, one, ['m/1_one.up.sql'])).toMatchObject({
      fresh: [],
      mended: [],
      found: ['edited-migration 1_one'],
    });
    expect(compare(goose, ['m/1_one.sql'], ['m/1_one.sql'], ['m/1_one.sql'])).toMatchObject({
      mended: [],
      found: ['edited-migration 1_one'],
    });
  });

  it('edits, or adds, only the way down, which can be tried', () => {
    expect(compare(golangMigrate, one, one, ['m/1_one.down.sql'])).toMatchObject({
      mended: ['1_one'],
      found: ['edited-down 1_one'],
    });
    expect(compare(golangMigrate, ['m/1_one.up.sql'], one)).toMatchObject({
      fresh: [],
      mended: ['1_one'],
      found: ['edited-down 1_one'],
    });
  });

  it('takes away a way down', () => {
    expect(compare(golangMigrate, one, ['m/1_one.up.sql'])).toMatchObject({
      fresh: [],
      mended: [],
      found: ['no-down 1_one'],
    });
  });

  it('removes an old migration', () => {
    const { found, findings } = compare(golangMigrate, [...one, ...two], one);
    expect(found).toEqual(['removed-migration 2_two']);
    expect(findings[0]).toMatchObject({ place: { file: 'm/2_two.up.sql' } });
    expect(findings[0]).not.toHaveProperty('renamed');
  });

  it('renames one: it is no new one, since tools know it by its version', () => {
    const { fresh, found, findings } = compare(golangMigrate, [...one, ...two], [...one, ...pair('02_other')]);
    expect({ fresh, found }).toEqual({ fresh: [], found: ['removed-migration 2_two'] });
    expect(findings[0]).toMatchObject({ renamed: '02_other', place: { file: 'm/02_other.up.sql', line: 1 } });
  });

  it('does not touch the history with files of its own', () => {
    expect(compare(golangMigrate, one, [...one, 'm/README.md'])).toMatchObject({ fresh: [], mended: [], found: [] });
  });

  it.each([
    ['golang-migrate', golangMigrate, pair, 'skipped'],
    ['goose', goose, (id: string) => [`m/${id}.sql`], 'refused'],
    ['dbmate', dbmate, (id: string) => [`m/${id}.sql`], 'applied'],
    ['flyway', flyway, (id: string) => [`m/V${id.replace('_', '__')}.sql`], 'refused'],
  ] as const)('comes out of order, which %s takes in its own way', (_, layout, files, consequence) => {
    const base = [...files('1_one'), ...files('3_three')];
    const { findings, fresh } = compare(layout, base, [...base, ...files('2_two')]);
    expect(fresh).toHaveLength(1);
    expect(findings).toMatchObject([{ code: 'out-of-order', consequence, tool: layout.tool }]);
  });

  it('is in order above the newest one only', () => {
    expect(compare(golangMigrate, [...one, ...two], [...one, ...two, ...three]).found).toEqual([]);
    expect(compare(golangMigrate, [...one, ...three], [...one, ...two, ...three, ...pair('4_four')]).found).toEqual([
      'out-of-order 2_two',
    ]);
  });
});

describe('names that betray a fault', () => {
  const found = (layout: Layout, files: readonly string[]) => listingFindings(layout.list('m', files), layout.tool);

  it('tells two files of one version once, ways up and ways down together', () => {
    const files = [...one, 'm/1_other.up.sql', 'm/1_other.down.sql'];
    expect(found(golangMigrate, files)).toMatchObject([
      { code: 'duplicate-version', version: '1', files: ['m/1_one.up.sql', 'm/1_other.up.sql'] },
    ]);
    expect(toolRefuses(golangMigrate.list('m', files))).toBe(true);
  });

  it('tells a way down without a way up, which stops no tool from starting', () => {
    const files = [...one, 'm/2_two.down.sql'];
    expect(found(golangMigrate, files)).toMatchObject([
      { code: 'down-without-up', version: '2', place: { file: 'm/2_two.down.sql' } },
    ]);
    expect(toolRefuses(golangMigrate.list('m', files))).toBe(false);
  });

  it('tells a name that the tool refuses, one that it passes over, and a program', () => {
    expect(found(goose, ['m/1_one.sql', 'm/odd.sql'])).toMatchObject([{ code: 'refused-name', tool: 'goose' }]);
    expect(toolRefuses(goose.list('m', ['m/1_one.sql', 'm/odd.sql']))).toBe(true);
    expect(found(golangMigrate, [...one, 'm/2-two.up.sql'])).toMatchObject([
      { code: 'skipped-name', place: { file: 'm/2-two.up.sql' } },
    ]);
    expect(found(goose, ['m/1_one.go'])).toMatchObject([{ code: 'not-sql' }]);
    expect(toolRefuses(goose.list('m', ['m/1_one.go']))).toBe(true);
  });

  it('tells repeatable migrations together', () => {
    expect(found(flyway, ['m/V1__a.sql', 'm/U1__a.sql', 'm/R__b.sql', 'm/R__c.sql'])).toMatchObject([
      { code: 'repeatable-not-proven', files: ['m/R__b.sql', 'm/R__c.sql'] },
    ]);
  });

  it('has nothing to tell of a folder in order', () => {
    expect(found(golangMigrate, [...one, ...two])).toEqual([]);
  });
});
