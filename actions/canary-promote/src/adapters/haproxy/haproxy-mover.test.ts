import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Calls } from '../calls.ts';
import { HaproxyMover } from './haproxy-mover.ts';
import { poolOf } from './pool.fixture.ts';
import type { Pool } from './pool.ts';
import { RuntimeApi } from './runtime-api.ts';
import { weightsFor } from './weights.ts';

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
    const groups = fc.record({
      stable: fc.array(fc.integer({ min: 1, max: 256 }), { minLength: 1, maxLength: 4 }),
      canary: fc.array(fc.constant(0), { minLength: 1, maxLength: 3 }),
      from: fc.nat(100),
      to: fc.nat(100),
    });
    fc.assert(
      fc.property(groups, ({ stable, canary, from, to }) => {
        const weights = weightsFor(poolOf(stable, canary), from);
        const group = (letter: string) =>
          [...weights].filter(([name]) => name.startsWith(letter)).map(([, weight]) => weight);
        const shares = way(poolOf(group('s'), group('c')), to);
        const most = Math.max(from, to) + 0.05;
        expect(shares.filter((share) => share === undefined || share > most)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('are none that another router saw', () => {
    const mover = moverOf(poolOf([1], [1]));
    const seen = { ...seenIn(poolOf([1], [1])), token: undefined };
    expect(() => mover.plan(seen, 10)).toThrow(expect.objectContaining({ code: 'unfit' }));
  });
});
