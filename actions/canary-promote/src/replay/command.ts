/** `--replay traces.jsonl`: one answer a line, on stdout. A recorded run is no trace, and goes through the gate instead. */
import { closeSync, openSync, readSync } from 'node:fs';
import { ConfigurationError, formatFault } from '@shipgate/schemas';
import { readPlanFile } from '../configuration.ts';
import type { Plan } from '../plan.ts';
import { replayPlan } from './default-plan.ts';
import { isJournal } from './recorded.ts';
import { replayTraces } from './traces.ts';

/** The exit code, or undefined when the arguments ask for something else. */
export async function replayedTraces(args: readonly string[]): Promise<number | undefined> {
  const file = argumentOf(args, 'replay');
  if (file === undefined || beginsWithJournal(file)) return undefined;
  // A reader that went away (`| head`) wants no more answers.
  process.stdout.on('error', () => process.exit(2));
  try {
    const planFile = argumentOf(args, 'plan');
    const plan = planFile === undefined ? replayPlan : await planFrom(planFile);
    if (plan.mode !== 'evidence') throw otherMode(planFile ?? '');
    const counted = await replayTraces({
      file,
      plan,
      planned: planFile !== undefined,
      write: (text) => process.stdout.write(text),
      fault: (line, { at, expected, got }) => {
        const title = at === '' ? 'no trace' : `no trace: ${at}`;
        say({
          title,
          expected,
          got,
          do: 'mend the line; the others are answered',
          location: { file, line, column: 1 },
        });
      },
    });
    if (counted.answered + counted.faults === 0) {
      say({
        title: `no trace in ${file}`,
        expected: 'one trace a line',
        got: 'an empty file',
        do: 'give traces, or samples.jsonl of a run',
      });
    }
    return counted.faults === 0 && counted.answered > 0 ? 0 : 2;
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    for (const fault of error.faults) say(fault);
    return 2;
  }
}

function otherMode(file: string): ConfigurationError {
  const fault = { title: 'traces are decided by evidence alone', expected: 'a plan in the mode evidence', got: file };
  return new ConfigurationError([{ ...fault, do: 'leave plan out, or give one without mode' }]);
}

function say(fault: Parameters<typeof formatFault>[0]): void {
  process.stderr.write(`${formatFault(fault, { color: false })}\n`);
}

async function planFrom(file: string): Promise<Plan> {
  return (await readPlanFile(process.cwd(), file, {})).plan;
}

/** Of `--name value` or `--name=value`. */
function argumentOf(args: readonly string[], name: string): string | undefined {
  const at = args.findIndex((each) => each === `--${name}` || each.startsWith(`--${name}=`));
  const found = args[at];
  if (found === undefined) return undefined;
  return found.includes('=') ? found.slice(found.indexOf('=') + 1) : args[at + 1];
}

const FIRST_BYTES = 1 << 20;

/** The first line of a journal is its head, with the whole plan in it. A file that cannot be read is for the gate to report. */
function beginsWithJournal(path: string): boolean {
  try {
    const file = openSync(path, 'r');
    try {
      const room = Buffer.alloc(FIRST_BYTES);
      const read = readSync(file, room, 0, FIRST_BYTES, 0);
      return isJournal(room.toString('utf8', 0, read).split('\n')[0] ?? '');
    } finally {
      closeSync(file);
    }
  } catch {
    return true;
  }
}
