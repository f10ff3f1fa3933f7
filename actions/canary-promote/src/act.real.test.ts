import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runCommand } from '@shipgate/kit/command';
import { TestRepository } from '@shipgate/kit/testing/repository';
import { afterAll, describe, expect, it } from 'vitest';
import { realTool } from '../../../scripts/real-tools.ts';

const act = realTool('act');
const root = join(import.meta.dirname, '../../..');

/** A workflow as a user writes it, but for the action's address. */
const workflow = `on: workflow_dispatch
permissions:
  contents: read
jobs:
  rollout:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
        with:
          persist-credentials: false
      - id: gate
        uses: ./actions/canary-promote
        with:
          plan: plan.yml
          version: v1.4.1
          stable-version: v1.4.0
      - if: always()
        run: 'echo "it is <\${{ steps.gate.outputs.outcome }}>, <\${{ steps.gate.outputs.decision }}> at <\${{ steps.gate.outputs.weight }}>"'
`;

describe.skipIf(act === null)('under a real workflow runner', () => {
  const top = mkdtempSync(join(realpathSync(tmpdir()), 'canary-promote-act-'));
  afterAll(() => rmSync(top, { recursive: true, force: true }));

  it('goes red over a release that fails more often, and tells the next step what is to be done', async () => {
    const workspace = join(top, 'x');
    const repository = TestRepository.create(workspace);
    const canary = join(root, 'examples/order-service/canary');
    for (const part of ['action.yml', 'dist'])
      cpSync(join(root, 'actions/canary-promote', part), join(workspace, 'actions/canary-promote', part), {
        recursive: true,
      });
    cpSync(join(canary, 'plan.yml'), join(workspace, 'plan.yml'));
    cpSync(join(canary, 'v1.4.1/recording.jsonl'), join(workspace, 'recording.jsonl'));
    mkdirSync(join(workspace, '.github/workflows'), { recursive: true });
    writeFileSync(join(workspace, '.github/workflows/rollout.yml'), workflow);
    repository.commit();
    repository.git('remote', 'add', 'origin', 'https://github.com/acme/x.git');
    mkdirSync(join(top, 'home'));
    const flags = [
      '--no-cache-server',
      '--pull=false',
      '--action-offline-mode',
      '--action-cache-path',
      join(top, 'cache'),
    ];
    const result = await runCommand({
      argv: [act ?? '', 'workflow_dispatch', '-P', 'ubuntu-latest=-self-hosted', ...flags],
      cwd: workspace,
      // The runner looks for node24 on PATH: ours comes first.
      env: { PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`, HOME: join(top, 'home') },
      timeoutMs: 120_000,
      maxOutputBytes: 4 * 1024 * 1024,
    });
    const log = `${result.stdout}${result.stderr}`;
    expect(log).toContain('it is <fail>, <rollback> at <25>');
    expect(log).toContain('Job failed');
    expect(result.exitCode).toBe(1);
  });
});
