import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWorkflowCommands } from '@shipgate/kit/testing/workflow-commands';
import { describe, expect, it } from 'vitest';
import type { Run } from './built-gate.fixture.ts';
import { gateFolders, pairs } from './built-gate.fixture.ts';

const { folder, repository } = gateFolders();

/** A new line that a runner would obey, the old form of a command, colours, a text that runs backwards. */
const evil = 'x\n::add-mask::hush\n##[error]boo \u001b[31mred\u001b[0m \u202egnp.exe';
const shown = ['x\\n', 'add-mask::hush', '#[error]boo', '\\x1b[31mred', '\\u{202e}gnp.exe'];

/** The runner obeys only what the gate itself says, and people see all of it. */
function expectData(run: Run): void {
  const { stdout, summary, faults } = run.result;
  const read = readWorkflowCommands(stdout);
  const names = new Set(read.commands.map(({ name }) => name));
  expect([...names].filter((name) => !['error', 'warning', 'notice'].includes(name))).toEqual([]);
  expect(faults).toEqual([]);
  expect(read.annotations.every(({ title }) => title?.startsWith('migrate-gate: '))).toBe(true);
  // The gate's own colours are whole; nothing else of a terminal's language is there.
  expect(stdout.replaceAll(/\u001b\[\d+m/g, '')).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  expect(stdout).not.toContain('\u001b[31mred');
  expect(summary).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  for (const part of shown) expect(stdout.replace(/\n\s*/g, '')).toContain(part);
}

describe('text from outside is data', () => {
  it('in an error that a migration raises, with its detail and hint', async () => {
    const raise = `DO $$ BEGIN RAISE EXCEPTION '${evil}' USING DETAIL = '${evil}', HINT = '${evil}'; END $$;`;
    const run = await folder(pairs({ '0001_a': [raise, 'SELECT 1;'] })).action({ scope: 'all' });
    expect([run.exitCode, run.codes]).toEqual([1, ['up-fails']]);
    expectData(run);
  });

  it('in the name of an object', async () => {
    const up = `CREATE TABLE "${evil}" (id int);`;
    const run = await folder(pairs({ '0001_a': [up, 'SELECT 1;'] })).action({ scope: 'all' });
    expect([run.exitCode, run.codes[0]]).toEqual([1, 'noop-down']);
    expectData(run);
  });

  it('in a comment beside what fails, and in the place that is shown', async () => {
    const up = `CREATE TABEL a (); -- ${evil.replaceAll('\n', '\r')}`;
    const run = await folder(pairs({ '0001_a': [up, 'SELECT 1;'] })).action({ scope: 'all' });
    expect(run.codes).toEqual(['up-fails']);
    const { stdout, annotations } = run.result;
    expect(readWorkflowCommands(stdout).commands.map(({ name }) => name)).toEqual(['error']);
    expect(annotations[0]).toMatchObject({ file: 'migrations/0001_a.up.sql', line: 1, col: 8 });
    expect(stdout).not.toContain('\u001b[31mred');
  });

  it('in the name of a file', async () => {
    const place = folder(pairs({ '0001_a': ['CREATE TABLE a ();', 'DROP TABLE a;'] }));
    mkdirSync(join(place.path, 'migrations'), { recursive: true });
    writeFileSync(join(place.path, 'migrations', `0002_${evil.replaceAll('/', '')}.up.sql`), 'CREATE TABLE b ();');
    const run = await place.action({ scope: 'all' });
    expectData(run);
  });

  it('in the name of a folder, a branch and a service', async () => {
    const text = `version: 1\nservice: { name: ${JSON.stringify(evil)} }\n`;
    const place = repository({ '.github/shipgate.yml': text, 'README.md': '' });
    const run = await place.action({ path: evil, 'base-ref': evil });
    expect(run.exitCode).toBe(2);
    expectData(run);
  });

  it('in an allowance, and in the reason it gives', async () => {
    const comment = `-- shipgate: allow noop-down reason=${JSON.stringify(evil.replaceAll('\n', '\r'))} expires=2999-01-01\n`;
    const files = pairs({ '0001_a': [`${comment}CREATE TABLE a ();`, 'SELECT 1;'] });
    const run = await folder(files).action({ scope: 'all' });
    expect(readWorkflowCommands(run.stdout).commands.filter(({ name }) => name === 'add-mask')).toEqual([]);
    expect(run.stdout).not.toContain('\u001b[31mred');
  });

  it('on a terminal, and in the verdict whole', async () => {
    const raise = `DO $$ BEGIN RAISE EXCEPTION '${evil}'; END $$;`;
    const run = await folder(pairs({ '0001_a': [raise, 'SELECT 1;'] })).command(['--scope', 'all']);
    expect(run.stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    for (const part of shown) expect(run.stdout.replace(/\n\s*/g, '')).toContain(part);
    expect(run.verdict.reasons[0]?.seen).toContain(evil);
  });
});
