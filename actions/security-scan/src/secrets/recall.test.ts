import { describe, expect, it } from 'vitest';
import { chance } from './chance.fixture.ts';
import { contexts } from './contexts.fixture.ts';
import { made, madeKinds } from './kinds.fixture.ts';
import { secretKinds } from './kinds.ts';
import { scanned } from './tree.fixture.ts';

const ROUNDS = 12;

describe('every kind', () => {
  it('of at least 45 has a maker that knows nothing of its pattern', () => {
    expect(secretKinds.length).toBeGreaterThanOrEqual(45);
    expect(madeKinds.length).toBeGreaterThanOrEqual(90);
  });

  it.each(madeKinds)('%s is found in files of each sort', async (kind) => {
    const c = chance(madeKinds.indexOf(kind) + 7);
    const files: Record<string, string> = {};
    const values = new Map<string, string>();
    for (let round = 0; round < ROUNDS; round++) {
      const one = made(kind, c);
      const context = contexts[round % contexts.length];
      if (context === undefined) throw new Error('no context');
      const path = `${round}/${context.path}`;
      files[path] = context.around(one, c);
      values.set(path, typeof one === 'string' ? one : one.value);
    }
    const { findings, secrets } = await scanned(files);
    const found = [...values.keys()].filter((path) =>
      findings.some(({ rule, location }) => rule === kind && location?.path === path),
    );
    expect(found.length).toBe(ROUNDS);
    for (const finding of findings) {
      for (const secret of secrets) expect(JSON.stringify(finding)).not.toContain(secret);
    }
  });
});
