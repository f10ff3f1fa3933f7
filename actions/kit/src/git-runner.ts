/** How each process of git is started. */
import { type CommandResult, runCommand } from './command.ts';

export const limits = { timeoutMs: 60_000, fetchTimeoutMs: 180_000, maxOutputBytes: 256 * 1024 * 1024 };

/** Variables of ours that git may see: where programs and credentials are, the way through a proxy, certificates. */
export const gitEnvironmentNames = [
  ...['PATH', 'HOME', 'http_proxy', 'https_proxy', 'HTTPS_PROXY', 'no_proxy', 'NO_PROXY'],
  ...['SSL_CERT_FILE', 'SSL_CERT_DIR', 'GIT_SSL_CAINFO'],
] as const;

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
