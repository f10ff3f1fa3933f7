/** A run of a gate from inputs to exit code. Importing this runs nothing. */
import { join, relative, resolve } from 'node:path';
import { colourIsOn } from './colour.ts';
import { configurationEnding, endingOf } from './ending.ts';
import { cut, visible } from './escape.ts';
import type { Gate } from './gate.ts';
import { helpText } from './help.ts';
import { readHost } from './host.ts';
import type { InputSpec, InputsRead } from './inputs.ts';
import { readInputs } from './inputs.ts';
import { deliver } from './report/deliver.ts';
import { openOutputDirectory } from './report/output-directory.ts';
import { createPrinter } from './report/printer.ts';
import type { RunnerFiles } from './report/runner-files.ts';
import { actionsCoreFiles } from './report/runner-files.ts';
import type { Runtime } from './runtime.ts';
import { nodeRuntime } from './runtime.ts';
import type { Session } from './session.ts';
import { debug, stackOf } from './session.ts';
import { messageOf } from './troubles.ts';

export type { Clock, Gate, GateContext, GateResult, Log } from './gate.ts';

/** An input of every gate; it need not be among the gate's own. */
export const outputDirectoryInput = {
  name: 'output-directory',
  description:
    'Folder for verdict.json, results.sarif and summary.md. Without it: out, in GitHub a folder in RUNNER_TEMP.',
  kind: 'path',
} as const satisfies InputSpec;

/**
 * Runs a gate and reports: 0 pass, 1 fail, 2 unknown or could not run. Never throws. The caller sets
 * `process.exitCode`, so that the process ends by itself when its output is out.
 */
export async function runGate<const Specs extends readonly InputSpec[]>(
  gate: Gate<Specs>,
  runtime: Runtime = nodeRuntime(),
  runner: RunnerFiles = actionsCoreFiles(),
): Promise<number> {
  const host = readHost(runtime.env, runtime.folder);
  const github = host.kind === 'github';
  const specs = gate.inputs.filter(({ name }) => name !== outputDirectoryInput.name);
  const source = { arguments: runtime.arguments, env: runtime.env, github };
  // Read as the gate's own specs, so that the values have its type; the kit's input is looked up by its name.
  const read: InputsRead<Specs> = readInputs<Specs>(
    [...specs, outputDirectoryInput] as readonly InputSpec[] as Specs,
    source,
  );
  const { modes } = read;
  const people = modes.json ? runtime.stderr : runtime.stdout;
  const printer = createPrinter(people, github);
  const color = colourIsOn(runtime.env, { flag: modes.color, terminal: people.isTTY === true, github });
  const session = { gate, runtime, runner, host, modes, people, printer, color, startedAt: runtime.clock.now() };
  try {
    if (modes.help || modes.version) {
      const text = modes.help
        ? helpText({ ...gate, inputs: [...specs, outputDirectoryInput] })
        : `${gate.name} ${gate.version}`;
      printer.lines(text.split('\n'));
      return 0;
    }
    return await runSession(session, gate, read);
  } catch (error) {
    printer.lines([`${gate.name}: the report broke: ${cut(visible(messageOf(error)), 300)}`]);
    debug(session, stackOf(error));
    return 2;
  } finally {
    printer.close();
  }
}

async function runSession<Specs extends readonly InputSpec[]>(
  session: Session,
  gate: Gate<Specs>,
  read: InputsRead<Specs>,
): Promise<number> {
  const given: unknown = Object.entries(read.values).find(([name]) => name === outputDirectoryInput.name)?.[1];
  const place = placeOfFiles(session, typeof given === 'string' ? given : undefined);
  const { absolute: folder, shown } = place;
  const opened = openOutputDirectory({ folder, shown, checkouts: [session.host.workspace] });
  const directory = { ...place, files: 'write' in opened ? opened : undefined };
  const faults = [...session.host.faults, ...read.faults, ...('write' in opened ? [] : [opened])];
  const ending =
    faults.length > 0
      ? configurationEnding(session, faults)
      : await endingOf(session, gate, read.values, place.absolute);
  const code = await deliver(session, ending, directory);
  if (ending.settled !== undefined) {
    await ending.settled;
    session.printer.close();
    await session.runtime.end(code);
  }
  return code;
}

function placeOfFiles(
  { host, gate, runtime }: Session,
  given: string | undefined,
): { absolute: string; shown: string } {
  const github = host.kind === 'github';
  if (given === undefined && github) {
    return { absolute: join(host.temporary, 'shipgate', gate.name), shown: `RUNNER_TEMP/shipgate/${gate.name}` };
  }
  const base = github ? host.workspace : runtime.folder;
  const absolute = resolve(base, given ?? 'out');
  const inside = relative(base, absolute);
  return { absolute, shown: inside.startsWith('..') || inside === '' ? (given ?? 'out') : inside };
}
