import { afterEach, describe, expect, it, vi } from 'vitest';

async function thoroughlyWith(real: string): Promise<typeof import('./thoroughly.ts')> {
  vi.stubEnv('SHIPGATE_REAL', real);
  vi.resetModules();
  return await import('./thoroughly.ts');
}
afterEach(() => vi.unstubAllEnvs());

describe('the number of cases', () => {
  it('is all of them in .ci/real', async () => {
    const { runs } = await thoroughlyWith('1');
    expect([runs(10_000), runs(100, 20), runs(3)]).toEqual([10_000, 100, 3]);
  });

  it('is a fifth elsewhere, and no less than 50 or what the test says', async () => {
    const { runs } = await thoroughlyWith('');
    expect([runs(10_000), runs(301), runs(200), runs(100, 20), runs(25, 4)]).toEqual([2000, 61, 50, 20, 4]);
  });

  it('is never more than all of them', async () => {
    const { runs } = await thoroughlyWith('');
    expect([runs(3), runs(20, 30)]).toEqual([3, 20]);
  });
});

it('some cases are all of them in .ci/real, and every third elsewhere', async () => {
  const cases = ['a', 'b', 'c', 'd', 'e'];
  expect((await thoroughlyWith('1')).some(cases)).toEqual(cases);
  expect((await thoroughlyWith('')).some(cases)).toEqual(['a', 'd']);
});
