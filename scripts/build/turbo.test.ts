import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { root } from '../steps.ts';
import { buildables } from './buildables.ts';
import { turboArguments, turboEnvironment } from './turbo.ts';

interface DryRun {
  readonly tasks: readonly { readonly directory: string; readonly command: string }[];
}

describe('turbo', () => {
  it('would build every package with a committed dist, and no plugin', () => {
    const { stdout } = spawnSync(process.execPath, [...turboArguments(root), '--dry=json'], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, ...turboEnvironment },
    });
    const { tasks } = JSON.parse(stdout.slice(stdout.indexOf('{'))) as DryRun;
    const built = tasks.filter(({ command }) => command !== '<NONEXISTENT>').map(({ directory }) => directory);
    expect(built.sort()).toEqual(buildables(root).map(({ folder }) => folder));
  });
});
