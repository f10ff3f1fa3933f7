import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, planHash } from './hash.ts';
import { resolvePlan } from './resolve.ts';

describe('the hash of a plan', () => {
  it('is the same for plans that say the same', () => {
    const written = resolvePlan({
      steps: [{ weight: 10, hold: '300s' }, 25, 50, { weight: 100, max: '0.5h' }],
      alpha: '1%',
    });
    expect(planHash(written)).toBe(planHash(resolvePlan({})));
    expect(planHash(resolvePlan({}))).toMatch(/^[0-9a-f]{64}$/);
  });

  it('changes with everything that decides', () => {
    const plans = [
      resolvePlan({}),
      resolvePlan({ steps: [10, 25, 50] }),
      resolvePlan({ alpha: 0.02 }),
      resolvePlan({ floor: 'off' }),
      resolvePlan({ mode: 'literal' }),
      resolvePlan({ triggers: { health: 'off' } }),
      resolvePlan({ soak: '24h' }),
      resolvePlan({}, { version: '2.4.0' }),
      resolvePlan({ metrics: [{ name: 'errors', total: 'a', bad: 'b' }] }),
    ];
    expect(new Set(plans.map(planHash)).size).toBe(plans.length);
  });

  it('does not change with the source, whose address may', () => {
    const source = { kind: 'recorded', file: 'samples.jsonl' } as const;
    expect(planHash(resolvePlan({ source }))).toBe(planHash(resolvePlan({})));
  });
});

describe('canonical JSON', () => {
  it('says the same as the value, whatever the order of its keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(turned(value))).toBe(canonicalJson(value));
      }),
    );
    expect(canonicalJson({ b: undefined, a: [undefined, 1] })).toBe('{"a":[null,1]}');
  });
});

/** The same value with the keys of every map in reverse. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, held]) => [key, turned(held)]),
  );
}
