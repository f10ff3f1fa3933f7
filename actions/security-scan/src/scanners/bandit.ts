/**
 * Driver of bandit, over the Python files of the tree by name, scripts too: so nothing is left out by folders that it would skip, and no
 * .bandit of the proposal is read. `# nosec` does not count unless the policy says so.
 */
import { isTrouble, type ReportRead, type Trouble } from '../finding.ts';
import type { Detected, ScanContext, Scanned, Scanner, Tree } from '../ports.ts';
import { banditReport } from '../reports/bandit.ts';
import { type BanditConfig, banditConfig } from './bandit-config.ts';
import { crashesIn } from './bandit-crashes.ts';
import { runTool, type ToolEnd } from './program.ts';
import { answerOf, counted, countIn, inTimeOf, joined, named, withTroubles } from './program-answer.ts';
import { detectVersion } from './program-version.ts';
import { pythonFiles } from './python-files.ts';

const mend = 'Install it: `pip install bandit` with a pinned version and hashes';
const expected = 'bandit 1.7 or later';

/** Bytes of arguments at once; Linux takes 2 MB with the environment, others less. */
const longestArguments = 100_000;

export const bandit: Scanner = {
  name: 'bandit',
  async detect(tree, context): Promise<Detected> {
    const files = await pythonFiles(tree);
    if (files.length === 0) return { kind: 'nothing', why: 'no file of Python' };
    const what = counted(files.length, 'file');
    return detectVersion({ argv: ['bandit', '--version'], expected, oldest: [1, 7], mend }, what, tree, context);
  },
  async scan(tree, context): Promise<Scanned> {
    const config = await banditConfig(context);
    const deadline = performance.now() + context.timeoutMs;
    const answers: ReportRead[] = [];
    const wanted = await pythonFiles(tree);
    for (const files of chunks(wanted)) {
      const timeoutMs = Math.max(1, Math.round(deadline - performance.now()));
      answers.push(inTimeOf(context, await scanSome(files, config, tree, { ...context, timeoutMs })));
    }
    const seen = answers.reduce((sum, each) => sum + countIn((isTrouble(each) ? each.found : each)?.seen ?? null), 0);
    const nothing = seen === 0 && !answers.some(isTrouble) ? [{ trouble: leftOut }] : [];
    return joined([...answers, ...nothing], `${counted(seen, 'file')}${leftOutWords(wanted.length - seen)}`);
  },
};

function leftOutWords(count: number): string {
  return count <= 0 ? '' : `, ${counted(count, 'file')} left out by settings`;
}

const leftOut: Trouble = {
  expected: 'a file that is looked at',
  got: 'settings that leave out every Python file',
  mend: 'Exclude less in .bandit or pyproject.toml, or take bandit out of `scanners`',
};

function chunks(files: readonly string[]): readonly (readonly string[])[] {
  const all: string[][] = [];
  let room = 0;
  for (const file of files) {
    const size = Buffer.byteLength(file) + 3;
    if (room < size) {
      all.push([]);
      room = longestArguments;
    }
    all.at(-1)?.push(file);
    room -= size;
  }
  return all;
}

async function scanSome(
  files: readonly string[],
  config: BanditConfig,
  tree: Tree,
  context: ScanContext,
): Promise<ReportRead> {
  const inline = context.inline ? [] : ['--ignore-nosec'];
  const flags = ['--format', 'json', '--quiet', ...inline, ...config.flags];
  // With a dot before it no name is an option.
  const paths = files.map((file) => `./${file}`);
  const end = await runTool({ argv: ['bandit', ...flags, ...paths], cwd: tree.root, context, tree, mend });
  if ('trouble' in end) return { trouble: end.trouble };
  const known = new Set(tree.files);
  const origin = { file: files[0] ?? '', root: tree.root, has: (path: string) => known.has(path) };
  const report = banditReport(end.stdout, origin);
  const read = answerOf(end, report.read, origin.file, [context.scratch, tree.root]);
  // A part of the files may be all that the settings leave out.
  if (isTrouble(read)) return config.leavesOut && isOverNothing(end, read.trouble) ? emptyAnswer : read;
  return withTroubles(read, [...crashesIn(end.stderr, origin), ...unseen(report.looked, files, config)]);
}

const emptyAnswer: ReportRead = { findings: [], secrets: [], version: null, seen: null };

function isOverNothing({ exitCode }: ToolEnd, { got }: Trouble): boolean {
  return exitCode === 0 && got === 'a report over 0 files';
}

/** Settings that are trusted may leave files out; nothing else may. */
function unseen(
  looked: ReadonlySet<string>,
  files: readonly string[],
  { leavesOut }: BanditConfig,
): readonly Trouble[] {
  if (leavesOut) return [];
  const missing = files.filter((file) => !looked.has(file));
  const [file] = missing;
  if (file === undefined) return [];
  const got = `a report without ${named(missing)}`;
  const expected = `an answer for ${counted(files.length, 'file')}`;
  return [{ expected, got, mend: 'Run `bandit` by hand', place: { file } }];
}
