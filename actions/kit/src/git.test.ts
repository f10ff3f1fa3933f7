import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allowedEnvironment } from './command.ts';
import { type Git, gitEnvironmentNames, openGit } from './git.ts';
import { TestRepository } from './testing/repository.ts';

let temporary: string;
let repository: TestRepository;
beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), 'shipgate-git-'));
  repository = TestRepository.create(join(temporary, 'repository'));
});
afterEach(() => rmSync(temporary, { recursive: true, force: true }));

const env = allowedEnvironment(gitEnvironmentNames, process.env);

async function open(folder = repository.folder): Promise<Git> {
  const opened = await openGit(folder, { env });
  if (opened.kind !== 'repository') throw new Error(opened.got);
  return opened.git;
}

describe('openGit', () => {
  it('finds the top of the repository from a folder inside it', async () => {
    const sha = repository.commit({ 'a/b/file': 'x' });
    const git = await open(join(repository.folder, 'a/b'));
    expect([git.topLevel(), git.head(), git.isShallow()]).toEqual([repository.folder, sha, false]);
  });

  it('opens a repository without commits', async () => {
    const git = await open();
    expect(git.head()).toBeNull();
    expect(await git.commitCount()).toBe(0);
  });

  it('opens a repository in a folder whose name holds a line break', async () => {
    const odd = TestRepository.create(join(temporary, 'two\nlines'));
    const sha = odd.commit({ file: 'x' });
    const git = await open(odd.folder);
    expect([git.topLevel(), git.head()]).toEqual([odd.folder, sha]);
  });

  it('says that a folder is in no repository', async () => {
    const plain = join(temporary, 'plain');
    mkdirSync(plain);
    const opened = await openGit(plain, { env });
    expect(opened).toMatchObject({ kind: 'not-a-repository', got: expect.stringContaining('not a git repository') });
  });

  it('throws when git is not installed', async () => {
    await expect(openGit(temporary, { env: { PATH: temporary } })).rejects.toMatchObject({ code: 'command-not-found' });
  });

  it('refuses the checkout of another owner unless it is the workspace', async () => {
    repository.commit({ file: 'x' });
    const other = { ...env, GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' };
    const refused = await openGit(repository.folder, { env: other });
    expect(refused).toMatchObject({ kind: 'not-a-repository', got: expect.stringContaining('dubious ownership') });
    const trusted = await openGit(repository.folder, { env: other, workspace: temporary });
    expect(trusted.kind).toBe('repository');
  });
});

describe('Git.resolve', () => {
  it('knows branches, tags, ids and remote branches', async () => {
    const sha = repository.commit({ file: 'x' });
    repository.git('tag', 'v1', '--annotate', '--message', 'one');
    repository.git('update-ref', 'refs/remotes/origin/main', sha);
    const git = await open();
    for (const name of ['main', 'v1', sha, sha.slice(0, 10), 'origin/main', 'HEAD'])
      expect(await git.resolve(name)).toBe(sha);
  });

  it.each(['', 'missing', '--help', '--git-dir', '-x', 'a\0b', '$(touch owned)', '0'.repeat(40), 'main:file'])(
    'takes %j for a name that stands for no commit',
    async (name) => {
      repository.commit({ file: 'x' });
      expect(await (await open()).resolve(name)).toBeNull();
      expect(existsSync(join(repository.folder, 'owned'))).toBe(false);
    },
  );

  it('refuses anything but a whole id elsewhere', async () => {
    repository.commit({ file: 'x' });
    const git = await open();
    for (const bad of ['main', '--output=owned', 'HEAD^']) {
      await expect(git.changedFiles(bad, '')).rejects.toThrow(TypeError);
      await expect(git.mergeBase(bad, bad)).rejects.toThrow(TypeError);
      await expect(git.fetch([bad])).rejects.toThrow(TypeError);
    }
  });
});

describe('Git history', () => {
  it('gives parents and merge base of a real merge', async () => {
    const root = repository.commit({ file: 'x' });
    const side = repository.commit({ side: 'x' });
    repository.checkout(root, '--detach');
    const main = repository.commit({ main: 'x' });
    const merge = repository.merge(main, side);
    const git = await open();
    expect(await git.parents(merge)).toEqual([main, side]);
    expect(await git.parents(root)).toEqual([]);
    expect(await git.mergeBase(main, side)).toBe(root);
    expect(await git.commitCount()).toBe(4);
  });

  it('names no merge base of two unrelated histories', async () => {
    const one = repository.commit({ file: 'x' });
    repository.git('checkout', '--quiet', '--orphan', 'other');
    const two = repository.commit({ file: 'y' });
    expect(await (await open()).mergeBase(one, two)).toBeNull();
  });

  it('is not fooled by text of a commit message that looks like a parent', async () => {
    const root = repository.commit({ file: 'x' });
    const child = repository.commit({}, `subject\n\nparent ${'a'.repeat(40)}`);
    expect(await (await open()).parents(child)).toEqual([root]);
  });
});

describe('Git in a shallow clone', () => {
  it('knows the names of parents that it does not hold, and fetches them', async () => {
    const root = repository.commit({ file: '1' });
    const middle = repository.commit({ file: '2' });
    repository.commit({ file: '3' });
    const git = await open(repository.clone(join(temporary, 'clone'), { depth: 1 }).folder);
    expect([git.isShallow(), await git.commitCount()]).toEqual([true, 1]);
    expect(await git.parents(git.head() ?? '')).toEqual([middle]);
    expect(await git.hasCommit(middle)).toBe(false);
    expect(await git.fetch([middle])).toEqual({ kind: 'fetched' });
    expect([await git.hasCommit(middle), await git.hasCommit(root)]).toEqual([true, false]);
  });

  it('deepens until the merge base can be seen', async () => {
    const root = repository.commit({ file: '1' });
    const main = repository.commit({ file: '2' });
    repository.checkout(root, '--detach');
    repository.commit({ topic: '1' });
    const topic = repository.commit({ topic: '2' });
    const git = await open(repository.clone(join(temporary, 'clone'), { depth: 1, commit: topic }).folder);
    await git.fetch([main]);
    expect(await git.mergeBase(topic, main)).toBeNull();
    await git.fetch([topic, main], 10);
    expect(await git.mergeBase(topic, main)).toBe(root);
  });

  it('does not cut off the history of a whole clone', async () => {
    repository.commit({ file: '1' });
    const tip = repository.commit({ file: '2' });
    const clone = repository.clone(join(temporary, 'clone'));
    const git = await open(clone.folder);
    await git.fetch([tip]);
    expect(clone.git('rev-list', '--count', 'HEAD')).toBe('2');
    expect(clone.git('rev-parse', '--is-shallow-repository')).toBe('false');
  });

  it('tells why a fetch failed, without the password in the address', async () => {
    repository.commit({ file: '1' });
    const git = await open();
    expect(await git.fetch(['a'.repeat(40)])).toMatchObject({
      kind: 'failed',
      got: expect.stringContaining('exit 128'),
    });
    repository.git('remote', 'add', 'origin', 'http://x-access-token:hunter2@127.0.0.1:9/repository');
    const failed = await git.fetch(['b'.repeat(40)]);
    expect(failed).toMatchObject({ kind: 'failed', got: expect.stringContaining('127.0.0.1') });
    expect(JSON.stringify(failed)).not.toContain('hunter2');
  });
});

describe('Git.changedFiles', () => {
  const base = {
    'm/1.sql': '1',
    'm/2.sql': '2',
    'm/3.sql': '3',
    'm/4.sql': '4',
    'other/file': 'x',
    '.gitignore': '*.log\n',
  };

  /** One change of every kind, committed, staged and lying in the working tree. */
  function changeEverything(): string {
    const sha = repository.commit(base);
    repository.commit({ 'm/1.sql': 'edited', 'm/5.sql': 'new', 'm/2.sql': null });
    repository.write({
      'm/3.sql': 'edited',
      'm/6.sql': 'loose',
      'm/7 ü\n"x".sql': 'odd',
      'm/x.log': 'ignored',
      'other/new': 'y',
    });
    repository.git('rm', '--quiet', '--cached', 'm/4.sql');
    return sha;
  }

  const expected = [
    { status: 'M', path: 'm/1.sql' },
    { status: 'D', path: 'm/2.sql' },
    { status: 'M', path: 'm/3.sql' },
    { status: 'M', path: 'm/4.sql' },
    { status: 'A', path: 'm/5.sql' },
    { status: 'A', path: 'm/6.sql' },
    { status: 'A', path: 'm/7 ü\n"x".sql' },
  ];

  it('compares the working tree with the base, loose files included, ignored ones not', async () => {
    const sha = changeEverything();
    expect(await (await open()).changedFiles(sha, 'm')).toEqual(expected);
  });

  it('finds the same against a base that only GitHub has', async () => {
    const sha = changeEverything();
    const git = await open();
    expect(await git.changedFilesAgainst(await git.listFiles(sha, 'm'), 'm')).toEqual(expected);
  });

  it('sees nothing where nothing changed', async () => {
    const sha = repository.commit(base);
    repository.commit({ 'other/file': 'y' });
    const git = await open();
    expect(await git.changedFiles(sha, 'm')).toEqual([]);
    expect(await git.changedFilesAgainst(await git.listFiles(sha, 'm'), 'm')).toEqual([]);
  });

  it('takes the folder for a name, never for a pattern', async () => {
    const sha = repository.commit({ file: 'x' });
    repository.write({ 'm/1.sql': '1', ':(glob)**': 'x' });
    const git = await open();
    expect(await git.changedFiles(sha, ':(glob)**')).toEqual([{ status: 'A', path: ':(glob)**' }]);
    expect(await git.changedFiles(sha, 'm*')).toEqual([]);
  });

  it('looks at the whole repository when the folder is its top, from wherever it was opened', async () => {
    const sha = repository.commit(base);
    repository.write({ top: 'x' });
    const git = await open(join(repository.folder, 'm'));
    for (const top of ['', '.', './']) expect(await git.changedFiles(sha, top)).toEqual([{ status: 'A', path: 'top' }]);
  });
});

describe('Git.readFiles', () => {
  it('gives every byte of odd files with odd names', async () => {
    const odd = { 'a b': Buffer.from([0, 255, 10, 0]), 'ü\nx': 'ü', empty: '', '-n': '\n', '"q"\t': 'tab' };
    const sha = repository.commit(odd);
    repository.write({ empty: 'edited' });
    const read = await (await open()).readFiles(sha, Object.keys(odd));
    expect([...read].map(([path, bytes]) => [path, bytes.toString('hex')])).toEqual(
      Object.entries(odd).map(([path, content]) => [path, Buffer.from(content).toString('hex')]),
    );
  });

  it('lists symbolic links as such and leaves submodules out', async () => {
    symlinkSync('/etc/passwd', join(repository.folder, 'link'));
    const first = repository.commit({ file: 'x' });
    repository.git('update-index', '--add', '--cacheinfo', `160000,${first},module`);
    repository.git('commit', '--quiet', '--message', 'module');
    mkdirSync(join(repository.folder, 'module'));
    const git = await open();
    const files = await git.listFiles(git.head() ?? '', '');
    expect(await git.changedFilesAgainst(files, '')).toEqual([]);
    expect(files.map((file) => [file.path, file.mode])).toEqual([
      ['file', '100644'],
      ['link', '120000'],
    ]);
  });

  it('reads a thousand files', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 1_000 }, (_, index) => [`m/${index}.sql`, `SELECT ${index};`]),
    );
    const sha = repository.commit(many);
    const read = await (await open()).readFiles(sha, Object.keys(many));
    expect(read.size).toBe(1_000);
    expect(read.get('m/999.sql')?.toString()).toBe('SELECT 999;');
  });

  it('throws when a name in the listing is not UTF-8', async () => {
    const tree = repository.commit({ file: 'x' });
    const blob = repository.git('rev-parse', `${tree}:file`);
    const line = (name: string) => Buffer.from(`100644 blob ${blob}\t${name}\x00`, 'latin1');
    const entry = Buffer.concat([line('\xc3\xa9'), line('\xff\n\\b')]);
    const id = execFileSync('git', ['mktree', '-z'], { cwd: repository.folder, input: entry }).toString().trim();
    const sha = repository.git('commit-tree', id, '-m', 'odd');
    await expect((await open()).listFiles(sha, '')).rejects.toMatchObject({
      code: 'name-not-utf-8',
      message: 'the name of a file is not UTF-8: \\xff\\x0a\\x5cb',
    });
  });
});

describe('the files of the working tree', () => {
  it('are those that git knows or does not ignore, without links and without what was deleted', async () => {
    repository.commit({ 'a.txt': 'a', 'b/gone.txt': 'x', '.gitignore': 'ignored*\n' });
    symlinkSync('a.txt', join(repository.folder, 'link'));
    repository.write({ 'loose.txt': 'l', 'ignored.txt': 'i' });
    rmSync(join(repository.folder, 'b/gone.txt'));
    const git = await open();
    expect(await git.workingFiles('')).toEqual(['.gitignore', 'a.txt', 'loose.txt']);
    expect(await git.workingFiles('b')).toEqual([]);
  });
});

describe('what git knows', () => {
  it('is links and submodules too, with their modes', async () => {
    const sha = repository.commit({ 'a.txt': 'a' });
    symlinkSync('a.txt', join(repository.folder, 'link'));
    repository.git('add', 'link');
    repository.git('update-index', '--add', '--cacheinfo', `160000,${sha},vendor/forms`);
    const entries = await (await open()).staged('');
    expect(entries.map(({ path, mode }) => `${mode} ${path}`)).toEqual([
      '100644 a.txt',
      '120000 link',
      '160000 vendor/forms',
    ]);
    expect(await (await open()).staged('vendor')).toMatchObject([{ path: 'vendor/forms', sha }]);
  });
});

describe('a second working tree', () => {
  it('has the files of a commit, and is gone without a trace', async () => {
    const sha = repository.commit({ 'a.txt': 'old' });
    repository.commit({ 'a.txt': 'new' });
    const git = await open();
    const folder = join(temporary, 'second');
    await git.addWorktree(folder, sha);
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('old');
    await git.removeWorktree(folder);
    expect([existsSync(folder), existsSync(join(repository.folder, '.git/worktrees'))]).toEqual([false, false]);
  });

  it('runs no hook of the repository and no filter of large files', async () => {
    const sha = repository.commit({ 'a.txt': 'a', 'b.bin': 'pointer', '.gitattributes': '*.bin filter=lfs' });
    const mark = join(temporary, 'ran');
    const hook = join(repository.folder, '.git/hooks/post-checkout');
    mkdirSync(join(repository.folder, '.git/hooks'), { recursive: true });
    writeFileSync(hook, `#!/bin/sh\ntouch ${mark}\n`, { mode: 0o755 });
    const set = (name: string, value: string) => execFileSync('git', ['-C', repository.folder, 'config', name, value]);
    set('filter.lfs.smudge', `touch ${mark} && cat`);
    set('filter.lfs.required', 'true');
    const git = await open();
    await git.addWorktree(join(temporary, 'second'), sha);
    expect([existsSync(mark), readFileSync(join(temporary, 'second/b.bin'), 'utf8')]).toEqual([false, 'pointer']);
  });
});
