import { describe, expect, it } from 'vitest';
import { isFaulty, parseExposition } from './parse.ts';

function read(text: string, format: 'prometheus' | 'openmetrics' = 'prometheus') {
  const parsed = parseExposition(text, format);
  return isFaulty(parsed) ? parsed.faults.map(({ line, column, got }) => `${line}:${column} ${got}`) : parsed.series;
}

function open(...lines: readonly string[]) {
  return read([...lines, '# EOF', ''].join('\n'), 'openmetrics');
}

const one = (name: string, value: number, labels = {}, time?: number) => ({ name, labels, value, time });

describe("Prometheus' text", () => {
  it.each([
    ['nothing', '', []],
    ['blank lines and comments', '\n \t\n# \n#\n# a comment \\ {\n#HELPFUL\n', []],
    ['a name and a value', 'up 1\n', [one('up', 1)]],
    ['blanks between all tokens', ' a \t{ b = "c" ,\td="e" , } \t2  17 \n', [one('a', 2, { b: 'c', d: 'e' }, 17)]],
    ['empty braces', 'a{} 3\n', [one('a', 3)]],
    ['escapes of a label', 'a{b="\\\\n\\n\\"\\\\"} 1\n', [one('a', 1, { b: '\\n\n"\\' })]],
    ['braces, commas and # in a label', 'a{b="x{y=\\"z\\"},# {} 1"} 1\n', [one('a', 1, { b: 'x{y="z"},# {} 1' })]],
    ['UTF-8 in a label, and a NUL', 'a{b="ü日\0"} 1\n', [one('a', 1, { b: 'ü日\0' })]],
    [
      'names in quotes',
      '{"http.requests", "status.code" = "200", c="d"} 1\n{e="f","x"} 2\n',
      [one('http.requests', 1, { 'status.code': '200', c: 'd' }), one('x', 2, { e: 'f' })],
    ],
    [
      'a label that is called as a part of every object',
      'a{__proto__="b",constructor="c"} 1\n',
      [
        one(
          'a',
          1,
          Object.fromEntries([
            ['__proto__', 'b'],
            ['constructor', 'c'],
          ]),
        ),
      ],
    ],
    [
      'every kind of number',
      'a NaN\nb +Inf\nc -inf\nd 1e3\ne .5\nf 1.\ng -0.25E-1\nh Infinity\ni 1 -5\n',
      [
        one('a', Number.NaN),
        one('b', Number.POSITIVE_INFINITY),
        one('c', Number.NEGATIVE_INFINITY),
        one('d', 1000),
        one('e', 0.5),
        one('f', 1),
        one('g', -0.025),
        one('h', Number.POSITIVE_INFINITY),
        one('i', 1, {}, -5),
      ],
    ],
    [
      'a family that comes again',
      '# TYPE a counter\na{b="1"} 1\n# TYPE a counter\na{b="2"} 1\n',
      [one('a', 1, { b: '1' }), one('a', 1, { b: '2' })],
    ],
    [
      'a gauge that is called as if it told a beginning',
      '# TYPE a_created gauge\na_created 1\n',
      [one('a_created', 1)],
    ],
  ])('reads %s', (_, text, series) => {
    expect(read(text)).toEqual(series);
  });

  it('reads help, types and a histogram', () => {
    const text =
      '# HELP h Seconds \\\\ of\\na "request". \\d\n#  TYPE\th  histogram \nh_bucket{le="0.5"} 1\nh_bucket{le="+Inf"} 2\nh_sum 3.5\nh_count 2\n# HELP none\n';
    const parsed = parseExposition(text, 'prometheus');
    expect(parsed).toMatchObject({
      families: new Map([
        ['h', { type: 'histogram', help: 'Seconds \\ of\na "request". \\d', unit: undefined }],
        ['none', { type: undefined, help: '', unit: undefined }],
      ]),
    });
    expect(read(text)).toHaveLength(4);
  });

  it.each([
    ['no value', 'a\n', '1:2 the end of the line'],
    ['no value behind a space', 'a \n', '1:3 the end of the line'],
    ['a word for a value', 'a true\n', '1:3 true'],
    ['a hexadecimal number', 'a 0x1p3\n', '1:3 0x1p3'],
    ['an underscore in a number', 'a 1_2\n', '1:3 1_2'],
    ['a comma for a point', 'a 1,5\n', '1:3 1,5'],
    ['a fraction for a time', 'a 1 1.5\n', '1:5 1.5'],
    ['more behind the time', 'a 1 2 3\n', '1:7 3'],
    ['an exemplar', 'a 1 # {} 1\n', '1:5 # {} 1'],
    ['a name that begins with a digit', '0a 1\n', '1:1 0a 1'],
    ['a point in a name', 'a.b 1\n', '1:2 .b 1'],
    ['a hyphen in a label', 'a{b-c="d"} 1\n', '1:4 -c="d"} 1'],
    ['a colon in a label', 'a{b:c="d"} 1\n', '1:4 :c="d"} 1'],
    ['single quotes', "a{b='c'} 1\n", "1:5 'c'} 1"],
    ['no quotes', 'a{b=1} 1\n', '1:5 1} 1'],
    ['no closing quote', 'a{b="c} 1\n', '1:10 the end of the line'],
    ['no closing brace', 'a{b="c" 1\n', '1:9 1'],
    ['two commas', 'a{b="c",,d="e"} 1\n', '1:9 ,d="e"} 1'],
    ['no comma', 'a{b="c" d="e"} 1\n', '1:9 d="e"} 1'],
    ['no name', '{a="b"} 1\n', '1:1 {a="b"} 1'],
    ['two names', 'a{"b"} 1\n', '1:6 } 1'],
    ['an empty name', '{""} 1\n', '1:1 {""} 1'],
    ['an escape that is none', 'a{b="\\t"} 1\n', '1:6 \\t"} 1'],
    ['a backslash at the end', 'a{b="\\', '1:6 \\'],
    ['a label twice', 'a{b="c",b="d"} 1\n', '1:9 b="d"} 1'],
    ['the name as a label', 'a{__name__="b"} 1\n', '1:3 __name__="b"} 1'],
    ['a carriage return', 'a 1\r\n', '1:3 1\r'],
    ['a type that is none', '# TYPE a meter\n', '1:10 meter'],
    ['no type', '# TYPE a\n', '1:9 the end of the line'],
    ['nothing behind HELP', '# HELP\n', '1:7 the end of the line'],
    ['two types', '# TYPE a counter\n# TYPE a gauge\n', '2:8 a second one'],
    ['a bucket without a bound', '# TYPE h histogram\nh_bucket 1\n', '2:1 none'],
    ['a bound that is no number', '# TYPE h histogram\nh_bucket{le="x"} 1\n', '2:1 x'],
    ['a series twice', 'a{b="c",d="e"} 1\na{d="e",b="c"} 1 5\n', '2:1 a with the same labels again'],
    ['no line end', 'a 1\nb 2', '2:4 the end of the text'],
    ['a page', '<!doctype html>\n<p>\n', '1:1 <!doctype html>'],
    ['a mark of byte order', '\ufeffa 1\n', '1:1 \ufeffa 1'],
    ['a column behind characters of two units', 'a{b="🙂"} x\n', '1:10 x'],
  ])('refuses %s', (_, text, fault) => {
    const got = read(text);
    expect(got[0]).toBe(fault);
  });

  it('tells all faults at once, and not without end', () => {
    expect(read('a\nb 1\nc x\n')).toEqual(['1:2 the end of the line', '3:3 x']);
    expect(read('?\n'.repeat(100))).toHaveLength(20);
    expect(read(`a ${'x'.repeat(100)}\n`)).toEqual([`1:3 ${'x'.repeat(40)}…`]);
  });

  it.each([
    ['in a line', [0x61, 0x20, 0x31, 0x0a, 0x61, 0xc3, 0xa9, 0xff, 0x0a], { line: 2, column: 3 }],
    ['cut off', [0x61, 0x20, 0xe2, 0x82], { line: 1, column: 3 }],
  ])('refuses bytes %s that are no UTF-8', (_, bytes, place) => {
    const parsed = parseExposition(Uint8Array.from(bytes), 'prometheus');
    expect(parsed).toMatchObject({ faults: [{ ...place, expected: 'text in UTF-8' }] });
  });

  it('refuses more bytes than the limit', () => {
    expect(parseExposition('a 1\n', 'prometheus', 3)).toMatchObject({
      faults: [{ expected: 'at most 3 bytes', got: '4' }],
    });
  });
});

describe('OpenMetrics', () => {
  it('reads counters, and leaves away when they began', () => {
    const series = open(
      '# TYPE a counter',
      '# HELP a Say \\"a\\" \\\\ b',
      'a_total{b="c"} 1 1.5 # {id="x"} 1 2',
      'a_created{b="c"} 1e9',
    );
    expect(series).toEqual([one('a_total', 1, { b: 'c' }, 1500)]);
  });

  it('reads every type with its endings', () => {
    const lines = [
      '# TYPE s_seconds summary',
      '# UNIT s_seconds seconds',
      's_seconds{quantile="0.5"} 1',
      's_seconds_sum 1',
      's_seconds_count 1',
      's_seconds_created 1',
    ];
    const more = [
      '# TYPE g gaugehistogram',
      'g_bucket{le="1.0"} 1',
      'g_gsum -1',
      'g_gcount 1',
      '# TYPE i info',
      'i_info{v="1"} 1',
      '# TYPE t stateset',
      't{t="a"} 1',
      '# TYPE u unknown',
      '# HELP u ',
      'u 1',
      'v 1',
    ];
    expect(open(...lines, ...more)).toHaveLength(10);
  });

  it('reads exemplars, and several samples of one series by rising times', () => {
    const bucket = (le: string, rest: string) => `h_bucket{le="${le}"} ${rest}`;
    expect(
      open(
        '# TYPE h histogram',
        bucket('1', '0 # {} 0.5'),
        bucket('2', '2 123 # {a="\\n"} 0.5 1e3'),
        bucket('+Inf', '3'),
      ),
    ).toHaveLength(3);
    expect(open('a 1 1', 'a 2 2.5')).toEqual([one('a', 1, {}, 1000), one('a', 2, {}, 2500)]);
  });

  it('keeps a backslash before any other character, and needs no line end behind its own', () => {
    expect(open('a{b="\\d\\\\\\n"} 1')).toEqual([one('a', 1, { b: '\\d\\\n' })]);
    expect(read('a 1\n# EOF', 'openmetrics')).toEqual([one('a', 1)]);
  });

  it('reads quantiles beside the buckets of a histogram, as Micrometer tells both', () => {
    const lines = ['# TYPE h histogram', 'h{quantile="0.5"} 1', 'h_bucket{le="+Inf"} 2'];
    expect(open(...lines)).toHaveLength(2);
    expect(read(`${lines.join('\n')}\n`)).toHaveLength(2);
  });

  it('reads a gauge and a counter of one family name, as Go tells its own memory', () => {
    expect(open('# TYPE m gauge', 'm 1', '# TYPE m counter', 'm_total 2')).toEqual([one('m', 1), one('m_total', 2)]);
  });

  it.each([
    ['no end', 'a 1\n', '2:1 the end of the text'],
    ['nothing at all', '', '1:1 the end of the text'],
    ['more behind the end', 'a 1\n# EOF\nb 1\n', '3:1 b 1'],
    ['an end with more in its line', 'a 1\n# EOF \n', '2:1 # EOF '],
    ['a blank line', 'a 1\n\n# EOF\n', '2:1 the end of the line'],
    ['a comment', '# so\n# EOF\n', '1:1 # so'],
    ['two spaces', 'a  1\n# EOF\n', '1:3  1'],
    ['a tab', 'a\t1\n# EOF\n', '1:2 \t1'],
    ['a space at the end', 'a 1 \n# EOF\n', '1:5 the end of the line'],
    ['a space in front', ' a 1\n# EOF\n', '1:1  a 1'],
    ['a space in braces', 'a{ b="c"} 1\n# EOF\n', '1:3  b="c"} 1'],
    ['a comma at the end', 'a{b="c",} 1\n# EOF\n', '1:9 } 1'],
    ['a time that is none', 'a 1 z\n# EOF\n', '1:5 z'],
    ['an infinite time', 'a 1 Inf\n# EOF\n', '1:5 Inf'],
    ['no help', '# HELP a\n# EOF\n', '1:9 the end of the line'],
    ['the type of the other format', '# TYPE a untyped\n# EOF\n', '1:10 untyped'],
    ['a unit that the name does not end with', '# UNIT a seconds\n# EOF\n', '1:8 a'],
    ['a unit of an info', '# TYPE a_u info\n# UNIT a_u u\n# EOF\n', '2:8 u'],
    ['a unit with a space', '# UNIT a_s s \n# EOF\n', '1:12 s '],
    ['a counter without its ending', '# TYPE a counter\na 1\n# EOF\n', '2:1 a'],
    ['a series twice', 'a 1\na 2\n# EOF\n', '2:1 a with the same labels again'],
    ['a series by falling times', 'a 1 2\na 2 1\n# EOF\n', '2:1 a with the same labels again'],
    ['an exemplar without labels', 'a 1 # 1\n# EOF\n', '1:7 1'],
    ['an exemplar without a number', 'a 1 # {}\n# EOF\n', '1:9 the end of the line'],
    ['an exemplar by a time that is none', 'a 1 # {} 1 x\n# EOF\n', '1:12 x'],
    ['an exemplar that is too long', `a 1 # {b="${'x'.repeat(128)}"} 1\n# EOF\n`, '1:7 129'],
  ])('refuses %s', (_, text, fault) => {
    const got = read(text, 'openmetrics');
    expect(got[0]).toBe(fault);
  });
});

describe('a text of a million characters', () => {
  const long = 1_000_000;
  // What takes the square of its length would take a quarter of an hour here, and a test has a minute.
  it.each<[string, string, number, number]>([
    [
      'many lines',
      Array.from({ length: long / 40 }, (_, i) => `a_total{path="/a/${i}"} ${i}\n`).join(''),
      long / 40,
      0,
    ],
    ['a label of escapes', `a{b="${'\\\\'.repeat(long / 2)}"} 1\n`, 1, 0],
    ['many blanks', `a${' '.repeat(long)}1\n`, 1, 0],
    ['many quotes', `a{b="${'a{b="'.repeat(long / 5)}\n`, 0, 1],
    ['many labels', `a{${Array.from({ length: long / 10 }, (_, i) => `b${i}="c"`).join(',')}} 1\n`, 1, 0],
    ['a long name', `${'a'.repeat(long)} 1\n`, 1, 0],
    ['help of backslashes', `# HELP a ${'\\'.repeat(long)}\n`, 0, 0],
    ['one line that is none', '{'.repeat(long), 0, 1],
  ])('of %s is read as any other', (_, text, series, faults) => {
    const parsed = parseExposition(text, 'prometheus');
    expect(isFaulty(parsed) ? [0, parsed.faults.length] : [parsed.series.length, 0]).toEqual([series, faults]);
  });
});
