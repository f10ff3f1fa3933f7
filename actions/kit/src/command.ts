/**
 * Runs one program, never a shell: an argv array, an environment made from an allow-list, a time limit, a cap on output.
 *
 * The program leads a process group of its own (POSIX setsid), so that what it starts can be ended with it: on timeout,
 * when it exits and leaves something behind, and when our own process ends.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { statSync } from 'node:fs';

export interface CommandRequest {
  /** The program and its arguments; the program is looked up on `env.PATH`. */
  readonly argv: readonly [string, ...string[]];
  readonly cwd: string;
  /** The whole environment of the program, see `allowedEnvironment`. */
  readonly env: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  /** Sent to standard input, which is closed afterwards. Without it standard input is empty. */
  readonly input?: string | Uint8Array;
  /** Bytes kept of each of stdout and stderr; what comes after is read and thrown away. */
  readonly maxOutputBytes: number;
  /** Time between SIGTERM and SIGKILL, default 2,000 ms. */
  readonly graceMs?: number;
  /** Ends the program and its group as the time limit does, without `timedOut`; aborted already, the program is ended at once. */
  readonly stop?: AbortSignal;
}

export interface CommandResult {
  /** Null when a signal ended the program. */
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: Buffer;
  readonly stderr: Buffer;
  readonly timedOut: boolean;
  /** Whether one of the outputs was longer than `maxOutputBytes`. */
  readonly truncated: boolean;
  readonly durationMs: number;
}

export type CommandErrorCode =
  | 'command-not-found'
  | 'command-not-executable'
  | 'folder-not-found'
  | 'command-not-started';

/** The program could not be started at all. An exit code other than 0 is a result, not an error. */
export class CommandError extends Error {
  readonly code: CommandErrorCode;
  readonly program: string;
  constructor(code: CommandErrorCode, program: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'CommandError';
    this.code = code;
    this.program = program;
  }
}

/** The variables of `from` that are named, and no other; a name that is not set is left out. */
export function allowedEnvironment(
  names: readonly string[],
  from: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const allowed: Record<string, string> = {};
  for (const name of names) {
    const value = Object.hasOwn(from, name) ? from[name] : undefined;
    if (value !== undefined) allowed[name] = value;
  }
  return allowed;
}

/** Runs the program to its end. Throws CommandError when it cannot be started. */
export async function runCommand(request: CommandRequest): Promise<CommandResult> {
  const started = performance.now();
  const [program, ...args] = request.argv;
  const child = start(program, args, request);
  const stdout = new OutputBuffer(request.maxOutputBytes);
  const stderr = new OutputBuffer(request.maxOutputBytes);
  child.stdout?.on('data', (part: Buffer) => stdout.add(part));
  child.stderr?.on('data', (part: Buffer) => stderr.add(part));
  await spawned(child, program, request);
  const group = new ProcessGroup(child, request.graceMs ?? 2_000);
  const timer = setTimeout(() => group.end('timeout'), request.timeoutMs);
  const stop = () => group.end('stopped');
  request.stop?.addEventListener('abort', stop, { once: true });
  if (request.stop?.aborted === true) stop();
  try {
    sendInput(child, request.input);
    const { exitCode, signal } = await group.over;
    return {
      exitCode,
      signal,
      stdout: stdout.bytes(),
      stderr: stderr.bytes(),
      timedOut: group.timedOut,
      truncated: stdout.truncated || stderr.truncated,
      durationMs: performance.now() - started,
    };
  } finally {
    clearTimeout(timer);
    request.stop?.removeEventListener('abort', stop);
  }
}

function start(program: string, args: readonly string[], request: CommandRequest): ChildProcess {
  // The operating system takes an empty PATH for the folder that the program is to run in, which may be a change's.
  if (request.env['PATH'] === '' && !program.includes('/')) throw notFound(program);
  try {
    return spawn(program, args, {
      cwd: request.cwd,
      env: { ...request.env },
      detached: true,
      shell: false,
      windowsHide: true,
      stdio: [request.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
  } catch (error) {
    throw startError(error, program, request);
  }
}

function spawned(child: ChildProcess, program: string, request: CommandRequest): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (error) => reject(startError(error, program, request)));
  });
}

function startError(error: unknown, program: string, request: CommandRequest): CommandError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const name = JSON.stringify(program);
  // The operating system answers ENOENT both for the program and for the folder it shall run in.
  if (code === 'ENOENT' && !isFolder(request.cwd)) {
    return new CommandError('folder-not-found', program, `the folder to run ${name} in does not exist`, error);
  }
  if (code === 'ENOENT') return notFound(program, error);
  if (code === 'EACCES') {
    return new CommandError('command-not-executable', program, `command ${name} may not be executed`, error);
  }
  const why = error instanceof Error ? error.message : String(error);
  return new CommandError('command-not-started', program, `command ${name} could not be started: ${why}`, error);
}

function notFound(program: string, error?: unknown): CommandError {
  const where = program.includes('/') ? 'no such file' : 'it is in no folder of PATH';
  return new CommandError(
    'command-not-found',
    program,
    `command ${JSON.stringify(program)} was not found: ${where}`,
    error,
  );
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function sendInput(child: ChildProcess, input: string | Uint8Array | undefined): void {
  if (input === undefined || child.stdin === null) return;
  // A program that ends without reading its input is no fault of ours (EPIPE): its exit code tells the story.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
}

class OutputBuffer {
  private readonly parts: Buffer[] = [];
  private size = 0;
  truncated = false;
  private readonly limit: number;
  constructor(limit: number) {
    this.limit = limit;
  }
  add(part: Buffer): void {
    const room = this.limit - this.size;
    if (part.length > room) this.truncated = true;
    if (room <= 0) return;
    const kept = part.subarray(0, room);
    this.parts.push(kept);
    this.size += kept.length;
  }
  bytes(): Buffer {
    return Buffer.concat(this.parts, this.size);
  }
}

interface Ending {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** Time for the pipes to drain after everything that could write to them was killed. */
const drainMs = 250;

/** The program and all it started, as far as they stayed in its group. */
class ProcessGroup {
  /** The program is over, its group is ended and its output is read. */
  readonly over: Promise<Ending>;
  timedOut = false;
  private readonly child: ChildProcess;
  private readonly graceMs: number;
  private killTimer: NodeJS.Timeout | undefined;

  constructor(child: ChildProcess, graceMs: number) {
    this.child = child;
    this.graceMs = graceMs;
    liveGroups.add(this);
    this.over = this.watch();
  }

  private watch(): Promise<Ending> {
    return new Promise((resolve) => {
      let drained: NodeJS.Timeout | undefined;
      this.child.once('exit', () => {
        // What the program left running holds its output open and would outlive the run.
        if (this.signal(0)) this.end('leftovers');
        drained = setTimeout(() => this.closePipes(), this.graceMs + drainMs);
      });
      this.child.once('close', (exitCode, signal) => {
        clearTimeout(drained);
        clearTimeout(this.killTimer);
        // Someone in the group may have closed its output and still live, deaf to SIGTERM.
        this.signal('SIGKILL');
        liveGroups.delete(this);
        resolve({ exitCode, signal });
      });
    });
  }

  end(why: 'timeout' | 'leftovers' | 'stopped'): void {
    if (why === 'timeout') this.timedOut = true;
    if (this.killTimer !== undefined) return;
    this.signal('SIGTERM');
    this.killTimer = setTimeout(() => this.signal('SIGKILL'), this.graceMs);
  }

  kill(): void {
    this.signal('SIGKILL');
  }

  private closePipes(): void {
    this.child.stdout?.destroy();
    this.child.stderr?.destroy();
  }

  /** Whether there was anyone to signal. */
  private signal(signal: NodeJS.Signals | 0): boolean {
    if (this.child.pid === undefined) return false;
    try {
      return process.kill(-this.child.pid, signal);
    } catch {
      return false;
    }
  }
}

/** Groups of running commands; while there is one, our own end is watched. */
const liveGroups = new (class extends Set<ProcessGroup> {
  override add(group: ProcessGroup): this {
    if (this.size === 0) watchOwnEnd();
    return super.add(group);
  }
  override delete(group: ProcessGroup): boolean {
    const deleted = super.delete(group);
    if (this.size === 0) unwatchOwnEnd();
    return deleted;
  }
})();

const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function watchOwnEnd(): void {
  process.on('exit', killAllGroups);
  for (const signal of endingSignals) process.on(signal, endWithGroups);
}

function unwatchOwnEnd(): void {
  process.off('exit', killAllGroups);
  for (const signal of endingSignals) process.off(signal, endWithGroups);
}

function killAllGroups(): void {
  for (const group of liveGroups) group.kill();
}

/** A runner that cancels a step signals us alone: the groups are not ours to it. */
function endWithGroups(signal: NodeJS.Signals): void {
  killAllGroups();
  if (process.listenerCount(signal) > 1) return;
  process.off(signal, endWithGroups);
  process.kill(process.pid, signal);
}
