import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ConfigurationError } from '@shipgate/schemas';
import { describe, expect, it } from 'vitest';
import type { Gate } from './gate.ts';
import { actionsCoreFiles } from './report/runner-files.ts';
import { evidence, fault, gateOf, runOf } from './run.fixture.ts';
import { commandsIn } from './runner-rules.fixture.ts';

describe('a run at a terminal', () => {
  it('passes: exit code 0, verdict, SARIF and summary in the folder out', async () => {
    const { running, written, verdict, read } = await runOf(gateOf(() => ({ headline: '3 things hold' })));
    expect(await running).toBe(0);
    expect(verdict()).toMatchObject({ outcome: 'pass', headline: '3 things hold', reasons: [] });
    expect(read('summary.md')).toMatch(
      /^## ✅ Pass: migrate-gate, 3 things hold\n\nAll 3 of 3 things were looked at\.\n\n/,
    );
    expect(JSON.parse(read('results.sarif'))).toMatchObject({ version: '2.1.0' });
    expect(written.stdout).toBe(
      'migrate-gate 1.0.0\n\nverdict: out/verdict.json\n\nPASS  migrate-gate: 3 things hold  0.0 s  (exit code 0)\n',
    );
    expect(written.stderr).toBe('');
  });

  it('writes the files of the gate; one that is called as a reporter calls its own takes its place', async () => {
    const files = [
      { name: 'results.sarif', text: 'mine' },
      { name: 'more.txt', text: 'more' },
    ];
    const { running, read } = await runOf(gateOf(() => ({ files })));
    expect([await running, read('results.sarif'), read('more.txt')]).toEqual([0, 'mine', 'more']);
    expect(JSON.parse(read('verdict.json'))).toMatchObject({ outcome: 'pass' });
  });

  it('fails: exit code 1, the reason with its place', async () => {
    const { running, written, verdict } = await runOf(gateOf(() => ({ reasons: [fault] })));
    expect(await running).toBe(1);
    expect(verdict()).toMatchObject({
      outcome: 'fail',
      headline: '1 fault blocks this change',
      reasons: [{ code: 'drift' }],
    });
    expect(written.stdout).toContain('FAIL  down loses a trigger');
    expect(written.stdout).toContain('  migrations/1.down.sql:2:3\n');
  });

  it('is unknown when a required proof is not had: exit code 2', async () => {
    const proofs = [{ name: 'Round trip', required: true, outcome: 'not-proven', seen: 'no engine' }] as const;
    const { running, written, verdict } = await runOf(gateOf(() => ({ proofs })));
    expect(await running).toBe(2);
    expect(verdict().outcome).toBe('unknown');
    expect(written.stdout).toContain('not proven (required): Round trip: no engine\n');
  });

  it('tells all configuration faults at once and does nothing', async () => {
    const location = { file: '.github/shipgate.yml', line: 54, column: 3, endColumn: 13 };
    const excerpt = [{ line: 54, text: '  at-maximum: hold' }];
    const faults = [
      {
        title: 'unknown key "at-maximum" in canary',
        expected: 'a key of canary',
        got: 'at-maximum',
        do: 'did you mean "at-max"?',
        location,
        excerpt,
      },
      {
        title: 'weights must rise',
        expected: 'a weight above 25',
        got: '20',
        do: 'give 50',
        location: { ...location, line: 60 },
      },
    ];
    const { running, written, verdict, read } = await runOf(
      gateOf(() => Promise.reject(new ConfigurationError(faults))),
    );
    expect(await running).toBe(2);
    expect(verdict()).toMatchObject({
      outcome: 'unknown',
      headline: '2 faults in shipgate.yml, nothing was done',
      reasons: [
        { code: 'configuration', location },
        { code: 'configuration', seen: 'expected a weight above 25, got 20' },
      ],
    });
    expect(read('summary.md')).toMatch(/^## ❔ Unknown: migrate-gate, 2 faults in shipgate\.yml, nothing was done\n/);
    expect(written.stdout).toContain('   54 |   at-maximum: hold\n      |   ^^^^^^^^^^\n  expected  a key of canary\n');
    expect(written.stdout).toMatch(
      /FAULT migrate-gate: 2 faults in \.github\/shipgate\.yml, nothing was done\n {6}\(exit code 2\)\n$/,
    );
  });

  it('tells faults of flags in the same way, before the gate runs', async () => {
    const { running, written, verdict } = await runOf(
      gateOf(() => Promise.reject(new Error('ran'))),
      { arguments: ['--pth', 'x'] },
    );
    expect(await running).toBe(2);
    expect(verdict().headline).toBe('2 faults in the inputs, nothing was done');
    expect(written.stdout).toContain('did you mean "--path"?');
  });

  it('is unknown when the gate breaks, and shows no stack', async () => {
    const { running, written, verdict, read } = await runOf(gateOf(() => Promise.reject(new Error('no `such` thing'))));
    expect(await running).toBe(2);
    expect(verdict().reasons).toMatchObject([{ code: 'internal-error', blocks: 'unknown' }]);
    expect(written.stdout).toContain('no `such` thing');
    expect(`${written.stdout}${read('summary.md')}${read('verdict.json')}`).not.toMatch(/run\.test\.ts|\n {4}at /);
  });

  it('shows the stack with debug logging', async () => {
    const { running, written } = await runOf(
      gateOf(() => Promise.reject(new Error('broken'))),
      { env: { RUNNER_DEBUG: '1' } },
    );
    await running;
    expect(written.stdout).toMatch(/^debug: {5}at .*run\.test\.ts/m);
  });

  it('is unknown when the parts of the gate make no verdict', async () => {
    const { running, verdict } = await runOf(gateOf(() => ({ evidence: { scope: 'some' } })));
    expect(await running).toBe(2);
    expect(verdict()).toMatchObject({ outcome: 'unknown', reasons: [{ code: 'internal-error' }] });
  });

  it('prints only the verdict on stdout with --json, the text for people on stderr', async () => {
    const { running, written, read } = await runOf(
      gateOf(() => ({ reasons: [fault] })),
      { arguments: ['--json'] },
    );
    expect(await running).toBe(1);
    expect(written.stdout).toBe(read('verdict.json'));
    expect(written.stderr).toContain('FAIL  migrate-gate: 1 fault blocks this change');
  });

  it('says clearly that its folder cannot be written to', async () => {
    const blocked = join(mkdtempSync(join(tmpdir(), 'shipgate-')), 'file');
    writeFileSync(blocked, '');
    const { running, written } = await runOf(
      gateOf(() => Promise.reject(new Error('ran'))),
      { arguments: ['--output-directory', `${blocked}/out`] },
    );
    expect(await running).toBe(2);
    expect(written.stdout).toContain('the output directory cannot be written to');
    expect(written.stdout).toContain('(ENOTDIR)');
  });

  it('leaves no verdict of an earlier run behind', async () => {
    const old = join(mkdtempSync(join(tmpdir(), 'shipgate-old-')), 'verdict.json');
    writeFileSync(old, '{"outcome":"pass"}');
    let seen: boolean | undefined;
    const look = () => {
      seen = existsSync(old);
      return {};
    };
    const { running } = await runOf(gateOf(look), { arguments: ['--output-directory', dirname(old)] });
    expect(await running).toBe(0);
    expect(seen).toBe(false);
  });

  it.each(['--help', '--version'])('answers %s and writes nothing', async (flag) => {
    const { running, written, folder } = await runOf(
      gateOf(() => ({})),
      { arguments: [flag] },
    );
    expect(await running).toBe(0);
    expect(written.stdout).toContain('migrate-gate 1.0.0\n');
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });

  it('writes a verdict before it ends when it is cancelled, and lets the gate clean up', async () => {
    let cleaned = false;
    const gate: Gate = {
      ...gateOf(() => ({})),
      run: async (_, { signal }) => {
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
        cleaned = true;
        throw new Error('stopped');
      },
    };
    const { running, verdict, interrupt, ended } = await runOf(gate);
    interrupt({ kind: 'cancelled', signal: 'SIGTERM' });
    expect(await running).toBe(2);
    expect(verdict()).toMatchObject({ outcome: 'unknown', reasons: [{ code: 'cancelled' }] });
    expect({ cleaned, ended }).toEqual({ cleaned: true, ended: [2] });
  });
});

describe('a run in GitHub', () => {
  it('prints text between stop-commands marks, annotations after them, and gives summary and outputs', async () => {
    const { running, written, verdict, folder } = await runOf(
      gateOf(() => ({ reasons: [fault] })),
      { github: true },
    );
    expect(await running).toBe(1);
    const [first, ...rest] = written.stdout.trimEnd().split('\n');
    const token = /^::stop-commands::(shipgate-[0-9a-f-]{36})$/.exec(first ?? '')?.[1];
    expect(rest.slice(-2)).toEqual([
      `::${token}::`,
      '::error file=migrations/1.down.sql,line=2,col=3,title=migrate-gate%3A down loses a trigger (drift)::It is gone. Give it back.',
    ]);
    expect(Object.fromEntries(written.outputs)).toEqual({
      things: '3',
      outcome: 'fail',
      verdict: `${folder}/shipgate/migrate-gate/verdict.json`,
      sarif: `${folder}/shipgate/migrate-gate/results.sarif`,
      faults: '1',
      warnings: '0',
    });
    expect(written.summary).toMatch(/^## ❌ Fail: migrate-gate, 1 fault blocks this change\n/);
    expect(verdict().outcome).toBe('fail');
    expect(written.stdout).not.toContain(folder);
  });

  it('puts configuration faults at their line', async () => {
    const location = { file: '.github/shipgate.yml', line: 31, column: 17, endColumn: 19 };
    const faults = [
      {
        title: 'weights must rise',
        expected: 'a weight above 25 (line 30) and at most 100',
        got: '20',
        do: 'give 50',
        location,
      },
    ];
    const { running, written } = await runOf(
      gateOf(() => Promise.reject(new ConfigurationError(faults))),
      { github: true },
    );
    await running;
    expect(written.stdout).toContain(
      '\n::error file=.github/shipgate.yml,line=31,col=17,endColumn=19,title=migrate-gate%3A weights must rise::' +
        'Expected a weight above 25 (line 30) and at most 100, got 20. Give 50.\n',
    );
  });

  it('executes nothing of hostile text and shows all of it', async () => {
    const text = '\n::add-mask::x ##[error]y \u001b[2J \u202e | ` `` <img src=x>';
    const hostile = {
      ...fault,
      title: text,
      seen: text,
      hurts: text,
      mend: text,
      excerpt: text,
      location: { file: text, line: 1 },
    };
    const gate: Gate = {
      ...gateOf(() => ({})),
      run: async (_, { progress, log }) => {
        progress.heading(text);
        progress.stage('read', text, 'ok');
        log.debug(text);
        return { reasons: [hostile], proofs: [], evidence, headline: text, view: { lead: text } };
      },
    };
    for (const argv of [[], ['--json']]) {
      const { running, written } = await runOf(gate, { github: true, env: { RUNNER_DEBUG: '1' }, arguments: argv });
      expect(await running).toBe(1);
      const token = /::stop-commands::(\S+)/.exec(`${written.stdout}${written.stderr}`)?.[1];
      expect([...commandsIn(written.stdout), ...commandsIn(written.stderr)].map(({ name }) => name)).toEqual([
        'stop-commands',
        token,
        'error',
      ]);
      expect(`${written.stdout}${written.stderr}`.replaceAll(/\u001b\[\d+m/g, '')).not.toMatch(/[\u001b\u202e\r]/);
      expect(`${written.stdout}${written.stderr}`).toContain('\\x1b[2J \\u{202e} |');
      expect(written.summary).not.toMatch(/<img|\u202e|^::/m);
    }
  });
});

describe('the files of the runner', () => {
  it('hold outputs and summary as @actions/core writes them', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'shipgate-runner-'));
    const names = { GITHUB_OUTPUT: join(folder, 'output'), GITHUB_STEP_SUMMARY: join(folder, 'summary') };
    for (const [name, file] of Object.entries(names)) {
      writeFileSync(file, '');
      process.env[name] = file;
    }
    const runner = actionsCoreFiles();
    await runner.setOutput('outcome', 'two\nlines=x');
    await runner.appendSummary('## page\n');
    expect(readFileSync(names.GITHUB_OUTPUT, 'utf8')).toMatch(/^outcome<<(\S+)\ntwo\nlines=x\n\1\n$/);
    expect(readFileSync(names.GITHUB_STEP_SUMMARY, 'utf8')).toBe('## page\n');
    for (const name of Object.keys(names)) delete process.env[name];
  });
});
