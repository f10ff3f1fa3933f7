// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visible } from './visible';

describe('text from outside', () => {
  it('names what would be unseen or turn the text around', () => {
    expect(visible('v1\u202Egnp.exe')).toBe('v1\\u{202e}gnp.exe');
    expect(visible('a\u200Bb\u0007\u00AD')).toBe('a\\u{200b}b\\u{7}\\u{ad}');
  });

  it('keeps words of any script, newlines and tabs', () => {
    const text = 'Выпуск №4\n\t版本 🚀 é';
    expect(visible(text)).toBe(text);
  });

  it('holds nothing hidden afterwards, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(visible(text)).not.toMatch(/[\p{Cf}\p{Cs}\u2028\u2029\u0000-\u0008\u000b-\u001f\u007f-\u009f]/u);
        expect(visible(visible(text))).toBe(visible(text));
      }),
    );
  });
});
