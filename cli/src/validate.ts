import type { Fault } from '@shipgate/schemas';
import { SHIPGATE_FILE } from '@shipgate/schemas';
import type { Command } from './command.ts';
import type { Examination } from './examination.ts';
import { examineFile } from './examination.ts';
import type { ExitCode } from './terminal.ts';
import { validationJson, validationText } from './validation-text.ts';

/** `shipgate validate`: judges configuration and verdict files as the gates and their readers do. */
export const validate: Command = {
  name: 'validate',
  operands: '[file...] [--json]',
  summary: `checks ${SHIPGATE_FILE}, policies of one gate and verdict files`,
  details: [
    `Checks ${SHIPGATE_FILE}, or the files that are named, as strictly as the`,
    'gates do. Files that end in .json are checked as verdicts, and a file with the',
    'keys of canary, checklist or security at its top as that section alone. All',
    'faults are shown at once.',
  ],
  flags: [{ name: '--json', meaning: 'prints one JSON document instead of text' }],
  run({ operands, flags, color }, terminal) {
    const names = operands.length === 0 ? [SHIPGATE_FILE] : operands;
    const files = names.map((name) => examineFile(name, terminal.workingFolder));
    const exitCode = exitCodeOf(files);
    if (flags.has('--json')) terminal.out(validationJson(files, exitCode));
    else terminal.out(validationText(files, exitCode, color));
    return exitCode;
  },
};

/** A fault wins over a file that could not be read; both are shown. */
function exitCodeOf(files: readonly Examination[]): ExitCode {
  const count = (faults: (file: Examination) => readonly Fault[]) => files.some((file) => faults(file).length > 0);
  if (count(({ faults }) => faults)) return 1;
  return files.some(({ unread }) => unread !== undefined) ? 2 : 0;
}
