/** migrate-gate: inputs -> facts -> decide -> report. */
import type { Gate, GateContext, GateResult } from '@shipgate/kit/gate';
import type { Inputs } from './inputs.ts';
import { inputSpecs } from './inputs.ts';
import type { GatePorts } from './ports.ts';
import { codeOrder } from './reasons.ts';
import { runMigrateGate } from './run.ts';

export function migrateGate(version: string, ports: GatePorts): Gate<typeof inputSpecs> {
  return {
    name: 'migrate-gate',
    version,
    description:
      'Proves on a real PostgreSQL that migrations go up, come down and go up again, and leave nothing behind.',
    inputs: inputSpecs,
    codeOrder,
    run: (inputs: Inputs, context: GateContext): Promise<GateResult> => runMigrateGate(inputs, context, ports),
  };
}
