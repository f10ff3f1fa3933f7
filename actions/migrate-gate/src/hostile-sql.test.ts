import { describe, expect, it } from 'vitest';
import { runs, some } from '../../../scripts/vitest/thoroughly.ts';
import type { Run } from './built-gate.fixture.ts';
import { gateFolders, pairs } from './built-gate.fixture.ts';

const { folder } = gateFolders();
const after = ['CREATE TABLE z (id int);', 'DROP TABLE z;'] as const;

/** The migration between two harmless ones. */
async function prove(up: string, down: string, ...more: readonly string[]): Promise<Run> {
  const files = pairs({
    '0001_a': ['CREATE TABLE a (id int);', 'DROP TABLE a;'],
    '0002_b': [up, down],
    '0003_z': after,
  });
  return await folder(files).command(['--scope', 'all', ...more]);
}

describe('a migration that misbehaves', () => {
  it.each([
    ['loops for ever', 'DO $$ BEGIN LOOP END LOOP; END $$;', 'timed-out'],
    ['sleeps', 'SELECT pg_sleep(1000);', 'timed-out'],
    ['drops its database', 'DROP DATABASE postgres;', 'up-fails'],
    ['ends its session', 'SELECT pg_terminate_backend(pg_backend_pid());', 'connection-lost'],
    ['starts a program', "COPY (SELECT 1) TO PROGRAM 'true';", 'connection-lost'],
    ['leaves a transaction open', 'BEGIN; CREATE TABLE b (id int);', 'transaction-left-open'],
    ['asks for a password file', "CREATE TABLE b AS SELECT pg_read_file('/etc/passwd');", 'up-fails'],
  ])('%s: exit 1, and why', async (_what, up, code) => {
    const run = await prove(up, 'SELECT 1;', '--step-timeout', '2s');
    expect(run.exitCode).toBe(1);
    expect(run.codes).toEqual([code, 'not-reached']);
    expect(run.verdict.reasons[0]?.location).toMatchObject({ file: 'migrations/0002_b.up.sql', line: 1 });
  });

  it('does so on its way down: those after it are proven all the same', async () => {
    const run = await prove('CREATE TABLE b (id int);', 'DO $$ BEGIN LOOP END LOOP; END $$;', '--step-timeout', '2s');
    expect([run.exitCode, run.codes]).toEqual([1, ['timed-out']]);
    expect(run.told('timed-out')).toMatch(/after 2(?:\.0)?\ss/);
  });

  it('breaks the system catalogs: unknown, with a reason', async () => {
    const up = "SET allow_system_table_mods = on; DELETE FROM pg_class WHERE relname = 'pg_attribute';";
    const run = await prove(up, 'SELECT 1;');
    expect([run.exitCode, run.codes]).toEqual([2, ['engine-failed']]);
    expect(run.told('engine-failed')).toContain('the schema cannot be read');
  });
});

describe('a migration that changes its session', () => {
  it.each(
    some([
      ['sets search_path', 'CREATE SCHEMA s; SET search_path = s;', 'DROP SCHEMA s;'],
      [
        'sets search_path for the whole database',
        'CREATE SCHEMA s; ALTER DATABASE postgres SET search_path = s;',
        'ALTER DATABASE postgres RESET search_path; DROP SCHEMA s;',
      ],
      ['takes a role', 'CREATE ROLE r; SET ROLE r;', 'DROP ROLE r;'],
      ['becomes somebody else', 'CREATE ROLE r; SET SESSION AUTHORIZATION r;', 'DROP ROLE r;'],
      ['throws everything away', 'DISCARD ALL;', 'DISCARD ALL;'],
      ['listens, locks, holds a cursor', holding(), 'SELECT 1;'],
      ['allows itself one millisecond, and only to read', readOnly(), 'SELECT 1;'],
    ]),
  )('%s: the next one starts from a new session', async (_what, up, down) => {
    const run = await prove(up, down);
    expect(run.stdout).toContain('3 of 3 up, down, up alone');
    expect(run.exitCode).toBe(0);
  });
});

function holding(): string {
  return 'LISTEN x; SELECT pg_advisory_lock(1); DECLARE c CURSOR WITH HOLD FOR SELECT 1; CREATE TEMP TABLE t (id int);';
}

function readOnly(): string {
  return "SET statement_timeout = '1ms'; SET default_transaction_read_only = on; SET standard_conforming_strings = off;";
}

describe('files as they come', () => {
  it('may have the line ends of Windows', async () => {
    const run = await prove('CREATE TABLE b (id int);\r\nCREATE TABEL c ();\r\n', 'DROP TABLE b;\r\n');
    expect(run.codes).toEqual(['up-fails', 'not-reached']);
    expect(run.verdict.reasons[0]?.location).toMatchObject({ line: 2, column: 8, endColumn: 13 });
    expect(run.verdict.reasons[0]?.excerpt).toBe('CREATE TABEL c ();');
    const good = await prove('CREATE TABLE b (\r\n  id int\r\n);\r\n', 'DROP TABLE b;\r\n');
    expect(good.exitCode).toBe(0);
  });

  it('keep their byte order mark, which the server refuses, as with the tool itself', async () => {
    const run = await prove('\ufeffCREATE TABLE b (id int);', 'DROP TABLE b;');
    expect([run.exitCode, run.codes]).toEqual([1, ['up-fails', 'not-reached']]);
    expect(run.stdout).toContain('\\u{feff}CREATE');
  });

  it('lose it where the tool takes it off', async () => {
    const files = {
      'migrations/V1__a.sql': '\ufeffCREATE TABLE a (id int);',
      'migrations/U1__a.sql': '\ufeffDROP TABLE a;',
    };
    expect((await folder(files).command(['--scope', 'all'])).exitCode).toBe(0);
  });

  it('may have 5 MB', async () => {
    const rows = `INSERT INTO b VALUES ('${'x'.repeat(1000)}');\n`.repeat(5000);
    const run = await prove(`CREATE TABLE b (t text);\n${rows}`, 'DROP TABLE b;');
    expect(run.exitCode).toBe(0);
    const broken = await prove(`CREATE TABLE b (t text);\n${rows}oops;\n`, 'DROP TABLE b;');
    expect(broken.verdict.reasons[0]?.location).toMatchObject({ line: 5002, column: 1 });
  });

  it('may be thousands', async () => {
    const count = runs(1000, 200);
    const names = Array.from({ length: count }, (_, index) => String(index + 1).padStart(4, '0'));
    const files = pairs(
      Object.fromEntries(names.map((n) => [`${n}_t`, [`CREATE TABLE t${n} ();`, `DROP TABLE t${n};`]])),
    );
    const run = await folder(files).command(['--scope', 'all']);
    expect(run.stdout).toContain(`PASS  migrate-gate: ${count.toLocaleString('en')} migrations proven`);
    expect(run.exitCode).toBe(0);
  });
});
