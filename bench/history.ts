/**
 * `npm run bench`: a synthetic history of 285 migrations, each up, down, up with fingerprints, against the same three passes
 * without any check on the same engine: whole processes, start to end, the median of five ratios. Prints a table row.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { syntheticHistory, writeHistory } from './synthetic-history.ts';

const COUNT = 285;
const ROUNDS = 5;

const root = dirname(import.meta.dirname);
const folder = mkdtempSync(join(tmpdir(), 'shipgate-bench-'));
const migrations = join(folder, 'migrations');
writeHistory(migrations, syntheticHistory(COUNT));

function seconds(args: readonly string[]): number {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`exit code ${status}: ${stdout}${stderr}`);
  return (performance.now() - started) / 1000;
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const gate = [
  join(root, 'actions/migrate-gate/dist/index.cjs'),
  '--path',
  'migrations',
  '--scope',
  'all',
  '--output-directory',
  'out',
];
const bare = [join(root, 'bench/bare-passes.ts'), migrations];
const rows: { readonly gate: number; readonly bare: number; readonly ratio: number }[] = [];
try {
  for (let round = 1; round <= ROUNDS; round++) {
    // Turn by turn, so that a slow moment of the machine meets both.
    const bareSeconds = seconds(bare);
    const gateSeconds = seconds(gate);
    rows.push({ gate: gateSeconds, bare: bareSeconds, ratio: gateSeconds / bareSeconds });
    console.log(
      `round ${round}: bare ${bareSeconds.toFixed(2)} s, gate ${gateSeconds.toFixed(2)} s, ratio ${(gateSeconds / bareSeconds).toFixed(2)}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const ratio = median(rows.map((row) => row.ratio));
console.log(
  `median of ${ROUNDS}: bare ${median(rows.map((row) => row.bare)).toFixed(2)} s, gate ${median(rows.map((row) => row.gate)).toFixed(2)} s, ratio ${ratio.toFixed(2)} (at most 2)`,
);
process.exitCode = ratio <= 2 ? 0 : 1;
