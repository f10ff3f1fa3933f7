import { describe, expect, it } from 'vitest';
import { ownersOf } from './codeowners.ts';

// Patterns as GitHub's page on CODEOWNERS explains them.
const text = `# who owns what
*            @global-owner @acme/everybody
*.js         @js-owner   # inline
/build/logs/ @docs-owner
docs/*       docs@example.com
apps/        @octocat
/scripts/    @doctocat @octocat
**/logs      @acme/log-team
/apps/github
with\\ blank/ @blank-owner
`;

describe('owners of a path', () => {
  it.each([
    ['README.md', ['global-owner'], ['acme/everybody']],
    ['src/a.js', ['js-owner'], []],
    ['build/logs/today.txt', [], ['acme/log-team']],
    ['docs/getting-started.md', [], []],
    ['docs/build-app/troubleshooting.md', ['global-owner'], ['acme/everybody']],
    ['some/apps/x.c', ['octocat'], []],
    ['/scripts/', ['doctocat', 'octocat'], []],
    ['scripts/deep/run.sh', ['doctocat', 'octocat'], []],
    ['apps/github', [], []],
    ['with blank/a', ['blank-owner'], []],
  ])('%s', (path, users, teams) => expect(ownersOf(text, path)).toEqual({ users, teams }));

  it('are nobody where nothing matches', () => {
    expect(ownersOf('/a/ @x\n', 'b')).toEqual({ users: [], teams: [] });
    expect(ownersOf('', 'b')).toEqual({ users: [], teams: [] });
  });
});
