import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../scripts/vitest/thoroughly.ts';
import { catalogClasses } from './classes/index.ts';
import { compareCatalogs } from './compare.ts';
import type { Catalog } from './object-rows.ts';

type Attributes = Readonly<Record<string, unknown>>;

function catalog(objects: Readonly<Record<string, Attributes>>): Catalog {
  return new Map(
    Object.entries(objects).map(([id, attributes]) => [id.replace('|', '\t'), JSON.stringify(attributes)]),
  );
}

describe('compareCatalogs', () => {
  it('finds nothing between a catalog and itself', () => {
    const same = { 'table|public.t': { owner: 'a' } };
    expect(compareCatalogs(catalog(same), catalog(same))).toEqual([]);
  });

  it('tells what is gone with what it was, what is new, and what changed, without the schema public', () => {
    const before = catalog({ 'table|public.a': { owner: 'x' }, 'table|shop.b': { owner: 'x', options: 'o' } });
    const after = catalog({ 'table|shop.b': { owner: 'y', persistence: 'unlogged' }, 'table|public.c': {} });
    expect(compareCatalogs(before, after)).toEqual([
      {
        class: 'table',
        object: 'a',
        change: 'gone',
        attributes: [{ name: 'owner', expected: 'x', got: null }],
        noise: null,
      },
      { class: 'table', object: 'c', change: 'new', attributes: [], noise: null },
      {
        class: 'table',
        object: 'shop.b',
        change: 'changed',
        attributes: [
          { name: 'owner', expected: 'x', got: 'y' },
          { name: 'options', expected: 'o', got: null },
          { name: 'persistence', expected: null, got: 'unlogged' },
        ],
        noise: null,
      },
    ]);
  });

  it('tells in the order of classes, whatever the order of the catalogs', () => {
    const after = catalog({ 'role|r': {}, 'column|public.t.b': {}, 'column|public.t.a': {}, 'table|public.t': {} });
    expect(compareCatalogs(new Map(), after).map((d) => `${d.class} ${d.object}`)).toEqual([
      'table t',
      'column t.a',
      'column t.b',
      'role r',
    ]);
  });

  it('leaves quoted names whole', () => {
    const after = catalog({ 'index|public."a public.b on c" on public."T"': {} });
    expect(compareCatalogs(new Map(), after)[0]?.object).toBe('"a public.b on c" on "T"');
  });

  it('keeps a number apart from its neighbour beyond 53 bits, and is never silent', () => {
    const before = new Map([['sequence\ts', '{"maximum": 9223372036854775807}']]);
    const after = new Map([['sequence\ts', '{"maximum": 9223372036854775806}']]);
    expect(compareCatalogs(before, after)).toMatchObject([{ class: 'sequence', change: 'changed', noise: null }]);
  });

  it('pairs several generated names of one table by what they are', () => {
    const fkey = (to: string) => ({ definition: `FOREIGN KEY (a) REFERENCES ${to}(id)` });
    const before = catalog({
      'constraint|o_a_fkey on public.o': fkey('x'),
      'constraint|o_a_fkey1 on public.o': fkey('y'),
    });
    const after = catalog({
      'constraint|o_a_fkey2 on public.o': fkey('y'),
      'constraint|o_a_fkey3 on public.o': fkey('x'),
    });
    const renamed = compareCatalogs(before, after).map((d) => [
      d.noise,
      d.attributes[0]?.expected,
      d.attributes[0]?.got,
    ]);
    expect(renamed).toEqual([
      ['generated-name', 'o_a_fkey on o', 'o_a_fkey3 on o'],
      ['generated-name', 'o_a_fkey1 on o', 'o_a_fkey2 on o'],
    ]);
  });

  it('does not pair what is on another table', () => {
    const before = catalog({ 'constraint|a_pkey on public.a': { definition: 'PRIMARY KEY (id)' } });
    const after = catalog({ 'constraint|a_pkey1 on public.b': { definition: 'PRIMARY KEY (id)' } });
    expect(compareCatalogs(before, after).map((d) => [d.change, d.noise])).toEqual([
      ['gone', null],
      ['new', null],
    ]);
  });

  it('takes names cut at 63 bytes for generated ones', () => {
    const table = 'a'.repeat(63);
    const cut = 'a'.repeat(58);
    const before = catalog({ [`constraint|${cut}_pkey on public.${table}`]: { definition: 'PRIMARY KEY (id)' } });
    const after = catalog({
      [`constraint|${cut.slice(1)}_pkey1 on public.${table}`]: { definition: 'PRIMARY KEY (id)' },
    });
    expect(compareCatalogs(before, after).map((d) => d.noise)).toEqual([null, null]);
    const numbered = catalog({ [`constraint|${cut}_pkey1 on public.${table}`]: { definition: 'PRIMARY KEY (id)' } });
    expect(compareCatalogs(before, numbered).map((d) => d.noise)).toEqual(['generated-name']);
  });

  const anyName = fc.oneof(
    fc.constantFrom('t', 't_a_seq', 't_a_seq1', 't_pkey', 't_pkey1', '"T"', 'public.t', '"x on y"'),
    fc.string(),
  );
  const anyId = fc
    .tuple(fc.constantFrom(...catalogClasses.map((c) => c.name)), anyName, fc.constantFrom('', ' on public.t'))
    .map(([c, name, on]) => `${c}\t${name}${on}`);
  const anyAttributes = fc.dictionary(
    fc.constantFrom('definition', 'position', 'place', 'name', 'owned by'),
    fc.oneof(fc.string(), fc.integer(), fc.boolean()),
  );
  const anyCatalog = fc
    .dictionary(anyId, anyAttributes)
    .map((objects) => new Map(Object.entries(objects).map(([id, a]) => [id, JSON.stringify(a)])));

  it('is empty if and only if the catalogs are equal', () => {
    fc.assert(
      fc.property(anyCatalog, anyCatalog, (a, b) => {
        const equal = a.size === b.size && [...a].every(([id, attributes]) => b.get(id) === attributes);
        expect(compareCatalogs(a, a)).toEqual([]);
        expect(compareCatalogs(a, b).length === 0).toBe(equal);
      }),
      { numRuns: runs(500), seed: 7 },
    );
  });
});
