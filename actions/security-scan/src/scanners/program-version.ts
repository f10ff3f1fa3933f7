/** Whether a tool is there and new enough. */
import type { Trouble } from '../finding.ts';
import type { Detected, ScanContext, Tree } from '../ports.ts';
import { runTool, type ToolRequest } from './program.ts';
import { isAtLeast } from './program-answer.ts';
import { lastWords, versionIn } from './program-words.ts';

export interface VersionWanted {
  readonly argv: ToolRequest['argv'];
  /** `npm 8 or later`. */
  readonly expected: string;
  readonly oldest: readonly [number, number];
  readonly mend: string;
  readonly pass?: readonly string[];
}

/** Asks for its version. It is run beside the checkout, not in it. */
export async function detectVersion(
  wanted: VersionWanted,
  what: string,
  tree: Tree,
  context: ScanContext,
): Promise<Detected> {
  const { argv, expected, oldest, mend, pass = [] } = wanted;
  // A version comes at once, or the tool hangs.
  const timeoutMs = Math.min(context.timeoutMs, 60_000);
  const end = await runTool({ argv, cwd: context.scratch, context, tree, mend, pass, timeoutMs });
  if ('trouble' in end)
    return unable({ ...end.trouble, expected, mend: end.absent ? mend : end.trouble.mend }, !end.absent);
  const version = end.exitCode === 0 ? versionIn(end.stdout.toString('utf8')) : null;
  if (version === null) {
    const words = lastWords(end.stderr, [context.scratch, tree.root]);
    const got = `no version (exit code ${end.exitCode}${words === '' ? '' : `: ${words}`})`;
    return unable({ expected, got, mend }, true);
  }
  if (!isAtLeast(version, oldest)) return unable({ expected, got: `version ${version}`, mend }, true);
  return { kind: 'ready', version, what };
}

/** A tool that is not installed never looked; one that is there and cannot tell its version is broken. */
function unable(trouble: Trouble, broken: boolean): Detected {
  return { kind: 'unable', trouble, broken };
}
