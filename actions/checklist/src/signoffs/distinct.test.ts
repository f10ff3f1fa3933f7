import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assign } from './distinct.ts';

/** As many roles as can be had, by trying everything. */
function best(people: readonly (readonly number[])[], from = 0, taken: readonly number[] = []): number {
  const own = people[from];
  if (own === undefined) return 0;
  const without = best(people, from + 1, taken);
  const free = own.filter((person) => !taken.includes(person));
  return Math.max(without, ...free.map((person) => 1 + best(people, from + 1, [...taken, person])));
}

describe('roles and people', () => {
  it('are matched so that a person of two roles takes the one that nobody else can', () => {
    expect(assign([[1], [1, 2]])).toEqual([1, 2]);
    expect(assign([[1, 2], [1]])).toEqual([2, 1]);
    expect(assign([[1], [1]])).toEqual([1, undefined]);
    expect(assign([[], [3]])).toEqual([undefined, 3]);
  });

  it('are matched as often as can be, each person once, and only to a role of theirs (property)', () => {
    const people = fc.array(fc.uniqueArray(fc.nat(5), { maxLength: 4 }), { maxLength: 5 });
    fc.assert(
      fc.property(people, (all) => {
        const given = assign(all);
        const had = given.filter((person) => person !== undefined);
        expect(new Set(had).size).toBe(had.length);
        expect(had.length).toBe(best(all));
        given.forEach((person, role) => {
          if (person !== undefined) expect(all[role]).toContain(person);
        });
      }),
    );
  });
});
