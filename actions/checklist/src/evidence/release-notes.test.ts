import { describe, expect, it } from 'vitest';
import { entryOf } from './release-notes.ts';

const entry = (...lines: string[]) => entryOf(lines.join('\n'), '2.4.0');

describe('an entry of a change log', () => {
  it.each([
    '## 2.4.0',
    '## [2.4.0] - 2026-11-20',
    '# v2.4.0',
    '### Version 2.4.0 (2026-11-20)',
    '## Версия 2.4.0',
    '**2.4.0**',
    'v2.4.0 (2026-11-20)',
    '2.4.0',
    '## [2.4.0](https://example.com/compare)',
    '2.4.0 - 2026-11-20',
    '## **2.4.0**',
  ])('begins with %s', (heading) => {
    expect(entry('# Changes', '', heading, '', '- Refunds are paid twice no more.')).toEqual({
      kind: 'found',
      line: 3,
    });
  });

  it.each([
    '## 2.4.1',
    '## 2.4.0-rc.1',
    '## 12.4.0',
    '## 2.4.0.1',
    '[2.4.0]: https://example.com',
    'Upgrade from 2.4.0 first.',
    '2.4.0 is out',
    '## Unreleased',
    '##2.4.0x',
    '## 2.4.0beta',
  ])('does not begin with %s', (line) => {
    expect(entry(line, '', '- Refunds are paid twice no more.')).toEqual({ kind: 'missing' });
  });

  it('is empty when the heading of another version comes first', () => {
    expect(entry('## 2.4.0', '', '## 2.3.0', '- Refunds.')).toEqual({ kind: 'empty', line: 1 });
    expect(entry('2.4.0', '2.3.0', 'Refunds.')).toEqual({ kind: 'empty', line: 1 });
  });

  it('is empty with nothing but headings, rules, comments and links below it', () => {
    expect(entry('## 2.4.0', '### Added', '---', '<!-- soon -->', '[x]: https://example.com')).toEqual({
      kind: 'empty',
      line: 1,
    });
    expect(entry('## 2.4.0', '## Notes', 'About this file.')).toEqual({ kind: 'empty', line: 1 });
  });

  it('has its text below a heading of a part', () => {
    expect(entry('## 2.4.0', '', '### Added', '', '- Refunds.').kind).toBe('found');
  });

  it('does not stand in a comment or a code block', () => {
    expect(entry('<!--', '## 2.4.0', 'text', '-->').kind).toBe('missing');
    expect(entry('```', '## 2.4.0', 'text', '```').kind).toBe('missing');
    expect(entry('~~~~', '~~~', '## 2.4.0', 'text', '~~~~', '## 2.4.0', 'text')).toEqual({ kind: 'found', line: 6 });
  });

  it('is found by a version with a leading v, and in a file with DOS line ends', () => {
    expect(entryOf('## 2.4.0\r\n\r\nText\r\n', 'v2.4.0').kind).toBe('found');
  });

  it('is looked for in linear time', () => {
    expect(entryOf('<!--'.repeat(200_000), '2.4.0').kind).toBe('missing');
    expect(entryOf('## 2.4.0\n'.repeat(200_000), '2.4.0').kind).toBe('empty');
    expect(entryOf(`## ${'['.repeat(500_000)}`, '2.4.0').kind).toBe('missing');
  });
});
