import { describe, expect, it } from 'vitest';
import { hasSigns, pathPattern, plainPath } from './path-pattern.ts';

const matches = (pattern: string, path: string) => pathPattern(pattern).matches(path);

describe('a pattern of paths', () => {
  it.each([
    ['docs/*.md', 'docs/a.md'],
    ['docs/**/*.md', 'docs/a.md'],
    ['docs/**/*.md', 'docs/b/c/a.md'],
    ['**/LICENSE', 'LICENSE'],
    ['**/LICENSE', 'a/b/LICENSE'],
    ['docs/**', 'docs/b/c.txt'],
    ['*.json', 'a.json'],
    ['a(b)[c]+.*', 'a(b)[c]+.txt'],
    ['**', 'a/b'],
  ])('%s means %s', (pattern, path) => {
    expect(matches(pattern, path)).toBe(true);
  });

  it.each([
    ['docs/*.md', 'docs/b/a.md'],
    ['docs/*.md', 'docs/a.mdx'],
    ['docs/*.md', 'other/docs/a.md'],
    ['docs/**', 'docs'],
    ['*.json', 'b/a.json'],
    ['a.b/*', 'axb/c'],
  ])('%s does not mean %s', (pattern, path) => {
    expect(matches(pattern, path)).toBe(false);
  });

  it('is looked for below its first parts without signs', () => {
    expect(['docs/a/*.md', '*.md', 'docs/**', 'a/b'].map((pattern) => pathPattern(pattern).folder)).toEqual([
      'docs/a',
      '',
      'docs',
      'a',
    ]);
    expect([hasSigns('a/*'), hasSigns('a/b')]).toEqual([true, false]);
  });

  it('answers for a pattern that would make others try for ever', () => {
    expect(matches(`${'*a'.repeat(40)}*b`, 'a'.repeat(2_000))).toBe(false);
  });
});

describe('a path', () => {
  it('loses what means nothing', () => {
    expect(plainPath('./docs//a.md')).toBe('docs/a.md');
  });

  it.each([
    '/etc/passwd',
    '../a',
    'a/../../b',
    'a/..',
    '',
    '.',
    'C:\\a',
    'a\\b',
    'a\0b',
    '.git/config',
    'sub/.GIT/config',
  ])('%j is none below the top', (path) => {
    expect(plainPath(path)).toBeUndefined();
  });
});
