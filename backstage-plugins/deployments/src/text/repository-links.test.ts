// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { commitUrl, fileUrl, placeText } from './repository-links';

const repository = { host: 'github.com', slug: 'acme/orders', url: 'https://github.com/acme/orders/', id: null };

describe('links into the repository', () => {
  it('lead to the commit', () => {
    expect(commitUrl(repository, 'abc1234')).toBe('https://github.com/acme/orders/commit/abc1234');
  });

  it('lead to the line of the file at the commit', () => {
    const url = fileUrl(repository, 'abc1234', { file: 'migrations/0016 a#b.down.sql', line: 7, column: 1 });
    expect(url).toBe('https://github.com/acme/orders/blob/abc1234/migrations/0016%20a%23b.down.sql#L7');
  });

  it('count the lines of Markdown in its source', () => {
    const url = fileUrl(repository, 'abc1234', { file: 'docs/CHECKLIST.md', line: 84 });
    expect(url).toBe('https://github.com/acme/orders/blob/abc1234/docs/CHECKLIST.md?plain=1#L84');
  });

  it('are none when the repository has no URL that a link may have', () => {
    const hostile = { ...repository, url: 'javascript:alert(1)//' };
    expect(commitUrl(hostile, 'abc1234')).toBeNull();
    expect(fileUrl(hostile, 'abc1234', { file: 'a.sql' })).toBeNull();
    expect(fileUrl(repository, 'abc1234', { file: '../../../../evil/repo/blob/main/a.sql' })).toBeNull();
  });

  it('are read as file and line', () => {
    expect(placeText({ file: 'a.sql', line: 7 })).toBe('a.sql:7');
    expect(placeText({ file: 'a.sql' })).toBe('a.sql');
  });
});
