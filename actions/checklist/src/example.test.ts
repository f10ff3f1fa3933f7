/** The example's policy proves what it says, and every proof of it can be falsified. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Mutation } from '../../../examples/order-service/checklist/mutation.ts';
import { mutations } from '../../../examples/order-service/checklist/mutations.ts';
import type { EvidenceResult } from './evidence/result.ts';
import { checklistFile, Example } from './example.fixture.ts';
import { itemsOf } from './items.ts';
import { claimsIn } from './policy.ts';
import { isProven, statesOf } from './states.ts';

let example: Example;
let all: ReadonlyMap<string, readonly EvidenceResult[]>;
beforeAll(async () => {
  example = new Example();
  all = await example.look(undefined);
});
afterAll(() => example.remove());

function nameOf(mutation: Mutation): string {
  return 'fault' in mutation
    ? `the service, ${mutation.fault}`
    : `${mutation.file}: ${mutation.replace[0].slice(0, 40)}`;
}

describe('the policy of the order service', () => {
  it('has evidence of which every piece holds', () => {
    const others = [...all].flatMap(([id, results]) =>
      results.filter(({ outcome }) => outcome !== 'pass').map(({ seen }) => `${id}: ${seen}`),
    );
    expect(others).toEqual([]);
  });

  it('proves by machine more than half of the 152 items of the seed', () => {
    const items = itemsOf([example.document], (item) => ({
      gates: true,
      claims: claimsIn(example.policy, item.phase),
      evidence: all.get(item.id) ?? [],
    }));
    expect(example.document.items).toHaveLength(152);
    const proven = statesOf(items).filter(isProven).length;
    expect(proven).toBe(141);
  });
});

describe('an item of the order service flips', () => {
  it.each(mutations.map((mutation) => [mutation.item, nameOf(mutation), mutation] as const))(
    '%s, when %s is false',
    async (item, _what, mutation) => {
      if ('file' in mutation) {
        example.write(mutation.file, example.read(mutation.file).replace(...literally(mutation.replace)));
        example.commit();
      }
      try {
        const results = [...(await example.look(item, mutation)).values()].flat();
        expect(results.length).toBeGreaterThan(0);
        expect(results.filter(({ outcome }) => outcome !== 'pass')).not.toEqual([]);
      } finally {
        if ('file' in mutation) {
          example.restore(mutation.file);
          example.commit();
        }
      }
    },
  );

  it('with the verdict of migrate-gate', async () => {
    const [results = []] = (await example.look('миграции-бд-применены', undefined, 'fail')).values();
    expect(results.filter(({ kind }) => kind === 'gate')).toMatchObject([{ outcome: 'fail' }]);
  });

  it('and flips back', async () => {
    const again = await example.look('все-тесты-проходят');
    expect([...again.values()].flat().map(({ outcome }) => outcome)).toEqual(['pass', 'pass']);
    expect(example.read(checklistFile)).toContain('- [x] **Все тесты проходят**');
  });
});

/** `$&` and the like in what takes a place mean themselves. */
function literally([from, to]: readonly [string, string]): [string, () => string] {
  return [from, () => to];
}
