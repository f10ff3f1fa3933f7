import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { allowedEnvironment, runCommand } from '@shipgate/kit/command';
import { describe, expect, it } from 'vitest';
import type { Files } from './built-gate.fixture.ts';
import { entry, gateFolders, pairs } from './built-gate.fixture.ts';

const good = pairs({ '0001_a': ['CREATE TABLE a (id int);\n', 'DROP TABLE a;\n'] });
const all = ['--scope', 'all'];
const { folder, repository } = gateFolders();

describe('a folder that gives nothing to prove', () => {
  const cases: readonly (readonly [what: string, files: Files, code: string, told: string])[] = [
    ['is missing', {}, 'path-missing', 'got none'],
    ['is a file', { migrations: 'no folder' }, 'path-missing', 'got a file'],
    ['is empty', { migrations: { folder: true } }, 'no-migrations', 'the folder is empty'],
    ['holds only a README', { 'migrations/README.md': '# x' }, 'no-migrations', 'README.md'],
    ['could be of two tools', { ...good, 'migrations/V1__a.sql': 'SELECT 1;' }, 'layout-ambiguous', 'flyway'],
    [
      'is of Prisma',
      { 'migrations/20240101000000_init/migration.sql': 'SELECT 1;', 'migrations/migration_lock.toml': '' },
      'no-migrations',
      'This looks like Prisma',
    ],
    ['has no file of the tool that is said', { 'migrations/1_a.txt': '' }, 'no-migrations', '1_a.txt'],
  ];

  it.each(cases)('%s: exit 2, and why', async (_what, files, code, told) => {
    const run = await folder(files).command(all);
    expect(run.exitCode).toBe(2);
    expect(run.verdict.outcome).toBe('unknown');
    expect(run.codes).toEqual([code]);
    expect(run.told(code)).toContain(told);
    expect(run.verdict.subject.path).toBe('migrations');
  });
});

describe('a file that cannot be read', () => {
  const down = { 'migrations/0002_b.down.sql': 'SELECT 1;' };
  const up = 'migrations/0002_b.up.sql';
  const cases: readonly (readonly [what: string, files: Files, why: string])[] = [
    ['a folder of that name', { [up]: { folder: true } }, 'a folder'],
    ['a link to nothing', { [up]: { linkTo: 'nowhere.sql' } }, 'a link to nothing'],
    ['a link to itself', { [up]: { linkTo: '0002_b.up.sql' } }, 'a link that leads to itself'],
    ['a link out of the repository', { [up]: { linkTo: '/etc/hostname' } }, 'a link that leads out of the repository'],
    ['a link to a folder', { [up]: { linkTo: '..' } }, 'a link to a folder'],
    ['bytes of Latin-1', { [up]: Buffer.from("SELECT 'caf\xe9';", 'latin1') }, 'bytes that are not UTF-8'],
    ['a NUL', { [up]: 'SELECT 1;\0' }, 'a file with NUL characters'],
    ['17 MB', { [up]: '-'.repeat(17 * 1024 * 1024) }, '17 MB'],
  ];

  it.each(cases)('%s: exit 2, and why', async (_what, files, why) => {
    const run = await folder({ ...good, ...down, ...files }).command(all);
    expect(run.exitCode).toBe(2);
    expect(run.codes).toEqual(['file-unreadable']);
    expect(run.told('file-unreadable')).toContain(`got ${why}.`);
    expect(run.verdict.reasons[0]?.location?.file).toBe(up);
  });
});

describe('the command line', () => {
  it('tells its flags, and its version', async () => {
    const help = await folder().command(['--help']);
    expect(help.exitCode).toBe(0);
    expect(help.stdout).toContain('--step-timeout <duration>');
    expect(help.stdout).toContain('exit code: 0 pass, 1 fail, 2 unknown');
    const version = await folder().command(['--version']);
    expect([version.exitCode, version.stdout]).toEqual([0, expect.stringMatching(/^migrate-gate \d+\.\d+\.\d+\n$/)]);
  });

  it('guesses what an unknown flag and an unknown tool were meant to be', async () => {
    const flag = await folder(good).command(['--scop', 'all']);
    expect([flag.exitCode, flag.stdout]).toEqual([2, expect.stringContaining('did you mean "--scope"?')]);
    const tool = await folder(good).command([...all, '--tool', 'gooose']);
    expect([tool.exitCode, tool.stdout]).toEqual([2, expect.stringContaining('did you mean "goose"?')]);
    expect(tool.codes).toEqual(['configuration']);
  });

  it('prints one JSON document on stdout, and everything else on stderr', async () => {
    const { result, exitCode } = await folder(good).command([...all, '--json']);
    expect(exitCode).toBe(0);
    expect(JSON.parse(result.stdout)).toEqual(result.verdict);
    expect(result.stderr).toContain('PASS');
    const faulty = await folder(good).command(['--json', '--tool', 'none']);
    expect(JSON.parse(faulty.stdout)).toMatchObject({ outcome: 'unknown' });
  });

  it('says of an output directory that it cannot be written', async () => {
    const run = await folder({ ...good, out: 'a file' }).command(all);
    expect(run.exitCode).toBe(2);
    expect(run.stdout).toContain('the output directory cannot be written to');
  });

  it('proves nothing in a dry run, and starts no database', async () => {
    const run = await folder(good).command([...all, '--dry-run']);
    expect(run.exitCode).toBe(2);
    expect(run.verdict.headline).toContain('dry run');
    expect(run.verdict.evidence).not.toHaveProperty('engine');
  });

  it('compares with a branch, and says when that is HEAD itself', async () => {
    const place = repository(good);
    const same = await place.command(['--base-ref', 'main']);
    expect([same.exitCode, same.codes]).toEqual([0, ['nothing-new']]);
    expect(same.told('nothing-new')).toContain('which is HEAD itself');
    place.git.git('checkout', '--quiet', '-b', 'topic');
    place.git.commit(pairs({ '0002_b': ['CREATE TABLE b ();', 'DROP TABLE b;'] }));
    const topic = await place.command(['--base-ref', 'main']);
    expect([topic.exitCode, topic.verdict.headline]).toEqual([0, expect.stringContaining('1 migration goes up')]);
    const unknown = await place.command(['--base-ref', '--upload-pack=x']);
    expect(unknown.exitCode).toBe(2);
    const option = await place.command(['--base-ref=--output=x']);
    expect(option.codes).toEqual(['base-unreachable']);
    expect(existsSync(join(place.path, 'x'))).toBe(false);
  });

  it('takes what is not committed, and what git ignores, for new', async () => {
    const place = repository({ ...good, '.gitignore': '0002_*\n' });
    place.write(pairs({ '0002_b': ['CREATE TABLE b ();', 'SELECT 1;'] }));
    const ignored = await place.command(['--base-ref', 'main']);
    expect([ignored.exitCode, ignored.codes]).toEqual([1, expect.arrayContaining(['noop-down'])]);
  });

  const system = systemNode();
  it.skipIf(system === null)('runs on the node of this machine too', async () => {
    const place = folder(good);
    const argv = [system ?? '', entry, ...all, '--output-directory', 'out'] as const;
    const env = allowedEnvironment(['PATH', 'HOME'], process.env);
    const result = await runCommand({ argv, cwd: place.path, env, timeoutMs: 60_000, maxOutputBytes: 1e6 });
    expect(result.stderr.toString()).toBe('');
    expect([result.exitCode, result.stdout.toString()]).toEqual([0, expect.stringContaining('PASS')]);
  });
});

/** The `node` of PATH that is not ours, when it is 20 or newer. */
function systemNode(): string | null {
  const own = join(import.meta.dirname, '../../../node_modules');
  const folders = (process.env['PATH'] ?? '').split(':').filter((each) => each !== '' && !each.startsWith(own));
  const node = folders.map((each) => join(each, 'node')).find((each) => existsSync(each));
  if (node === undefined) return null;
  const major = Number(/^v(\d+)/.exec(execFileSync(node, ['--version'], { encoding: 'utf8' }))?.[1]);
  return major >= 20 ? node : null;
}
