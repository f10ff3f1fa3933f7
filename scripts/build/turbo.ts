import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** What is committed as dist. The plugins are built for the portal and for packing only, by Backstage's own tools. */
const committed = ['--filter=./actions/*', '--filter=./cli'];

/** Arguments of Node that run the `build` of every package with a committed dist. */
export function turboArguments(root: string): readonly string[] {
  return [join(root, 'node_modules/turbo/bin/turbo'), 'run', 'build', ...committed, '--no-update-notifier'];
}

/** No telemetry, no remote cache, no daemon: nothing leaves the machine. */
export const turboEnvironment = {
  TURBO_TELEMETRY_DISABLED: '1',
  TURBO_CACHE: 'local:rw',
  TURBO_PRINT_VERSION_DISABLED: '1',
  DO_NOT_TRACK: '1',
} as const;

/** Runs the `build` of each package with a committed dist whose inputs changed. */
export function runTurbo(root: string): number {
  const args = [...turboArguments(root), '--ui=stream', '--output-logs=new-only'];
  const { status, error } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...turboEnvironment },
  });
  if (error !== undefined) console.error(`turbo did not start: ${error.message}`);
  return status ?? 1;
}
