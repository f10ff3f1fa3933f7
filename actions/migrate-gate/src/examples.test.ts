import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runCommandLine } from '@shipgate/kit/testing/harness';
import { isMigrateGateVerdict } from '@shipgate/schemas';
import { describe, expect, it } from 'vitest';
import { some } from '../../../scripts/vitest/thoroughly.ts';
import { entry, gateFolders, Run } from './built-gate.fixture.ts';

const repository = join(import.meta.dirname, '../../..');
const service = 'examples/order-service';

interface BadCase {
  readonly case: string;
  readonly exit: number;
  readonly migration: string;
  readonly status: string;
  readonly object: string;
  readonly code: string;
}

const badCases = JSON.parse(readFileSync(join(repository, service, 'bad/expected.json'), 'utf8')) as BadCase[];

describe('the example service', () => {
  const { folder } = gateFolders();

  async function prove(path: string): Promise<Run> {
    const temporary = folder().path;
    const out = relative(repository, join(temporary, 'out'));
    const args = ['--path', `${service}/${path}`, '--scope', 'all', '--output-directory', out];
    return new Run(await runCommandLine({ entry, temporary, args, cwd: repository }));
  }

  it('goes up, comes down and goes up again, all of its history', async () => {
    const run = await prove('migrations');
    expect(run.stdout).toContain('PASS');
    expect(run.exitCode).toBe(0);
    expect(run.verdict.outcome).toBe('pass');
  });

  it.each(some(badCases))('has $object of $case found as $status', async (bad) => {
    const run = await prove(`bad/${bad.case}`);
    expect(run.exitCode).toBe(bad.exit);
    const { verdict } = run;
    if (!isMigrateGateVerdict(verdict)) throw new Error('the evidence is not of this gate');
    const migrations = verdict.evidence.migrations.filter(({ version }) => version === bad.migration);
    expect(migrations.map(({ status }) => status)).toEqual([bad.status]);
    const reason = verdict.reasons.find(({ code }) => code === bad.code);
    expect(reason?.blocks).toBe('fail');
    expect(`${reason?.title} ${reason?.seen}`).toContain(bad.object);
  });
});
