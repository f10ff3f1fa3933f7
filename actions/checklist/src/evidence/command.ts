/** Evidence of kind `command`: a program of the policy, run over the very files of the commit. */
import { realpath } from 'node:fs/promises';
import { isAbsolute, join, relative } from 'node:path';
import { CommandError, type CommandResult, runCommand } from '@shipgate/kit/command';
import { cut, visible } from '@shipgate/kit/escape';
import { whyNotToRun } from '@shipgate/kit/foreign-code';
import type { Git } from '@shipgate/kit/git';
import { plainPath } from '@shipgate/kit/path-pattern';
import { secondsOf } from '@shipgate/schemas';
import type { EvidenceQuestion, EvidenceReader } from '../ports.ts';
import { commandEnvironment } from './command-environment.ts';
import { judgeExit, judgeOutput } from './command-outcome.ts';
import type { CommandEntry } from './entry.ts';
import { type Judged, resultOf, stale, unknown } from './judged.ts';
import type { EvidenceResult } from './result.ts';

const defaultTimeoutS = 300;
const longestTimeoutS = 3600;
const maxOutputBytes = 5 * 1024 * 1024;

/** Lines of output that people see in the log. */
const shownLines = 200;

export interface CommandWorld {
  /** Top of the repository. */
  readonly top: string;
  /** Null outside of git: then nothing says of which commit the files are, and nothing is run. */
  readonly git: Pick<Git, 'head' | 'changedFiles'> | null;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** GITHUB_EVENT_NAME; undefined outside of GitHub. */
  readonly eventName: string | undefined;
  /** Gets the first 200 lines of what the program printed, made visible; whoever prints them stops workflow commands. */
  readonly log: (lines: readonly string[]) => void;
}

type Question = EvidenceQuestion<CommandEntry>;

export class CommandReader implements EvidenceReader<CommandEntry> {
  private readonly world: CommandWorld;

  constructor(world: CommandWorld) {
    this.world = world;
  }

  async look(question: Question): Promise<EvidenceResult> {
    const { entry, now } = question;
    const judged = await this.judge(question).catch(() =>
      unknown(
        'the command could not be looked at: git or the disk did not answer',
        'Run this once more in a whole checkout',
      ),
    );
    return resultOf('command', visible(cut(entry.command.join(' '))), { at: now.toISOString(), ...judged });
  }

  private async judge({ entry, item, signal }: Question): Promise<Judged> {
    const { env, eventName } = this.world;
    const why = whyNotToRun(eventName, env);
    if (why !== undefined)
      return unknown(why, 'Run the checklist on `push` or `pull_request`, in a job without `id-token: write`');
    const seconds = entry.timeout === undefined ? defaultTimeoutS : secondsOf(entry.timeout);
    if (seconds === undefined || seconds <= 0 || seconds > longestTimeoutS)
      return unknown('the timeout of the evidence cannot be used', 'Write it as `5m`, at most `1h`');
    if (signal.aborted) return unknown('the run ended before the command began', 'Run this once more');
    const trouble = await this.treeTrouble();
    if (trouble !== undefined) return trouble;
    const cwd = await this.folder(entry.folder);
    if (cwd === undefined)
      return unknown(
        'the folder of the command is none of the repository',
        'Write `folder:` from the top of the repository',
      );
    const result = await this.run(entry, cwd, seconds * 1000);
    if ('outcome' in result) return result;
    this.world.log(linesOf(result));
    return judgeExit(result, entry, seconds) ?? judgeOutput(result, entry, item.thresholds);
  }

  /** Files that are not in the commit are what a build leaves; those of the commit must be as it has them. */
  private async treeTrouble(): Promise<Judged | undefined> {
    const head = this.world.git?.head() ?? null;
    if (this.world.git === null || head === null)
      return unknown('nobody knows of which commit the files are', 'Run this in a checkout of git');
    const changes = await this.world.git.changedFiles(head, '');
    const first = changes.find(({ status }) => status !== 'A');
    if (first === undefined) return undefined;
    return stale(
      `${visible(cut(first.path))} differs from the commit, so the command would speak of something else`,
      'Run the checklist before anything changes the files, or undo the change',
    );
  }

  private async folder(folder: string | undefined): Promise<string | undefined> {
    const top = await realpath(this.world.top);
    if (folder === undefined || folder === '.') return top;
    const plain = plainPath(folder);
    const real = plain === undefined ? undefined : await realpath(join(top, plain)).catch(() => undefined);
    if (real === undefined) return undefined;
    const way = relative(top, real);
    return way.startsWith('..') || isAbsolute(way) ? undefined : real;
  }

  private async run(entry: CommandEntry, cwd: string, timeoutMs: number): Promise<CommandResult | Judged> {
    try {
      return await runCommand({
        argv: entry.command,
        cwd,
        env: commandEnvironment(this.world.env),
        timeoutMs,
        maxOutputBytes,
      });
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      return unknown(error.message, 'Install the program before this step, or correct its name');
    }
  }
}

function linesOf({ stdout, stderr }: CommandResult): string[] {
  const lines = [stdout, stderr].flatMap((bytes) =>
    bytes.length === 0 ? [] : bytes.toString('utf8').trimEnd().split(/\r?\n/u),
  );
  const shown = lines.slice(0, shownLines).map((line) => visible(cut(line, 500)));
  return lines.length > shownLines ? [...shown, `(${lines.length - shownLines} more lines)`] : shown;
}
