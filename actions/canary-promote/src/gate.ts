/** canary-promote: plan -> preflight -> watch -> decide -> report. */
import type { Gate, GateContext, GateResult } from '@shipgate/kit/gate';
import type { Inputs } from './inputs.ts';
import { inputSpecs } from './inputs.ts';
import { codeOrder } from './reasons.ts';
import type { GatePorts } from './run.ts';
import { runCanaryPromote } from './run.ts';

export function canaryPromote(version: string, ports: GatePorts): Gate<typeof inputSpecs> {
  return {
    name: 'canary-promote',
    version,
    description:
      'Decides from evidence that holds whenever it is looked at whether a new release goes on, is held, or goes back.',
    inputs: inputSpecs,
    codeOrder,
    tellsWhenCancelled: true,
    run: (inputs: Inputs, context: GateContext): Promise<GateResult> =>
      runCanaryPromote(inputs, context, { version, ...ports }),
  };
}
