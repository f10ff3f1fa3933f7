import { describe, expect, it } from 'vitest';
import type { ReportFormat } from '../evidence/entry.ts';
import { readers } from './readers.ts';
import { judged, refusalOf, reportOf, sample } from './samples.fixture.ts';

describe('a tool that is silent when it finds nothing', () => {
  it.each([
    ['flake8', '--count'],
    ['tsc', '--diagnostics'],
    ['black', '--check'],
    ['mypy', 'mypy PACKAGE'],
    ['pylint', 'json2'],
  ] satisfies [ReportFormat, string][])(
    '%s proves nothing by an empty file, and the repair is said',
    (format, word) => {
      const read = readers[format](Buffer.from('\n'));
      expect(read).toMatchObject({
        refused: expect.stringContaining('an empty file'),
        mend: expect.stringContaining(word),
      });
    },
  );

  it.each([
    ['flake8', 'flake8-plain-bad.txt'],
    ['tsc', 'tsc-pretty-bad.txt'],
    ['mypy', 'mypy-json-bad.txt'],
  ] satisfies [ReportFormat, string][])('%s can fail and never pass without a line at its end', (format, file) => {
    expect(judged(format, sample(file)).outcome).toBe('fail');
    expect(judged(format, sample(file), '<= 100')).toMatchObject({
      outcome: 'unknown',
      mend: expect.stringMatching(/^Run `/),
    });
  });
});

describe('flake8', () => {
  it('takes what is more of its lines and its count', () => {
    expect(judged('flake8', Buffer.from('a.py:1:1: F401 x\n0\n')).outcome).toBe('fail');
    expect(judged('flake8', Buffer.from('a.py:1:1: F401 x\n5\n')).seen).toContain('5\u00a0problems');
    expect(judged('flake8', sample('flake8-count-bad.txt'), '<= 3').outcome).toBe('pass');
  });

  it.each(['Traceback (most recent call last):\n0\n', 'usage: flake8\n', 'There was a critical error\n0\n'])(
    'refuses %j',
    (text) => {
      expect(refusalOf('flake8', text)).toContain('other text');
    },
  );
});

describe('tsc', () => {
  it('counts errors without a file, and those that the last line says', () => {
    expect(judged('tsc', Buffer.from('error TS18003: No inputs were found.\n')).seen).toContain('1\u00a0error');
    expect(judged('tsc', Buffer.from('Found 7 errors in 2 files.\n')).seen).toContain('7\u00a0errors');
  });

  it('takes the greatest of any number of such lines', () => {
    const text = `${'Found 1 error.\n'.repeat(300_000)}Found 9 errors.\n`;
    expect(judged('tsc', Buffer.from(text)).seen).toContain('9\u00a0errors');
  });

  it('refuses a table that is cut off', () => {
    expect(refusalOf('tsc', 'Files:  64\nLines:  3\n')).toContain('text without it');
    expect(refusalOf('tsc', 'Total time:  0.8s\n')).toContain('text without it');
  });
});

describe('black', () => {
  it('counts files that it has formatted itself: they were not formatted in the commit', () => {
    const text = 'reformatted a.py\n\nAll done! ✨ 🍰 ✨\n1 file reformatted, 1 file left unchanged.\n';
    expect(judged('black', Buffer.from(text)).seen).toBe('1 of 2\u00a0files not formatted, wanted 0');
  });
});

describe('mypy', () => {
  it('cannot pass when errors kept it from checking on', () => {
    expect(judged('mypy', sample('mypy-text-broken.txt'), '<= 5')).toMatchObject({
      outcome: 'unknown',
      seen: 'errors kept mypy from checking further',
    });
    expect(judged('mypy', sample('mypy-text-bad.txt'), '<= 5').outcome).toBe('pass');
  });

  it('refuses a line that is none of its JSON', () => {
    expect(refusalOf('mypy', '{"file":"a.py","severity":"error"}\n{"a":1}\n')).toContain('no JSON of mypy');
    expect(judged('mypy', Buffer.from('{"file":"a.py","severity":"note"}\n')).outcome).toBe('unknown');
  });
});

describe('pylint', () => {
  it('has errors and messages as measures beside its score', () => {
    expect([...reportOf('pylint', sample('pylint-json2-bad.json.txt')).measures.keys()]).toEqual([
      'score',
      'errors',
      'messages',
    ]);
    expect(judged('pylint', sample('pylint-json-bad.json.txt'), '<= 4', 'messages').outcome).toBe('pass');
    expect(judged('pylint', sample('pylint-json-bad.json.txt'), '== 0', 'errors').outcome).toBe('pass');
  });

  it('never takes the number of messages for the score', () => {
    expect(judged('pylint', sample('pylint-json-bad.json.txt'), '>= 3')).toMatchObject({
      outcome: 'unknown',
      mend: expect.stringContaining('json2'),
    });
  });

  it('shows a score that misses by little as such', () => {
    const text = sample('pylint-json2-good.json.txt').toString().replace('10.0', '7.996');
    expect(judged('pylint', Buffer.from(text)).seen).toBe('score is 7.99, wanted >= 8');
  });

  it('needs a limit', () => {
    expect(judged('pylint', sample('pylint-text-good.txt'), '== 10').outcome).toBe('pass');
    expect(refusalOf('pylint', '{"messages":[],"statistics":{"modulesLinted":3}}')).toContain('with its score');
    expect(refusalOf('pylint', '{"messages":[],"statistics":{"modulesLinted":3,"score":11}}')).toContain(
      'with its score',
    );
  });
});

describe('eslint', () => {
  it('counts neither suppressed messages nor warnings as errors', () => {
    const { measures } = reportOf('eslint', sample('eslint-bad.json.txt'));
    expect([...measures].map(([name, { value }]) => [name, value])).toEqual([
      ['errors', 4],
      ['warnings', 1],
    ]);
    expect(judged('eslint', sample('eslint-bad.json.txt'), '<= 0', 'warnings').outcome).toBe('fail');
  });

  it('refuses files of another shape', () => {
    expect(refusalOf('eslint', '[{"filePath":"a.js","messages":[]}]')).toContain('another shape');
    expect(refusalOf('eslint', '{"results":[]}')).toContain('another shape');
  });
});
