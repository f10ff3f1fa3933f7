import { describe, expect, it } from 'vitest';
import { gateFolders, pairs } from './built-gate.fixture.ts';

const good = pairs({ '0001_a': ['CREATE TABLE a (id int);\n', 'DROP TABLE a;\n'] });
const all = ['--scope', 'all'];
const file = '.github/shipgate.yml';
const { folder, repository } = gateFolders();

describe('the file of a repository', () => {
  it('is read with all its faults at once, each with its place', async () => {
    const text = 'version: 1\nmigrations:\n  pth: db\n  fail-on: never\n  required: [rows]\n  step-timeout: soon\n';
    const run = await folder({ ...good, [file]: text }).command(all);
    expect(run.exitCode).toBe(2);
    expect(run.codes).toEqual(Array(4).fill('configuration'));
    const places = run.verdict.reasons.map(({ location }) => `${location?.file}:${location?.line}:${location?.column}`);
    expect(places).toEqual([`${file}:3:3`, `${file}:4:12`, `${file}:5:14`, `${file}:6:17`]);
    for (const place of places) expect(run.stdout).toContain(`FAULT ${place}`);
    expect(run.stdout).toContain('did you mean "path"?');
  });

  it('says what is odd in the sections of others, and goes on', async () => {
    const text = 'version: 1\nservice: { name: orders }\ncanry:\n  steps: 5\n';
    const run = await folder({ ...good, [file]: text }).command(all);
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toContain(`warning: ${file}:3:1`);
    expect(run.stdout.replace(/\s+/g, ' ')).toContain('did you mean "canary"?');
    expect(run.verdict.subject).toEqual({ service: 'orders', path: 'migrations' });
  });

  it('may be missing, unless somebody names it', async () => {
    expect((await folder(good).command(all)).exitCode).toBe(0);
    const named = await folder(good).command([...all, '--config', 'gate.yml']);
    expect([named.exitCode, named.codes]).toEqual([2, ['configuration']]);
    expect(named.stdout).toContain('gate.yml cannot be read');
    const mistaken = await folder({ ...good, 'gate.yml': 'version: 2\n' }).command([...all, '--config', 'gate.yml']);
    expect(mistaken.stdout).toContain('FAULT gate.yml:1:10');
  });

  it.each([
    ['a link to nothing', { linkTo: 'nowhere' }],
    ['a link that leads out of the repository', { linkTo: '/etc/hostname' }],
    ['a folder', { folder: true as const }],
    ['bytes that are not UTF-8', Buffer.from('version: 1 # \xe9', 'latin1')],
  ])('is a fault when it is %s', async (why, content) => {
    const run = await folder({ ...good, [file]: content }).command(all);
    expect([run.exitCode, run.codes]).toEqual([2, ['configuration']]);
    expect(run.told('configuration')).toContain(`got ${why}`);
  });

  it('gives folder, setup and baseline from the top, wherever one stands', async () => {
    const section = 'migrations:\n  path: db/m\n  setup: db/setup.sql\n  baseline: db/known.json\n';
    const known = { version: 1, known: [{ migration: '0001_a', code: 'noop-down' }] };
    const place = repository({
      [file]: `version: 1\n${section}`,
      'db/m/0001_a.up.sql': 'ALTER TABLE theirs ADD COLUMN IF NOT EXISTS a int;',
      'db/m/0001_a.down.sql': 'SELECT 1;',
      'db/m/0002_b.up.sql': 'CREATE TABLE b ();',
      'db/m/0002_b.down.sql': 'DROP TABLE b;',
      'db/setup.sql': 'CREATE TABLE theirs ();',
      'db/known.json': JSON.stringify(known),
    });
    const run = await place.command(all, 'db');
    expect(run.exitCode).toBe(0);
    expect(run.verdict.reasons.map(({ code, allowance }) => [code, allowance?.by])).toEqual([
      ['noop-down', 'baseline'],
    ]);
  });

  it('does not lead out of the repository', async () => {
    const run = await repository({ [file]: 'version: 1\nmigrations: { path: ../x }\n' }).command(all);
    expect(run.exitCode).toBe(2);
    expect(run.stdout).toContain('migrations.path leads out of the repository');
  });
});

describe('a setup', () => {
  const needy = pairs({
    '0001_a': ['GRANT USAGE ON SCHEMA public TO app;', 'REVOKE USAGE ON SCHEMA public FROM app;'],
  });

  it('is SQL text, or a file from where one stands', async () => {
    const place = repository({ ...needy, 'db/roles.sql': 'CREATE ROLE app;\n' });
    expect((await place.command([...all, '--setup', 'CREATE ROLE app;'])).exitCode).toBe(0);
    const file = await place.command([...all, '--setup', 'roles.sql', '--path', '../migrations'], 'db');
    expect(file.exitCode).toBe(0);
    expect((await place.command(all)).told('up-fails')).toContain('role "app" does not exist');
  });

  it('that fails or is missing leaves everything unknown', async () => {
    const place = repository({ ...needy, 'roles.sql': '\nCREATE ROL app;\n' });
    const failing = await place.command([...all, '--setup', 'roles.sql']);
    expect([failing.exitCode, failing.codes]).toEqual([2, ['setup-fails']]);
    expect(failing.verdict.reasons[0]?.location).toMatchObject({ file: 'roles.sql', line: 2, column: 8 });
    const missing = await place.command([...all, '--setup', 'role.sql']);
    expect([missing.exitCode, missing.codes]).toEqual([2, ['file-unreadable']]);
  });
});

describe('a baseline', () => {
  it.each([
    ['is no JSON', '{', 'JSON'],
    ['has no version', '{"known": []}', 'no "version": 1'],
    ['has an entry without a code', '{"version": 1, "known": [{"migration": "1"}]}', 'known[0]'],
  ])('that %s is a fault', async (_what, text, told) => {
    const run = await folder({ ...good, 'known.json': text }).command([...all, '--baseline', 'known.json']);
    expect([run.exitCode, run.codes]).toEqual([2, ['configuration']]);
    expect(run.told('configuration')).toContain(told);
  });
});
