/** One run from the process to its exit code: reads the inputs, runs, writes what came of it. Importing this runs nothing. */
import { isAbsolute, join, relative, resolve } from 'node:path';
import { colourIsOn } from '@shipgate/kit/colour';
import { commandProof, cut, visible } from '@shipgate/kit/escape';
import { helpText } from '@shipgate/kit/help';
import type { Host } from '@shipgate/kit/host';
import { readHost } from '@shipgate/kit/host';
import type { InputsRead } from '@shipgate/kit/inputs';
import { readInputs } from '@shipgate/kit/inputs';
import { lineProgress } from '@shipgate/kit/progress';
import { applyEffects } from '@shipgate/kit/report/apply';
import { openOutputDirectory } from '@shipgate/kit/report/output-directory';
import type { Printer } from '@shipgate/kit/report/printer';
import { createPrinter } from '@shipgate/kit/report/printer';
import type { RunnerFiles } from '@shipgate/kit/report/runner-files';
import type { Interruption, OutputStream, Runtime } from '@shipgate/kit/runtime';
import { messageOf } from '@shipgate/kit/troubles';
import type { Fault } from '@shipgate/schemas';
import { inputSpecs } from './inputs.ts';
import { nothing } from './outcome.ts';
import { presented, resultName } from './present.ts';
import type { ReportResult } from './result.ts';
import { exitCode, notStarted, resultOf } from './result.ts';
import { runReport } from './run.ts';
import type { ReportPorts } from './ways.ts';

export interface About {
  readonly name: string;
  readonly version: string;
  readonly description: string;
}

/** What the ports are made from. */
export interface Surroundings {
  readonly host: Host;
  /** Ends what keeps the runner from reading commands: see adapters/identity.ts. */
  outsideMarks(): void;
  debug(error: unknown): void;
}

interface Session {
  readonly about: About;
  readonly runtime: Runtime;
  readonly host: Host;
  readonly printer: Printer;
  readonly people: OutputStream;
  readonly color: boolean;
  readonly read: InputsRead<typeof inputSpecs>;
}

/** Never throws; the caller sets `process.exitCode`. */
export async function runSession(
  about: About,
  { runtime, runner }: { readonly runtime: Runtime; readonly runner: RunnerFiles },
  makePorts: (surroundings: Surroundings) => ReportPorts,
): Promise<number> {
  const host = readHost(runtime.env, runtime.folder);
  const github = host.kind === 'github';
  const read = readInputs(inputSpecs, { arguments: runtime.arguments, env: runtime.env, github });
  const people = read.modes.json ? runtime.stderr : runtime.stdout;
  const printer = createPrinter(people, github);
  const color = colourIsOn(runtime.env, { flag: read.modes.color, terminal: people.isTTY === true, github });
  const session = { about, runtime, host, printer, people, color, read };
  try {
    if (read.modes.help || read.modes.version) {
      printer.lines((read.modes.help ? helpText(help(about)) : `${about.name} ${about.version}`).split('\n'));
      return 0;
    }
    return await runAndWrite(session, runner, makePorts);
  } catch (error) {
    printer.lines([`report broke: ${cut(visible(messageOf(error)), 300)}`]);
    debug(session, error);
    return 2;
  } finally {
    printer.close();
  }
}

function help(about: About) {
  const exitCodes = '0 all delivered, 1 something was not, 2 could not run';
  return { ...about, inputs: inputSpecs, result: 'the result', exitCodes };
}

async function runAndWrite(
  session: Session,
  runner: RunnerFiles,
  makePorts: (surroundings: Surroundings) => ReportPorts,
): Promise<number> {
  const { runtime, host, printer, color, read } = session;
  const place = placeOf(session);
  const { absolute: folder, shown } = place;
  const opened = openOutputDirectory({ folder, shown, checkouts: [host.workspace] }, [resultName]);
  const files = 'write' in opened ? opened : undefined;
  const faults = [...host.faults, ...read.faults, ...('write' in opened ? [] : [opened])];
  const { result, interrupted } =
    faults.length > 0 ? { result: notStarted(faults), interrupted: false } : await runOrStop(session, makePorts);
  const file = files === undefined ? undefined : join(place.absolute, resultName);
  const effects = presented(result, host, { color, json: read.modes.json, file });
  const failed = await applyEffects(effects, host, { files, printer, runner, stdout: runtime.stdout });
  for (const { name, error } of failed)
    printer.lines([`warn  ${name} could not be written: ${cut(visible(messageOf(error)), 200)}`]);
  const code = failed.some(({ kind }) => kind === 'file') ? 2 : exitCode(result);
  if (interrupted) {
    printer.close();
    await runtime.end(code);
  }
  return code;
}

function placeOf({ host, runtime, read }: Session): { readonly absolute: string; readonly shown: string } {
  const github = host.kind === 'github';
  const given = read.values['output-directory'];
  if (given === undefined && github)
    return { absolute: join(host.temporary, 'shipgate', 'report'), shown: 'RUNNER_TEMP/shipgate/report' };
  const base = github ? host.workspace : runtime.folder;
  const absolute = resolve(base, given ?? 'out');
  const inside = relative(base, absolute);
  return { absolute, shown: inside.startsWith('..') || isAbsolute(inside) ? (given ?? 'out') : inside };
}

interface Ended {
  readonly result: ReportResult;
  readonly interrupted: boolean;
}

async function runOrStop(session: Session, makePorts: (around: Surroundings) => ReportPorts): Promise<Ended> {
  const { about, runtime, host, printer, people, color, read } = session;
  const progress = lineProgress(`${about.name} ${about.version}`, {
    write: (text) => printer.write(text),
    interactive: people.isTTY === true && host.kind === 'terminal',
    color,
    columns: people.columns ?? 80,
    now: () => runtime.clock.elapsed(),
  });
  const ports = makePorts({
    host,
    outsideMarks: () => printer.close(),
    debug: (error) => debug(session, error),
  });
  let stopListening = () => {};
  const stopped = new Promise<Ended>((resolve) => {
    stopListening = runtime.onInterruption((why) => {
      if (why.kind === 'crashed') debug(session, why.error);
      resolve({ result: brokenOff(why), interrupted: true });
    });
  });
  const done = runReport(read.values, { host, progress, ports }).then((result) => ({ result, interrupted: false }));
  const ended = await Promise.race([done, stopped]);
  progress.end();
  stopListening();
  return ended;
}

/** What was delivered before is not known any more; a second run of the job does it all again, and nothing is doubled on the screen. */
function brokenOff({ kind }: Interruption): ReportResult {
  const got = {
    cancelled: 'a signal that ended it',
    crashed: 'an error of our own',
    stalled: 'nothing more that could happen',
  }[kind];
  const trouble: Fault = {
    title: 'the report was broken off',
    expected: 'an end of its own',
    got,
    do: 'run the job again: comments are replaced, and the tab shows the newest verdict',
  };
  return resultOf([], { ...nothing, troubles: [trouble] });
}

/** For maintainers, only with debug logging. */
function debug({ host, printer }: Session, error: unknown): void {
  if (!host.debug) return;
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  printer.lines(stack.split(/\r\n|\r|\n/).map((line) => commandProof(`debug: ${visible(line)}`)));
}
