// Why the demo is given up before its end: somebody stops it, or what it shows is no more.

/** Somebody pressed Ctrl-C, or ended the process in another polite way. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  /** As a shell says it: 128 and the signal's number. */
  readonly exitCode: number;
  constructor(exitCode: number) {
    super('interrupted');
    this.exitCode = exitCode;
  }
}

export interface Stopping {
  /** Rejects with Interrupted on the first signal, or with the error given to `because`. Never resolves. */
  readonly stopped: Promise<never>;
  because(error: Error): void;
}

const signals = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/** Listens to the signals from now on. A second signal ends the process at once. */
export function stopping(): Stopping {
  let because: (error: Error) => void = () => undefined;
  const stopped = new Promise<never>((_resolve, reject) => {
    because = reject;
  });
  // Whoever waits for it hears of it; nobody has to.
  stopped.catch(() => undefined);
  let isTold = false;
  for (const [signal, exitCode] of Object.entries(signals)) {
    // Not once: while nobody else listens, the kit's command runner ends our process together with its commands.
    process.on(signal, () => {
      if (isTold) process.exit(exitCode);
      isTold = true;
      because(new Interrupted(exitCode));
    });
  }
  return { stopped, because };
}
