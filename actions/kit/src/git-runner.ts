/** How each process of git is started. */
import { CommandError, type CommandResult, runCommand } from './command.ts';
import { pathOutside } from './search-path.ts';

export const limits = { timeoutMs: 60_000, fetchTimeoutMs: 180_000, maxOutputBytes: 256 * 1024 * 1024 };

/** Variables of ours that git may see: where programs and credentials are, the way through a proxy, certificates. */
export const gitEnvironmentNames = [
  ...['PATH', 'HOME', 'http_proxy', 'https_proxy', 'HTTPS_PROXY', 'no_proxy', 'NO_PROXY'],
  ...['SSL_CERT_FILE', 'SSL_CERT_DIR', 'GIT_SSL_CAINFO'],
] as const;

export interface GitOptions {
  /** See `gitEnvironmentNames`. */
  readonly env: Readonly<Record<string, string>>;
  /**
   * Folder whose owner may differ from ours, as in a container job: the runner's GITHUB_WORKSPACE. git refuses such a
   * checkout otherwise ("dubious ownership", https://git-scm.com/docs/git-config#Documentation/git-config.txt-safedirectory).
   */
  readonly workspace?: string;
}

/** What git is given, in a checkout whose files are no programs: a `git` that a change has brought would say anything. */
export function gitEnvironment(folder: string, { env, workspace }: GitOptions): Record<string, string> {
  const { PATH: path } = env;
  if (path === undefined) return { ...env };
  return { ...env, PATH: pathOutside(path, workspace === undefined ? [folder] : [folder, workspace]) };
}

/** The error, in words for a PATH that lost folders: git may be in one of them. */
export function hiddenProgram(error: unknown): unknown {
  if (!(error instanceof CommandError) || error.code !== 'command-not-found') return error;
  const message = `${error.message}, and folders of it lie in the checkout, where none is looked for`;
  return new CommandError(error.code, error.program, message, error);
}

export interface RunMore {
  readonly input?: string;
  readonly timeoutMs?: number;
  /** Of this process, over those of every one: `name=value`. */
  readonly settings?: readonly string[];
}

export type Run = (args: readonly string[], more?: RunMore) => Promise<CommandResult>;

export function gitRunner(cwd: string, allowed: Readonly<Record<string, string>>, trusted: boolean): Run {
  const env = {
    ...allowed,
    // No question to anybody, no hook or alias of the machine, no text in another language, no write beside our back.
    ...{ GIT_TERMINAL_PROMPT: '0', GIT_ASKPASS: '', SSH_ASKPASS: '', GIT_CONFIG_NOSYSTEM: '1', GIT_PAGER: 'cat' },
    ...{ LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_LITERAL_PATHSPECS: '1', GIT_NO_REPLACE_OBJECTS: '1' },
  };
  const settings = ['core.quotePath=false', 'core.hooksPath=/dev/null', 'core.fsmonitor=false', 'core.askPass='];
  if (trusted) settings.push('safe.directory=*');
  return (args, more = {}) => {
    const { timeoutMs = limits.timeoutMs, input } = more;
    const globals = [...settings, ...(more.settings ?? [])].flatMap((setting) => ['-c', setting]);
    const request = {
      argv: ['git', ...globals, ...args] as const,
      cwd,
      env,
      timeoutMs,
      maxOutputBytes: limits.maxOutputBytes,
    };
    return runCommand(input === undefined ? request : { ...request, input });
  };
}
