import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Runs every package's `build` whose inputs changed. No telemetry, no remote cache, no daemon: nothing leaves the machine. */
export function runTurbo(root: string): number {
  const { status, error } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/turbo/bin/turbo'),
      'run',
      'build',
      '--ui=stream',
      '--output-logs=new-only',
      '--no-update-notifier',
    ],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        TURBO_TELEMETRY_DISABLED: '1',
        TURBO_CACHE: 'local:rw',
        TURBO_PRINT_VERSION_DISABLED: '1',
        DO_NOT_TRACK: '1',
      },
    },
  );
  if (error !== undefined) console.error(`turbo did not start: ${error.message}`);
  return status ?? 1;
}
