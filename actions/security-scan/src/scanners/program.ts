/** Runs one tool of a scanner: a clean environment, a time limit, and a trouble in words for each way in which it gives no answer. */
import { relative, sep } from 'node:path';
import { allowedEnvironment, CommandError, type CommandResult, runCommand } from '@shipgate/kit/command';
import { searchPath as absolutePath } from '@shipgate/kit/search-path';
import { isWithin } from '@shipgate/kit/way';
import type { Trouble } from '../finding.ts';
import type { ScanContext, Tree } from '../ports.ts';
import { durationWords } from './program-words.ts';

export { durationWords, lastWords, versionIn, words } from './program-words.ts';

/** What every tool may see: where programs and homes are, how to reach the network, which authorities to believe. No token. */
export const toolEnvironmentNames: readonly string[] = [
  ...['PATH', 'HOME', 'TMPDIR', 'TMP', 'TEMP', 'LANG', 'LC_ALL', 'TZ', 'XDG_CACHE_HOME', 'XDG_CONFIG_HOME'],
  ...['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'all_proxy', 'no_proxy'],
  ...['SSL_CERT_FILE', 'SSL_CERT_DIR', 'REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE', 'NODE_EXTRA_CA_CERTS'],
  ...['USERPROFILE', 'APPDATA', 'LOCALAPPDATA', 'SystemRoot', 'PATHEXT'],
];

/** One report at most, in bytes. */
const longestOutput = 256 * 1024 * 1024;

export interface ToolRequest {
  /** The program, looked up on the PATH or absolute, and its arguments. Never a shell. */
  readonly argv: readonly [string, ...string[]];
  readonly cwd: string;
  readonly context: Pick<ScanContext, 'env' | 'timeoutMs' | 'signal' | 'isFilled'>;
  /** Its files are no programs: a folder of the PATH that holds one of them is left out. */
  readonly tree?: Tree;
  /** Names that pass besides `toolEnvironmentNames`. */
  readonly pass?: readonly string[];
  /** Variables as they are set for this run. */
  readonly set?: Readonly<Record<string, string>>;
  /** What to do when the tool is not there: `Install it with ...`. */
  readonly mend: string;
  readonly input?: string;
  /** Bytes kept of each output, default 256 MB; a longer one is a trouble. */
  readonly maxOutputBytes?: number;
  /** Instead of the context's. */
  readonly timeoutMs?: number;
}

/** It came to its own end. What the exit code means is for the caller and for the report. */
export interface ToolEnd {
  readonly exitCode: number;
  readonly stdout: Buffer;
  readonly stderr: string;
  readonly durationMs: number;
}

export interface ToolTrouble {
  readonly trouble: Trouble;
  /** It is not installed, or it may not be executed: it never looked. */
  readonly absent: boolean;
}

/** Runs the tool to its end. Never rejects for what the tool does. */
export async function runTool(request: ToolRequest): Promise<ToolEnd | ToolTrouble> {
  const { argv, context } = request;
  const timeoutMs = request.timeoutMs ?? context.timeoutMs;
  // Begun now it could end before it is stopped, and its answer would be of a run that nobody waits for.
  if (context.signal.aborted) return { absent: false, trouble: stoppedBefore(argv) };
  try {
    const result = await runCommand({
      argv,
      cwd: request.cwd,
      env: environmentOf(request),
      timeoutMs,
      stop: context.signal,
      maxOutputBytes: request.maxOutputBytes ?? longestOutput,
      ...(request.input === undefined ? {} : { input: request.input }),
    });
    return endOf(result, request, timeoutMs);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    const path = context.env['PATH'] ?? '';
    // It may be there, in a folder that a change has taken from us.
    const isHidden = searchPath(path, request) !== searchPath(path);
    const absent = !isHidden && (error.code === 'command-not-found' || error.code === 'command-not-executable');
    const got = isHidden
      ? `${startWords(error)}, and folders of it lie in the checkout, where none is looked for`
      : startWords(error);
    return { absent, trouble: { expected: `the program ${nameOf(argv)}`, got, mend: request.mend } };
  }
}

function stoppedBefore(argv: ToolRequest['argv']): Trouble {
  return { expected: `an answer of ${nameOf(argv)}`, got: 'the run was stopped', mend: 'Run it again' };
}

function environmentOf({ context, pass = [], set = {}, tree }: ToolRequest): Record<string, string> {
  const env = allowedEnvironment([...toolEnvironmentNames, ...pass], context.env);
  return { ...env, PATH: searchPath(env['PATH'] ?? '', { context, ...(tree === undefined ? {} : { tree }) }), ...set };
}

/** The PATH without folders that the checkout fills: a proposal must not bring the program that judges it. */
export function searchPath(
  path: string,
  of?: Pick<ToolRequest, 'tree'> & { readonly context?: Pick<ScanContext, 'isFilled'> },
): string {
  return absolutePath(path, (folder) => isFilledBy(folder, of?.tree) || of?.context?.isFilled?.(folder) === true);
}

function isFilledBy(folder: string, tree: Tree | undefined): boolean {
  if (tree === undefined || !isWithin(tree.root, folder)) return false;
  const within = relative(tree.root, folder).split(sep).join('/');
  return within === '' || tree.files.some((file) => file.startsWith(`${within}/`));
}

function endOf(result: CommandResult, request: ToolRequest, timeoutMs: number): ToolEnd | ToolTrouble {
  const { exitCode, signal, stdout, durationMs } = result;
  const got = outcomeWords(result, request, timeoutMs);
  if (got === undefined && exitCode !== null) {
    return { exitCode, stdout, stderr: result.stderr.toString('utf8'), durationMs };
  }
  const mend =
    signal === null || result.timedOut ? 'Scan less, or give it more time' : 'Run it again; see whether memory ran out';
  const expected = `an answer of ${nameOf(request.argv)}`;
  return { absent: false, trouble: { expected, got: got ?? 'no exit code', mend } };
}

/** Why its own end was not what ended it. */
function outcomeWords(result: CommandResult, request: ToolRequest, timeoutMs: number): string | undefined {
  if (result.timedOut) return `no answer within ${durationWords(timeoutMs)}`;
  if (request.context.signal.aborted && result.exitCode === null) return 'the run was stopped';
  if (result.signal !== null) return `it was ended by ${result.signal}`;
  const limit = request.maxOutputBytes ?? longestOutput;
  return result.truncated ? `more than ${limit.toLocaleString('en')} bytes of output` : undefined;
}

function nameOf(argv: readonly [string, ...string[]]): string {
  return `\`${argv[0].split(/[\\/]/).at(-1) ?? argv[0]}\``;
}

function startWords(error: CommandError): string {
  if (error.code === 'command-not-found') return 'no such program on the PATH';
  if (error.code === 'command-not-executable') return 'a file that may not be executed';
  return error.code === 'folder-not-found' ? 'no folder to run it in' : 'it could not be started';
}
