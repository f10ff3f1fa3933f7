import { chmodSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allowedEnvironment } from '@shipgate/kit/command';
import { gitEnvironmentNames, openGit } from '@shipgate/kit/git';
import { TestRepository } from '@shipgate/kit/testing/repository';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CommandReader, type CommandWorld } from './command.ts';
import type { CommandEntry } from './entry.ts';
import { type Circumstances, questionOf } from './question.fixture.ts';

let temporary: string;
let repository: TestRepository;
let logged: string[];
beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), 'shipgate-command-'));
  repository = TestRepository.create(join(temporary, 'repository'));
  repository.commit({ 'a.md': 'one', 'sub/b.md': 'two' });
  logged = [];
});
afterEach(() => rmSync(temporary, { recursive: true, force: true }));

async function look(keys: Partial<CommandEntry>, world: Partial<CommandWorld> = {}, circumstances: Circumstances = {}) {
  const opened = await openGit(repository.folder, { env: allowedEnvironment(gitEnvironmentNames, process.env) });
  if (opened.kind !== 'repository') throw new Error(opened.got);
  const env = { PATH: process.env['PATH'], HOME: temporary };
  const log = (lines: readonly string[]) => void logged.push(...lines);
  const reader = new CommandReader({ top: repository.folder, git: opened.git, env, eventName: 'push', log, ...world });
  return reader.look(questionOf({ kind: 'command', items: [], command: ['true'], ...keys }, circumstances));
}
const outcome = async (...parameters: Parameters<typeof look>) => (await look(...parameters)).outcome;

/** A program of node, so that nothing is quoted by a shell. */
const program = (code: string): [string, ...string[]] => [process.execPath, '-e', code];

describe('a command of the policy', () => {
  it('passes and fails by its exit code', async () => {
    expect(await look({ command: ['true'] })).toMatchObject({
      outcome: 'pass',
      seen: 'the command ends with exit code 0',
      source: 'true',
    });
    expect(await look({ command: ['false'] })).toMatchObject({
      outcome: 'fail',
      seen: 'the command ends with exit code 1, wanted 0',
    });
    expect([
      await outcome({ command: ['false'], 'exit-codes': [0, 1] }),
      await outcome({ command: ['true'], 'exit-codes': [1] }),
    ]).toEqual(['pass', 'fail']);
  });

  it('is compared by the number that it prints', async () => {
    const command = program("console.log('TOTAL 84.5%')");
    const value = '^TOTAL ([0-9.]+%)$';
    expect(await look({ command, value }, {}, { limits: ['> 80%'] })).toMatchObject({
      outcome: 'pass',
      value: '84.5\u00a0%',
      threshold: '> 80\u00a0%',
    });
    expect(await look({ command, value }, {}, { limits: ['> 85%'] })).toMatchObject({
      outcome: 'fail',
      seen: 'the command says 84.5\u00a0%, wanted > 85\u00a0%',
    });
    expect([
      await outcome({ command, value, threshold: '> 90%' }, {}, { limits: ['> 80%'] }),
      await outcome({ command, value }),
    ]).toEqual(['fail', 'unknown']);
    for (const odd of ['^TOTAL ([0-9.]+)', 'TOTAL', '(', '(TOTAL)', '^SUM ([0-9]+)', '([0-9])'])
      expect(await outcome({ command, value: odd }, {}, { limits: ['> 80%'] })).toBe('unknown');
    expect(
      await outcome(
        { command: program("console.log('TOTAL 84%'); process.exitCode = 3"), value },
        {},
        { limits: ['> 80%'] },
      ),
    ).toBe('fail');
  });

  it('never has its output repeated but for the number; the log has 200 lines of it, made visible', async () => {
    const result = await look({
      command: program(
        "for (let n = 0; n < 250; n += 1) console.log('hunter2 ::add-mask::\\u001b[2J'); process.exitCode = 1",
      ),
    });
    expect(JSON.stringify({ ...result, source: '' })).not.toContain('hunter2');
    expect(logged.length).toBe(201);
    expect([logged[0], logged[200]]).toEqual(['hunter2 ::add-mask::\\x1b[2J', '(50 more lines)']);
  });

  it('sees where programs are and no token', async () => {
    const env = {
      PATH: process.env['PATH'],
      HOME: temporary,
      GOPATH: '/go',
      GITHUB_TOKEN: 't',
      ACTIONS_RUNTIME_TOKEN: 't',
      NPM_TOKEN: 't',
      MY_SECRET: 't',
      AWS_SECRET_ACCESS_KEY: 't',
      DB_PASSWORD: 't',
      GITHUB_ENV: 't',
      INPUT_X: 't',
    };
    const code = "console.log(Object.keys(process.env).filter((name) => !name.startsWith('__')).sort().join())";
    expect(await outcome({ command: program(code) }, { env })).toBe('pass');
    expect(logged).toEqual(['GOPATH,HOME,PATH']);
  });

  it('gets its arguments as they are, and no shell', async () => {
    expect(await outcome({ command: ['test', '$(touch x); *', '=', '$(touch x); *'] })).toBe('pass');
    expect(existsSync(join(repository.folder, 'x'))).toBe(false);
  });

  it('runs in a folder of the repository', async () => {
    symlinkSync('..', join(repository.folder, 'sub/out'));
    symlinkSync('../..', join(repository.folder, 'sub/far'));
    const command: [string, ...string[]] = ['test', '-f', 'b.md'];
    expect([
      await outcome({ command }),
      await outcome({ command, folder: 'sub' }),
      await outcome({ command: ['test', '-f', 'a.md'], folder: '.' }),
    ]).toEqual(['fail', 'pass', 'pass']);
    for (const folder of ['..', '/tmp', 'absent', 'sub/far'])
      expect(await outcome({ command: ['true'], folder })).toBe('unknown');
  });

  it('is not run where a change could use its rights', async () => {
    const touch: Partial<CommandEntry> = { command: ['touch', join(temporary, 'ran')] };
    for (const eventName of ['pull_request_target', 'workflow_run'])
      expect(await look(touch, { eventName })).toMatchObject({
        outcome: 'unknown',
        seen: `no command is run on ${eventName}`,
      });
    for (const name of ['ACTIONS_ID_TOKEN_REQUEST_TOKEN', 'ACTIONS_ID_TOKEN_REQUEST_URL'])
      expect(await outcome(touch, { env: { PATH: process.env['PATH'], [name]: 'x' } })).toBe('unknown');
    expect(existsSync(join(temporary, 'ran'))).toBe(false);
    expect(await outcome(touch, { eventName: undefined })).toBe('pass');
  });

  it('is stale, and not run, when files of the commit were changed', async () => {
    repository.write({ 'new.md': 'x' });
    expect(await outcome({})).toBe('pass');
    repository.write({ 'a.md': 'other' });
    expect(await look({ command: ['touch', join(temporary, 'ran')] })).toMatchObject({
      outcome: 'stale',
      seen: 'a.md differs from the commit, so the command would speak of something else',
    });
    repository.write({ 'a.md': null });
    expect(await outcome({ command: ['touch', join(temporary, 'ran')] })).toBe('stale');
    expect(existsSync(join(temporary, 'ran'))).toBe(false);
  });

  it('is unknown when it cannot be started, does not end, or is ended', async () => {
    expect(await outcome({ command: ['no-such-program'] })).toBe('unknown');
    repository.commit({ 'tool.sh': 'x' });
    chmodSync(join(repository.folder, 'tool.sh'), 0o644);
    expect(await outcome({ command: ['./tool.sh'] })).toBe('unknown');
    expect(await look({ command: ['sleep', '60'], timeout: '500ms' })).toMatchObject({
      outcome: 'unknown',
      seen: 'the command did not end within 0.5\u00a0s',
    });
    expect(await outcome({ command: program("process.kill(process.pid, 'SIGKILL')") })).toBe('unknown');
    for (const timeout of ['soon', '2h', '0s']) {
      expect(await look({ timeout })).toMatchObject({
        outcome: 'unknown',
        seen: 'the timeout of the evidence cannot be used',
      });
    }
  });

  it('is unknown when it prints too much to find a number in, or git does not answer', async () => {
    const command = program("process.stdout.write('x'.repeat(6 * 1024 * 1024) + '\\n1\\n')");
    expect([await outcome({ command }), await outcome({ command, value: '^([0-9])$', threshold: '== 1' })]).toEqual([
      'pass',
      'unknown',
    ]);
    expect(await outcome({}, { git: null })).toBe('unknown');
    expect(await outcome({}, { git: { head: () => 'x', changedFiles: () => Promise.reject(new Error('no')) } })).toBe(
      'unknown',
    );
  });
});
