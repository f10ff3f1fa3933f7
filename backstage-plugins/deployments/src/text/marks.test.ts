// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { piecesOf } from './marks';

const code = (text: string) => ({ text, isCode: true });
const plain = (text: string) => ({ text, isCode: false });
/** Texts in which marks are frequent. */
const marked = fc.string({ unit: fc.constantFrom('`', '``', ' ', 'a', '<b>', '*', '\n', 'ж') });

describe('pieces of a text', () => {
  it.each([
    ['no marks at all', [plain('no marks at all')]],
    ['type `order_state` stays', [plain('type '), code('order_state'), plain(' stays')]],
    ['`up` and `down`', [code('up'), plain(' and '), code('down')]],
    ['``a`b`` has a mark inside', [code('a`b'), plain(' has a mark inside')]],
    ['`` `a` ``', [code('`a`')]],
    ['a mark ` without its other', [plain('a mark ` without its other')]],
    ['two `` of another length `', [plain('two `` of another length `')]],
    [
      '<script>alert(1)</script> **bold** [x](javascript:1)',
      [plain('<script>alert(1)</script> **bold** [x](javascript:1)')],
    ],
    ['', []],
  ])('splits %j', (text, pieces) => {
    expect(piecesOf(text)).toEqual(pieces);
  });

  it('lose nothing but marks and the spaces beside them', () => {
    const bare = (text: string) => text.replaceAll(/[` ]/g, '');
    fc.assert(
      fc.property(marked, (text) => {
        expect(
          bare(
            piecesOf(text)
              .map((piece) => piece.text)
              .join(''),
          ),
        ).toBe(bare(text));
      }),
    );
  });

  it('are never empty, and no two texts without marks touch', () => {
    fc.assert(
      fc.property(marked, (text) => {
        const pieces = piecesOf(text);
        expect(pieces.every((piece) => piece.text !== '')).toBe(true);
        expect(pieces.some((piece, at) => !piece.isCode && pieces[at + 1]?.isCode === false)).toBe(false);
      }),
    );
  });
});
