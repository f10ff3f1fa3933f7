/** The reporters, in the order in which their effects are applied: files first, so that a verdict is there whatever follows. */
import { reportAnnotations } from './annotations.ts';
import { reportJson } from './json.ts';
import { reportOutputs } from './outputs.ts';
import { reportSarif } from './sarif.ts';
import { reportSummary } from './summary.ts';
import { reportToTerminal } from './terminal.ts';
import type { Reporter } from './view.ts';

export const reporters: Readonly<Record<string, Reporter>> = {
  json: reportJson,
  sarif: reportSarif,
  summary: reportSummary,
  outputs: reportOutputs,
  terminal: reportToTerminal,
  annotations: reportAnnotations,
};
