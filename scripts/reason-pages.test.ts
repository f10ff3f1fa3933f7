import { describe, expect, it } from 'vitest';
import { unmatchedReasons } from './reason-pages.ts';

const page = (code: string): readonly [string, string] => [`${code}.md`, `# migrate-gate/${code}: what it is\n`];

describe('reasons and their pages', () => {
  it('match when each code has its page and each page its code', () => {
    const pages = new Map([page('drift'), page('no-down'), ['README.md', '# List']] as const);
    expect(unmatchedReasons('migrate-gate', ['drift', 'no-down'], pages)).toEqual([]);
  });

  it('name the page that is missing and the page that has no reason', () => {
    expect(unmatchedReasons('migrate-gate', ['drift', 'no-down'], new Map([page('drift'), page('old')]))).toEqual([
      'docs/reasons/migrate-gate/no-down.md: missing: actions/migrate-gate/src/reasons.ts has the code, write its page',
      'docs/reasons/migrate-gate/old.md: no reason has this code: remove the page or add the reason',
    ]);
  });

  it('find a page that was copied from another', () => {
    const pages = new Map([['no-down.md', '# migrate-gate/drift: x\n']]);
    expect(unmatchedReasons('migrate-gate', ['no-down'], pages)).toEqual([
      'docs/reasons/migrate-gate/no-down.md: its first heading does not name `no-down`',
    ]);
  });
});
