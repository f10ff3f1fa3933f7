/** What holds for every tool. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tool } from './layout.ts';
import { layouts } from './tools.ts';

const digits = fc.stringMatching(/^[0-9]{1,4}$/);
const versions: Readonly<Record<Tool, fc.Arbitrary<string>>> = {
  'golang-migrate': digits,
  goose: digits.filter((version) => Number(version) > 0),
  dbmate: digits,
  diesel: fc.stringMatching(/^[0-9a]{1,2}(-[0-9]{1,2}){0,2}$/),
  sqlx: digits,
  flyway: fc.stringMatching(/^[0-9]{1,2}([._][0-9]{1,2}){0,3}$/),
};
const fileNames: Readonly<Record<Tool, (version: string) => string[]>> = {
  'golang-migrate': (version) => [`${version}_a.up.sql`, `${version}_a.down.sql`],
  goose: (version) => [`${version}_a.sql`],
  dbmate: (version) => [`${version}_a.sql`],
  diesel: (version) => [`${version}_a/up.sql`, `${version}_a/down.sql`],
  sqlx: (version) => [`${version}_a.up.sql`, `${version}_a.down.sql`],
  flyway: (version) => [`V${version}__a.sql`, `U${version}__a.sql`],
};
const tools = Object.keys(layouts) as Tool[];

describe.each(tools)('%s', (tool) => {
  const layout = layouts[tool];
  const someFiles = fc
    .array(versions[tool], { maxLength: 8 })
    .map((list) => list.flatMap(fileNames[tool]).map((name) => `db/m/${name}`));
  const others = fc.constantFrom(
    'db/m/README.md',
    'db/m/sub/1_x.sql',
    'db/m2/1_x.up.sql',
    'db/m/x.sql',
    'db/m/1-x.sql',
    'db/m/1_t_test.go',
  );

  it('has a name that it answers to', () => {
    expect(layout.tool).toBe(tool);
  });

  it('compares versions in a total order', () => {
    fc.assert(
      fc.property(versions[tool], versions[tool], versions[tool], (a, b, c) => {
        expect(layout.compare(a, a)).toBe(0);
        expect(Math.sign(layout.compare(a, b))).toBe(0 - Math.sign(layout.compare(b, a)));
        if (layout.compare(a, b) <= 0 && layout.compare(b, c) <= 0) expect(layout.compare(a, c)).toBeLessThanOrEqual(0);
        if (layout.compare(a, b) === 0) expect(Math.sign(layout.compare(a, c))).toBe(Math.sign(layout.compare(b, c)));
      }),
    );
  });

  it('lists the same whatever the order of its input', () => {
    const shuffled = fc
      .tuple(someFiles, fc.array(others))
      .map((parts) => parts.flat())
      .chain((files) => fc.tuple(fc.constant(files), fc.shuffledSubarray(files, { minLength: files.length })));
    fc.assert(
      fc.property(shuffled, ([files, again]) => {
        expect(layout.list('db/m', again)).toEqual(layout.list('db/m', files));
      }),
    );
  });

  it('lists each version once, in ascending order, and names every file of a version that stands twice', () => {
    fc.assert(
      fc.property(someFiles, (files) => {
        const { migrations, faults } = layout.list('db/m', files);
        for (const [nth, { version }] of migrations.entries()) {
          const next = migrations[nth + 1];
          if (next) expect(layout.compare(version, next.version)).toBeLessThan(0);
        }
        const named = [
          ...migrations.map(({ up }) => up),
          ...faults.flatMap((fault) => ('files' in fault ? fault.files : [])),
        ];
        const ups = files.filter((file) => !/down\.sql$|\/U/.test(file));
        expect(new Set(named.filter((file) => ups.includes(file)))).toEqual(new Set(ups));
      }),
    );
  });

  it('finds nothing outside its folder', () => {
    const [name = ''] = fileNames[tool]('1');
    expect(layout.list('db', [`other/${name}`, `db2/${name}`]).migrations).toEqual([]);
    expect(layout.list('./db/', [`db/${name}`]).migrations).toHaveLength(1);
    expect(layout.list('.', [name]).migrations).toHaveLength(1);
  });
});
