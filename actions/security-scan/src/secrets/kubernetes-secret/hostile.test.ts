import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../../scripts/vitest/thoroughly.ts';
import { scanned } from '../tree.fixture.ts';
import { found, HEAD } from './manifest.fixture.ts';

describe('any text', () => {
  const piece = fc.constantFrom(
    ...[
      'apiVersion: v1\n',
      'kind: Secret\n',
      'stringData:\n',
      'data: ',
      '  password: ',
      'Zk39fjQw',
      '{{ x }}',
      '{{',
      '&a ',
      '*a',
      '<<: ',
      '---\n',
      '[',
      ']',
      '{',
      '}',
      ', ',
      '"',
      "'",
      '|\n',
      '  ',
      '\r\n',
      '\n',
      '!x ',
      '\t',
      '- ',
      '? ',
      'é',
    ],
  );

  it('is read without an error, and what is found in it lies in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        const content = `${pieces.slice(0, 3).join('')}kind: Secret\napiVersion: v1\n${pieces.slice(3).join('')}`;
        const { findings } = await scanned({ 'a.yaml': content });
        for (const { location } of findings) expect(location?.line).toBeLessThanOrEqual(content.split('\n').length);
      }),
      { numRuns: runs(1000) },
    );
  });

  const K = `${HEAD}stringData:\n`;
  it.each([
    ['commas', `${K}  a: [${','.repeat(900_000)}`],
    ['open brackets', `${K}  a: ${'['.repeat(20_000)}`],
    ['maps in maps', K + Array.from({ length: 1200 }, (_, depth) => `${' '.repeat(depth + 2)}a:\n`).join('')],
    ['empty lines', K + '\n'.repeat(900_000)],
    ['tags', `${K}  a: ${'!a '.repeat(300_000)}`],
    [
      'aliases of aliases',
      `a0: &a0 [x]\n${Array.from({ length: 60 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}, *a${at}]\n`).join('')}${K.replace('stringData:\n', 'stringData: {<<: *a60}\n')}`,
    ],
    ['an alias of itself', `${K.trim()} &a {<<: [*a, *a], b: *a}\n`],
    ['documents', `---\n${K}`.repeat(15_000)],
    ['open templates', `${K}${'{{ '.repeat(300_000)}`],
    ['templates', `${K}${'  {{ a }} '.repeat(90_000)}`],
    ['more than a megabyte', `${K}  password: ${'ab'.repeat(600_000)}`],
  ])(
    'of hostile %s gives nothing, and comes to an end',
    async (_, content) => {
      expect((await found(content)).places).toEqual([]);
    },
    60_000,
  );
});
