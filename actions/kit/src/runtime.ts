/** Port: the process around a gate. One adapter is Node's process, tests have their own. */
import type { Clock } from './gate.ts';
import type { Environment } from './host.ts';

export interface OutputStream {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** Why a run ends before its gate does. */
export type Interruption =
  | { readonly kind: 'cancelled'; readonly signal: string }
  | { readonly kind: 'crashed'; readonly error: unknown }
  /** Nothing is left that could wake the gate. */
  | { readonly kind: 'stalled' };

export interface Runtime {
  /** Without node and the script. */
  readonly arguments: readonly string[];
  readonly env: Environment;
  /** Absolute: the folder that the command was started in. */
  readonly folder: string;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly clock: Clock;
  /** Calls back for SIGINT, SIGTERM, an error that nobody caught, or when nothing is left to wait for; returns how to stop. */
  onInterruption(tell: (interruption: Interruption) => void): () => void;
  /** Ends the process although something still runs, after all output is out. Only after an interruption. */
  end(code: number): Promise<void>;
}

/** Node's process. The GitHub runner sends SIGINT, after 7.5 s SIGTERM, after 2.5 s more SIGKILL. */
export function nodeRuntime(): Runtime {
  const start = new Date();
  const zero = performance.now();
  // A reader that went away (`| head`) is no reason to fail: the verdict is in its file.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  return {
    arguments: process.argv.slice(2),
    env: process.env,
    folder: process.cwd(),
    stdout: process.stdout,
    stderr: process.stderr,
    clock: {
      now: () => new Date(start.getTime() + performance.now() - zero),
      elapsed: () => performance.now(),
    },
    onInterruption: listen,
    end: async (code) => {
      await Promise.all([process.stdout, process.stderr].map(flushed));
      process.exit(code);
    },
  };
}

function listen(tell: (interruption: Interruption) => void): () => void {
  const onSignal = (signal: string) => {
    // A second signal finds no listener and ends the process at once. Not yet in this turn: who else listens to the same
    // signal (a running command) counts the listeners, and would end the process before the verdict is written.
    setImmediate(stopSignals);
    tell({ kind: 'cancelled', signal });
  };
  const onError = (error: unknown) => tell({ kind: 'crashed', error });
  const onIdle = () => tell({ kind: 'stalled' });
  const stopSignals = () => process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  // A gate that waits for nothing would let the process end with 0 and without a verdict: a pass by silence.
  process.exitCode = 2;
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  process.on('uncaughtException', onError).on('unhandledRejection', onError).on('beforeExit', onIdle);
  return () => {
    stopSignals();
    process.off('uncaughtException', onError).off('unhandledRejection', onError).off('beforeExit', onIdle);
  };
}

function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => stream.write('', () => resolve()));
}
