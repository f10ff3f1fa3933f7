import { execFile } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';

/**
 * Runs a command to its end and resolves with what it printed on stdout. Rejects with everything that it printed:
 * TypeScript and rollup explain themselves on stdout.
 */
export function run(command: string, args: readonly string[], cwd: string): Promise<string> {
  // What a package brings as a command (`cli-module-build`) starts the Node that runs us.
  const env = { ...process.env, NO_COLOR: '1', PATH: `${dirname(process.execPath)}${delimiter}${process.env['PATH']}` };
  return new Promise((settle, fail) => {
    execFile(command, [...args], { cwd, env, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error === null) settle(stdout);
      else fail(new Error(`${[command, ...args].join(' ')} in ${cwd}: ${error.message}\n${stdout}`, { cause: stderr }));
    });
  });
}

/** Runs a script of an installed package with our Node. `script` counts from `node_modules`. */
export function runTool(root: string, script: string, args: readonly string[], cwd: string): Promise<string> {
  return run(process.execPath, [join(root, 'node_modules', script), ...args], cwd);
}
