/**
 * `node bench/decision-quality/throughput.ts`: traces of 60 cells at 5 % errors through `--replay`, as a process from start to
 * end, against a process that only parses the same lines as JSON. Seconds are the processes' own CPU time, so that other work on
 * the machine counts little; the median of five rounds, turn by turn.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Random } from './random.ts';
import { byArm, byPod } from './rules.ts';
import { scenarioNamed } from './scenarios.ts';
import type { Service } from './service.ts';
import { simulate } from './simulator.ts';
import { quantile } from './tally.ts';

const TRACES = Number(process.argv[2] ?? 20_000);
const ROUNDS = 5;
const LEAST = 2000;

const service: Service = { ...scenarioNamed('aa').service, base: 0.05 };
const bundle = join(dirname(dirname(import.meta.dirname)), 'actions/canary-promote/dist/index.cjs');
const parseOnly =
  "for (const line of require('node:fs').readFileSync(process.argv[1], 'utf8').split('\\n')) if (line !== '') JSON.parse(line)";
/** Loaded before the program: says at its end what it cost. */
const meter =
  "data:text/javascript,process.on('exit',()=>{const u=process.resourceUsage();process.stderr.write(JSON.stringify({cpu:(u.userCPUTime%2Bu.systemCPUTime)/1e6}))})";

const folder = mkdtempSync(join(tmpdir(), 'shipgate-throughput-'));
try {
  report('counts by arm (R)', byArm, TRACES);
  report('counts by pod (P)', byPod, Math.round(TRACES / 4));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function report(title: string, form: typeof byArm, traces: number): void {
  const file = join(folder, 'traces.jsonl');
  const lines = Array.from({ length: traces }, (_, index) =>
    JSON.stringify(form(simulate(service, new Random(1, 'throughput', index)), String(index))),
  );
  writeFileSync(file, `${lines.join('\n')}\n`);
  const rounds = Array.from({ length: ROUNDS }, () => {
    const parse = cpuSeconds(['-e', parseOnly, file]);
    return { parse, replay: cpuSeconds([bundle, '--replay', file, '--json']) };
  });
  const replay = quantile(
    rounds.map((round) => round.replay),
    0.5,
  );
  const ratio = quantile(
    rounds.map((round) => round.replay / round.parse),
    0.5,
  );
  const rate = Math.round(traces / (replay ?? 1));
  console.log(
    `${title}: ${traces} traces, ${replay?.toFixed(2)} s of CPU, ${rate} traces/s, ${ratio?.toFixed(1)} times JSON.parse of the same lines`,
  );
  if (form === byArm && rate < LEAST) process.exitCode = 1;
}

function cpuSeconds(args: readonly string[]): number {
  const { status, stderr } = spawnSync(process.execPath, ['--import', meter, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said = /\{"cpu":([\d.]+)\}$/.exec(stderr)?.[1];
  if (status !== 0 || said === undefined) throw new Error(`exit code ${status}: ${stderr}`);
  return Number(said);
}
