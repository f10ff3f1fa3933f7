import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementsOf, numberOf, xmlOf } from './xml.ts';

function read(text: string | Buffer) {
  return xmlOf(Buffer.from(text), ['a']);
}

function rootOf(text: string) {
  const result = read(text);
  if ('refused' in result) throw new Error(result.refused);
  return result.root;
}

function refused(text: string): string {
  const result = read(text);
  return 'refused' in result ? result.refused : '';
}

describe('xmlOf', () => {
  it('reads elements and attributes, and passes over text, comments, CDATA and instructions', () => {
    const root = rootOf(
      '\ufeff<?xml version="1.0"?><!DOCTYPE a SYSTEM "a.dtd"><a x="1">t &amp; <!-- <b/> --><![CDATA[<b/>]]><?p <b/>?><b y=\'2\'/></a>\n',
    );
    expect(root.attributes.get('x')).toBe('1');
    expect(root.children).toEqual([{ name: 'b', attributes: new Map([['y', '2']]), children: [] }]);
  });

  it('knows the five entities and references to characters, and no other', () => {
    const text = rootOf('<a x="&lt;&gt;&amp;&quot;&apos;&#65;&#x42;&nbsp;&#0;&amp;lt;"/>').attributes.get('x');
    expect(text).toBe('<>&"\'AB&nbsp;&#0;&lt;');
  });

  it('finds elements at any depth and numbers in attributes', () => {
    const root = rootOf('<a n="1.5" e="1e-1" word="many" minus="-1"><b><c/></b><c/></a>');
    expect(elementsOf(root, 'c')).toHaveLength(2);
    expect(['n', 'e', 'word', 'minus', 'none'].map((name) => numberOf(root, name))).toEqual([
      1.5,
      0.1,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it.each([
    ['<a>', 'cut off'],
    ['<a></a', 'cut off'],
    ['<a/', 'cut off'],
    ['<a><b></a></b>', 'cut off'],
    ['<a x="1></a>', 'cut off'],
    ['<a x=1/>', 'cut off'],
    ['<a/><a/>', 'cut off'],
    ['<a><!-- </a>', 'cut off'],
    ['<a/>tail', 'text outside of the root element'],
    ['tail', 'text outside of the root element'],
    ['<b/>', 'another root element'],
    ['<a><!DOCTYPE a></a>', 'a document type inside of the document'],
    ['', 'an empty file'],
  ])('refuses %j', (text, why) => {
    expect(refused(text)).toContain(why);
  });

  it('refuses entities of its own before it reads on', () => {
    const bomb = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;">]><a x="&c;"/>';
    expect(refused(bomb)).toContain('a document type with declarations of its own');
    expect(refused(bomb.replace('[', ' "x" ['))).toContain('declarations of its own');
  });

  it('gives entities that it does not know back as they are', () => {
    expect(rootOf('<a x="&bomb;"/>').attributes.get('x')).toBe('&bomb;');
  });

  it('refuses names that belong to objects, or keeps them apart', () => {
    const result = read('<a __proto__="1" constructor="2"><toString x="3"/></a>');
    if (!('refused' in result)) expect(result.root.children).toHaveLength(1);
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
  });

  it.each([
    ['elements in each other', '<a>'.repeat(200_000)],
    ['tags without an end', '<a '.repeat(200_000)],
    ['comments without an end', `<a>${'<!--'.repeat(200_000)}`],
    ['CDATA without an end', `<a>${'<![CDATA['.repeat(200_000)}</a>`],
    ['quotes without an end', `<a ${'x="'.repeat(200_000)}`],
    ['blanks without an end', `<a>${'<b'}${' '.repeat(2_000_000)}</a>`],
    ['document types in each other', `<a>${'<!DOCTYPE a'.repeat(200_000)}</a>`],
    ['attributes in one tag', `<a${' b="1"'.repeat(2_000_000)}/>`],
    ['closing tags', `<a>${'</b>'.repeat(200_000)}`],
  ])('refuses many %s', (_what, text) => {
    expect(refused(text)).not.toBe('');
  });

  it('reads 60 elements in each other and refuses 61', () => {
    const nested = (depth: number) => `${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}`;
    expect(refused(nested(60))).toBe('');
    expect(refused(nested(61))).toContain('more than 60 deep');
  });

  it('refuses more than 20 MB', () => {
    expect(refused(`<a>${'x'.repeat(20 * 1024 * 1024)}</a>`)).toContain('at most 20 MB');
  });

  it('never throws', () => {
    const piece = fc.constantFrom(
      '<a>',
      '</a>',
      '<b x="1">',
      '</b>',
      '<c/>',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '&',
      '"',
      '<',
      '>',
      ' ',
      '<?',
      '?>',
    );
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join('')),
        (text) => {
          expect(Object.keys(read(text))).toHaveLength(1);
        },
      ),
    );
  });
});
