/** Generated Markdown that is hard on readers of task lists. */
import fc from 'fast-check';

/** Of containers and indentation, odd ones too. */
const PREFIXES = [
  '- ',
  '* ',
  '+ ',
  '1. ',
  '1) ',
  '-   ',
  '-\t',
  '-     ',
  '> ',
  '>',
  ' ',
  '  ',
  '   ',
  '    ',
  '     ',
  '\t',
  ' \t',
];
const TASKS = [
  '[ ] foo',
  '[x] foo',
  '[X] foo',
  '[ ]\tfoo',
  '[x]  foo',
  '[ ] [x] foo',
  '- [ ] foo',
  '* [x] foo',
  '[ ] `',
  '[ ] 1. foo',
];
const NO_TASKS = [
  '[ ]',
  '[x]',
  '[X] ',
  '[x]foo',
  '[]',
  '[  ] a',
  '[y] a',
  '\\[ ] foo',
  '*[ ] foo*',
  '`[ ] foo`',
  'foo [x] bar',
];
const OTHERS = [
  'foo',
  'foo',
  'bar baz',
  '',
  '',
  '# head',
  '---',
  '===',
  '***',
  '[x](u) foo',
  '[x][y] foo',
  '[\t] a',
  '-',
  '1.',
];
const FENCES = [
  '```',
  '~~~',
  '```js',
  '````',
  '<!--',
  '-->',
  '<!-- - [ ] a -->',
  '<div>',
  '</div>',
  '<!--\n- [ ] foo\n-->',
  '<pre>',
  '<?',
  '?>',
];
const EXTRAS = ['[^1]: [ ] foo', '[^1]: - [ ] foo', '[^a]:', '[a]: /b\n', '\n| a | b |\n|---|---|\n| - [ ] c | d |'];
const ENDS = ['\n', '\n', '\n', '\n\n', '\r\n', '\r\n\r\n', '\r'];

const line = fc
  .tuple(
    fc.array(fc.constantFrom(...PREFIXES), { maxLength: 4 }),
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...TASKS) },
      { weight: 2, arbitrary: fc.constantFrom(...NO_TASKS) },
      { weight: 3, arbitrary: fc.constantFrom(...OTHERS) },
      { weight: 1, arbitrary: fc.constantFrom(...FENCES) },
      { weight: 1, arbitrary: fc.constantFrom(...EXTRAS) },
    ),
    fc.constantFrom(...ENDS),
  )
  .map(([prefix, content, end]) => prefix.join('') + content + end);

/** Without what remark reads against CommonMark: see DIFFERENCES. */
export const documents = fc
  .array(line, { minLength: 1, maxLength: 9 })
  .map((lines) => lines.join(''))
  .filter((text) => !DIFFERENCES.some((difference) => difference.pattern.test(text)));

/** Where remark-gfm is not followed. */
export interface Difference {
  /** What remark does. */
  readonly why: string;
  /** Texts where it may do it. */
  readonly pattern: RegExp;
  readonly text: string;
  /** Lines of the items as CommonMark has them, and as cmark-gfm 0.29 shows them. */
  readonly lines: readonly number[];
}

/** All that is known; property.test.ts looks whether each still is one. */
export const DIFFERENCES: readonly Difference[] = [
  {
    why: 'takes a list with another number than 1 behind indented code as a part of a paragraph',
    pattern: /(?:^|[^0-9])(?:[02-9]|[0-9]{2,})[.)]/,
    text: '    code\n\n2. [ ] foo\n',
    lines: [3],
  },
  {
    why: 'forbids an empty item inside of a new one, as if that interrupted a paragraph',
    pattern: /[-+*.)>][ \t]*(?:[-+*]|1[.)])[ \t]*(?:[\r\n]|$)/,
    text: 'foo\n1. *\nbar\n    - [ ] foo\n',
    lines: [],
  },
  {
    why: 'puts a tag alone on a lazy line into the container before it, and ends it with its line',
    pattern: /^<[a-z]>$/m,
    text: '- foo\n<b>\n- [ ] bar\n',
    lines: [],
  },
  {
    why: 'takes a mark below an empty item for its first paragraph, and stops with an error',
    pattern: /(?:[-+*]|1[.)])[ \t]*(?:\r\n|\r|\n)[ \t>]*\[/,
    text: '-\n[ ] foo\n',
    lines: [],
  },
  {
    why: 'takes an empty item behind indented code as a part of a paragraph',
    pattern: /^(?=[\s\S]*(?: {4}|\t))[\s\S]*(?:[-+*]|1[.)])[ \t]*(?:[\r\n]|$)/,
    text: '    code\n-\n    * [x] foo\n',
    lines: [3],
  },
];
