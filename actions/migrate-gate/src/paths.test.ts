import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestRepository } from '@shipgate/kit/testing/repository';
import { describe, expect, it } from 'vitest';
import { gateFolders, pairs } from './built-gate.fixture.ts';

const good = pairs({ '0001_a': ['CREATE TABLE a (id int);\n', 'DROP TABLE a;\n'] });
const all = ['--scope', 'all'];
const { folder, repository } = gateFolders();

describe('a path', () => {
  it('starts from where one stands, and is told from the top of the repository', async () => {
    const place = repository({ 'db/schema/0001_a.up.sql': 'CREATE TABEL a ();', 'db/schema/0001_a.down.sql': '' });
    const run = await place.command([...all, '--path', 'schema'], 'db');
    expect(run.exitCode).toBe(1);
    expect(run.verdict.subject.path).toBe('db/schema');
    expect(run.verdict.reasons[0]?.location?.file).toBe('db/schema/0001_a.up.sql');
    const up = await place.command([...all, '--path', '../schema/./'], 'db/schema');
    expect(up.verdict.subject.path).toBe('db/schema');
  });

  it('does not lead out of the repository, nor does a link', async () => {
    const place = repository(good);
    for (const path of ['../other', '/etc', 'elsewhere']) {
      if (path === 'elsewhere') place.write({ elsewhere: { linkTo: '/usr' } });
      const run = await place.command([...all, '--path', path]);
      expect(run.exitCode).toBe(2);
      expect(run.stdout).toContain('input path leads out of the repository');
    }
  });

  it('leads to the repository that holds it, which may lie in a folder of the workspace', async () => {
    const place = folder({ 'README.md': '' });
    const inner = TestRepository.create(join(place.path, 'orders'));
    inner.commit(good);
    const run = await place.action({ path: 'orders/migrations', 'base-ref': 'main' });
    expect([run.exitCode, run.codes]).toEqual([0, ['nothing-new']]);
    expect(run.verdict.subject).toMatchObject({ path: 'migrations', base: inner.git('rev-parse', 'HEAD') });
  });

  it('of the file does not lead into a repository of its own: no change of this one shows what it holds', async () => {
    const place = repository({ '.github/shipgate.yml': 'version: 1\nmigrations: { path: sub/migrations }\n' });
    TestRepository.create(join(place.path, 'sub')).commit(good);
    const run = await place.command(['--base-ref', 'main']);
    expect([run.exitCode, run.codes]).toEqual([2, ['configuration']]);
    expect(run.stdout).toContain('migrations.path lies in another repository');
    const inside = await place.command(['--base-ref', 'main', '--path', 'sub/migrations']);
    expect([inside.exitCode, inside.codes]).toEqual([0, ['nothing-new']]);
  });

  it('may be a link inside the repository: what lies behind it is compared with the base', async () => {
    const place = repository({ ...good, current: { linkTo: 'migrations' } });
    const quiet = await place.command(['--path', 'current', '--base-ref', 'main']);
    expect([quiet.codes, quiet.verdict.subject.path]).toEqual([['nothing-new'], 'migrations']);
    writeFileSync(join(place.path, 'migrations/0001_a.up.sql'), 'CREATE TABLE other ();');
    const edited = await place.command(['--path', 'current', '--base-ref', 'main']);
    expect(edited.codes).toEqual(['edited-migration']);
  });

  it('of one migration may be a link too', async () => {
    const link = { linkTo: '../sql/a.sql' };
    const files = { 'sql/a.sql': 'CREATE TABLE a ();', 'migrations/0001_a.down.sql': 'DROP TABLE a;' };
    const place = repository({ ...files, 'migrations/0001_a.up.sql': link });
    const next = pairs({ '0002_b': ['ALTER TABLE a ADD b int;', 'ALTER TABLE a DROP b;'] });
    place.git.git('checkout', '--quiet', '-b', 'topic');
    place.write(next);
    expect((await place.command(['--base-ref', 'main'])).exitCode).toBe(0);
    writeFileSync(join(place.path, 'sql/a.sql'), 'CREATE TABLE other ();');
    const edited = await place.command(['--base-ref', 'main']);
    expect(edited.exitCode).toBe(1);
    // The new one is tried on the base as it is there, not on the edit.
    expect(edited.codes).toEqual(['edited-migration']);
  });
});
