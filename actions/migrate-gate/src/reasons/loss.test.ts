import { plainSentence, segments } from '@shipgate/kit/report/sentence';
import { describe, expect, it } from 'vitest';
import { catalogClasses } from '../catalog/classes/index.ts';
import type { Difference } from '../catalog/compare.ts';
import { changed, difference } from '../testing/facts.ts';
import { tellLoss, worstFirst } from './loss.ts';
import { tellDeed, tellMend } from './mend.ts';

const defined = (kind: string, object: string, definition: string) =>
  difference(kind, object, 'gone', { attributes: [{ name: 'definition', expected: definition, got: null }] });

describe('tellLoss', () => {
  it.each<readonly [string, Difference, string]>([
    ['a trigger', difference('trigger', 'touch on orders'), 'what `touch` did on each write no longer happens'],
    [
      'a unique index',
      defined('index', 'n on orders', 'CREATE UNIQUE INDEX n ON public.orders (n)'),
      'write the same value twice to `orders`',
    ],
    [
      'another index',
      defined('index', 'n on orders', 'CREATE INDEX n ON public.orders (n)'),
      'that used `n` reads all of `orders`',
    ],
    [
      'a foreign key',
      defined('constraint', 'f on items', 'FOREIGN KEY (o) REFERENCES public.orders(id)'),
      'rows to `items` that point to nothing',
    ],
    ['a unique constraint', defined('constraint', 'u on orders', 'UNIQUE (n)'), 'the same value twice'],
    [
      'a check',
      defined('constraint', 'positive on items', 'CHECK ((n > 0))'),
      'rows to `items` that `positive` forbade',
    ],
    ['a column', difference('column', 'orders.note'), 'the values of `orders.note` are lost'],
    ['a table', difference('table', 'orders'), 'the rows of `orders` are lost'],
    ['a view', difference('view', 'late'), 'every query of the old release that reads `late` fails'],
    ['a function', difference('function', 'f(integer)'), 'fails wherever it calls `f(integer)`'],
    ['a policy', difference('policy', 'mine on orders'), 'other rows of `orders` than before'],
    ['a type', difference('type', 'mood'), 'names the type `mood`'],
    ['a comment', difference('comment', 'table orders'), 'what the comment on `table orders` said'],
    ['an operator', difference('operator', '+(a,b)'), 'runs without operator `+(a,b)`'],
  ])('says what is lost with %s', (_, gone, words) => {
    expect(tellLoss(gone)).toContain(words);
  });

  it.each<readonly [string, Difference, string]>([
    ['a type', difference('type', 'mood', 'new'), 'an `up` that creates it fails the next time'],
    ['a table', difference('table', 'copy', 'new'), '`copy` stays with all its rows'],
    ['a column', difference('column', 'orders.note', 'new'), '`SELECT *` returns more'],
    [
      'an index',
      difference('index', 'i on orders', 'new'),
      'every write of the old release to `orders` still keeps `i` up to date',
    ],
    ['a check', difference('constraint', 'c on orders', 'new'), 'its writes to `orders` are changed or refused'],
    ['a role', difference('role', 'clerk', 'new'), '`clerk` keeps its rights'],
    ['an extension', difference('extension', 'citext', 'new'), 'extension `citext` stays'],
  ])('says what it means that %s stays', (_, left, words) => {
    expect(tellLoss(left)).toContain(words);
  });

  it.each<readonly [string, Difference, string]>([
    [
      'a default that is gone',
      changed('column', 'o.s', 'default', "'new'", null),
      "without `o.s` get NULL, or are refused, instead of `'new'`",
    ],
    ['another default', changed('column', 'o.s', 'default', "'new'", "'x'"), "get `'x'` instead of `'new'`"],
    ['a default that stays', changed('column', 'o.s', 'default', null, "'x'"), "without `o.s` get `'x'`"],
    ['a NOT NULL that is gone', changed('column', 'o.s', 'not null', 'true', null), 'can write NULL to `o.s`'],
    ['a NOT NULL that stays', changed('column', 'o.s', 'not null', null, 'true'), 'without `o.s` are refused'],
    ['another type', changed('column', 'o.s', 'type', 'bigint', 'integer'), 'as `bigint`, and it is `integer`'],
    ['other rights', changed('table', 'o', 'privileges', 'a=r/b', null), 'roles hold other rights on table `o`'],
    ['row security that is off', changed('table', 'o', 'row security', 'true', null), 'sees all its rows'],
    ['row security that stays', changed('table', 'o', 'row security', null, 'true'), 'sees no row of `o`'],
    ['other labels', changed('type', 'mood', 'labels', "'a'", "'a', 'b'"), 'values of `mood` that it does not know'],
    [
      'an index without UNIQUE',
      changed('index', 'n on o', 'definition', 'CREATE UNIQUE INDEX n', 'CREATE INDEX n'),
      'the same value twice to `o`',
    ],
    [
      'another unique index',
      changed('index', 'n on o', 'definition', 'CREATE UNIQUE INDEX n (a)', 'CREATE UNIQUE INDEX n (b)'),
      'that used `n`',
    ],
    ['another view', changed('view', 'v', 'definition', 'SELECT 1', 'SELECT 2'), 'other rows or columns from `v`'],
    ['a cost', changed('function', 'f()', 'cost', '1', '9'), 'function `f()` with another cost'],
    [
      'a disabled trigger',
      changed('trigger', 't on o', 'enabled', null, 'disabled'),
      'what `t` did on each write no longer happens',
    ],
    ['a trigger for replicas', changed('trigger', 't on o', 'enabled', null, 'replica'), 'fires for other writes'],
    [
      'labels in another order',
      changed('type', 'mood', 'labels', "'a', 'b'", "'b', 'a'"),
      'values of `mood` sort in another order',
    ],
    [
      'a detached partition',
      changed('table', 'log_1', 'parents', 'public.log', null),
      'the rows of `log_1` are missing from every query of `public.log`',
    ],
    [
      'an attached one',
      changed('table', 'log_1', 'parents', null, 'public.log'),
      'show up in every query of `public.log`',
    ],
    [
      'a sequence without its column',
      changed('sequence', 's', 'owned by', 'column public.o.n', null),
      '`s` no longer goes with its column',
    ],
  ])('says what changes with %s', (_, other, words) => {
    expect(tellLoss(other)).toContain(words);
  });

  it('has a sentence for every class and change', () => {
    for (const { name, attributes } of catalogClasses) {
      const all = [
        difference(name, 'a on b', 'gone'),
        difference(name, 'a on b', 'new'),
        ...Object.keys(attributes).map((each) => changed(name, 'a on b', each, 'x', 'y')),
      ];
      for (const each of all) {
        expect(plainSentence([tellLoss(each), tellMend(each), tellDeed(each)].join(' '))).not.toMatch(
          /undefined|\[object|\.$| {2}/,
        );
        expect(segments(tellLoss(each)).some(({ code }) => code)).toBe(true);
      }
    }
  });
});

describe('worstFirst', () => {
  it('puts lost data before lost guards, those before the rest, and comments last', () => {
    const order = [
      difference('comment', 'table a'),
      difference('index', 'plain on a', 'new'),
      difference('type', 'left', 'new'),
      difference('index', 'plain on a'),
      changed('column', 'a.b', 'default', 'x', 'y'),
      difference('view', 'v'),
      defined('index', 'unique on a', 'CREATE UNIQUE INDEX'),
      difference('column', 'a.b'),
    ];
    expect(worstFirst(order)).toEqual(order.toReversed());
  });
});
