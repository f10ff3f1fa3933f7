import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CommandResult } from '@shipgate/kit/command';
import { runCommand } from '@shipgate/kit/command';
import { TestRepository } from '@shipgate/kit/testing/repository';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { realTool } from '../../../scripts/real-tools.ts';

const act = realTool('act');
const root = join(import.meta.dirname, '../../..');

/** A workflow as a user writes it, but for the action's address. */
function workflow(path: string): string {
  return `on: push
permissions:
  contents: read
jobs:
  migrations:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
        with:
          persist-credentials: false
      - id: gate
        uses: ./actions/migrate-gate
        with:
          path: ${path}
          scope: all
      - if: always()
        run: 'echo "the outcome is <\${{ steps.gate.outputs.outcome }}>"'
`;
}

describe.skipIf(act === null)('under a real workflow runner', () => {
  const top = mkdtempSync(join(realpathSync(tmpdir()), 'migrate-gate-act-'));
  const workspace = join(top, 'x');
  afterAll(() => rmSync(top, { recursive: true, force: true }));

  beforeAll(() => {
    const repository = TestRepository.create(workspace);
    const action = join(workspace, 'actions/migrate-gate');
    for (const part of ['action.yml', 'dist']) {
      mkdirSync(action, { recursive: true });
      cpSync(join(root, 'actions/migrate-gate', part), join(action, part), { recursive: true });
    }
    const service = join(root, 'examples/order-service');
    cpSync(join(service, 'migrations'), join(workspace, 'db/good'), { recursive: true });
    cpSync(join(service, 'bad/cascade-takes-trigger'), join(workspace, 'db/bad'), { recursive: true });
    mkdirSync(join(workspace, '.github/workflows'), { recursive: true });
    for (const name of ['good', 'bad']) {
      writeFileSync(join(workspace, `.github/workflows/${name}.yml`), workflow(`db/${name}`));
    }
    repository.commit();
    repository.git('remote', 'add', 'origin', 'https://github.com/acme/x.git');
  });

  async function push(name: string): Promise<CommandResult & { readonly log: string }> {
    const home = join(top, 'home');
    mkdirSync(home, { recursive: true });
    const flags = [
      '--no-cache-server',
      '--pull=false',
      '--action-offline-mode',
      '--action-cache-path',
      join(top, 'cache'),
    ];
    const platform = ['-P', 'ubuntu-latest=-self-hosted'];
    const result = await runCommand({
      argv: [act ?? '', 'push', '-W', `.github/workflows/${name}.yml`, ...platform, ...flags],
      cwd: workspace,
      // The runner looks for node24 on PATH: ours comes first.
      env: { PATH: `${dirname(nodeOfRepository())}:${process.env['PATH'] ?? ''}`, HOME: home },
      timeoutMs: 120_000,
      maxOutputBytes: 4 * 1024 * 1024,
    });
    return { ...result, log: result.stdout.toString('utf8') + result.stderr.toString('utf8') };
  }

  it('goes green over migrations that come back', async () => {
    const { exitCode, log } = await push('good');
    expect(log).toContain('the outcome is <pass>');
    expect(log).toContain('Job succeeded');
    expect(exitCode).toBe(0);
  });

  it('goes red over a down that takes a trigger along, and marks its line', async () => {
    const { exitCode, log } = await push('bad');
    expect(log).toContain('the outcome is <fail>');
    expect(log).toContain('Job failed');
    expect(exitCode).toBe(1);
    expect(log).toMatch(/::error file=db\/bad\/0002_shipments\.down\.sql,line=\d+,/);
    expect(log).toContain('order_events_touch');
  });
});

function nodeOfRepository(): string {
  const own = join(root, 'node_modules/.bin/node');
  return existsSync(own) ? own : process.execPath;
}
