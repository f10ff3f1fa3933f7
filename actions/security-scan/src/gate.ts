/** security-scan: inputs -> scanners -> findings -> decide -> report. */
import type { Gate, GateContext, GateResult } from '@shipgate/kit/gate';
import type { Inputs } from './inputs.ts';
import { inputSpecs } from './inputs.ts';
import { codeOrder } from './reasons.ts';
import { runSecurityScan } from './run.ts';
import type { Outside } from './scanning/ground.ts';

export function securityScanGate(outside: Outside): Gate<typeof inputSpecs> {
  return {
    name: 'security-scan',
    version: outside.version,
    description: 'Runs scanners, makes one list of their findings, and gates by policy. Nothing passes by silence.',
    inputs: inputSpecs,
    codeOrder,
    run: (inputs: Inputs, context: GateContext): Promise<GateResult> => runSecurityScan(inputs, context, outside),
  };
}
