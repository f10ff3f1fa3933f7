/**
 * Driver of bandit, over the Python files of the tree by name: so nothing is left out by folders that it would skip, and no
 * .bandit of the proposal is read. `# nosec` does not count unless the policy says so.
 */
import { isTrouble, type ReportRead, type Trouble } from '../finding.ts';
import type { Detected, ScanContext, Scanned, Scanner, Tree } from '../ports.ts';
import { readBandit } from '../reports/bandit.ts';
import { type BanditConfig, banditConfig } from './bandit-config.ts';
import { runTool } from './program.ts';
import { answerOf, counted, countIn, joined } from './program-answer.ts';
import { detectVersion } from './program-version.ts';

const mend = 'Install it: `pip install bandit` with a pinned version and hashes';
const expected = 'bandit 1.7 or later';

/** Bytes of arguments at once; Linux takes 2 MB with the environment, others less. */
const longestArguments = 100_000;

function pythonFiles(tree: Tree): readonly string[] {
  return tree.files.filter((file) => /\.pyw?$/.test(file));
}

export const bandit: Scanner = {
  name: 'bandit',
  async detect(tree, context): Promise<Detected> {
    const files = pythonFiles(tree);
    if (files.length === 0) return { kind: 'nothing', why: 'no file of Python' };
    const what = counted(files.length, 'file');
    return detectVersion({ argv: ['bandit', '--version'], expected, oldest: [1, 7], mend }, what, tree, context);
  },
  async scan(tree, context): Promise<Scanned> {
    const config = await banditConfig(context);
    const deadline = performance.now() + context.timeoutMs;
    const answers: ReportRead[] = [];
    for (const files of chunks(pythonFiles(tree))) {
      const timeoutMs = Math.max(1, Math.round(deadline - performance.now()));
      answers.push(await scanSome(files, config, tree, { ...context, timeoutMs }));
    }
    const seen = answers.reduce((sum, each) => sum + countIn((isTrouble(each) ? each.found : each)?.seen ?? null), 0);
    return joined(answers, counted(seen, 'file'));
  },
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
  const [first = ''] = files;
  if ('trouble' in end) return { trouble: end.trouble };
  const known = new Set(tree.files);
  const origin = { file: first, root: tree.root, has: (path: string) => known.has(path) };
  const read = answerOf(end, readBandit(end.stdout, origin), first, [context.scratch, tree.root]);
  // Settings that are trusted may leave files out.
  if (isTrouble(read) || config.leavesOut || countIn(read.seen) >= files.length) return read;
  const got = `${read.seen ?? 'nothing'} looked at`;
  const trouble: Trouble = {
    expected: `an answer for ${counted(files.length, 'file')}`,
    got,
    mend: 'Run `bandit` by hand',
  };
  return { trouble, found: read };
}
