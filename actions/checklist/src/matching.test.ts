import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortestEnd } from './init/policy.ts';
import { readChecklist } from './markdown/read.ts';
import { matchEvidence } from './matching.ts';

const entry = (...items: string[]) => ({ index: 0, entry: { kind: 'gate', gate: 'migrate-gate', items } }) as const;
const text = '# C\n\n## One\n\n- [ ] backup\n- [ ] restore\n\n## Two\n\n- [ ] restore\n- [ ] x <!-- id: named -->\n';
const documents = [readChecklist(text, 'c.md')];
const match = (...items: string[]) => matchEvidence([entry(...items)], documents, () => ({ file: 'p.yml' }));

describe('a name of the policy', () => {
  it.each([
    ['one/backup', 'one/backup'],
    ['backup', 'one/backup'],
    ['two/restore', 'two/restore'],
    ['named', 'named'],
  ])('%s is the item %s', (name, id) => {
    const { evidence, findings } = match(name);
    expect([[...evidence.keys()], findings]).toEqual([[`c.md#${id}`], []]);
  });

  it('that is the end of several ids is refused with their names', () => {
    expect(match('restore').findings).toMatchObject([
      { code: 'evidence-unmatched', matches: ['one/restore', 'two/restore'] },
    ]);
  });

  it('is not taken by an item that calls itself like the end of another', () => {
    const taken = `${text}- [x] anything <!-- id: backup -->\n`;
    const { findings } = matchEvidence([entry('backup')], [readChecklist(taken, 'c.md')], () => ({ file: 'p' }));
    expect(findings).toMatchObject([{ code: 'evidence-unmatched', matches: ['one/backup', 'backup'] }]);
  });

  it('of no item is refused with a guess', () => {
    expect(match('bakcup').findings).toMatchObject([{ code: 'evidence-unmatched', matches: [], guess: 'backup' }]);
    expect(match('up').findings).toMatchObject([{ matches: [] }]);
  });

  it('gives an item the evidence of every entry that names it, in order', () => {
    const two = matchEvidence([entry('backup'), { ...entry('one/backup'), index: 1 }], documents, () => ({
      file: 'p',
    }));
    expect(two.evidence.get('c.md#one/backup')?.map(({ index }) => index)).toEqual([0, 1]);
  });

  it('as init writes it is always that one item (property)', () => {
    const word = fc.constantFrom('a', 'b', 'c');
    const ids = fc.uniqueArray(
      fc.array(word, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/')),
      {
        minLength: 1,
      },
    );
    fc.assert(
      fc.property(ids, (all) => {
        const items = all.map((id) => ({ id }));
        for (const item of items) {
          const name = shortestEnd(item, items);
          const same = all.filter((id) => id === name || id.endsWith(`/${name}`));
          expect(all.includes(name) ? [name] : same).toEqual([item.id]);
        }
      }),
    );
  });
});
