import { describe, expect, it } from 'vitest';
import type { Difference } from '../catalog/compare.ts';
import { changed, difference } from '../testing/facts.ts';
import { partsOf, withoutParts } from './parts.ts';

/** "class object" of what is left. */
function left(...differences: readonly Difference[]): readonly string[] {
  return withoutParts(differences).map(({ class: kind, object }) => `${kind} ${object}`);
}

describe.each(['gone', 'new'] as const)('of what is %s', (change) => {
  const of = (kind: string, object: string) => difference(kind, object, change);

  it('a table tells its columns, constraints, indexes, triggers, comments and own sequences', () => {
    const parts = [
      of('column', 'orders.id'),
      of('column', 'orders."odd.name"'),
      of('constraint', 'orders_pkey on orders'),
      of('index', 'orders_pkey on orders'),
      of('trigger', 'touch on orders'),
      of('sequence', 'orders_id_seq'),
      of('comment', 'table orders'),
      of('comment', 'table column orders.id'),
      of('comment', 'table constraint orders_pkey on orders'),
    ];
    expect(left(of('table', 'orders'), ...parts)).toEqual(['table orders']);
  });

  it('a table does not tell what is of another one', () => {
    const others = [
      of('column', 'orders_old.id'),
      of('index', 'i on my_orders'),
      of('comment', 'table my_orders'),
      of('view', 'orders_view'),
    ];
    expect(left(of('table', 'orders'), ...others)).toHaveLength(5);
  });

  it('a table says nothing about what became otherwise', () => {
    const other = change === 'gone' ? 'new' : 'gone';
    expect(left(of('table', 'orders'), difference('index', 'i on orders', other))).toHaveLength(2);
  });

  it('a constraint tells its index, and a column its NOT NULL and its sequence', () => {
    expect(left(of('constraint', 'k on t'), of('index', 'k on t'))).toEqual(['constraint k on t']);
    expect(left(of('column', 't.n'), of('constraint', 'NOT NULL of n on t'), of('sequence', 't_n_seq'))).toEqual([
      'column t.n',
    ]);
  });

  it('a domain tells its checks, a range type its multirange, a schema all that is in it', () => {
    expect(left(of('domain', 'cents'), of('constraint', 'c on cents'))).toEqual(['domain cents']);
    expect(left(of('range type', 'span'), of('multirange type', 'span_multirange'))).toEqual(['range type span']);
    expect(left(of('range type', 'timerange'), of('multirange type', 'timemultirange'))).toEqual([
      'range type timerange',
    ]);
    expect(
      left(
        of('schema', 'app'),
        of('table', 'app.t'),
        of('index', 'app.i on app.t'),
        of('function', 'app.f()'),
        of('table', 'apple.t'),
      ),
    ).toEqual(['schema app', 'table apple.t']);
  });

  it('an index and a column tell the comment on them', () => {
    expect(left(of('index', 'i on t'), of('comment', 'index i'))).toEqual(['index i on t']);
    expect(left(of('column', 't.c'), of('comment', 'table column t.c'))).toEqual(['column t.c']);
  });
});

describe('of what changed', () => {
  it('a view tells its columns, whatever became of them', () => {
    expect(
      left(
        changed('view', 'v', 'definition', 'a', 'b'),
        difference('column', 'v.x', 'new'),
        changed('column', 'v.y', 'type', 'a', 'b'),
      ),
    ).toEqual(['view v']);
  });

  it('a column tells its NOT NULL, when that is what changed', () => {
    const constraint = difference('constraint', 'NOT NULL of n on t');
    expect(left(changed('column', 't.n', 'not null', 'true', null), constraint)).toEqual(['column t.n']);
    expect(left(changed('column', 't.n', 'default', 'a', null), constraint)).toHaveLength(2);
  });

  it('a table that is detached tells what its columns, constraints and indexes no longer inherit', () => {
    const parts = [
      changed('column', 'log_1.n', 'inherited', '1', null),
      changed('index', 'i on log_1', 'parents', 'public.i', null),
    ];
    expect(left(changed('table', 'log_1', 'parents', 'public.log', null), ...parts)).toEqual(['table log_1']);
    expect(
      left(
        changed('table', 'log_1', 'parents', 'public.log', null),
        changed('column', 'log_1.n', 'default', '1', null),
      ),
    ).toHaveLength(2);
  });

  it('another table tells nothing', () => {
    expect(left(changed('table', 't', 'owner', 'a', 'b'), changed('column', 't.n', 'default', 'a', null))).toHaveLength(
      2,
    );
  });
});

it('partsOf gives what withoutParts leaves out', () => {
  const [table, column, other] = [difference('table', 't'), difference('column', 't.a'), difference('table', 'u')];
  expect(partsOf(table, [table, column, other])).toEqual([column]);
});
