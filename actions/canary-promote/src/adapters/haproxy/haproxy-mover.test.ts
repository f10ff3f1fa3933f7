import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../../scripts/vitest/thoroughly.ts';
import { Calls } from '../calls.ts';
import { HaproxyMover } from './haproxy-mover.ts';
import { poolOf } from './pool.fixture.ts';
import type { Pool } from './pool.ts';
import { RuntimeApi } from './runtime-api.ts';

function moverOf({ stable, canary }: Pool): HaproxyMover {
  const names = (servers: Pool['stable']) => servers.map(({ name }) => name);
  const groups = { stable: names(stable), canary: names(canary) };
  const socket = '/nowhere';
  return new HaproxyMover(
    { kind: 'haproxy', socket, backend: 'web', state: '', ...groups },
    new RuntimeApi(socket, new Calls()),
  );
}

function seenIn(pool: Pool) {
  return { weight: pool.weight, live: pool.live, managedBy: undefined, stablePods: undefined, token: pool };
}

/** Canary's part, in percent, after each command; undefined while nobody has a weight. */
function way(pool: Pool, to: number): readonly (number | undefined)[] {
  const now = new Map(pool.servers.map(({ name, weight }) => [name, weight]));
  return moverOf(pool)
    .plan(seenIn(pool), to)
    .map((effect) => {
      const name = effect.path.slice('set server web/'.length, -' weight'.length);
      expect(now.get(name)).toBe(effect.from);
      now.set(name, Number(effect.to));
      const sum = (letter: string) =>
        [...now].reduce((all, [each, weight]) => all + (each.startsWith(letter) ? weight : 0), 0);
      const all = sum('c') + sum('s');
      return all === 0 ? undefined : (sum('c') / all) * 100;
    });
}

describe('the commands of a move', () => {
  it('name each server whose weight changes, and no other', () => {
    const pool = poolOf([90, 90], [20]);
    expect(moverOf(pool).plan(seenIn(pool), 50)).toEqual([
      { object: 'HAProxy backend web', path: 'set server web/c0 weight', from: 20, to: 90 },
      { object: 'HAProxy backend web', path: 'set server web/s0 weight', from: 90, to: 45 },
      { object: 'HAProxy backend web', path: 'set server web/s1 weight', from: 90, to: 45 },
    ]);
  });

  it('never give the canary more than before and after, and never leave nobody with a weight', () => {
    // Also from weights that somebody else chose, in another scale.
    const group = fc.array(fc.nat(256), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(group, group, fc.nat(100), (stable, canary, to) => {
        fc.pre([...stable, ...canary].some((weight) => weight > 0));
        const pool = poolOf(stable, canary, 100);
        const most = Math.max(pool.weight, to) + 0.1;
        expect(way(pool, to).filter((share) => share === undefined || share > most)).toEqual([]);
      }),
      { numRuns: runs(400) },
    );
  });

  it('are none that another router saw', () => {
    const mover = moverOf(poolOf([1], [1]));
    const seen = { ...seenIn(poolOf([1], [1])), token: undefined };
    expect(() => mover.plan(seen, 10)).toThrow(expect.objectContaining({ code: 'unfit' }));
  });
});
