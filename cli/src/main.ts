// The command `shipgate`. Importing this file runs it; everything else is free of effects on import.
import { runCommandLine } from './command-line.ts';

runCommandLine(process.argv.slice(2), {
  workingFolder: process.cwd(),
  environment: process.env,
  isTerminal: process.stdout.isTTY === true,
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
}).then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    process.stderr.write(`shipgate: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);
