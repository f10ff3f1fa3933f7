import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEmptySql } from './empty.ts';

const lineComment = fc.string().map((text) => `--${text.replace(/[\r\n]/g, '')}\n`);
const { blockComment } = fc.letrec<{ blockComment: string; inner: string }>((tie) => ({
  inner: fc.oneof(
    fc.string().map((text) => text.replace(/[/*]/g, '')),
    tie('blockComment'),
  ),
  blockComment: fc.array(tie('inner'), { maxLength: 3 }).map((parts) => `/* ${parts.join(' ')} */`),
}));
const nothing = fc
  .array(fc.oneof(lineComment, blockComment, fc.constantFrom(' ', '\n', '\r\n', '\t', ';', '\f', '\v')))
  .map((parts) => parts.join(''));
const something = fc.constantFrom('x', "''", '""', '$$ $$', '1', '(', '*/', '- -', "E''", '\ufeff');

describe('isEmptySql', () => {
  it('is true for white space, semicolons and comments in any order', () => {
    fc.assert(fc.property(nothing, (sql) => isEmptySql(sql)));
  });

  it('is false as soon as anything else stands between them', () => {
    fc.assert(
      fc.property(nothing, something, nothing, (before, middle, after) => !isEmptySql(before + middle + after)),
    );
  });

  it('takes a `--` comment at the end of the text, but no open block comment', () => {
    expect(isEmptySql('-- nothing to undo')).toBe(true);
    expect(isEmptySql('')).toBe(true);
    expect(isEmptySql('/* open')).toBe(false);
  });
});
