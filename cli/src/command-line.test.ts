import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const program = join(import.meta.dirname, 'main.ts');
const examples = join(import.meta.dirname, '../../schemas/examples');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shipgate-cli-'));
  mkdirSync(join(folder, '.github'));
  writeFileSync(join(folder, '.github/shipgate.yml'), 'version: 1\nmigrations:\n  path: migrations\n');
  writeFileSync(join(folder, 'bad.yml'), 'version: 1\nmigrations:\n  pth: x\n  tool: goos\nmigratons: {}\n');
});

afterAll(() => rmSync(folder, { recursive: true }));

function shipgate(words: readonly string[], environment: Record<string, string> = {}) {
  // The same program each time: Node compiles it once.
  const env = { PATH: process.env['PATH'] ?? '', NODE_COMPILE_CACHE: join(folder, 'compiled'), ...environment };
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('shipgate validate', () => {
  it('checks .github/shipgate.yml when no file is named', () => {
    expect(shipgate(['validate'])).toEqual({
      status: 0,
      stdout: 'PASS  validate: .github/shipgate.yml is valid  (exit code 0)\n',
      stderr: '',
    });
  });

  it('shows all faults, then the warnings, then one sentence', () => {
    const { status, stdout } = shipgate(['validate', 'bad.yml']);
    expect(status).toBe(1);
    expect(stdout).toBe(
      [
        'FAULT bad.yml:3:3  unknown key "pth" in migrations',
        '    2 | migrations:',
        '    3 |   pth: x',
        '      |   ^^^',
        '  expected  a key of migrations',
        '  got       pth',
        '  do        did you mean "path"? All keys: docs/configuration.md#migrations',
        '',
        'FAULT bad.yml:4:9  migrations.tool has a value that is not known',
        '    3 |   pth: x',
        '    4 |   tool: goos',
        '      |         ^^^^',
        '  expected  golang-migrate, goose, dbmate, diesel, sqlx or flyway',
        '  got       goos',
        '  do        did you mean "goose"?',
        '',
        'warn  bad.yml:5:1  unknown key "migratons" at the top level: not read by this',
        '      release, so only a warning; did you mean "migrations"?',
        '',
        'FAULT validate: 2 faults, 1 warning in bad.yml  (exit code 1)',
        '',
      ].join('\n'),
    );
  });

  it('checks several files, verdicts among them, and a fault wins over a file that is not there', () => {
    const verdict = join(examples, 'reject/unknown-outcome.verdict.json');
    const { status, stdout } = shipgate(['validate', '.github/shipgate.yml', verdict, 'gone.yml']);
    expect(status).toBe(1);
    expect(stdout).toContain('outcome has a value that is not known');
    expect(stdout).toContain('FAULT gone.yml cannot be read');
    expect(stdout).toContain('FAULT validate: 1 of 3 files valid, 1 fault, 1 could not be read  (exit code 1)');
  });

  it('names the sections that nobody has judged', () => {
    const { status, stdout } = shipgate(['validate', join(examples, 'accept/other-gates.shipgate.yml')]);
    expect(status).toBe(0);
    expect(stdout).toContain('not read by this release: backstage\n');
  });

  it('checks the section canary, and a plan that is a file of its own, as canary-promote does', () => {
    cpSync(join(examples, 'reject/canary-weights-fall.shipgate.yml'), join(folder, 'fall.yml'));
    const section = shipgate(['validate', 'fall.yml']);
    expect(section.status).toBe(1);
    expect(section.stdout).toContain(
      [
        'FAULT fall.yml:9:17  weights must rise',
        '    8 |     - { weight: 25, hold: 5m, max: 30m }',
        '    9 |     - { weight: 20, hold: 5m, max: 30m, manual: true }',
        '      |                 ^^',
        '  expected  a weight above 25 (line 8) and at most 100',
        '  got       20',
        '  do        give 50, or put the steps in rising order',
        '',
      ].join('\n'),
    );
    writeFileSync(join(folder, 'plan.yml'), 'steps: [10, 50]\nat-maximum: hold\n');
    const alone = shipgate(['validate', '--json', 'plan.yml']);
    expect(alone.status).toBe(1);
    expect(JSON.parse(alone.stdout)).toMatchObject({
      files: [{ kind: 'canary-plan', outcome: 'fail', faults: [{ title: 'unknown key "at-maximum" in canary' }] }],
    });
    expect(shipgate(['validate', join(examples, 'accept/rolling.canary-plan.yml')]).status).toBe(0);
  });

  it('checks the section security, and a policy that is a file of its own, as the gates do', () => {
    const policy =
      'fail-on: { severity: hihg }\nallow:\n  - { rule: B602, path: a.py, reason: run by hand, expires: 2027-02-30 }\n';
    writeFileSync(join(folder, 'policy.yml'), policy);
    const { status, stdout } = shipgate(['validate', 'policy.yml']);
    expect(status).toBe(1);
    expect(stdout).toContain(
      [
        'FAULT policy.yml:3:61  there is no day 30 in February 2027',
        '    2 | allow:',
        '    3 | ...reason: run by hand, expires: 2027-02-30 }',
        '      |                                  ^^^^^^^^^^',
        '  expected  a day from 01 to 28',
        '  got       2027-02-30',
        '  do        write a day that is in the calendar, such as 2027-02-28',
      ].join('\n'),
    );
    expect(stdout).toContain('did you mean "high"?');
    writeFileSync(join(folder, 'checklist.yml'), 'file: docs/checklist.md\nroels: {}\n');
    const judged = JSON.parse(shipgate(['validate', '--json', 'policy.yml', 'checklist.yml']).stdout) as object;
    expect(judged).toMatchObject({
      files: [{ kind: 'security-policy' }, { kind: 'checklist-policy', outcome: 'fail' }],
    });
    expect(shipgate(['validate', join(examples, 'accept/security.shipgate.yml')]).status).toBe(0);
  });

  it('accepts the file of the example service', () => {
    const file = join(import.meta.dirname, '../../examples/order-service/.github/shipgate.yml');
    expect(shipgate(['validate', file]).stdout).toMatch(/^PASS /);
  });

  it.each([
    ['gone.yml', 'no such file'],
    ['.github', 'a folder'],
    ['-', 'standard input'],
    ['/dev/null', 'something that is no file'],
    ['a\nb::add-mask::x.yml', 'no such file'],
  ])('exits 2 on %j, which is %s', (name, got) => {
    const { status, stdout } = shipgate(['validate', name]);
    expect(status).toBe(2);
    expect(stdout).toContain(`got       ${got}`);
    expect(stdout.split('\n').at(-2)).toContain('(exit code 2)');
    expect(stdout).not.toMatch(/^\s*b::/m);
  });

  it('prints one JSON document with --json', () => {
    const { status, stdout } = shipgate(['validate', '--json', 'bad.yml', 'gone.yml', '.github/shipgate.yml']);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      command: 'validate',
      exitCode: 1,
      files: [
        { file: 'bad.yml', kind: 'shipgate', outcome: 'fail', faults: [{ location: { line: 3 } }, { got: 'goos' }] },
        { file: 'gone.yml', outcome: 'unknown', unread: { got: 'no such file' } },
        { file: '.github/shipgate.yml', outcome: 'pass', faults: [], warnings: [] },
      ],
    });
  });

  it('takes a name that begins with a dash behind --', () => {
    writeFileSync(join(folder, '--json'), 'version: 1\n');
    expect(shipgate(['validate', '--', '--json']).stdout).toBe('PASS  validate: --json is valid  (exit code 0)\n');
  });
});

describe('colour', () => {
  it.each([
    [[], {}, false],
    [[], { FORCE_COLOR: '1' }, true],
    [[], { GITHUB_ACTIONS: 'true' }, true],
    [[], { GITHUB_ACTIONS: 'true', NO_COLOR: '1' }, false],
    [['--no-color'], { FORCE_COLOR: '1' }, false],
  ] as const)('with %j and %j is on: %s', (words, environment, isOn) => {
    const { stdout } = shipgate(['validate', 'bad.yml', ...words], environment);
    expect(stdout !== stripVTControlCharacters(stdout)).toBe(isOn);
    expect(stripVTControlCharacters(stdout)).toBe(shipgate(['validate', 'bad.yml']).stdout);
  });
});

describe('shipgate', () => {
  it.each([[[]], [['--help']], [['-h']]])('prints its commands for %j', (words) => {
    const { status, stdout } = shipgate(words);
    expect(status).toBe(0);
    expect(stdout).toContain('validate  checks .github/shipgate.yml, policies of one gate and verdict files');
  });

  it('prints the help of a command and the version', () => {
    expect(shipgate(['validate', '--help']).stdout).toMatch(/^usage: shipgate validate \[file\.\.\.\] \[--json\]\n/);
    expect(shipgate(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each([
    [['valdate'], 'unknown command "valdate"', 'did you mean "validate"?'],
    [['deploy'], 'unknown command "deploy"', 'see: shipgate --help'],
    [['validate', '--jsn'], 'unknown flag "--jsn"', 'did you mean "--json"?'],
    [['validate', '--json=yes'], 'flag --json takes no value', 'see: shipgate --help'],
    [['--no-color', 'validate'], 'the command comes first', 'put the flags behind the command'],
    [['--verzion'], 'unknown flag "--verzion"', 'did you mean "--version"?'],
  ])('refuses %j with a guess', (words, title, remedy) => {
    const { status, stdout, stderr } = shipgate(words);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`FAULT ${title}\n`);
    expect(stderr).toContain(`  do        ${remedy}\n`);
    expect(stderr).toContain('(exit code 2)');
  });
});
