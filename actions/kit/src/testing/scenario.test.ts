import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inputVariable, runAction, runCommandLine } from './harness.ts';
import { normalise } from './normalise.ts';
import { loadScenarios, runScenario } from './scenario.ts';
import type { Prepare } from './scenario-given.ts';

/** A tiny gate: says what it was given, in all the ways in which a gate speaks. */
const fixtureAction = `
const { appendFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } = require('node:fs');
const { execFileSync } = require('node:child_process');
const { join } = require('node:path');
async function main() {
  const onGitHub = process.env.GITHUB_ACTIONS === 'true';
  const at = (flag) => process.argv[process.argv.indexOf(flag) + 1];
  const path = onGitHub ? process.env.INPUT_PATH : at('--path');
  const files = existsSync(path) ? readdirSync(path) : [];
  const outcome = files.length > 0 ? 'pass' : 'unknown';
  const out = onGitHub ? join(process.env.RUNNER_TEMP, 'shipgate') : at('--output-directory');
  mkdirSync(out, { recursive: true });
  const reasons = files.length > 0 ? [] : [{ code: 'empty-folder' }];
  writeFileSync(join(out, 'verdict.json'), JSON.stringify({ outcome, reasons }));
  console.log('files: ' + files.join(', ') + ' in ' + process.cwd());
  if (onGitHub) {
    const sha = existsSync('.git') ? execFileSync('git', ['rev-parse', 'HEAD']).toString().trim() : 'none';
    const api = await fetch(process.env.GITHUB_API_URL + '/repos/acme/orders/git/commits/' + sha);
    console.log(process.env.GITHUB_EVENT_NAME + ' at ' + sha.slice(0, 7) + ', API ' + api.status + ', took 12.5 ms');
    console.log('::stop-commands::mark\\n::add-mask::from outside\\n::mark::');
    console.log('::warning file=' + path + ',line=3,title=fixture::said%0Aso');
    appendFileSync(process.env.GITHUB_OUTPUT, 'outcome=' + outcome + '\\nverdict<<E\\n' + join(out, 'verdict.json') + '\\nE\\n');
    appendFileSync(process.env.GITHUB_STEP_SUMMARY, '# ' + outcome + ' for ' + sha + '\\n');
  }
  process.exitCode = files.length > 0 ? 0 : 2;
}
main();
`;

const scenarioFile = `
title: A change with a migration passes
history:
  - { id: base, files: base, branch: main }
  - { id: change, files: [{ from: change, to: migrations }], branch: topic }
  - { id: merge, merge: [base, change] }
checkout: { commit: merge, depth: 2 }
event: { name: pull_request, base: base, head: change }
inputs: { path: migrations }
expect:
  exit-code: 0
  outcome: pass
  reasons: []
  annotations: [{ kind: warning, file: migrations, line: 3 }]
  outputs: { outcome: pass }
  api-requests: 1
`;

let temporary: string;
beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), 'shipgate-harness-'));
  write('gate/dist/index.cjs', fixtureAction);
  write(
    'gate/action.yml',
    'inputs:\n  path: { default: migrations }\n  Two words: { default: "${{ github.token }}" }\n  none: {}\n',
  );
});
afterEach(() => rmSync(temporary, { recursive: true, force: true }));

function write(path: string, text: string): void {
  const file = join(temporary, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function writeScenario(yaml = scenarioFile): void {
  write('gate/scenarios/one/scenario.yml', yaml);
  write('gate/scenarios/one/base/README', 'x');
  write('gate/scenarios/one/change/1.sql', 'SELECT 1;');
}

async function runOne(update = false, prepare?: Prepare) {
  const [scenario] = loadScenarios(join(temporary, 'gate/scenarios'));
  if (scenario === undefined) throw new Error('there is no scenario');
  return runScenario(scenario, update, prepare);
}

describe('runAction', () => {
  it('hands over what a runner does, and nothing of our own environment', async () => {
    write('gate/dist/index.cjs', 'console.log(JSON.stringify(process.env))');
    process.env['SHIPGATE_LEAK'] = 'leak';
    const request = {
      entry: join(temporary, 'gate/dist/index.cjs'),
      workspace: temporary,
      temporary,
      inputs: { 'dry-run': 'true' },
    };
    const result = await runAction({ ...request, token: 't0ken' });
    delete process.env['SHIPGATE_LEAK'];
    const env = JSON.parse(result.stdout) as Record<string, string>;
    expect(env).toMatchObject({
      ...{ INPUT_PATH: 'migrations', INPUT_TWO_WORDS: 't0ken', INPUT_NONE: '', 'INPUT_DRY-RUN': 'true' },
    });
    expect(env).toMatchObject({
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: temporary,
      GITHUB_API_URL: 'http://127.0.0.1:9',
    });
    const ours = Object.keys(env).filter((name) => !/^(?:GITHUB_|INPUT_|RUNNER_|CI$|PATH$|HOME$)/.test(name));
    expect(ours).toEqual([]);
    expect(env['HOME']).not.toBe(process.env['HOME']);
  });

  it('names the variable of an input as the runner does', () => {
    expect(inputVariable('output-directory and more')).toBe('INPUT_OUTPUT-DIRECTORY_AND_MORE');
  });

  it('reads all that a step can leave behind', async () => {
    const script = `const { appendFileSync } = require('node:fs');
      appendFileSync(process.env.GITHUB_ENV, 'A=1\\n'); appendFileSync(process.env.GITHUB_PATH, '/bin\\n');
      appendFileSync(process.env.GITHUB_STATE, 'S<<E\\n1\\n2\\nE\\n'); console.error('::error::from stderr'); process.exit(1)`;
    write('gate/dist/index.cjs', script);
    const result = await runAction({ entry: join(temporary, 'gate/dist/index.cjs'), workspace: temporary, temporary });
    expect(result).toMatchObject({ exitCode: 1, exported: { env: { A: '1' }, path: ['/bin'], state: { S: '1\n2' } } });
    expect(result.annotations).toEqual([{ kind: 'error', message: 'from stderr' }]);
    expect(result.verdict).toBeUndefined();
  });
});

describe('runCommandLine', () => {
  it('runs the same file outside GitHub and reads its verdict', async () => {
    write('work/m/1.sql', 'x');
    const request = {
      entry: join(temporary, 'gate/dist/index.cjs'),
      temporary: join(temporary, 'run'),
      cwd: join(temporary, 'work'),
    };
    const result = await runCommandLine({ ...request, args: ['--path', 'm', '--output-directory', 'out'] });
    expect(result).toMatchObject({ exitCode: 0, verdict: { outcome: 'pass' }, outputs: {} });
  });
});

describe('runScenario', () => {
  it('writes the golden transcript on request, and holds from then on', async () => {
    writeScenario();
    expect((await runOne(true)).differences).toEqual([]);
    const stdout = readFileSync(join(temporary, 'gate/scenarios/one/expected/stdout.txt'), 'utf8');
    expect(stdout.split('\n').slice(0, 2)).toEqual([
      'files: 1.sql in <workspace>',
      'pull_request at <sha:merge>, API 200, took <time>',
    ]);
    expect(readFileSync(join(temporary, 'gate/scenarios/one/expected/summary.md'), 'utf8')).toBe(
      '# pass for <sha:merge>\n',
    );
    const run = await runOne();
    expect(run.differences).toEqual([]);
    expect(run.result.commands.map((command) => command.name)).toEqual(['warning']);
  });

  it('tells every difference', async () => {
    writeScenario(
      scenarioFile
        .replace('exit-code: 0', 'exit-code: 1')
        .replace('outcome: pass\n', 'outcome: fail\n')
        .replace('reasons: []', 'reasons: [x]')
        .replace('line: 3', 'line: 4')
        .replace('api-requests: 1', 'api-requests: 0'),
    );
    const { differences } = await runOne();
    const said = [
      'exit code',
      'outcome of the verdict',
      'the output outcome',
      'reasons',
      'annotations',
      'requests to the API',
    ];
    expect(differences.map((one) => one.split(':')[0])).toEqual([
      ...said,
      'expected/stdout.txt differs at line 1',
      'expected/summary.md differs at line 1',
    ]);
  });

  it('notices one annotation too many', async () => {
    writeScenario(scenarioFile.replace(/annotations: .*/, 'annotations: []'));
    await runOne(true);
    expect((await runOne()).differences).toEqual([expect.stringContaining('annotations: expected []')]);
  });

  it('runs a scenario outside GitHub and without a repository', async () => {
    const yaml = `
title: A folder without a migration is unknown
command: [--path, migrations, --output-directory, out]
expect: { exit-code: 2, outcome: unknown, reasons: [empty-folder] }
`;
    writeScenario(yaml);
    expect((await runOne(true)).differences).toEqual([]);
    expect(existsSync(join(temporary, 'gate/scenarios/one/expected/summary.md'))).toBe(false);
  });

  it.each([
    ['push', '{ name: push, before: base }', /"before":"[0-9a-f]{40}".*"ref":|"ref":.*"before":"[0-9a-f]{40}"/],
    ['a new branch', '{ name: push, branch: topic }', /"before":"0{40}"/],
    ['merge_group', '{ name: merge_group, base: base }', /"base_sha":"[0-9a-f]{40}"/],
    ['a payload of its own', '{ name: release, payload: { at: "${change}" } }', /^\{"at":"[0-9a-f]{40}"\}$/],
  ])('makes the payload of %s', async (_name, event, payload) => {
    write('gate/dist/index.cjs', 'console.log(require("node:fs").readFileSync(process.env.GITHUB_EVENT_PATH, "utf8"))');
    writeScenario(
      scenarioFile.replace(/event: .*/, `event: ${event}`).replace(/expect:.*/s, 'expect: { exit-code: 0 }'),
    );
    expect((await runOne(true)).result.stdout.trim()).toMatch(payload);
  });

  it('gives the run what the tests of the gate prepare, and hears what they find in what it left', async () => {
    write(
      'gate/dist/index.cjs',
      'console.log(process.env.ASKED, require("node:fs").readFileSync("migrations/1.sql", "utf8"))',
    );
    writeScenario(`${scenarioFile.replace(/expect:.*/s, 'expect: { exit-code: 0 }')}\ngiven: { asks: registry }\n`);
    let closed = 0;
    const prepare: Prepare = async (given) => ({
      env: { ASKED: `http://127.0.0.1:4711/${JSON.stringify(given)}` },
      places: { registry: 'http://127.0.0.1:4711' },
      fill: (text) => text.replace('SELECT', 'FILLED'),
      differences: ({ stdout }, folder) => [`${existsSync(join(folder, 'home'))} ${stdout.includes('FILLED')}`],
      close: async () => {
        closed += 1;
      },
    });
    expect((await runOne(true, prepare)).differences).toEqual(['true true']);
    const golden = readFileSync(join(temporary, 'gate/scenarios/one/expected/stdout.txt'), 'utf8');
    expect(golden).toBe('<registry>/{"asks":"registry"} FILLED 1;\n');
    expect(closed).toBe(1);
  });

  it('refuses keys that it does not know', () => {
    writeScenario(`${scenarioFile}expects: {}\n`.replace('depth: 2', 'dept: 2').replace('title', 'titel'));
    expect(() => loadScenarios(join(temporary, 'gate/scenarios'))).toThrow(/titel.*expects.*dept.*title is missing/);
  });
});

describe('normalise', () => {
  it('keeps what matters and hides what differs from run to run', () => {
    const sha = '0123456789abcdef0123456789abcdef01234567';
    const facts = { commits: { head: sha }, places: { temp: '/tmp/x', workspace: '/tmp/x/work' } };
    const text = `/tmp/x/work/a ${sha} ${sha.slice(0, 7)} ${'f'.repeat(40)} 2026-01-02T03:04:05.678Z v1.2.3 1 min 4 s 12.5 ms 0.3 s 3 of 4, 5 steps`;
    expect(normalise(text, facts)).toBe(
      '<workspace>/a <sha:head> <sha:head> <sha> <when> <version> <time> <time> <time> 3 of 4, 5 steps',
    );
  });
});
