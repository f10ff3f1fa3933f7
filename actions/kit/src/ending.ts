/** Runs the gate until it answers, breaks or is interrupted; each of these ends in a result that can be reported. */

import type { Fault } from '@shipgate/schemas';
import { ConfigurationError } from '@shipgate/schemas';
import type { Gate, GateContext, GateResult } from './gate.ts';
import type { InputSpec, InputValues } from './inputs.ts';
import { lineProgress } from './progress.ts';
import type { Interruption } from './runtime.ts';
import type { Session } from './session.ts';
import { debug, docsOf, stackOf } from './session.ts';
import {
  cancelTrouble,
  configurationConclusion,
  configurationTrouble,
  crashTrouble,
  troubleResult,
} from './troubles.ts';

/** How long a gate may clean up after an interruption: less than the runner waits before it kills. */
const graceMs = 5000;

export interface Ending {
  readonly result: GateResult;
  /** When the configuration is all there is to say. */
  readonly faults?: readonly Fault[];
  /** After an interruption: resolves when the gate has cleaned up or its time is over. */
  readonly settled?: Promise<void>;
}

export async function endingOf<Specs extends readonly InputSpec[]>(
  session: Session,
  gate: Gate<Specs>,
  values: InputValues<Specs>,
  outputDirectory: string,
): Promise<Ending> {
  const abort = new AbortController();
  const { context, endProgress } = contextOf(session, abort.signal, outputDirectory);
  let stopListening = () => {};
  const interrupted = new Promise<Interruption>((resolve) => {
    stopListening = session.runtime.onInterruption((interruption) => {
      resolve(interruption);
      abort.abort(interruption.kind === 'cancelled' ? interruption.signal : undefined);
    });
  });
  const answer = (async () => gate.run(values, context))();
  try {
    const first = await Promise.race([answer.then((result) => ({ kind: 'done', result }) as const), interrupted]);
    endProgress();
    if (first.kind === 'done') {
      stopListening();
      return { result: first.result };
    }
    const told = await toldWhenCancelled(gate, first, answer);
    if (told !== undefined) return { result: told, settled: Promise.resolve() };
    // Errors of the cleaning up stay listened to: they change nothing in what is reported.
    return {
      result: interruptedResult(session, first),
      settled: settledWithin(first.kind === 'stalled' ? 0 : graceMs, answer),
    };
  } catch (error) {
    endProgress();
    stopListening();
    return error instanceof ConfigurationError
      ? configurationEnding(session, error.faults)
      : { result: crashResult(session, error) };
  }
}

/** The gate's own result behind a signal, where it gives one in time. */
async function toldWhenCancelled(
  { tellsWhenCancelled }: { readonly tellsWhenCancelled?: boolean },
  interruption: Interruption,
  answer: Promise<GateResult>,
): Promise<GateResult | undefined> {
  if (tellsWhenCancelled !== true || interruption.kind !== 'cancelled') return undefined;
  let result: GateResult | undefined;
  await settledWithin(
    graceMs,
    answer.then((told) => {
      result = told;
    }),
  );
  return result;
}

function contextOf(
  session: Session,
  signal: AbortSignal,
  outputDirectory: string,
): { context: GateContext; endProgress: () => void } {
  const { host, runtime, printer, gate, people } = session;
  const progress = lineProgress(`${gate.name} ${gate.version}`, {
    write: (text) => printer.write(text),
    interactive: people.isTTY === true && host.kind === 'terminal',
    color: session.color,
    columns: people.columns ?? 80,
    now: () => runtime.clock.elapsed(),
  });
  const log = { debug: (text: string) => debug(session, text) };
  const context = { host, progress, clock: runtime.clock, log, signal, outputDirectory, docs: docsOf(session) };
  return { context, endProgress: () => progress.end() };
}

/** A run that could not begin. */
export function configurationEnding(session: Session, faults: readonly Fault[]): Ending {
  const trouble = configurationTrouble(faults, docsOf(session));
  return { result: troubleResult(trouble, session.gate.name, configurationConclusion(faults)), faults };
}

/** A run that broke: the message is shown, the stack goes to the debug log. */
export function crashResult(session: Session, error: unknown): GateResult {
  debug(session, stackOf(error));
  return troubleResult(crashTrouble(error, docsOf(session)), session.gate.name);
}

function interruptedResult(session: Session, interruption: Interruption): GateResult {
  if (interruption.kind === 'crashed') return crashResult(session, interruption.error);
  if (interruption.kind === 'stalled') return crashResult(session, new Error('the gate stopped without an answer'));
  return troubleResult(cancelTrouble(interruption.signal, docsOf(session)), session.gate.name);
}

async function settledWithin(milliseconds: number, promise: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([
    promise.then(
      () => undefined,
      () => undefined,
    ),
    timeUp,
  ]);
  clearTimeout(timer);
}
