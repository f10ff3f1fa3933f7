import { describe, expect, it } from 'vitest';
import { changed, difference } from '../testing/facts.ts';
import { tellDeed, tellMend } from './mend.ts';

const labels = (expected: string, got: string) => changed('type', 'mood', 'labels', expected, got);

describe('tellDeed', () => {
  it.each([
    ['loses trigger `t` on `o`', difference('trigger', 't on o')],
    ['leaves type `mood` behind', difference('type', 'mood', 'new')],
    ['loses the comment on table column `o.s`', difference('comment', 'table column o.s')],
    ['loses the default of column `o.s`', changed('column', 'o.s', 'default', 'a', null)],
    ['leaves the default of column `o.s` behind', changed('column', 'o.s', 'default', null, 'a')],
    ['changes the default of column `o.s`', changed('column', 'o.s', 'default', 'a', 'b')],
    ['loses the NOT NULL of column `o.s`', changed('column', 'o.s', 'not null', 'true', null)],
    ['loses the privileges of view `v`', changed('view', 'v', 'privileges', 'a=r/b', null)],
    ['loses the ownership of sequence `s`', changed('sequence', 's', 'owned by', 'column public.o.n', null)],
    ['changes the type of column `o.s`', changed('column', 'o.s', 'type', 'int', 'bigint')],
    ['changes the labels of type `mood`', labels("'a'", "'a', 'b'")],
    [
      'loses UNIQUE of index `i` on `o`',
      changed('index', 'i on o', 'definition', 'CREATE UNIQUE INDEX i', 'CREATE INDEX i'),
    ],
    ['leaves trigger `t` on `o` disabled', changed('trigger', 't on o', 'enabled', null, 'disabled')],
    ['leaves table `log_1` detached', changed('table', 'log_1', 'parents', 'public.log', null)],
  ] as const)('says that a way down %s', (words, of) => {
    expect(tellDeed(of)).toBe(words);
  });

  it('lets a definition say it all, and names several attributes else', () => {
    const both = (first: string, second: string) =>
      difference('constraint', 'c on o', 'changed', {
        attributes: [first, second].map((name) => ({ name, expected: 'a', got: 'b' })),
      });
    expect(tellDeed(both('definition', 'validated'))).toBe('changes the definition of constraint `c` on `o`');
    expect(tellDeed(both('local', 'inherited'))).toBe('changes the local, inherited of constraint `c` on `o`');
  });
});

describe('tellMend', () => {
  it('says what has to stand in the way down', () => {
    expect(tellMend(difference('type', 'mood', 'new'))).toBe('drop type `mood` in `down`');
    expect(tellMend(difference('trigger', 't on o'))).toBe('give trigger `t` on `o` back in `down`');
    expect(tellMend(changed('column', 'o.s', 'default', 'a', 'b'))).toBe(
      'give column `o.s` its old default back in `down`',
    );
  });

  it('attaches a partition again', () => {
    expect(tellMend(changed('table', 'log_1', 'parents', 'public.log', null))).toBe(
      'attach table `log_1` again in `down`',
    );
  });

  it('does not promise to bring rows back', () => {
    expect(tellMend(difference('table', 'orders'))).toContain('its rows cannot be brought back');
    expect(tellMend(difference('column', 'orders.note'))).toContain('its values cannot be brought back');
  });

  it('says how an enum loses a label, and how its labels come in order', () => {
    expect(tellMend(labels("'a'", "'a', 'b'"))).toContain('make a new type with the old labels');
    expect(tellMend(labels("'a', 'b'", "'b', 'a'"))).toBe('create `mood` with its labels in the old order');
  });
});
