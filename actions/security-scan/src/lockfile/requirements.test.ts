import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../scripts/vitest/thoroughly.ts';
import { readRequirements } from './requirements.ts';
import { lockOf, shown } from './slow-search.fixture.ts';

const pins = (text: string) => readRequirements(text).pins.map(shown);
const kinds = (text: string) => {
  const { pins: own, unpinned, includes, unknown } = readRequirements(text);
  return [
    ...own.map(({ name, version, line }) => `${line} ${name} ${version}`),
    ...unpinned.map(({ name, kind, line }) => `${line} ${kind} ${name}`),
    ...includes.map(({ path, constraint, line }) => `${line} ${constraint ? 'constraint' : 'file'} ${path}`),
    ...unknown.map(({ line }) => `${line} unknown`),
  ];
};

describe('readRequirements', () => {
  it('points at the name of each package that is pinned, with extras, markers, hashes and comments behind it', () => {
    const text = [
      '# pip-compile',
      'Jinja2==2.11.2',
      '  zope.interface == 6.0  # by orders',
      'requests[socks,security]==2.31.0 ; python_version < "3.13" and extra == "a#b"',
      'urllib3==1.26.4 \\',
      '    --hash=sha256:aa \\',
      '    --hash=sha256:bb',
      '    # via requests',
      'typing_extensions===4.0',
      'six (==1.16.0)',
      'torch==2.1.0+cu118',
      'a==1!2.0.post1',
    ].join('\n');
    expect(pins(text)).toEqual([
      'Jinja2 2.11.2 2:1-7',
      'zope.interface 6.0 3:3-17',
      'requests 2.31.0 4:1-9',
      'urllib3 1.26.4 5:1-8',
      'typing_extensions 4.0 9:1-18',
      'six 1.16.0 10:1-4',
      'torch 2.1.0+cu118 11:1-6',
      'a 1!2.0.post1 12:1-2',
    ]);
    expect(pins(text.replaceAll('\n', '\r\n'))).toEqual(pins(text));
    expect(kinds(text)).toHaveLength(8);
  });

  it.each([
    ['jinja2', '1 range jinja2'],
    ['jinja2>=2,<3', '1 range jinja2'],
    ['jinja2==2.*', '1 range jinja2'],
    ['jinja2~=2.1 ; python_version < "3"', '1 range jinja2'],
    ['jinja2==2.0,!=2.1', '1 range jinja2'],
    ['orders @ https://example.org/orders.whl', '1 address orders'],
    ['orders@git+https://example.org/orders.git', '1 address orders'],
    ['https://example.org/orders.tar.gz', '1 address https://example.org/orders.tar.gz'],
    ['./orders', '1 address ./orders'],
    ['.', '1 address .'],
    ['.[dev]', '1 address .[dev]'],
    ['orders-1.0-py3-none-any.whl', '1 address orders-1.0-py3-none-any.whl'],
    ['-e git+https://example.org/a.git#egg=a', '1 address git+https://example.org/a.git#egg=a'],
    ['--editable=.', '1 address .'],
    ['-r base.txt', '1 file base.txt'],
    ['-rbase.txt', '1 file base.txt'],
    ['--requirement "my base.txt"', '1 file my base.txt'],
    ['-c constraints.txt', '1 constraint constraints.txt'],
    ['--constraint=c.txt', '1 constraint c.txt'],
  ])('reads %j as %j', (text, expected) => {
    expect(kinds(text)).toEqual([expected]);
  });

  it.each([
    ['--index-url https://example.org/simple'],
    ['-i https://example.org/simple --pre'],
    ['-fhttps://example.org/links'],
    ['--no-binary=:all: --require-hashes'],
    ['--trusted-host example.org'],
    ['# jinja2==2.11.2'],
    ['   '],
  ])('finds no package in %j', (text) => {
    expect(kinds(text)).toEqual([]);
  });

  it.each([
    ['jinja2==2.0 other==1.0'],
    ['<<<<<<< HEAD'],
    ['======='],
    // pip takes the beginning of a long name, and more than one option on a line.
    ['--req deps.lst'],
    ['--cons deps.lst'],
    ['--edit .'],
    ['--pre -r deps.lst'],
    ['--no-index --requirement=deps.lst'],
    ['--what-is-this'],
  ])('says that it does not know %j', (text) => {
    expect(kinds(`okay==2.0\n${text}`)).toEqual(['1 okay 2.0', '2 unknown']);
  });

  it.each([
    ['jinja2=2.0'],
    ['jinja2==$VERSION'],
    ['jinja2==2.0 \\ '],
    ['{"jinja2": 1}'],
    ['jinja2 == '],
    ['jinja2==2.0 -r x'],
  ])('takes no pin from %j, and passes it over in silence neither', (text) => {
    expect(pins(text)).toEqual([]);
    expect(kinds(text)).toEqual([expect.stringMatching(/^1 (?:range|address|unknown)/)]);
  });

  it('goes on behind a backslash as pip does: with nothing in between, up to a comment', () => {
    expect(kinds('jinja2==\\\n2.11.2')).toEqual(['1 jinja2 2.11.2']);
    expect(pins('\\\n\\\n  jinja2==2.11.2')).toEqual(['jinja2 2.11.2 3:3-9']);
    expect(pins('jin\\\nja2==2.11.2')).toEqual(['jinja2 2.11.2 1:1-4']);
    expect(kinds('jinja2==2.11.2 \\\n# why \\\nsix==1.16.0')).toEqual(['1 jinja2 2.11.2', '3 six 1.16.0']);
    expect(kinds('jinja2==2.11.2 # why \\\nsix==1.16.0')).toEqual(['1 jinja2 2.11.2']);
    expect(kinds('jinja2==2.11.2 \\')).toEqual(['1 jinja2 2.11.2']);
  });

  it('sees what pip sees behind a sign that an editor does not show as the end of a line', () => {
    for (const sign of '\r\v\f\u001c\u001d\u001e\u0085\u2028\u2029') {
      expect(pins(`# nothing here${sign}bad==1.0\nokay==2.0`)).toEqual(['bad 1.0 1:16-19', 'okay 2.0 2:1-5']);
    }
  });

  it('is done with a hostile line soon', () => {
    for (const line of [
      ' '.repeat(500_000),
      `a==1${' '.repeat(500_000)}x`,
      `a>1${',<1 '.repeat(200_000)}x`,
      `-f ${'-f'.repeat(200_000)}"`,
      `a[${'['.repeat(300_000)}`,
      'a-'.repeat(300_000),
      '-i '.repeat(200_000),
      '#\\\n'.repeat(200_000),
      'a\\\n'.repeat(100_000),
    ]) {
      expect(readRequirements(line)).toBeDefined();
    }
  }, 5_000);

  it('finds what was written into files that are made up', () => {
    const name = fc.stringMatching(/^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,6}[A-Za-z0-9])?$/);
    const row = fc.record({
      name,
      version: fc.constantFrom('1.0', '2.0.0rc1', '2026.1.post1'),
      before: fc.constantFrom('', '  ', '\t'),
      extras: fc.constantFrom('', '[a]', ' [a, b]'),
      sign: fc.constantFrom('==', ' == ', '==='),
      behind: fc.constantFrom(
        '',
        ' # why',
        ' ; python_version < "3"',
        ' \\\n  --hash=sha256:aa \\\n  --hash=sha256:bb',
        ';extra=="x"',
      ),
      other: fc.constantFrom('', '# c\n', '\n', '--pre\n', '    # via x\n'),
    });
    fc.assert(
      fc.property(fc.array(row), fc.constantFrom('\n', '\r\n'), (rows, end) => {
        let text = '';
        const expected = rows.map((each) => {
          text += each.other;
          const line = text.split('\n').length;
          const column = each.before.length + 1;
          text += `${each.before}${each.name}${each.extras}${each.sign}${each.version}${each.behind}\n`;
          return shown({ ...each, line, column, endColumn: column + each.name.length });
        });
        expect(kinds(text.replaceAll('\n', end))).toHaveLength(rows.length);
        expect(pins(text.replaceAll('\n', end))).toEqual(expected);
      }),
      { numRuns: runs(1_000) },
    );
  });

  it('compares names as indexes do', () => {
    const lock = lockOf('requirements.txt', 'Zope.Interface==6.0\nzope__interface==6.1');
    expect(lock.named('ZOPE-interface').map(({ version }) => version)).toEqual(['6.0', '6.1']);
  });
});
