import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bold, code, link, md, render, table } from './markdown.ts';
import { asSentence, htmlSentence, mark, markdownSentence, plainSentence, segments } from './sentence.ts';

describe('a sentence', () => {
  it('has backticks around code, which each form shows in its own way', () => {
    const text = 'trigger `a_b` on `c|d` is *gone*';
    expect(plainSentence(text)).toBe('trigger a_b on c|d is *gone*');
    expect(markdownSentence(text)).toBe('trigger `a_b` on <code>c&#124;d</code> is \\*gone\\*');
    expect(htmlSentence(text)).toBe('trigger <code>a_b</code> on <code>c|d</code> is *gone*');
  });

  it('keeps the fences of code that stands beside code apart', () => {
    expect(markdownSentence('``<img src=x>``\n::add-mask::x``')).toBe('`<img src=x>`<wbr>``` \\n::add-mask::x`` ```');
  });

  it('keeps backticks that have no partner', () => {
    expect(plainSentence('a ` b')).toBe('a ` b');
    expect(plainSentence('a `` b `c`')).toBe('a `` b c');
  });

  it('holds marked text of any kind as one piece of code', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 100 }), (text) => {
        const found = segments(`a ${mark(text)} b`);
        expect(found.map(({ code: isCode }) => isCode)).toEqual([false, true, false]);
        expect(found[1]?.text.trim()).toBe(text.trim());
      }),
    );
  });

  it('is cut when it is very long, and a name inside it at 120', () => {
    expect(Array.from(plainSentence('x'.repeat(5000)))).toHaveLength(1200);
    expect(plainSentence(mark('n'.repeat(500)))).toHaveLength(120);
  });

  it('ends with one full stop and begins with a capital', () => {
    expect(['lock it', 'lock it.', '`a` it', 'why?'].map(asSentence)).toEqual([
      'Lock it.',
      'Lock it.',
      '`a` it.',
      'Why?',
    ]);
  });
});

describe('Markdown', () => {
  it('escapes what is put into a template, and only that', () => {
    expect(render(md`**${'a*b'}** and ${bold('c')} and ${code('`')} in ${2}`)).toBe(
      '**a\\*b** and **c** and `` ` `` in 2',
    );
  });

  it('makes rows as wide as the head, one line each', () => {
    expect(render(table(['A', { title: 'B', align: 'right' }], [['x\ny'], ['`p|q`', 'z', 'too many']]))).toBe(
      '| A | B |\n| :-- | --: |\n| x\\\\ny |  |\n| <code>p&#124;q</code> | z |',
    );
  });

  it('links only where there is a URL, and no URL ends its link', () => {
    expect(render(link('a', undefined))).toBe('a');
    expect(render(link('a', 'https://github.com/a(b) c'))).toBe('[a](https://github.com/a%28b%29%20c)');
  });
});
