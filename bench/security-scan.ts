/**
 * `node bench/security-scan.ts`: from the start of the process to its end, as a user runs it. A repository of 40 small files without
 * findings, against a bare `node -e 0` (bar: under 1 s after a bare start), and a SARIF report of 100,000 findings in 100 MB, read,
 * told apart, decided and written, against a bare process that reads, parses and writes the same file (bar: 3 s, 600 MB resident).
 * The median of five.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const gate = join(import.meta.dirname, '../actions/security-scan/dist/index.cjs');
const COUNT = 100_000;
const ROUNDS = 5;
const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

function repository(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'shipgate-bench-'));
  mkdirSync(join(folder, 'src'));
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@shipgate.invalid', ...args], { cwd: folder });
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'bench');
  return folder;
}

interface Round {
  readonly milliseconds: number;
  /** Largest resident set, MB. */
  readonly resident: number;
}

/** The process tells its own peak when it ends: `maxRSS` of getrusage, in KiB. */
const PEAK = `process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS))`;

function run(args: readonly string[], cwd: string, wanted: number): Round {
  const from = performance.now();
  const told = spawnSync(process.execPath, ['--require', join(cwd, '../peak.cjs'), ...args], { cwd, encoding: 'utf8' });
  const milliseconds = performance.now() - from;
  if (told.status !== wanted)
    throw new Error(`${args.join(' ')}: expected exit code ${wanted}, got ${told.status}: ${told.stdout}`);
  return { milliseconds, resident: Number(/peak (\d+)$/.exec(told.stderr)?.[1] ?? 0) / 1024 };
}

const rounds = (work: () => Round): readonly Round[] => Array.from({ length: ROUNDS + 1 }, work).slice(1);

function tell(what: string, all: readonly Round[]): void {
  const time = median(all.map(({ milliseconds }) => milliseconds));
  const most = Math.max(...all.map(({ resident }) => resident));
  console.log(`${what}: ${time.toFixed(0)} ms, at most ${most.toFixed(0)} MB`);
}

const files = Object.fromEntries(
  Array.from({ length: 40 }, (_, index) => [`src/f${index}.ts`, `export const n${index} = ${index};\n`.repeat(50)]),
);
const small = repository(files);
const large = repository(
  Object.fromEntries(
    Array.from({ length: 200 }, (_, index) => [
      `src/f${index}.ts`,
      Array.from({ length: 600 }, (__, line) => `const line${line} = ${line * index};\n`).join(''),
    ]),
  ),
);
writeFileSync(join(tmpdir(), 'peak.cjs'), PEAK);
try {
  tell(
    'bare start',
    rounds(() => run(['-e', '0'], small, 0)),
  );
  tell(
    'no finding, 40 files',
    rounds(() => run([gate, '--scanners', 'secrets', '--output-directory', '../out'], small, 0)),
  );
  const report = join(large, 'report.sarif');
  writeFileSync(report, JSON.stringify(sarif()));
  console.log(`${COUNT.toLocaleString('en')} findings, ${(statSync(report).size / 1e6).toFixed(0)} MB`);
  const bare =
    "const fs = require('fs'); fs.writeFileSync('../bare.json', JSON.stringify(JSON.parse(fs.readFileSync('report.sarif', 'utf8'))))";
  tell(
    'read, parsed, written',
    rounds(() => run(['-e', bare], large, 0)),
  );
  const args = ['--scanners', 'none', '--reports', 'sarif=report.sarif', '--output-directory', '../out'];
  tell(
    'normalised and gated',
    rounds(() => run([gate, ...args], large, 1)),
  );
} finally {
  for (const folder of [small, large]) rmSync(folder, { recursive: true, force: true });
  for (const name of ['out', 'bare.json', 'peak.cjs']) rmSync(join(tmpdir(), name), { recursive: true, force: true });
}

function sarif(): object {
  const words = 'data from outside reaches a call that runs it; '.repeat(15);
  const rules = Array.from({ length: 300 }, (_, index) => ({
    id: `rule-${index}`,
    shortDescription: { text: `Rule ${index}` },
  }));
  const results = Array.from({ length: COUNT }, (_, index) => ({
    ruleId: `rule-${index % 300}`,
    level: ['error', 'warning', 'note'][index % 3],
    message: { text: `finding ${index}: ${words}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: `src/f${index % 200}.ts` },
          region: { startLine: (Math.floor(index / 200) % 600) + 1, startColumn: 1 },
        },
      },
    ],
  }));
  return { version: '2.1.0', runs: [{ tool: { driver: { name: 'Bench', rules } }, results }] };
}
