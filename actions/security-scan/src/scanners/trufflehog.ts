/**
 * Drives trufflehog 3 over the history. It proves secrets by asking the services that they are for, so without a network it
 * proves nothing: `--only-verified` writes nothing then, as for a clean history. Asked for `unknown` results as well it tells
 * those that it could not prove, and that is no run.
 */
import type { Location, NoAnswer } from '../finding.ts';
import type { Detected, ScanContext, Scanned, Scanner, Tree } from '../ports.ts';
import { type Results, readResults, trufflehogContent } from '../reports/trufflehog.ts';
import { placeOfResult, type Result } from '../reports/trufflehog-result.ts';
import { historyOf } from './gitleaks-history.ts';
import { placeIn } from './gitleaks-place.ts';
import { placeless } from './placeless.ts';
import { runTool, type ToolEnd } from './program.ts';
import { lastWords, versionIn } from './program-words.ts';

const mend = 'Install trufflehog 3.80 or newer, pinned, or leave this scanner out';
/** No flag of trufflehog turns it off. */
const MARK = 'trufflehog:ignore';

export function trufflehogScanner(): Scanner {
  return { name: 'trufflehog', detect, scan };
}

async function detect(tree: Tree, context: ScanContext): Promise<Detected> {
  const found = await historyOf(tree, context);
  if (found.kind === 'none') return { kind: 'nothing', why: found.why };
  if (found.kind === 'unable') return found;
  const end = await runTool({ argv: ['trufflehog', '--version'], cwd: context.scratch, context, tree, mend });
  if ('trouble' in end) return { kind: 'unable', trouble: end.trouble };
  const version = versionIn(`${end.stdout.toString('utf8')}\n${end.stderr}`);
  if (end.exitCode !== 0 || (version !== null && !version.startsWith('3.'))) {
    const got = version ?? (lastWords(end.stderr) || `exit code ${end.exitCode}`);
    return { kind: 'unable', trouble: { expected: 'trufflehog 3', got, mend } };
  }
  return { kind: 'ready', version: version ?? 'built without a version', what: 'the history' };
}

async function scan(tree: Tree, context: ScanContext): Promise<Scanned> {
  const found = await historyOf(tree, context);
  if (found.kind === 'none') return { trouble: { expected: 'a history in git', got: found.why, mend }, notRun: true };
  if (found.kind === 'unable') return { trouble: found.trouble };
  const { head, prefix } = found.history;
  if (prefix !== '') return { trouble: notTheTop, notRun: true };
  const end = await runTool({
    argv: [
      ...(['trufflehog', 'git', `file://${encodeURI(tree.root)}`, `--branch=${head}`] as const),
      ...['--results=verified,unknown', '--json', '--no-update'],
    ],
    ...{ cwd: context.scratch, context, tree, mend },
  });
  if ('trouble' in end) return { trouble: end.trouble };
  return await scannedOf(end, tree, context);
}

const notTheTop = {
  expected: 'the top of a repository',
  got: 'a folder in it',
  mend: 'trufflehog looks at whole histories: scan from the top, or leave it out',
};

async function scannedOf(end: ToolEnd, tree: Tree, context: ScanContext): Promise<Scanned> {
  const bytes = Buffer.concat([Buffer.from(`${end.stderr}\n`), end.stdout]);
  const read = readResults(bytes, { file: 'the output of trufflehog' });
  const results = 'trouble' in read ? (read.partial ?? noResults) : read;
  const found = await contentOf(results, tree);
  if (end.exitCode !== 0) return { trouble: brokenOff(end, tree), found };
  if ('trouble' in read) return { trouble: placeless(read.trouble), found };
  const unproven = noProof(results);
  if (unproven !== undefined) return { ...unproven, found };
  const skipped = context.inline ? undefined : await marked(tree);
  return skipped === undefined ? found : { trouble: skipped, found };
}

const noResults: Results = { results: [], version: null, seen: null };

function brokenOff(end: ToolEnd, tree: Tree): NoAnswer['trouble'] {
  const got = lastWords(end.stderr, [tree.root]) || `exit code ${end.exitCode}`;
  return { expected: 'a scan of trufflehog to its end', got, mend };
}

/** Nothing was proven, and what there is could not be: the services were not reached. */
function noProof({ results }: Results): { readonly trouble: NoAnswer['trouble']; readonly notRun: true } | undefined {
  const isCutOff = results.length > 0 && results.every((result) => result.isCutOff);
  if (!isCutOff) return undefined;
  const got = `no way to reach the services of ${results.length} secrets`;
  return { trouble: { expected: 'proofs by trufflehog', got, mend: 'Let it reach the network' }, notRun: true };
}

async function contentOf(results: Results, tree: Tree) {
  const files = new Set(tree.files);
  const origin = { root: tree.root, has: (path: string) => files.has(path) };
  const places = new Map<Result, Location | null>();
  for (const result of results.results) places.set(result, await placed(result, tree, origin));
  return trufflehogContent(results, (result) => places.get(result) ?? null);
}

async function placed(
  result: Result,
  tree: Tree,
  origin: { readonly root: string; has(path: string): boolean },
): Promise<Location | null> {
  const told = placeOfResult(result, origin);
  if (told === null || !origin.has(told.path)) return told;
  const text = await tree.read(told.path).then(String, () => undefined);
  const secret = result.raw.trim();
  const quoted = { secret, match: '', startLine: Math.max(1, result.line), endLine: result.line };
  return (text === undefined ? undefined : placeIn(text, quoted, told.path)) ?? { path: told.path };
}

/** Lines that trufflehog passes over by a mark in them, though the policy lets no such mark count. */
async function marked(tree: Tree): Promise<NoAnswer['trouble'] | undefined> {
  for (const file of tree.files) {
    const bytes = await tree.read(file).catch(() => undefined);
    const at = bytes?.indexOf(MARK) ?? -1;
    if (bytes === undefined || at < 0) continue;
    const line = bytes.subarray(0, at).filter((byte) => byte === 10).length + 1;
    return {
      expected: 'no mark in the code that lets a secret through',
      got: `\`${MARK}\`, which trufflehog always obeys`,
      mend: 'Take it out, or let such marks count by policy',
      place: { file, line },
    };
  }
  return undefined;
}
