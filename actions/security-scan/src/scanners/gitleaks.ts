/** Drives gitleaks: `gitleaks` looks at the history in git, `gitleaks-dir` at the files of the checkout. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Location, NoAnswer } from '../finding.ts';
import type { ScanContext, Scanned, Scanner, Tree } from '../ports.ts';
import { contentOf } from '../reports/gitleaks.ts';
import { type Leak, placeOf } from '../reports/gitleaks-leak.ts';
import { commitsOf, LOG_OPTIONS, notAll, ownOfMerges } from './gitleaks-commits.ts';
import { gitVariables, historyOf } from './gitleaks-history.ts';
import { mirrorOf } from './gitleaks-mirror.ts';
import { placeIn } from './gitleaks-place.ts';
import { detectGitleaks, type GitleaksAnswer, runGitleaks } from './gitleaks-program.ts';
import { CONFIG, type GitleaksSettings, gitleaksSettings, layOut } from './gitleaks-settings.ts';
import { words } from './program-words.ts';

/** Commits that HEAD of the tree reaches, no other branches: what the base has not is new then. */
export function gitleaksScanner(): Scanner {
  return { name: 'gitleaks', detect: detectHistory, scan: scanHistory };
}

/** The files of the tree, and no others. */
export function gitleaksDirScanner(): Scanner {
  return { name: 'gitleaks-dir', detect: detectFiles, scan: scanFiles };
}

async function detectHistory(tree: Tree, context: ScanContext) {
  const found = await historyOf(tree, context);
  if (found.kind === 'none') return { kind: 'nothing', why: found.why } as const;
  if (found.kind === 'unable') return found;
  const what = found.history.isShallow ? 'the history, as far as the shallow clone has it' : 'the history';
  return await detectGitleaks(tree, context, 'git', what);
}

async function detectFiles(tree: Tree, context: ScanContext) {
  if (tree.files.length === 0) return { kind: 'nothing', why: 'no files' } as const;
  return await detectGitleaks(tree, context, 'dir', `${tree.files.length.toLocaleString('en')} files`);
}

async function scanHistory(tree: Tree, context: ScanContext): Promise<Scanned> {
  const found = await historyOf(tree, context);
  if (found.kind === 'none') return { trouble: noHistory(found.why), notRun: true };
  if (found.kind === 'unable') return { trouble: found.trouble };
  const { history } = found;
  return await inFolder(context, async (top) => {
    const read = await gitleaksSettings(context.trusted);
    if ('trouble' in read) return read;
    // gitleaks reads settings of the folder that it is pointed at: one that has the trusted ones alone.
    const cwd = join(top, history.prefix);
    await mkdir(cwd, { recursive: true });
    await layOut(read.settings, cwd);
    const set = gitVariables(history, top);
    const logOptions = `--log-opts=${LOG_OPTIONS} ${history.head}`;
    const asked = { tree, context, cwd, set, head: history.head, prefix: history.prefix };
    const [commits, answer] = await Promise.all([
      commitsOf(asked),
      runGitleaks({
        ...{ tree, context, cwd, set, report: join(context.scratch, 'gitleaks-git.json'), command: 'git' },
        args: ['--log-level=debug', logOptions, ...configFlags(read.settings), '.'],
      }),
    ]);
    if (!('leaks' in answer)) return answer;
    const leaks = await ownOfMerges(answer.leaks, commits, asked);
    const trouble = answer.trouble ?? notAll(answer.commits, commits, read.settings);
    // What a shallow clone begins with is the state of files, not a change of that commit.
    const leakIn = (leak: Leak) => (history.ends.has(leak.commit) ? { ...leak, commit: '' } : leak);
    return await scannedOf({ ...answer, leaks, trouble }, tree, leakIn);
  });
}

async function scanFiles(tree: Tree, context: ScanContext): Promise<Scanned> {
  return await inFolder(context, async (cwd) => {
    const read = await gitleaksSettings(context.trusted);
    if ('trouble' in read) return read;
    const mirror = await mirrorOf(tree, read.settings, cwd);
    const [unread] = mirror.unread;
    if (unread !== undefined) return { trouble: unreadable(unread, mirror.unread.length) };
    const answer = await runGitleaks({
      ...{ tree, context, cwd, report: join(context.scratch, 'gitleaks-dir.json'), command: 'dir' },
      args: [...configFlags(read.settings), '.'],
    });
    return await scannedOf(answer, tree, (leak) => ({ ...leak, file: mirror.original(leak.file) }));
  });
}

/** Works in an empty folder, and takes it away afterwards: names in it may stand for files of the checkout. */
async function inFolder(context: ScanContext, work: (folder: string) => Promise<Scanned>): Promise<Scanned> {
  const folder = await mkdtemp(join(context.scratch, 'gitleaks-'));
  try {
    return await work(folder);
  } catch (error) {
    const got = error instanceof Error ? words(error.message, [folder]) : 'an unknown error';
    return { trouble: { expected: 'a folder in which gitleaks can work', got, mend: 'See whether the disk is full' } };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Both are read from the folder itself too; said, so that no variable and no default changes it. */
function configFlags(settings: GitleaksSettings): readonly string[] {
  return [...(settings.has(CONFIG) ? [`--config=${CONFIG}`] : []), '--gitleaks-ignore-path=.'];
}

async function scannedOf(
  answer: GitleaksAnswer | NoAnswer,
  tree: Tree,
  seenFromTree: (leak: Leak) => Leak,
): Promise<Scanned> {
  if (!('leaks' in answer)) return answer;
  const leaks = answer.leaks.map((leak) => seenFromTree(leak));
  const places = await placesOf(leaks, tree);
  const content = {
    ...contentOf(leaks.map((leak, at) => ({ leak, location: places[at] ?? null }))),
    seen: answer.seen,
  };
  return answer.trouble === undefined ? content : { trouble: answer.trouble, found: content };
}

/** Each file is read once. */
async function placesOf(leaks: readonly Leak[], tree: Tree): Promise<readonly (Location | null)[]> {
  const files = new Set(tree.files);
  const origin = { root: tree.root, has: (path: string) => files.has(path) };
  const texts = new Map<string, string | undefined>();
  const places: (Location | null)[] = [];
  for (const leak of leaks) {
    const told = placeOf(leak, origin);
    const path = told?.path ?? '';
    if (files.has(path) && !texts.has(path)) texts.set(path, await textOf(tree, path));
    const text = texts.get(path);
    places.push(placed(leak, told, text));
  }
  return places;
}

function placed(leak: Leak, told: Location | null, text: string | undefined): Location | null {
  if (told === null || text === undefined) return told;
  const found = placeIn(text, leak, told.path);
  if (found !== undefined) return found;
  // Of the history: what is not in the file any more has no line in it.
  return leak.commit === '' ? told : { path: told.path };
}

async function textOf(tree: Tree, path: string): Promise<string | undefined> {
  return await tree.read(path).then(
    (bytes) => bytes.toString('utf8'),
    () => undefined,
  );
}

function noHistory(why: string) {
  return { expected: 'a history in git', got: why, mend: 'Check the repository out with git, or use gitleaks-dir' };
}

function unreadable(path: string, count: number) {
  const got = count === 1 ? `no way to read ${path}` : `no way to read ${path} and ${count - 1} more`;
  return { expected: 'files that can be read', got, mend: 'Run as somebody who may read them' };
}
