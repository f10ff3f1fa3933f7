/**
 * Driver of `tsc --noEmit`, of the TypeScript that the project itself has installed. That is code which a change can choose,
 * so it only runs when it was named, and never where the job has rights that a change must not get.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { whyNotToRun } from '@shipgate/kit/foreign-code';
import type { Detected, ScanContext, Scanned, Scanner, Tree } from '../ports.ts';
import { readTsc } from '../reports/tsc.ts';
import { runTool } from './program.ts';
import { detectVersion } from './program-version.ts';

const CONFIG = 'tsconfig.json';
const TSC = 'node_modules/typescript/bin/tsc';
const mend = 'Install the packages of the project in a step before (npm ci)';

export function tscScanner(): Scanner {
  return {
    name: 'tsc',
    async detect(tree, context): Promise<Detected> {
      if (!tree.files.includes(CONFIG)) return { kind: 'nothing', why: `no ${CONFIG}` };
      const got = whyNotToRun(context.env['GITHUB_EVENT_NAME'], context.env);
      const rights = 'Run it in a job on pull_request without id-token: write';
      if (got !== undefined)
        return { kind: 'unable', trouble: { expected: 'a job whose rights a change may have', got, mend: rights } };
      if (!existsSync(join(tree.root, TSC)))
        return { kind: 'unable', trouble: { expected: TSC, got: 'no such file', mend } };
      const wanted = {
        argv: tscOf(tree, '--version'),
        expected: 'TypeScript 4 or later',
        oldest: [4, 0] as const,
        mend,
      };
      return detectVersion(wanted, CONFIG, tree, context);
    },
    scan,
  };
}

/** Without the shebang of `.bin`, which looks for a node of its own. */
function tscOf({ root }: Tree, ...flags: readonly string[]): readonly [string, ...string[]] {
  return [process.execPath, join(root, TSC), ...flags];
}

async function scan(tree: Tree, context: ScanContext): Promise<Scanned> {
  const argv = tscOf(tree, '--noEmit', '--pretty', 'false', '--diagnostics', '--project', CONFIG);
  const end = await runTool({ argv, cwd: tree.root, context, mend });
  if ('trouble' in end) return { trouble: end.trouble };
  const known = new Set(tree.files);
  const read = readTsc(end.stdout, { file: CONFIG, root: tree.root, has: (path) => known.has(path) });
  const isClean = !('trouble' in read) && read.findings.length === 0;
  if (!isClean || end.exitCode === 0) return read;
  return {
    trouble: { expected: 'exit code 0 for no errors', got: `exit code ${end.exitCode}`, mend: 'Run tsc by hand' },
  };
}
