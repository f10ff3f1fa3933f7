/**
 * From the start of the process to the verdict for the seed checklist (152 items, no evidence), against a bare `node -e 0` in the same run:
 * the median of five ratios. Bar: at most 2 x bare + 100 ms. And a checklist of 10,000 items, read and decided in one process that has
 * started: the median of five. Bar: 150 ms.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decide } from '../actions/checklist/src/decide.ts';
import { factsOf } from '../actions/checklist/src/facts.fixture.ts';

const root = join(import.meta.dirname, '..');
const gate = join(root, 'actions/checklist/dist/index.cjs');

function repositoryOfSeed(): string {
  const folder = mkdtempSync(join(tmpdir(), 'shipgate-bench-'));
  mkdirSync(join(folder, 'docs'));
  mkdirSync(join(folder, '.github'));
  copyFileSync(join(root, 'actions/checklist/seed/production-checklist.ru.md'), join(folder, 'docs/checklist.md'));
  writeFileSync(join(folder, '.github/shipgate.yml'), 'version: 1\nchecklist: { file: docs/checklist.md }\n');
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@shipgate.invalid', ...args], { cwd: folder });
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'seed');
  return folder;
}

function milliseconds(args: readonly string[], cwd: string, wanted: number): number {
  const from = performance.now();
  const { status } = spawnSync(process.execPath, args, { cwd, stdio: 'ignore' });
  if (status !== wanted) throw new Error(`${args.join(' ')}: expected exit code ${wanted}, got ${status}`);
  return performance.now() - from;
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const folder = repositoryOfSeed();
try {
  const rounds = Array.from({ length: 6 }, () => {
    const bare = milliseconds(['-e', '0'], folder, 0);
    return { bare, whole: milliseconds([gate, '--output-directory', 'out'], folder, 1) };
  }).slice(1);
  const bare = median(rounds.map((round) => round.bare));
  const whole = median(rounds.map((round) => round.whole));
  const over = median(rounds.map((round) => round.whole - 2 * round.bare));
  console.log(
    `start to verdict: bare ${bare.toFixed(0)} ms, gate ${whole.toFixed(0)} ms; over 2 x bare: ${over.toFixed(0)} ms (bar 100)`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const items = Array.from(
  { length: 10_000 },
  (_, index) => `- [${index % 2 === 0 ? 'x' : ' '}] Item ${index} takes <${index + 1}ms\n`,
);
const text = `# C\n\n${items.map((item, index) => (index % 100 === 0 ? `\n## Phase ${index / 100 + 1}\n\n${item}` : item)).join('')}`;
const times = Array.from({ length: 6 }, () => {
  const from = performance.now();
  const { findings } = decide(factsOf(text));
  if (findings.length !== 100) throw new Error(`expected a finding for each of the 100 phases, got ${findings.length}`);
  return performance.now() - from;
});
console.log(
  `10,000 items, read and decided: first ${times[0]?.toFixed(0)} ms, then ${median(times.slice(1)).toFixed(0)} ms (bar 150)`,
);
