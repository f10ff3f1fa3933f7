import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Tree } from '../ports.ts';
import { durationWords, lastWords, runTool, searchPath, type ToolRequest, versionIn, words } from './program.ts';

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'shipgate-program-')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(argv: ToolRequest['argv'], more: Partial<ToolRequest> = {}, env: Record<string, string> = {}) {
  const context = { env: { ...process.env, ...env }, timeoutMs: 20_000, signal: new AbortController().signal };
  return runTool({ argv, cwd: folder, context, mend: 'Install it', ...more });
}

const node = (script: string, more: Partial<ToolRequest> = {}, env: Record<string, string> = {}) =>
  run([process.execPath, '-e', script], more, env);

function treeOf(files: readonly string[]): Tree {
  return { root: folder, files, read: () => Promise.reject(new Error('not asked')) };
}

describe('runTool', () => {
  it('gives exit code and outputs of a tool that came to its end, whatever the code', async () => {
    const end = await node('console.log("out"); console.error("err"); process.exitCode = 3');
    expect(end).toMatchObject({ exitCode: 3, stderr: 'err\n' });
    expect('stdout' in end && end.stdout.toString()).toBe('out\n');
  });

  it('lets proxies through and no token', async () => {
    const end = await node(
      'console.log(JSON.stringify(process.env))',
      { pass: ['MORE'], set: { SET: 'here' } },
      { HTTPS_PROXY: 'http://127.0.0.1:9', GITHUB_TOKEN: 'hidden', MORE: 'more' },
    );
    const seen: unknown = JSON.parse('stdout' in end ? end.stdout.toString() : '{}');
    expect(seen).toMatchObject({ HTTPS_PROXY: 'http://127.0.0.1:9', MORE: 'more', SET: 'here' });
    expect(seen).not.toHaveProperty('GITHUB_TOKEN');
  });

  it('tells a tool that is not there', async () => {
    expect(await run(['shipgate-no-such-tool'])).toEqual({
      absent: true,
      trouble: {
        expected: 'the program `shipgate-no-such-tool`',
        got: 'no such program on the PATH',
        mend: 'Install it',
      },
    });
  });

  it('tells a file that may not be executed', async () => {
    writeFileSync(join(folder, 'tool'), 'text');
    const end = await run([join(folder, 'tool')]);
    expect(end).toMatchObject({ absent: true, trouble: { got: 'a file that may not be executed' } });
  });

  it('tells the time limit', async () => {
    const end = await node('setInterval(() => {}, 1000)', { timeoutMs: 300 });
    expect(end).toMatchObject({ absent: false, trouble: { got: 'no answer within 300 ms' } });
  });

  it('tells a run that was stopped', async () => {
    const context = { env: process.env, timeoutMs: 20_000, signal: AbortSignal.abort() };
    expect(await node('setInterval(() => {}, 1000)', { context })).toMatchObject({
      trouble: { got: 'the run was stopped' },
    });
  });

  it('tells the signal that killed it', async () => {
    const end = await node('process.kill(process.pid, "SIGKILL")');
    expect(end).toMatchObject({ absent: false, trouble: { got: 'it was ended by SIGKILL' } });
  });

  it('takes no output that was cut for a whole one', async () => {
    const end = await node('console.log("[".repeat(5000))', { maxOutputBytes: 1_000 });
    expect(end).toMatchObject({ trouble: { got: 'more than 1,000 bytes of output' } });
  });
});

describe('searchPath', () => {
  it('leaves out folders of the checkout that hold its files, and relative ones', () => {
    mkdirSync(join(folder, 'bin'));
    mkdirSync(join(folder, '.venv/bin'), { recursive: true });
    const path = ['.', 'bin', join(folder, 'bin'), join(folder, '.venv/bin'), '/usr/bin', folder].join(delimiter);
    expect(searchPath(path, { tree: treeOf(['bin/npm', 'a.js']) })).toBe(
      [join(folder, '.venv/bin'), '/usr/bin'].join(delimiter),
    );
  });

  it('does not run a program that the checkout brings', async () => {
    mkdirSync(join(folder, 'bin'));
    writeFileSync(join(folder, 'bin/brought-along'), '#!/bin/sh\necho {}\n', { mode: 0o755 });
    const PATH = join(folder, 'bin');
    expect(await run(['brought-along'], { tree: treeOf(['bin/brought-along']) }, { PATH })).toMatchObject({
      absent: false,
      trouble: { got: expect.stringContaining('none is looked for') },
    });
    expect(await run(['brought-along'], { tree: treeOf([]) }, { PATH })).toMatchObject({ exitCode: 0 });
  });
});

describe('words', () => {
  it('takes the last line with something in it, without folders of this run, credentials and colours', () => {
    const text = 'first\n\u001b[31mnpm error\u001b[39m https://user:pass@registry.example/x in /tmp/run/lock.json\n\n';
    expect(lastWords(text, ['/tmp/run'])).toBe('npm error https://registry.example/x in lock.json');
  });
  it('shows what is hidden and cuts what is long', () => {
    expect(words('a\u001b]8;;b\nc')).toBe('a\\x1b]8;;b\\nc');
    expect(words('x'.repeat(500))).toHaveLength(160);
  });
});

describe('versionIn', () => {
  it.each([
    ['11.19.1\n', '11.19.1'],
    ['pip-audit 2.10.0', '2.10.0'],
    ['bandit 1.8.6\n  python version = 3.11.2', '1.8.6'],
    ['gitleaks version v8.30.0-rc.1', '8.30.0-rc.1'],
    ['no version here', null],
  ])('reads %j', (output, version) => {
    expect(versionIn(output)).toBe(version);
  });
});

describe('durationWords', () => {
  it('says whole minutes as minutes', () => {
    expect([300_000, 90_000, 1_500, 300].map(durationWords)).toEqual(['5 min', '90 s', '1.5 s', '300 ms']);
  });
});
