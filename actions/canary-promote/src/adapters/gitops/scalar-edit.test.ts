import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Document, isScalar, parse } from 'yaml';
import { runs } from '../../../../../scripts/vitest/thoroughly.ts';
import { foreignFiles } from './foreign-files.fixture.ts';
import { readScalar, withScalar } from './scalar-edit.ts';

const at = (pointer: string) => ({ file: 'values.yaml', pointer });

describe('a number in a file', () => {
  it.each(foreignFiles)('is replaced in $name, and no other byte', ({ text, pointer, weight, before, after }) => {
    for (const source of [text, text.replaceAll('\n', '\r\n'), `\uFEFF${text}`]) {
      expect(readScalar(source, at(pointer))).toBe(weight);
      const result = withScalar(source, at(pointer), 100);
      expect(readScalar(result, at(pointer))).toBe(100);
      // The line is known: all the others are the same, and so is the rest of this one.
      const [old, now] = [source.split('\n'), result.split('\n')];
      const changed = old.flatMap((line, index) => (line === now[index] ? [] : [[line.trim(), now[index]?.trim()]]));
      expect(changed).toEqual([[before, after]]);
      expect(now.length).toBe(old.length);
      expect(withScalar(result, at(pointer), weight)).toBe(source);
    }
  });

  it('is the same text when it is there already, also in another notation', () => {
    const text = 'canary: 10.0 # percent\n';
    expect(withScalar(text, at('/canary'), 10)).toBe(text);
  });

  it('is found behind keys with slashes and tildes, and behind keys that are numbers', () => {
    const text = 'a/b:\n  m~n: {8080: [1, 2]}\n';
    expect(withScalar(text, at('/a~1b/m~0n/8080/1'), 3)).toBe('a/b:\n  m~n: {8080: [1, 3]}\n');
  });

  it('is found in the one document of a file with empty ones around it', () => {
    expect(withScalar('---\na: 1\n---\n', at('/a'), 2)).toBe('---\na: 2\n---\n');
  });
});

describe('what is no number of its own', () => {
  it.each([
    ['a: 1\n---\na: 2\n', '/a', /^values\.yaml:\d:1: expected one document, got 2; /],
    ['# nothing\n', '/a', /^values\.yaml:1:1: expected one document, got none; /],
    ['a:\n  b: &w 1\nc: *w\n', '/a/b', /^values\.yaml:2:9: .* got an anchor; /],
    ['a: &w 1\nc: *w\n', '/c', /^values\.yaml:2:4: .* got an alias; /],
    ['a: &m {b: 1}\nc: *m\n', '/c/b', /^values\.yaml:2:4: .* got an alias; /],
    ['a: {b: 1}\n', '/a', /^values\.yaml:1:4: .* got a map; /],
    ['a: [1]\n', '/a', /got a list; /],
    ['a: [1]\n', '/a/-', /^values\.yaml:1:4: expected a list with an item "-", got one of 1 items; /],
    ['a: [1]\n', '/a/1', /got one of 1 items; /],
    ['a: [1]\n', '/a/00', /got one of 1 items; /],
    ['a: 1\nb: 2\n', '/c', /^values\.yaml:1:1: expected a map with "c", got one of "a", "b"; /],
    ['a: 1\n', '/a/b', /^values\.yaml:1:4: .* got a scalar; /],
    ['a:\n', '/a', /got ""; /],
    ['a: ten\n', '/a', /got "ten"; write it in plain digits, as 10 or 2\.5$/],
    ['a: 010\n', '/a', /got "010"; /],
    ['a: 1_0\n', '/a', /got "1_0"; /],
    ['a: 1e1\n', '/a', /got "1e1"; /],
    ['a: 0x10\n', '/a', /got "0x10"; /],
    ['a: -1\n', '/a', /got "-1"; /],
    ['a: 101\n', '/a', /got "101"; /],
    ['a: 10%\n', '/a', /got "10%"; /],
    ['a: "1\\u0030"\n', '/a', /got "\\"1\\\\u0030\\""; /],
    ['a: |\n  10\n', '/a', /got "\|\\n {2}10"; /],
    ['a: !!int 10\n', '/a', /got a tag; /],
    ['a: true\n', '/a', /got "true"; /],
    ['a: 1\na: 2\n', '/a', /^values\.yaml:2:1: expected YAML or JSON, got "Map keys must be unique"; /],
    ['1: 1\n"1": 2\n', '/1', /expected one key "1", got two; /],
    ['a: [1\n', '/a', /expected YAML or JSON, got /],
    ['a: 1\n{{- if .x }}\nb: 2\n{{- end }}\n', '/a', /a template is no YAML before it is rendered$/],
    ['a: 1\n', 'a', /expected a JSON Pointer, as \/canary\/weight, got "a"; /],
    ['a: 1\n', '/a~2', /expected a JSON Pointer/],
    ['10\n', '/a', /got a scalar; /],
  ])('%j at %j is unfit', (text, pointer, message) => {
    const unfit = expect.objectContaining({ code: 'unfit', message: expect.stringMatching(message) });
    expect(() => readScalar(text, at(pointer))).toThrow(unfit);
    expect(() => withScalar(text, at(pointer), 5)).toThrow(unfit);
  });

  it('is one in a map that an alias repeats: more than one place would change', () => {
    const text = 'base: &base\n  weight: 1\nother: *base\nmerged:\n  <<: *base\n';
    expect(readScalar(text, at('/base/weight'))).toBe(1);
    expect(() => withScalar(text, at('/base/weight'), 5)).toThrow(
      /expected to change the number at "\/base\/weight" alone, got changes at "\/base\/weight", "\/other\/weight", "\/merged\/<<\/weight"; /,
    );
  });

  it('may stand beside an anchor that holds itself', () => {
    expect(withScalar('a: &a\n  b: 1\n  c: *a\nd: 1\n', at('/d'), 2)).toBe('a: &a\n  b: 1\n  c: *a\nd: 2\n');
  });

  it.each([-1, 101, Number.NaN, 1e-7])('%d is not written', (value) => {
    expect(() => withScalar('a: 1\n', at('/a'), value)).toThrow(expect.objectContaining({ code: 'unfit' }));
  });
});

/** Any tree with one number that we know the way to, as the library writes it, with comments and blank lines of its own. */
const key = fc.oneof(
  fc.stringMatching(/^[a-z][\w./~-]{0,12}$/),
  fc.constantFrom('weight', 'a: b', '#', '"', "'", '', ' ', '8080', 'null', 'ü', '<<'),
);
const leaf = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.constant('10'),
  fc.constant('# no\n'),
);
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(key, tie('tree'), { maxKeys: 4 }),
  ),
}));
type Step =
  | { readonly key: string; readonly siblings: Readonly<Record<string, unknown>> }
  | { readonly before: readonly unknown[] };
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ key, siblings: fc.dictionary(key, tree, { maxKeys: 3 }) }),
  fc.record({ before: fc.array(tree, { maxLength: 3 }) }),
);

function grown(steps: readonly Step[], weight: unknown): { readonly value: unknown; readonly pointer: string } {
  return steps.reduceRight<{ value: unknown; pointer: string }>(
    ({ value, pointer }, each) =>
      'key' in each
        ? {
            value: new Map([...Object.entries(each.siblings).filter(([name]) => name !== each.key), [each.key, value]]),
            pointer: `/${each.key.replaceAll('~', '~0').replaceAll('/', '~1')}${pointer}`,
          }
        : { value: [...each.before, value, 'behind'], pointer: `/${each.before.length}${pointer}` },
    { value: weight, pointer: '' },
  );
}

interface Look {
  readonly flow: boolean;
  readonly comment: string;
  readonly isCrlf: boolean;
  readonly indent: number;
  readonly quoted: 'PLAIN' | 'QUOTE_DOUBLE' | 'QUOTE_SINGLE';
}
const look: fc.Arbitrary<Look> = fc.record({
  flow: fc.boolean(),
  comment: fc.constantFrom('', ' set by hand', ' 10', ' a: 10 "'),
  isCrlf: fc.boolean(),
  indent: fc.integer({ min: 2, max: 6 }),
  quoted: fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE'),
});

function written(steps: readonly Step[], weight: number, { flow, comment, isCrlf, indent, quoted }: Look) {
  const { value, pointer } = grown(steps, quoted === 'PLAIN' ? weight : String(weight));
  const document = new Document(value, { aliasDuplicateObjects: false });
  const path =
    grown(steps, 0).pointer === '' ? [] : steps.map((each) => ('key' in each ? each.key : each.before.length));
  const node = document.getIn(path, true);
  if (isScalar(node)) {
    node.type = quoted;
    node.comment = comment;
    node.spaceBefore = true;
  }
  document.commentBefore = ' Weights; keep in order.';
  const text = document.toString({ indent, collectionStyle: flow ? 'flow' : 'block' });
  return { text: isCrlf ? text.replaceAll('\n', '\r\n') : text, pointer };
}

const steps = fc.array(step, { minLength: 1, maxLength: 5 });

describe('any YAML file', () => {
  it('differs in that one number when it is set, and is the same again when it is set back', () => {
    fc.assert(
      fc.property(steps, fc.nat(100), fc.nat(100), look, (way, from, to, style) => {
        const { text, pointer } = written(way, from, style);
        expect(readScalar(text, at(pointer))).toBe(from);
        const result = withScalar(text, at(pointer), to);
        expect(readScalar(result, at(pointer))).toBe(to);
        expect(result).toBe(replacedOnce(text, result, String(from), String(to)));
        expect(withScalar(result, at(pointer), from)).toBe(text);
        // As another parse sees it.
        expect(parse(result)).toEqual(parse(written(way, to, style).text));
      }),
      { numRuns: runs(400) },
    );
  });

  it('is so as JSON, with tabs as with blanks', () => {
    const indents = fc.constantFrom('', '  ', '\t');
    fc.assert(
      fc.property(steps, fc.nat(100), fc.nat(100), indents, (way, from, to, indent) => {
        const { value, pointer } = grown(way, from);
        const text = JSON.stringify(value, plain, indent);
        expect(withScalar(text, at(pointer), to)).toBe(JSON.stringify(grown(way, to).value, plain, indent));
      }),
      { numRuns: runs(300) },
    );
  });

  it('gives a number or is refused, whatever it holds and wherever the pointer leads', () => {
    const noise = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'a1:-# \n\t{}[],&*!|>\'"%?<') }),
    );
    fc.assert(
      fc.property(noise, fc.constantFrom('', '/a', '/0', '/a/1', '/1/a'), (text, pointer) => {
        try {
          const result = withScalar(text, at(pointer), 42);
          expect(readScalar(result, at(pointer))).toBe(42);
        } catch (error) {
          expect(error).toMatchObject({ name: 'TrafficError', code: 'unfit' });
        }
      }),
      { numRuns: runs(3000) },
    );
  });
});

/** The source with the one stretch in which the two differ put in, when that is the old number and the new one. */
function replacedOnce(text: string, result: string, from: string, to: string): string {
  for (let index = text.indexOf(from); index !== -1; index = text.indexOf(from, index + 1)) {
    const candidate = text.slice(0, index) + to + text.slice(index + from.length);
    if (candidate === result) return candidate;
  }
  return expect.fail(`${JSON.stringify(text)} became ${JSON.stringify(result)}`);
}

function plain(_key: string, value: unknown): unknown {
  return value instanceof Map ? Object.fromEntries(value) : value;
}
