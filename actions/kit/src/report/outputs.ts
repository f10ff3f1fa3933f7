/** Outputs of the action. GitHub only shows "failed", so the outcome is one of them. */
import { join } from 'node:path';
import { sortReasons } from '../verdict.ts';
import { sarifName } from './sarif.ts';
import type { Reporter } from './view.ts';

export const reportOutputs: Reporter = (verdict, view, host, options) => {
  if (host.kind !== 'github') return [];
  const { faults, warnings } = sortReasons(verdict.reasons);
  const values = {
    ...view.outputs,
    outcome: verdict.outcome,
    ...(options.outputDirectory === undefined
      ? {}
      : {
          verdict: join(options.outputDirectory, 'verdict.json'),
          sarif: join(options.outputDirectory, sarifName),
        }),
    faults: faults.length,
    warnings: warnings.length,
  };
  return Object.entries(values).map(([name, value]) => ({ kind: 'output', name, value: String(value) }));
};
