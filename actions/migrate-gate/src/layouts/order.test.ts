import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareText } from './order.ts';

describe('compareText', () => {
  it('sorts as the UTF-8 bytes do', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', '_', '9', '\ud7ff', '\ue000', '\u{10000}', '\u{10001}', '\u{1f600}'),
    });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(compareText(a, b)).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
    );
  });
});
