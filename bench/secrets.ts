/**
 * `node bench/secrets.ts`: how fast the embedded scanner `secrets` is over a repository: files of installed packages, as many as make
 * 13 MB, taken evenly over all of them. Against a bare pass over the same files (read, decode, one regular expression) and, where it is
 * there, against gitleaks, turn by turn in one run: the median of five ratios. Then the same with one of a user's rules, and what is
 * found in 100 MB of dependencies. Fails below the bars: 20 MB/s, at most one finding a MB.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import type { ReportContent } from '../actions/security-scan/src/finding.ts';
import { secretsScanner } from '../actions/security-scan/src/scanners/secrets.ts';
import { contextOf } from '../actions/security-scan/src/secrets/tree.fixture.ts';
import { realTool } from '../scripts/real-tools.ts';

const ROUNDS = 5;
const REPOSITORY = 13e6;
const DEPENDENCIES = 100e6;
const LEAST_RATE = 20;
const RULE = `[extend]\nuseDefault = true\n[[rules]]\nid = "acme"\nregex = '''(?i)acme[_-]?key\\s*[=:]\\s*([a-z0-9]{32})'''\n`;

const modules = join(dirname(import.meta.dirname), 'node_modules');
const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

type Work = () => Promise<unknown> | undefined;

interface Corpus {
  readonly files: readonly string[];
  readonly bytes: number;
}

/** By path, so that a run takes the same ones wherever the same packages are installed. */
const all = readdirSync(modules, { recursive: true, withFileTypes: true })
  .filter((file) => file.isFile() && !/[\\/]\.|@shipgate/.test(file.parentPath.slice(modules.length)))
  .map((file) => relative(modules, join(file.parentPath, file.name)))
  .sort();

function corpus(most: number, every: number): Corpus {
  let bytes = 0;
  const files = all
    .filter((_, index) => index % every === 0)
    .filter((path) => {
      const { size } = statSync(join(modules, path));
      if (bytes + size > most) return false;
      bytes += size;
      return true;
    });
  return { files, bytes };
}

const read = (path: string) => readFile(join(modules, path));

async function scan({ files }: Corpus, trusted = {}): Promise<ReportContent> {
  const result = await secretsScanner('0').scan({ root: modules, files, read }, contextOf(trusted));
  if ('trouble' in result) throw new Error(JSON.stringify(result.trouble));
  return result;
}

async function bare({ files }: Corpus): Promise<void> {
  let found = 0;
  for (const path of files) found += [...(await read(path)).toString().matchAll(/\bghp_[A-Za-z0-9]{36}\b/g)].length;
  if (found < 0) throw new Error('never');
}

/** gitleaks reads a folder: the files are copied to one of their own, once. */
function gitleaksOver({ files }: Corpus, folder: string): Work | undefined {
  const tool = realTool('gitleaks');
  if (tool === null) return undefined;
  for (const path of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    copyFileSync(join(modules, path), join(folder, path));
  }
  return () => {
    const { status } = spawnSync(tool, ['dir', '--no-banner', '--exit-code', '0', '.'], {
      cwd: folder,
      stdio: 'ignore',
    });
    if (status !== 0) throw new Error(`gitleaks ended with ${status}`);
    return undefined;
  };
}

async function milliseconds(work: Work): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function speed(repository: Corpus, folder: string): Promise<boolean> {
  const peer = gitleaksOver(repository, folder);
  const works: (readonly [string, Work])[] = [
    ['secrets', () => scan(repository)],
    ['secrets, with a rule of the user without keywords', () => scan(repository, { '.gitleaks.toml': RULE })],
    ['read, decode and one regular expression', () => bare(repository)],
    ...(peer === undefined ? [] : [['gitleaks', peer] as const]),
  ];
  for (const [, work] of works) await work();
  const rounds: number[][] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const times: number[] = [];
    for (const [, work] of works) times.push(await milliseconds(work));
    rounds.push(times);
  }
  console.log(`${repository.files.length} files, ${(repository.bytes / 1e6).toFixed(1)} MB\n`);
  console.log('| what | ms | MB/s | time against secrets |\n| :-- | --: | --: | --: |');
  for (const [index, [name]] of works.entries()) {
    const time = median(rounds.map((times) => times[index] ?? Number.NaN));
    const ratio = median(rounds.map((times) => (times[index] ?? Number.NaN) / (times[0] ?? Number.NaN)));
    console.log(
      `| ${name} | ${time.toFixed(0)} | ${(repository.bytes / 1e3 / time).toFixed(1)} | ${ratio.toFixed(2)} |`,
    );
  }
  return repository.bytes / 1e3 / median(rounds.map(([time]) => time ?? Number.NaN)) >= LEAST_RATE;
}

async function precision(dependencies: Corpus): Promise<boolean> {
  const { findings, seen } = await scan(dependencies);
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const list = [...counts].map(([rule, count]) => `${rule} ${count}`).join(', ');
  const rate = findings.length / (dependencies.bytes / 1e6);
  console.log(`\n${seen}: ${findings.length} findings, ${rate.toFixed(3)} a MB (${list})`);
  return rate <= 1;
}

const folder = mkdtempSync(join(tmpdir(), 'shipgate-bench-'));
try {
  const repository = corpus(REPOSITORY, 53);
  for (const path of repository.files) readFileSync(join(modules, path));
  const results = [await speed(repository, folder), await precision(corpus(DEPENDENCIES, 4))];
  process.exitCode = results.every(Boolean) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
